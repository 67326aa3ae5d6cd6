// Functions that make one figure of many.

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "operators.hpp"

namespace recoup {
namespace {

Value nothing_there() { return Value::error("the list is empty"); }

Value sum_of(const Value::List& list, bool& exact) {
  if (auto unknown = unknown_among(list)) return std::move(*unknown);
  if (list.empty()) return nothing_there();
  Value sum = list.front();
  if (sum.as<Decimal>() == nullptr && sum.as<DayDuration>() == nullptr &&
      sum.as<MonthDuration>() == nullptr) {
    return wrong_type(sum, "a number");
  }
  for (std::size_t i = 1; i < list.size(); ++i) {
    sum = calculated(FeelOperator::add, sum, list[i], exact);
  }
  return sum;
}

Value mean_of(const Value::List& list, bool& exact) {
  const Value total = sum_of(list, exact);
  const Value count(Decimal(static_cast<int>(list.size())));
  return calculated(FeelOperator::divide, total, count, exact);
}

Value sum(BuiltinCall& call) { return sum_of(elements_of(call), call.exact); }
Value mean(BuiltinCall& call) { return mean_of(elements_of(call), call.exact); }

template <int sign>
Value extreme(BuiltinCall& call) {
  const Value::List list = elements_of(call);
  if (auto unknown = unknown_among(list)) return std::move(*unknown);
  if (list.empty()) return nothing_there();
  Value best = list.front();
  for (const Value& element : list) {
    const auto order = compare(element, best);
    if (!order) return wrong_type(element, "a " + std::string(type_name(best)));
    if (*order * sign > 0) best = element;
  }
  return best;
}

/// The elements as numbers in ascending order, or null where one is none.
Value sorted_numbers(const BuiltinCall& call) {
  Value::List list = elements_of(call);
  if (auto unknown = unknown_among(list)) return std::move(*unknown);
  for (const Value& element : list) {
    if (element.as<Decimal>() == nullptr) return wrong_type(element, "a number");
  }
  std::stable_sort(list.begin(), list.end(), [](const Value& one, const Value& other) {
    return *one.as<Decimal>() < *other.as<Decimal>();
  });
  return Value(std::move(list));
}

Value product(BuiltinCall& call) {
  const Value numbers = sorted_numbers(call);
  const auto* list = numbers.as<Value::List>();
  if (list == nullptr) return numbers;
  if (list->empty()) return nothing_there();
  Value result(Decimal(1));
  for (const Value& factor : elements_of(call)) {
    result = calculated(FeelOperator::multiply, result, factor, call.exact);
  }
  return result;
}

Value median(BuiltinCall& call) {
  const Value numbers = sorted_numbers(call);
  const auto* list = numbers.as<Value::List>();
  if (list == nullptr) return numbers;
  if (list->empty()) return nothing_there();
  const std::size_t middle = list->size() / 2;
  if (list->size() % 2 == 1) return (*list)[middle];
  return mean_of({(*list)[middle - 1], (*list)[middle]}, call.exact);
}

/// The root of the sum of the squares of the distances from the mean over one less than the count.
Value stddev(BuiltinCall& call) {
  const Value numbers = sorted_numbers(call);
  const auto* list = numbers.as<Value::List>();
  if (list == nullptr) return numbers;
  if (list->size() < 2) return Value::error("a deviation needs two numbers");
  const Value mean = mean_of(*list, call.exact);
  Value squares(Decimal(0));
  for (const Value& number : *list) {
    const Value distance = calculated(FeelOperator::subtract, number, mean, call.exact);
    const Value square = calculated(FeelOperator::multiply, distance, distance, call.exact);
    squares = calculated(FeelOperator::add, squares, square, call.exact);
  }
  const Value count(Decimal(static_cast<int>(list->size() - 1)));
  const Value variance = calculated(FeelOperator::divide, squares, count, call.exact);
  const auto* value = variance.as<Decimal>();
  return value == nullptr ? variance : number_value(value->square_root(), call.exact);
}

/// The numbers that stand in the list most often, in ascending order.
Value mode(BuiltinCall& call) {
  const Value numbers = sorted_numbers(call);
  const auto* list = numbers.as<Value::List>();
  if (list == nullptr) return numbers;
  Value::List most;
  std::size_t best = 0;
  for (std::size_t begin = 0; begin < list->size();) {
    std::size_t end = begin;
    while (end < list->size() && *(*list)[end].as<Decimal>() == *(*list)[begin].as<Decimal>()) {
      ++end;
    }
    if (end - begin > best) most.clear();
    best = std::max(best, end - begin);
    if (end - begin == best) most.push_back((*list)[begin]);
    begin = end;
  }
  return Value(std::move(most));
}

constexpr std::array<Builtin, 8> builtins = {{
    {"sum", "list*", &sum},
    {"mean", "list*", &mean},
    {"min", "list*", &extreme<-1>},
    {"max", "list*", &extreme<1>},
    {"product", "list*", &product},
    {"median", "list*", &median},
    {"stddev", "list*", &stddev},
    {"mode", "list*", &mode},
}};

}  // namespace

std::span<const Builtin> statistic_builtins() { return builtins; }

}  // namespace recoup
