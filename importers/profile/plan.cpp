#include "profile/plan.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array amount_fields = {ProfileField::amount, ProfileField::credit,
                                      ProfileField::debit, ProfileField::balance,
                                      ProfileField::fee};

/// Decides one thing after the other.
class TablePlanner {
 public:
  TablePlanner(const Profile& profile, const Table& table, TableHeader header,
               const ImportOptions& options)
      : profile_(profile), table_(table), options_(options) {
    plan_.profile = &profile;
    plan_.header = std::move(header);
    plan_.in_sheet = !table.sheet.empty();
  }

  Result<TablePlan> plan() {
    for (const auto& [field, columns] : profile_.fields) {
      for (const ProfileColumn& column : columns) {
        if (const auto index = find_column(column, plan_.header)) {
          plan_.columns[static_cast<std::size_t>(field)].push_back(*index);
        }
      }
    }
    note_unread_columns();
    sort_rows();
    if (auto decided = decide_date(); !decided) return decided.error();
    if (auto decided = decide_currency(); !decided) return decided.error();
    if (auto decided = decide_mark(); !decided) return decided.error();
    if (auto decided = decide_debits(); !decided) return decided.error();
    return std::move(plan_);
  }

 private:
  /// Of a header that is known in part: what nobody said anything about is not read, and named.
  void note_unread_columns() {
    if (profile_.header != Profile::Header::among) return;
    std::set<std::size_t> read;
    for (const auto& columns : plan_.columns) read.insert(columns.begin(), columns.end());
    for (const auto* list : {&profile_.hold_back, &profile_.opening_rows, &profile_.reject}) {
      for (const ProfileCondition& condition : *list) {
        read.insert(column_index(condition.column, plan_.header));
      }
    }
    std::string names;
    for (std::size_t i = 0; i < plan_.header.words.size(); ++i) {
      if (read.contains(i) || plan_.header.words[i].empty()) continue;
      names += (names.empty() ? "" : ", ") + quoted(plan_.header.words[i]);
    }
    if (!names.empty()) plan_.notes.push_back("columns that the layout does not read: " + names);
  }

  [[nodiscard]] std::string_view cell(const TableRow& row, ProfileField field) const {
    return bare(plan_.cell(row, field));
  }

  [[nodiscard]] bool reads_as_date(const TableRow& row) const {
    const std::string_view date = cell(row, ProfileField::date);
    return std::any_of(profile_.dates.begin(), profile_.dates.end(), [&](const DateFormat& format) {
      return read_date(date, format, profile_.year.value_or(2000)).has_value();
    });
  }

  [[nodiscard]] TableRowKind kind_of(const TableRow& row) const {
    if (plan_.header.row && row.cells == table_.rows[*plan_.header.row].cells) {
      return TableRowKind::header_again;
    }
    if (met_by(profile_.opening_rows, row, plan_.header) != nullptr) return TableRowKind::opening;
    if (met_by(profile_.hold_back, row, plan_.header) != nullptr) return TableRowKind::held_back;
    if (met_by(profile_.reject, row, plan_.header) != nullptr) return TableRowKind::refused;
    return TableRowKind::entry;
  }

  void sort_rows() {
    plan_.kinds.assign(table_.rows.size(), TableRowKind::before);
    for (std::size_t i = plan_.header.first; i < table_.rows.size(); ++i) {
      plan_.kinds[i] = kind_of(table_.rows[i]);
    }
    // A row at the end that has a date is an entry, however many closing lines there should be.
    std::size_t left = profile_.footer_rows;
    for (std::size_t i = table_.rows.size(); i > plan_.header.first && left > 0; --i, --left) {
      if (plan_.kinds[i - 1] != TableRowKind::entry || reads_as_date(table_.rows[i - 1])) break;
      plan_.kinds[i - 1] = TableRowKind::behind;
    }
  }

  template <typename Use>
  void for_entries(Use use) const {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (plan_.kinds[i] == TableRowKind::entry) use(table_.rows[i]);
    }
  }

  /// How many dates of the entries are read by each format of the profile, and which two formats
  /// read none of them differently.
  struct DateTrial {
    std::vector<std::size_t> read;
    std::vector<std::vector<bool>> differ;
  };

  [[nodiscard]] DateTrial try_dates() const {
    const std::size_t count = profile_.dates.size();
    DateTrial trial{std::vector<std::size_t>(count), std::vector(count, std::vector<bool>(count))};
    std::vector<std::optional<BookingTime>> dates(count);
    for_entries([&](const TableRow& row) {
      const std::string_view text = cell(row, ProfileField::date);
      for (std::size_t i = 0; i < count; ++i) {
        dates[i] = read_date(text, profile_.dates[i], profile_.year);
        if (dates[i]) ++trial.read[i];
        for (std::size_t j = 0; j < i; ++j) {
          if (dates[i] != dates[j]) trial.differ[i][j] = true;
        }
      }
    });
    return trial;
  }

  /// The formats that read most of the dates; of those that read them alike the first.
  Result<void> decide_date() {
    if (profile_.dates.size() == 1) return choose_date(profile_.dates);
    const DateTrial trial = try_dates();
    const std::size_t most = *std::max_element(trial.read.begin(), trial.read.end());
    std::vector<DateFormat> best;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < profile_.dates.size(); ++i) {
      if (trial.read[i] < most || (first && !trial.differ[i][*first])) continue;
      if (!first) first = i;
      best.push_back(profile_.dates[i]);
    }
    return choose_date(best);
  }

  /// Whether the days only rise or only fall, and move often enough for that to be no chance.
  [[nodiscard]] bool runs_one_way(const DateFormat& format) const {
    constexpr std::size_t moves_min = 4;
    std::size_t rises = 0;
    std::size_t falls = 0;
    std::optional<Date> before;
    for_entries([&](const TableRow& row) {
      const auto date = read_date(cell(row, ProfileField::date), format, profile_.year);
      if (!date) return;
      rises += before && *before < date->date() ? 1U : 0U;
      falls += before && date->date() < *before ? 1U : 0U;
      before = date->date();
    });
    return std::min(rises, falls) == 0 && std::max(rises, falls) >= moves_min;
  }

  /// A table stands in the order of its days: where one reading has that order and no other has,
  /// it is the one.
  bool order_decides(const std::vector<DateFormat>& best) {
    std::vector<DateFormat> one_way;
    std::copy_if(best.begin(), best.end(), std::back_inserter(one_way),
                 [&](const DateFormat& format) { return runs_one_way(format); });
    if (one_way.size() != 1) return false;
    plan_.date = one_way.front();
    plan_.notes.push_back("dates were read as " + plan_.date.text +
                          ": read in another order they would go back and forth");
    return true;
  }

  Result<void> choose_date(const std::vector<DateFormat>& best) {
    plan_.date = best.front();
    if (best.size() > 1 && options_.date_order.empty()) {
      if (order_decides(best)) return {};
      return Error{
          ErrorCode::contradiction,
          "dates that can be read as " + best[0].text + " and as " + best[1].text,
          "`--date-order " + order_of(best[0]) + "` or `--date-order " + order_of(best[1]) + "`",
          {"", 0, "date"}};
    }
    if (!options_.date_order.empty()) {
      const auto wanted = std::find_if(best.begin(), best.end(), [&](const auto& one) {
        return order_of(one).find(options_.date_order) == 0;
      });
      if (wanted == best.end()) {
        return Error{
            ErrorCode::usage,
            "--date-order " + options_.date_order,
            "an order in which the dates of this document can be read: " + order_of(plan_.date),
            {"", 0, "date"}};
      }
      plan_.date = *wanted;
    }
    if (profile_.dates.size() > 1) {
      plan_.notes.push_back(
          "dates were read as " + plan_.date.text +
          (best.size() > 1 ? ", as --date-order says" : ": no other form of the layout fits all"));
    }
    return {};
  }

  Result<void> decide_currency() {
    if (!plan_.header.currency.empty()) {
      RECOUP_TRY(named, Currency::parse(plan_.header.currency));
      plan_.currency = named;
      return {};
    }
    if (!options_.currency.empty()) {
      RECOUP_TRY(said, in_option("--currency", Currency::parse(options_.currency)));
      plan_.currency = said;
      return {};
    }
    plan_.currency = profile_.usual_currency.value_or(gbp);
    return {};
  }

  static Result<Currency> in_option(const char* option, Result<Currency> read) {
    if (read) return read;
    Error error = std::move(read).error();
    error.code = ErrorCode::usage;
    error.place.field = option;
    return error;
  }

  [[nodiscard]] Currency currency_of(const TableRow& row) const {
    const auto named = Currency::parse(cell(row, ProfileField::currency));
    return named ? named.value() : plan_.currency;
  }

  /// How the amounts of the entries read with a point and with a comma.
  struct MarkTrial {
    std::size_t unread_by_point = 0;
    std::size_t unread_by_comma = 0;
    bool differ = false;
  };

  [[nodiscard]] MarkTrial try_marks() const {
    MarkTrial trial;
    for_entries([&](const TableRow& row) {
      for (const ProfileField field : amount_fields) {
        const std::string_view text = cell(row, field);
        if (text.empty()) continue;
        const Currency currency = currency_of(row);
        const auto by_point = read_profile_amount(text, currency, DecimalMark::point);
        const auto by_comma = read_profile_amount(text, currency, DecimalMark::comma);
        if (!by_point) ++trial.unread_by_point;
        if (!by_comma) ++trial.unread_by_comma;
        const bool alike = by_point.has_value() == by_comma.has_value() &&
                           (!by_point || by_point.value() == by_comma.value());
        trial.differ = trial.differ || !alike;
      }
    });
    return trial;
  }

  Result<void> decide_mark() {
    if (profile_.decimal != Profile::Decimal::by_evidence) {
      plan_.mark =
          profile_.decimal == Profile::Decimal::comma ? DecimalMark::comma : DecimalMark::point;
      return {};
    }
    const auto [unread_point, unread_comma, differ] = try_marks();
    if (unread_point == unread_comma && differ) {
      return Error{ErrorCode::contradiction,
                   "amounts that can be read with a decimal point and with a decimal comma",
                   "a copy of the profile " + quoted(profile_.name) +
                       " that says `decimal: point` or `decimal: comma`",
                   {"", 0, "amount"}};
    }
    plan_.mark = unread_comma < unread_point ? DecimalMark::comma : DecimalMark::point;
    plan_.notes.push_back(std::string("amounts were read with a decimal ") +
                          (plan_.mark == DecimalMark::comma ? "comma" : "point") +
                          ", as their form shows");
    return {};
  }

  Result<void> decide_debits() {
    plan_.debits_negative = profile_.debits == Profile::Debits::negative;
    if (profile_.debits != Profile::Debits::by_evidence) return {};
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    for_entries([&](const TableRow& row) {
      const std::string_view text = cell(row, ProfileField::debit);
      if (text.empty()) return;
      const auto read = read_profile_amount(text, currency_of(row), plan_.mark);
      if (!read || read.value().is_zero()) return;
      std::uint64_t& line = read.value().is_negative() ? below : above;
      if (line == 0) line = row.line;
    });
    if (below > 0 && above > 0) {
      return Error{ErrorCode::contradiction,
                   "a debit above zero on line " + std::to_string(above) +
                       " and one below zero on line " + std::to_string(below),
                   "debits of one sign",
                   {"", std::max(above, below), "debit"}};
    }
    plan_.debits_negative = below > 0;
    if (below > 0) plan_.notes.push_back("the debits of the document are written below zero");
    return {};
  }

  const Profile& profile_;
  const Table& table_;
  const ImportOptions& options_;
  TablePlan plan_;
};

}  // namespace

Result<TablePlan> plan_table(const Profile& profile, const Table& table, TableHeader header,
                             const ImportOptions& options) {
  return TablePlanner(profile, table, std::move(header), options).plan();
}

const ProfileCondition* met_by(const std::vector<ProfileCondition>& conditions, const TableRow& row,
                               const TableHeader& header) {
  const auto met = std::find_if(
      conditions.begin(), conditions.end(),
      [&](const ProfileCondition& condition) { return matches(condition, row, header); });
  return met == conditions.end() ? nullptr : &*met;
}

bool is_inside(TableRowKind kind) {
  return kind != TableRowKind::before && kind != TableRowKind::behind;
}

}  // namespace recoup
