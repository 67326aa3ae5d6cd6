// Functions of lists. Those that take any number of arguments take one list of them as well.

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "operators.hpp"

namespace recoup {
namespace {

Value not_a_list(const BuiltinCall& call) { return wrong_type(call.arguments[0], "a list"); }

/// The place in a list of `size` that a position from 1, or from -1 at the end, names.
std::optional<std::size_t> place_of(const BuiltinCall& call, std::size_t index, std::size_t size) {
  const auto position = whole_argument(call, index);
  const auto count = static_cast<Int128>(size);
  if (!position || *position == 0 || *position > count || *position < -count) return std::nullopt;
  return static_cast<std::size_t>(*position > 0 ? *position - 1 : count + *position);
}

Value no_such_place() { return Value::error("the list has no such position"); }

Value count(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  return Value(Decimal(static_cast<int>(list->size())));
}

Value list_contains(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  return has_element(*list, call.arguments[1]);
}

/// Every element must be true, false or null.
template <Value (*join)(const Value&, const Value&), bool start>
Value quantified(BuiltinCall& call) {
  if (call.arguments.size() == 1 && call.arguments[0].is_null()) return not_a_list(call);
  Value result(start);
  for (const Value& element : elements_of(call)) result = join(result, element);
  return result;
}

Value sublist(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  const auto begin = place_of(call, 1, list->size());
  if (!begin) return no_such_place();
  std::size_t length = list->size() - *begin;
  if (call.arguments.size() > 2) {
    const auto asked = whole_argument(call, 2);
    if (!asked || *asked < 1 || *asked > static_cast<Int128>(length)) return no_such_place();
    length = static_cast<std::size_t>(*asked);
  }
  const auto from = list->begin() + static_cast<std::ptrdiff_t>(*begin);
  return Value(Value::List(from, from + static_cast<std::ptrdiff_t>(length)));
}

Value append(BuiltinCall& call) {
  auto joined = list_argument(call, 0);
  if (!joined) return not_a_list(call);
  joined->insert(joined->end(), call.arguments.begin() + 1, call.arguments.end());
  return Value(std::move(*joined));
}

Value concatenate(BuiltinCall& call) {
  Value::List joined;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const auto list = list_argument(call, i);
    if (!list) return wrong_type(call.arguments[i], "a list");
    joined.insert(joined.end(), list->begin(), list->end());
  }
  return Value(std::move(joined));
}

Value insert_before(BuiltinCall& call) {
  auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  const auto place = place_of(call, 1, list->size());
  if (!place) return no_such_place();
  list->insert(list->begin() + static_cast<std::ptrdiff_t>(*place), call.arguments[2]);
  return Value(std::move(*list));
}

Value remove(BuiltinCall& call) {
  auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  const auto place = place_of(call, 1, list->size());
  if (!place) return no_such_place();
  list->erase(list->begin() + static_cast<std::ptrdiff_t>(*place));
  return Value(std::move(*list));
}

/// What the function says of two values, or null where it is no test of two.
Value answer_of(const Value& function, const Value& one, const Value& other, BuiltinCall& call) {
  const auto* test = function.as<std::shared_ptr<const Function>>();
  if (test == nullptr) return wrong_type(function, "a function");
  Value answer = call_function(**test, {one, other}, {}, {call.budget, &call.exact});
  if (answer.as<bool>() == nullptr && !answer.is_null()) return wrong_type(answer, "a boolean");
  return answer;
}

Value list_replace(BuiltinCall& call) {
  auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  if (call.arguments[1].as<std::shared_ptr<const Function>>() == nullptr) {
    const auto place = place_of(call, 1, list->size());
    if (!place) return no_such_place();
    (*list)[*place] = call.arguments[2];
    return Value(std::move(*list));
  }
  for (Value& element : *list) {
    Value answer = answer_of(call.arguments[1], element, call.arguments[2], call);
    if (answer.is_null()) return answer;
    if (answer.is_true()) element = call.arguments[2];
  }
  return Value(std::move(*list));
}

Value reverse(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  return Value(Value::List(list->rbegin(), list->rend()));
}

Value::List without_doubles(const Value::List& list) {
  Value::List distinct;
  for (const Value& element : list) {
    const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const Value& one) {
      return equal(one, element).value_or(false);
    });
    if (!known) distinct.push_back(element);
  }
  return distinct;
}

Value distinct_values(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  if (auto unknown = unknown_among(*list)) return std::move(*unknown);
  return Value(without_doubles(*list));
}

Value union_of(BuiltinCall& call) {
  const Value joined = concatenate(call);
  const auto* list = joined.as<Value::List>();
  if (list == nullptr) return joined;
  if (auto unknown = unknown_among(*list)) return std::move(*unknown);
  return Value(without_doubles(*list));
}

Value index_of(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  if (auto unknown = unknown_among(*list)) return std::move(*unknown);
  Value::List places;
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (equal((*list)[i], call.arguments[1]).value_or(false)) {
      places.push_back(Value(Decimal(static_cast<int>(i + 1))));
    }
  }
  return Value(std::move(places));
}

// The depth of a list is bounded by that of the expression or the document that made it.
void flatten_into(const Value::List& list, Value::List& flat) {
  for (const Value& element : list) {
    if (const auto* inner = element.as<Value::List>()) {
      flatten_into(*inner, flat);
    } else {
      flat.push_back(element);
    }
  }
}

Value flatten(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  Value::List flat;
  flatten_into(*list, flat);
  return Value(std::move(flat));
}

/// Merges neighbouring runs, longer and longer ones, asking only whether the right one goes first:
/// equal elements keep their order, and whatever the function says, the sort ends.
Value sort(BuiltinCall& call) {
  auto list = list_argument(call, 0);
  if (!list) return not_a_list(call);
  Value::List from = std::move(*list);
  const std::size_t size = from.size();
  for (std::size_t width = 1; width < size; width *= 2) {
    Value::List merged;
    for (std::size_t begin = 0; begin < size; begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, size);
      const std::size_t end = std::min(begin + 2 * width, size);
      std::size_t left = begin;
      std::size_t right = middle;
      while (left < middle || right < end) {
        Value right_first(left == middle);
        if (left < middle && right < end) {
          right_first = answer_of(call.arguments[1], from[right], from[left], call);
          if (right_first.is_null()) return right_first;
        }
        merged.push_back(from[right_first.is_true() ? right++ : left++]);
      }
    }
    from = std::move(merged);
  }
  return Value(std::move(from));
}

constexpr std::array<Builtin, 16> builtins = {{
    {"count", "list", &count},
    {"list contains", "list,element", &list_contains, true},
    {"all", "list*", &quantified<&both_of, true>, true},
    {"any", "list*", &quantified<&either_of, false>, true},
    {"sublist", "list,start position,length?", &sublist},
    {"append", "list,item*", &append, true},
    {"concatenate", "list*", &concatenate},
    {"insert before", "list,position,newItem", &insert_before},
    {"remove", "list,position", &remove},
    {"list replace", "list,position,newItem|list,match,newItem", &list_replace},
    {"reverse", "list", &reverse},
    {"distinct values", "list", &distinct_values},
    {"union", "list*", &union_of},
    {"index of", "list,match", &index_of},
    {"flatten", "list", &flatten},
    {"sort", "list,precedes", &sort},
}};

}  // namespace

std::span<const Builtin> list_builtins() { return builtins; }

}  // namespace recoup
