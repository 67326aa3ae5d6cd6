// Functions of lists. Those that take any number of arguments take one list of them as well.

#include <array>

#include "builtins.hpp"
#include "operators.hpp"

namespace recoup {
namespace {

/// The elements: of the only argument where it is a list, else the arguments themselves.
Value::List elements(const BuiltinCall& call) {
  if (call.arguments.size() == 1) {
    if (const auto* list = call.arguments[0].as<Value::List>()) return *list;
  }
  return call.arguments;
}

/// Null that carries what is missing in any of the elements, or nothing.
std::optional<Value> unknown_among(const Value::List& list) {
  Value merged;
  for (const Value& element : list) {
    if (element.is_unknown()) merged = merged_null(merged, element);
  }
  if (!merged.is_unknown()) return std::nullopt;
  return merged;
}

Value sum_of(const Value::List& list, bool& exact) {
  if (auto unknown = unknown_among(list)) return std::move(*unknown);
  if (list.empty()) return Value::error("there is nothing to add");
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

Value sum(BuiltinCall& call) { return sum_of(elements(call), call.exact); }

Value mean(BuiltinCall& call) {
  const Value::List list = elements(call);
  const Value total = sum_of(list, call.exact);
  const Value count(Decimal(static_cast<int>(list.size())));
  return calculated(FeelOperator::divide, total, count, call.exact);
}

template <int sign>
Value extreme(BuiltinCall& call) {
  const Value::List list = elements(call);
  if (auto unknown = unknown_among(list)) return std::move(*unknown);
  if (list.empty()) return Value::error("there is nothing to compare");
  Value best = list.front();
  for (const Value& element : list) {
    const auto order = compare(element, best);
    if (!order) return wrong_type(element, "a " + std::string(type_name(best)));
    if (*order * sign > 0) best = element;
  }
  return best;
}

Value count(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  if (list == nullptr) return wrong_type(call.arguments[0], "a list");
  return Value(Decimal(static_cast<int>(list->size())));
}

Value list_contains(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  if (list == nullptr) return wrong_type(call.arguments[0], "a list");
  return has_element(*list, call.arguments[1]);
}

template <Value (*join)(const Value&, const Value&), bool start>
Value quantified(BuiltinCall& call) {
  Value result(start);
  for (const Value& element : elements(call)) result = join(result, element);
  return result;
}

Value append(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  Value::List joined = list != nullptr ? *list : Value::List{call.arguments[0]};
  joined.insert(joined.end(), call.arguments.begin() + 1, call.arguments.end());
  return Value(std::move(joined));
}

Value concatenate(BuiltinCall& call) {
  Value::List joined;
  for (const Value& argument : call.arguments) {
    if (const auto* list = argument.as<Value::List>()) {
      joined.insert(joined.end(), list->begin(), list->end());
    } else {
      joined.push_back(argument);
    }
  }
  return Value(std::move(joined));
}

Value reverse(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  if (list == nullptr) return wrong_type(call.arguments[0], "a list");
  return Value(Value::List(list->rbegin(), list->rend()));
}

Value distinct_values(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  if (list == nullptr) return wrong_type(call.arguments[0], "a list");
  Value::List distinct;
  for (const Value& element : *list) {
    if (!has_element(distinct, element).is_true()) distinct.push_back(element);
  }
  return Value(std::move(distinct));
}

Value index_of(BuiltinCall& call) {
  const auto* list = call.arguments[0].as<Value::List>();
  if (list == nullptr) return wrong_type(call.arguments[0], "a list");
  Value::List places;
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (equal((*list)[i], call.arguments[1]).value_or(false)) {
      places.push_back(Value(Decimal(static_cast<int>(i + 1))));
    }
  }
  return Value(std::move(places));
}

constexpr std::array<Builtin, 13> builtins = {{
    {"count", "list", &count},
    {"sum", "list*", &sum},
    {"mean", "list*", &mean},
    {"min", "list*", &extreme<-1>},
    {"max", "list*", &extreme<1>},
    {"list contains", "list,element", &list_contains, true},
    {"all", "list*", &quantified<&both_of, true>, true},
    {"any", "list*", &quantified<&either_of, false>, true},
    {"append", "list,item*", &append, true},
    {"concatenate", "list*", &concatenate},
    {"reverse", "list", &reverse},
    {"distinct values", "list", &distinct_values},
    {"index of", "list,match", &index_of},
}};

}  // namespace

std::span<const Builtin> list_builtins() { return builtins; }

}  // namespace recoup
