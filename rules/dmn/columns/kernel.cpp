// Tests of a column: made by asking the ordinary evaluator, run as comparisons of whole numbers.
#include "kernel.hpp"

#include <algorithm>
#include <limits>

#include "graph.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

bool add_bound(const Value& value, std::vector<Value>& bounds) {
  if (const auto* list = value.as<Value::List>()) {
    return std::all_of(list->begin(), list->end(),
                       [&](const Value& element) { return add_bound(element, bounds); });
  }
  if (const auto* range = value.as<Range>()) {
    return (range->low.empty() || add_bound(range->low.front(), bounds)) &&
           (range->high.empty() || add_bound(range->high.front(), bounds));
  }
  bounds.push_back(value);
  return value.is_null() || value.as<bool>() != nullptr || value.as<Decimal>() != nullptr ||
         value.as<std::string>() != nullptr || value.as<FeelDate>() != nullptr;
}

/// Adds the first number of the column that is not below the bound, and the first above it: between
/// two of these no answer changes.
void add_starts(const Decimal& bound, int decimals, std::vector<std::int64_t>& starts) {
  const auto from = bound.rounded(decimals, Rounding::ceiling);
  const auto below = bound.rounded(decimals, Rounding::floor);
  for (const auto& [number, step] : {std::pair{from, 0}, std::pair{below, 1}}) {
    const auto scaled = number ? number->value.minor_units(decimals) : std::nullopt;
    // A bound beyond every number of the column parts none of them.
    if (!scaled || *scaled + step > highest || *scaled + step <= lowest) continue;
    starts.push_back(static_cast<std::int64_t>(*scaled) + step);
  }
}

std::vector<std::int64_t> starts_of(const std::vector<Value>& bounds, const FactColumn& column) {
  std::vector<std::int64_t> starts;
  for (const Value& bound : bounds) {
    const auto* number = bound.as<Decimal>();
    const auto* date = bound.as<FeelDate>();
    if (column.kind() == FactColumn::Kind::number && number != nullptr) {
      add_starts(*number, column.decimals(), starts);
    } else if (column.kind() == FactColumn::Kind::date && date != nullptr) {
      // A day beyond every day of the column parts none of them.
      if (!calendar_date(*date)) continue;
      starts.push_back(date->days);
      starts.push_back(date->days + 1);
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

Value sample_of(const FactColumn& column, std::int64_t number) {
  if (column.kind() == FactColumn::Kind::date) {
    return Value(Date(std::chrono::days(static_cast<std::int32_t>(number))));
  }
  return Value(Decimal::scaled(number, column.decimals()).value);
}

}  // namespace

Value court_value(const Expression& expression, const Context& variables) {
  FeelBudget budget = budget_for(DecisionMode::court);
  return expression.evaluate(variables, budget).value;
}

Value court_answer(const UnaryTests& tests, const Value& input, const Context& variables) {
  FeelBudget budget = budget_for(DecisionMode::court);
  return tests.test(input, variables, budget).value;
}

CellBits cell_bits(const Value& passed, const Value& input) {
  if (passed.is_true()) return cell_yes;
  CellBits bits = 0;
  const auto add = [&](const Value& value) {
    const Null* null = value.as<Null>();
    if (null == nullptr) return;
    if (!null->missing.empty()) bits |= cell_missing;
    if (!null->errors.empty()) bits |= cell_error;
  };
  add(passed);
  if (passed.is_false()) add(input);
  return bits;
}

std::optional<std::vector<Value>> bounds_of(const SimpleTest& test, const Context& constants) {
  std::vector<Value> bounds;
  for (const SimplePart& part : test.parts) {
    for (const SimpleBound& bound : part.bounds) {
      const Value* value = &bound.constant;
      if (!bound.variable.empty()) value = constants.find(bound.variable);
      if (value == nullptr || !add_bound(*value, bounds)) return std::nullopt;
    }
  }
  return bounds;
}

CellKernel make_kernel(const UnaryTests& test, const std::vector<Value>& bounds,
                       const FactColumn& column, std::size_t place, const Context& constants) {
  const auto answer = [&](const Value& input) {
    return cell_bits(court_answer(test, input, constants), input);
  };
  CellKernel kernel;
  kernel.column = place;
  kernel.when_null = answer(Value());
  kernel.when_missing = answer(Value::missing(column.name()));
  if (column.kind() == FactColumn::Kind::truth) {
    kernel.by_code = {answer(Value(false)), answer(Value(true))};
    return kernel;
  }
  if (column.kind() == FactColumn::Kind::text) {
    for (const std::string& text : column.dictionary()) {
      kernel.by_code.push_back(answer(Value(text)));
    }
    return kernel;
  }
  const std::vector<std::int64_t> starts = starts_of(bounds, column);
  for (std::size_t i = 0; i <= starts.size(); ++i) {
    const std::int64_t sample = i > 0 ? starts[i - 1] : starts.empty() ? 0 : starts[0] - 1;
    const CellKernel::Stretch stretch{i < starts.size() ? starts[i] - 1 : highest,
                                      answer(sample_of(column, sample))};
    if (!kernel.stretches.empty() && kernel.stretches.back().answer == stretch.answer) {
      kernel.stretches.back().last = stretch.last;
    } else {
      kernel.stretches.push_back(stretch);
    }
  }
  return kernel;
}

CellKernel uniform_kernel(CellBits answer) {
  CellKernel kernel;
  kernel.when_null = answer;
  return kernel;
}

}  // namespace recoup
