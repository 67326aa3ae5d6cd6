// Finds out which rules each value of an input leaves alive, by asking the ordinary evaluator.
#include "row_index.hpp"

#include <algorithm>

namespace recoup {
namespace {

template <typename T>
void collect(const std::vector<IndexedCell>& cells, std::vector<T>& bounds) {
  for (const IndexedCell& cell : cells) {
    for (const Value& bound : cell.bounds) {
      if (const T* value = bound.as<T>()) bounds.push_back(*value);
    }
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
}

// A value before the first bound, between two, and behind the last one; nothing where none can be
// named. Between neighbours there is no value, and any will do.

std::optional<Decimal> before(const Decimal& first) {
  if (!first.is_zero() && !first.is_negative()) return Decimal(0);
  const auto twice = first.times(2);
  const auto below = twice ? twice->value.minus(1) : std::nullopt;
  return below ? std::optional(below->value) : std::nullopt;
}

std::optional<Decimal> between(const Decimal& low, const Decimal& high) {
  const auto sum = low.plus(high);
  const auto half = sum ? sum->value.over(2) : std::nullopt;
  return half ? std::optional(half->value) : std::nullopt;
}

std::optional<Decimal> behind(const Decimal& last) {
  if (last.is_negative()) return Decimal(0);
  const auto twice = last.times(2);
  const auto above = twice ? twice->value.plus(1) : std::nullopt;
  return above ? std::optional(above->value) : std::nullopt;
}

std::optional<FeelDate> before(const FeelDate& first) { return FeelDate{first.days - 1}; }
std::optional<FeelDate> between(const FeelDate& low, const FeelDate&) {
  return FeelDate{low.days + 1};
}
std::optional<FeelDate> behind(const FeelDate& last) { return FeelDate{last.days + 1}; }

std::optional<std::string> before(const std::string&) { return ""; }
std::optional<std::string> between(const std::string& low, const std::string&) {
  return low + '\0';
}
std::optional<std::string> behind(const std::string& last) { return last + '\0'; }

/// A value of every stretch; empty where one cannot be named.
template <typename T>
std::vector<T> samples(const std::vector<T>& bounds, const T& any) {
  std::vector<T> out;
  if (bounds.empty()) return {any};
  for (std::size_t i = 0; i <= bounds.size(); ++i) {
    const auto sample = i == 0               ? before(bounds[0])
                        : i == bounds.size() ? behind(bounds[i - 1])
                                             : between(bounds[i - 1], bounds[i]);
    if (!sample) return {};
    out.push_back(*sample);
    if (i < bounds.size()) out.push_back(bounds[i]);
  }
  return out;
}

/// Whether the samples of numbers lie where they belong: rounding may have moved one.
bool in_order(const std::vector<Decimal>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

CellBits answer(const IndexedCell& cell, const Value& value, const Context& constants) {
  return cell_bits(court_answer(*cell.test, value, constants), value);
}

/// Puts each cell to the stretches that its own bounds leave: within them its answer is the same.
template <typename T>
bool put(const std::vector<IndexedCell>& cells, const T& any, const Context& constants,
         PartedByBounds<T>& parted) {
  collect(cells, parted.bounds);
  parted.masks.resize(2 * parted.bounds.size() + 1);
  const std::vector<T> all = samples(parted.bounds, any);
  if (all.size() != parted.masks.size()) return false;
  if constexpr (std::is_same_v<T, Decimal>) {
    if (!in_order(all)) return false;
  }
  for (const IndexedCell& cell : cells) {
    PartedByBounds<T> own;
    collect({cell}, own.bounds);
    const std::vector<T> values = samples(own.bounds, any);
    if constexpr (std::is_same_v<T, Decimal>) {
      if (!in_order(values)) return false;
    }
    std::vector<CellBits> answers;
    for (const T& value : values) answers.push_back(answer(cell, Value(value), constants));
    for (std::size_t i = 0; i < all.size(); ++i) {
      parted.masks[i].set(cell.rule, answers[own.place(all[i])]);
    }
  }
  return true;
}

template <typename T>
void pass_all(PartedByBounds<T>& parted, std::uint64_t rules) {
  for (RuleMasks& masks : parted.masks) masks.yes |= rules;
}

}  // namespace

bool RowIndex::build(const std::vector<IndexedCell>& cells, std::uint64_t rules,
                     const Context& constants) {
  if (!put(cells, Decimal(0), constants, numbers_) || !put(cells, FeelDate{}, constants, days_) ||
      !put(cells, std::string(), constants, texts_)) {
    return false;
  }
  put_to_all(cells, constants);
  std::uint64_t free_rules = rules;
  for (const IndexedCell& cell : cells) free_rules &= ~(std::uint64_t{1} << cell.rule);
  pass_all(numbers_, free_rules);
  pass_all(days_, free_rules);
  pass_all(texts_, free_rules);
  for (RuleMasks& masks : truths_) masks.yes |= free_rules;
  for (RuleMasks& masks : gaps_) masks.yes |= free_rules;
  return true;
}

const RuleMasks* RowIndex::find(const Value& value) const {
  if (const auto* number = value.as<Decimal>()) return &numbers_.masks[numbers_.place(*number)];
  if (const auto* text = value.as<std::string>()) return &texts_.masks[texts_.place(*text)];
  if (const auto* date = value.as<FeelDate>()) return &days_.masks[days_.place(*date)];
  if (const auto* truth = value.as<bool>()) return &truths_[*truth ? 1 : 0];
  const auto* null = value.as<Null>();
  if (null == nullptr) return nullptr;
  return &gaps_[(null->missing.empty() ? 0U : 1U) + (null->errors.empty() ? 0U : 2U)];
}

void RowIndex::put_to_all(const std::vector<IndexedCell>& cells, const Context& constants) {
  for (const IndexedCell& cell : cells) {
    truths_[0].set(cell.rule, answer(cell, Value(false), constants));
    truths_[1].set(cell.rule, answer(cell, Value(true), constants));
    gaps_[0].set(cell.rule, answer(cell, Value(), constants));
    gaps_[1].set(cell.rule, answer(cell, Value::missing("a fact"), constants));
    gaps_[2].set(cell.rule, answer(cell, Value::error("a fault"), constants));
    gaps_[3].set(cell.rule, answer(cell, Value(Null{{"a fact"}, {"a fault"}}), constants));
  }
}

}  // namespace recoup
