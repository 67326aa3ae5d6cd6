// Computes features in one pass over rows sorted by group and day.
#include "recoup/dmn/feature.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

#include "classes.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A value of a column as a whole number that stands for it and keeps its order.
std::int64_t held(const FactColumn& column, std::size_t row) {
  switch (column.kind()) {
    case FactColumn::Kind::number: return column.numbers()[row];
    case FactColumn::Kind::date: return column.days()[row];
    case FactColumn::Kind::text: return column.codes()[row];
    case FactColumn::Kind::truth: return column.truths().at(row) ? 1 : 0;
  }
  return 0;
}

Error no_column(const FeatureDefinition& feature, const std::string& name, const char* what) {
  return {ErrorCode::not_found, "no column " + quoted(name), what, Place{"", 0, feature.name}};
}

/// What is known of one row.
enum class Known : std::uint8_t { yes, no, open };

constexpr std::uint32_t no_group = UINT32_MAX;       // The row belongs to none.
constexpr std::uint32_t any_group = UINT32_MAX - 1;  // It may belong to any.

}  // namespace

/// One computation of a feature.
class FeaturePass {
 public:
  FeaturePass(const FeatureDefinition& feature, const FactColumns& facts)
      : feature_(feature), facts_(facts), passes_(facts.rows(), Known::yes) {}

  Result<FeatureValues> run(const Context& constants);

 private:
  struct Event {
    std::uint32_t group = 0;
    std::int32_t day = 0;
    std::uint32_t row = 0;
    bool certain = true;
  };
  enum class State : std::uint8_t { missing, none, value };

  Result<const FactColumn*> column(const std::string& name, const char* what) const;
  Result<void> find_columns();
  Result<void> filter(const FeatureFilter& filter, const Context& constants);
  Result<void> find_groups();
  void find_events();
  Known day_known(std::size_t row) const;
  Result<void> sweep(FeatureValues& values);
  Result<void> answer(FeatureValues& values, std::uint32_t row);
  [[nodiscard]] bool may_come_from_elsewhere(std::int32_t from, std::int32_t to) const;
  void start_group(std::uint32_t group);
  void enter(const Event& event);
  void leave(const Event& event);
  [[nodiscard]] bool better(std::int64_t one, std::int64_t other) const;
  FactColumn finished();

  const FeatureDefinition& feature_;
  const FactColumns& facts_;
  std::vector<Known> passes_;
  const FactColumn* day_ = nullptr;
  const FactColumn* of_ = nullptr;
  std::vector<std::uint32_t> group_of_;
  std::vector<Event> events_;             ///< By group, day and row.
  std::vector<std::int32_t> stray_days_;  ///< Days of rows that may belong to any group, sorted.
  bool has_stray_ = false;                ///< One of them may be of any day.
  std::vector<bool> group_has_stray_;     ///< One of the group's rows may be of any day.
  std::vector<State> state_;
  std::vector<std::int64_t> value_;

  // The window at hand.
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t uncertain_ = 0;
  Int128 sum_ = 0;
  std::unordered_map<std::int64_t, std::size_t> times_;  ///< Of each different value.
  std::deque<std::size_t> best_;  ///< Events, the smallest or largest first, each behind in rank.
};

Result<const FactColumn*> FeaturePass::column(const std::string& name, const char* what) const {
  const auto place = facts_.find(name);
  if (!place) return no_column(feature_, name, what);
  return &facts_.columns()[*place];
}

Result<void> FeaturePass::find_columns() {
  if (!feature_.day.empty()) {
    RECOUP_TRY(found, column(feature_.day, "a column of days"));
    if (found->kind() != FactColumn::Kind::date) {
      return Error{ErrorCode::malformed, quoted(feature_.day), "a column of days",
                   Place{"", 0, feature_.name}};
    }
    day_ = found;
  }
  if (feature_.of.empty()) return {};
  RECOUP_TRY(found, column(feature_.of, "the column to aggregate"));
  of_ = found;
  const bool sums = feature_.aggregate == FeatureAggregate::sum;
  const bool ranks =
      feature_.aggregate == FeatureAggregate::min || feature_.aggregate == FeatureAggregate::max;
  const bool has_order =
      of_->kind() == FactColumn::Kind::number || (ranks && of_->kind() == FactColumn::Kind::date);
  if ((sums || ranks) && !has_order) {
    return Error{ErrorCode::malformed, quoted(feature_.of),
                 sums ? "a column of numbers" : "a column of numbers or days",
                 Place{"", 0, feature_.name}};
  }
  return {};
}

/// Runs one cell over its column, and takes what it says of each row.
Result<void> FeaturePass::filter(const FeatureFilter& filter, const Context& constants) {
  const auto place = facts_.find(filter.column);
  if (!place) return no_column(feature_, filter.column, "a column to filter");
  std::vector<std::string> names;
  for (const ContextEntry& constant : constants.entries) names.push_back(constant.name);
  auto test = UnaryTests::parse(filter.cell, names);
  if (!test) {
    Error error = test.error();
    error.place = {"", 0, feature_.name + "/" + filter.column};
    return error;
  }
  const SimpleReading reading = simple_test(test.value());
  const FactColumn& column = facts_.columns()[*place];
  const bool has_order =
      column.kind() == FactColumn::Kind::number || column.kind() == FactColumn::Kind::date;
  const auto bounds = reading.test ? bounds_of(*reading.test, constants) : std::nullopt;
  const bool needs_text = reading.test && !reading.test->is_ordered() && has_order;
  if (!needs_text && reading.test && (bounds || reading.test->is_any)) {
    const CellKernel kernel = make_kernel(test.value(), *bounds, column, *place, constants);
    ColumnClasses classes({&kernel}, column);
    BatchAnswers answers;
    for (std::size_t first = 0; first < facts_.rows(); first += batch_rows) {
      const std::size_t count = std::min(batch_rows, facts_.rows() - first);
      classes.classify(column, first, count);
      classes.answer(0, answers);
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t open = answers.missing[i / 64] | answers.error[i / 64];
        Known& known = passes_[first + i];
        if ((open >> (i % 64) & 1U) != 0) {
          if (known == Known::yes) known = Known::open;
        } else if ((answers.yes[i / 64] >> (i % 64) & 1U) == 0) {
          known = Known::no;
        }
      }
    }
    return {};
  }
  return Error{ErrorCode::malformed, quoted(filter.cell),
               reading.test ? "bounds that are constants, and of a type that a column holds"
                            : "a cell of the simple subset, but " + reading.why_not,
               Place{"", 0, feature_.name + "/" + filter.column}};
}

Result<void> FeaturePass::find_groups() {
  std::vector<const FactColumn*> grain;
  for (const std::string& name : feature_.grain) {
    RECOUP_TRY(found, column(name, "a column of the grain"));
    grain.push_back(found);
  }
  std::map<std::vector<std::int64_t>, std::uint32_t> known;
  std::vector<std::int64_t> key(grain.size());
  for (std::size_t row = 0; row < facts_.rows(); ++row) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < grain.size(); ++i) {
      if (grain[i]->is_null(row)) group = no_group;
      if (grain[i]->is_missing(row) && group != no_group) group = any_group;
      key[i] = held(*grain[i], row);
    }
    if (group < any_group) {
      const auto next = static_cast<std::uint32_t>(known.size());
      group = known.try_emplace(key, next).first->second;
    }
    group_of_.push_back(group);
  }
  group_has_stray_.resize(known.size());
  return {};
}

/// Whether the day of the row is known; no where it is known to be none.
Known FeaturePass::day_known(std::size_t row) const {
  if (day_ == nullptr) return Known::yes;
  if (day_->is_null(row)) return Known::no;
  return day_->is_missing(row) ? Known::open : Known::yes;
}

void FeaturePass::find_events() {
  for (std::uint32_t row = 0; row < facts_.rows(); ++row) {
    const Known day = day_known(row);
    if (passes_[row] == Known::no || group_of_[row] == no_group || day == Known::no) continue;
    if (of_ != nullptr && of_->is_null(row)) continue;
    if (group_of_[row] == any_group) {
      if (day == Known::open) has_stray_ = true;
      if (day == Known::yes) stray_days_.push_back(day_ == nullptr ? 0 : day_->days()[row]);
    } else if (day == Known::open) {
      group_has_stray_[group_of_[row]] = true;
    } else {
      const bool certain = passes_[row] == Known::yes && !(of_ != nullptr && of_->is_missing(row));
      events_.push_back({group_of_[row], day_ == nullptr ? 0 : day_->days()[row], row, certain});
    }
  }
  std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
    return std::tie(a.group, a.day, a.row) < std::tie(b.group, b.day, b.row);
  });
  std::sort(stray_days_.begin(), stray_days_.end());
}

bool FeaturePass::may_come_from_elsewhere(std::int32_t from, std::int32_t to) const {
  if (has_stray_) return true;
  const auto first = std::lower_bound(stray_days_.begin(), stray_days_.end(), from);
  return first != stray_days_.end() && *first <= to;
}

bool FeaturePass::better(std::int64_t one, std::int64_t other) const {
  return feature_.aggregate == FeatureAggregate::min ? one < other : one > other;
}

void FeaturePass::start_group(std::uint32_t group) {
  while (end_ < events_.size() && events_[end_].group < group) ++end_;
  begin_ = end_;
  uncertain_ = 0;
  sum_ = 0;
  times_.clear();
  best_.clear();
}

void FeaturePass::enter(const Event& event) {
  if (!event.certain) {
    ++uncertain_;
    return;
  }
  if (of_ == nullptr) return;
  const std::int64_t value = held(*of_, event.row);
  if (feature_.aggregate == FeatureAggregate::sum) sum_ += value;
  if (feature_.aggregate == FeatureAggregate::distinct) ++times_[value];
  if (feature_.aggregate != FeatureAggregate::min && feature_.aggregate != FeatureAggregate::max) {
    return;
  }
  while (!best_.empty() && better(value, held(*of_, events_[best_.back()].row))) best_.pop_back();
  best_.push_back(end_);
}

void FeaturePass::leave(const Event& event) {
  if (!event.certain) {
    --uncertain_;
    return;
  }
  if (of_ == nullptr) return;
  const std::int64_t value = held(*of_, event.row);
  if (feature_.aggregate == FeatureAggregate::sum) sum_ -= value;
  if (feature_.aggregate == FeatureAggregate::distinct && --times_[value] == 0) times_.erase(value);
  if (!best_.empty() && best_.front() == begin_) best_.pop_front();
}

Result<void> FeaturePass::sweep(FeatureValues& values) {
  std::vector<std::uint32_t> asked;
  for (std::uint32_t row = 0; row < facts_.rows(); ++row) {
    if (group_of_[row] == no_group || (feature_.window_days && day_known(row) == Known::no)) {
      state_[row] = State::none;
    } else if (group_of_[row] < any_group &&
               !(feature_.window_days && day_known(row) == Known::open)) {
      asked.push_back(row);
    }
  }
  const auto day_of = [&](std::uint32_t row) {
    return feature_.window_days ? day_->days()[row] : std::numeric_limits<std::int32_t>::max();
  };
  std::stable_sort(asked.begin(), asked.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(group_of_[a], day_of(a)) < std::pair(group_of_[b], day_of(b));
  });
  std::uint32_t group = no_group;
  for (const std::uint32_t row : asked) {
    if (group_of_[row] != group) {
      group = group_of_[row];
      start_group(group);
    }
    const std::int32_t to = day_of(row);
    const std::int32_t from = feature_.window_days ? to - *feature_.window_days + 1
                                                   : std::numeric_limits<std::int32_t>::min();
    for (; end_ < events_.size() && events_[end_].group == group && events_[end_].day <= to;
         ++end_) {
      enter(events_[end_]);
    }
    for (; begin_ < end_ && events_[begin_].day < from; ++begin_) leave(events_[begin_]);
    if (uncertain_ > 0 || group_has_stray_[group] || may_come_from_elsewhere(from, to)) {
      state_[row] = State::missing;
    } else if (auto answered = answer(values, row); !answered) {
      return answered;
    }
    values.windows_[row] = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)};
  }
  return {};
}

Result<void> FeaturePass::answer(FeatureValues& values, std::uint32_t row) {
  state_[row] = State::value;
  switch (feature_.aggregate) {
    case FeatureAggregate::count: value_[row] = static_cast<std::int64_t>(end_ - begin_); return {};
    case FeatureAggregate::distinct:
      value_[row] = static_cast<std::int64_t>(times_.size());
      return {};
    case FeatureAggregate::sum:
      if (sum_ > std::numeric_limits<std::int64_t>::max() ||
          sum_ < std::numeric_limits<std::int64_t>::min()) {
        return Error{ErrorCode::out_of_range, "a sum of more than 18 digits", "a smaller one",
                     Place{"", row + std::uint64_t{1}, values.column_.name()}};
      }
      value_[row] = static_cast<std::int64_t>(sum_);
      return {};
    default: break;
  }
  if (begin_ == end_) {
    state_[row] = State::none;
    return {};
  }
  std::size_t event = begin_;
  if (feature_.aggregate == FeatureAggregate::last) event = end_ - 1;
  if (!best_.empty()) event = best_.front();
  value_[row] = held(*of_, events_[event].row);
  return {};
}

FactColumn FeaturePass::finished() {
  const bool counts = feature_.aggregate == FeatureAggregate::count ||
                      feature_.aggregate == FeatureAggregate::distinct;
  FactColumn column(feature_.name, counts ? FactColumn::Kind::number : of_->kind(),
                    counts ? 0 : of_->decimals());
  for (std::size_t row = 0; row < facts_.rows(); ++row) {
    if (state_[row] == State::missing) {
      column.add_missing();
    } else if (state_[row] == State::none) {
      column.add_null();
    } else if (column.kind() == FactColumn::Kind::number) {
      column.add_number(value_[row]);
    } else if (column.kind() == FactColumn::Kind::date) {
      column.add_date(Date(std::chrono::days(static_cast<std::int32_t>(value_[row]))));
    } else if (column.kind() == FactColumn::Kind::truth) {
      column.add_truth(value_[row] != 0);
    } else {
      column.add_text(of_->dictionary()[static_cast<std::size_t>(value_[row])]);
    }
  }
  return column;
}

Result<FeatureValues> FeaturePass::run(const Context& constants) {
  if (auto found = find_columns(); !found) return found.error();
  for (const FeatureFilter& each : feature_.filter) {
    if (auto filtered = filter(each, constants); !filtered) return filtered.error();
  }
  if (auto found = find_groups(); !found) return found.error();
  find_events();
  state_.resize(facts_.rows(), State::missing);
  value_.resize(facts_.rows());
  FeatureValues values(FactColumn(feature_.name, FactColumn::Kind::number));
  values.windows_.resize(facts_.rows());
  if (auto swept = sweep(values); !swept) return swept.error();
  for (const Event& event : events_) {
    values.rows_.push_back(event.row);
    values.certain_.push_back(event.certain);
  }
  values.column_ = finished();
  return values;
}

Result<FeatureValues> FeatureValues::of(const FeatureDefinition& definition,
                                        const FactColumns& facts, const Context& constants) {
  return FeaturePass(definition, facts).run(constants);
}

std::vector<std::uint32_t> FeatureValues::contributing(std::size_t row) const {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = windows_[row].begin; i < windows_[row].end; ++i) {
    if (certain_[i]) rows.push_back(rows_[i]);
  }
  return rows;
}

}  // namespace recoup
