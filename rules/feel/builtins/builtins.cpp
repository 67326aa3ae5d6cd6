#include "builtins.hpp"

#include <array>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/type.hpp"

namespace recoup {
namespace {

std::array<std::span<const Builtin>, 9> all_builtins() {
  return {number_builtins(), string_builtins(),    pattern_builtins(),
          list_builtins(),   statistic_builtins(), context_builtins(),
          range_builtins(),  date_builtins(),      conversion_builtins()};
}

struct Parameter {
  std::string_view name;
  bool optional = false;
  bool any_number = false;
};

using Parameters = std::vector<Parameter>;

Parameters parameters_of(std::string_view written) {
  Parameters parameters;
  if (written.empty()) return parameters;
  for (std::string_view name : split(written, ',')) {
    Parameter parameter{name, name.back() == '?', name.back() == '*'};
    if (parameter.optional || parameter.any_number) parameter.name.remove_suffix(1);
    parameters.push_back(parameter);
  }
  return parameters;
}

Value wrong_call(const Builtin& builtin) {
  return Value::error(std::string(builtin.name) + " is called with (" +
                      std::string(builtin.parameters) + ")");
}

/// The arguments in the order of the parameters, or nothing where a name or the number is wrong.
std::optional<std::vector<Value>> in_order(const Parameters& parameters,
                                           const std::vector<Value>& arguments,
                                           const std::vector<std::string>& names) {
  std::vector<std::optional<Value>> places(parameters.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t place = 0;
    while (place < parameters.size() && parameters[place].name != names[i]) ++place;
    if (place == parameters.size() || places[place]) return std::nullopt;
    places[place] = arguments[i];
  }
  while (!places.empty() && !places.back()) places.pop_back();
  std::vector<Value> ordered;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i] && !parameters[i].optional) return std::nullopt;
    ordered.push_back(places[i] ? std::move(*places[i]) : Value());
  }
  return ordered;
}

bool fits(const Parameters& parameters, std::size_t count) {
  if (!parameters.empty() && parameters.back().any_number) return count + 1 > parameters.size();
  std::size_t least = 0;
  while (least < parameters.size() && !parameters[least].optional) ++least;
  return count >= least && count <= parameters.size();
}

/// The arguments in order for the first of the function's forms that they fit.
std::optional<BuiltinCall> call_for(const Builtin& builtin, std::vector<Value> arguments,
                                    const std::vector<std::string>& names) {
  std::size_t form = 0;
  for (const std::string_view written : split(builtin.parameters, '|')) {
    const Parameters parameters = parameters_of(written);
    if (names.empty() && fits(parameters, arguments.size())) {
      return BuiltinCall{std::move(arguments), true, nullptr, form, false};
    }
    if (!names.empty()) {
      auto ordered = in_order(parameters, arguments, names);
      if (ordered && fits(parameters, ordered->size())) {
        return BuiltinCall{std::move(*ordered), true, nullptr, form, true};
      }
    }
    ++form;
  }
  return std::nullopt;
}

Value unknown_argument(const std::vector<Value>& arguments) {
  Value unknown;
  for (const Value& argument : arguments) {
    if (argument.is_unknown()) unknown = merged_null(unknown, argument);
  }
  return unknown;
}

/// Puts named arguments in the order of the parameters. Nothing where a name is none of them.
std::optional<std::vector<Value>> ordered_for(const Function& function,
                                              std::vector<Value> arguments,
                                              const std::vector<std::string>& names) {
  if (names.empty()) return arguments;
  std::vector<Value> ordered(arguments.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t place = 0;
    while (place < names.size() && function.parameters[place] != names[i]) ++place;
    if (place == names.size()) return std::nullopt;
    ordered[place] = std::move(arguments[i]);
  }
  return ordered;
}

}  // namespace

std::vector<std::string_view> builtin_names() {
  std::vector<std::string_view> names;
  for (const auto& group : all_builtins()) {
    for (const Builtin& builtin : group) names.push_back(builtin.name);
  }
  return names;
}

const Builtin* find_builtin(std::string_view name) {
  for (const auto& group : all_builtins()) {
    for (const Builtin& builtin : group) {
      if (builtin.name == name) return &builtin;
    }
  }
  return nullptr;
}

Value function_of(const Builtin& builtin) {
  Function function;
  const std::string_view first = split(builtin.parameters, '|').front();
  for (const Parameter& parameter : parameters_of(first)) {
    function.parameters.emplace_back(parameter.name);
  }
  function.builtin = &builtin;
  return Value(std::make_shared<const Function>(std::move(function)));
}

Value call_builtin(const Builtin& builtin, std::vector<Value> arguments,
                   const std::vector<std::string>& names, const CallSite& site) {
  auto call = call_for(builtin, std::move(arguments), names);
  if (!call) return wrong_call(builtin);
  if (!builtin.takes_unknown) {
    Value unknown = unknown_argument(call->arguments);
    if (unknown.is_unknown()) return unknown;
  }
  call->budget = site.budget;
  for (const Value& argument : call->arguments) site.budget->pay_for_reading(argument);
  if (site.budget->steps_left <= 0) return Value::error("the evaluation takes too long");
  Value result = site.budget->admit(builtin.call(*call));
  *site.exact = *site.exact && call->exact;
  return result;
}

Value call_function(const Function& function, std::vector<Value> arguments,
                    const std::vector<std::string>& names, const CallSite& site) {
  if (function.builtin != nullptr) {
    return call_builtin(*function.builtin, std::move(arguments), names, site);
  }
  if (arguments.size() != function.parameters.size()) {
    return Value::error("the function takes " + std::to_string(function.parameters.size()) +
                        " arguments");
  }
  auto ordered = ordered_for(function, std::move(arguments), names);
  if (!ordered) return Value::error("the function has no parameter of one of these names");
  for (std::size_t i = 0; i < function.types.size() && i < ordered->size(); ++i) {
    Value& argument = (*ordered)[i];
    if (function.types[i] == nullptr || argument.is_null()) continue;
    argument = coerced(std::move(argument), *function.types[i]);
    if (argument.is_null()) return argument;
  }
  Evaluated result = function.call(*ordered, *site.budget);
  *site.exact = *site.exact && result.exact;
  return std::move(result.value);
}

Value wrong_type(const Value& found, std::string_view expected) {
  const Value fault =
      Value::error(std::string(type_name(found)) + " where " + std::string(expected) + " belongs");
  return merged_null(found, fault);
}

Value::List elements_of(const BuiltinCall& call) {
  if (call.arguments.size() == 1) {
    if (const auto* list = call.arguments[0].as<Value::List>()) return *list;
  }
  return call.arguments;
}

std::optional<Value> unknown_among(const Value::List& list) {
  Value merged = unknown_argument(list);
  if (!merged.is_unknown()) return std::nullopt;
  return merged;
}

std::optional<Value::List> list_argument(const BuiltinCall& call, std::size_t index) {
  const Value& argument = call.arguments[index];
  if (argument.is_null()) return std::nullopt;
  if (const auto* list = argument.as<Value::List>()) return *list;
  return Value::List{argument};
}

const std::string* text_argument(const BuiltinCall& call, std::size_t index) {
  const auto* list = call.arguments[index].as<Value::List>();
  const bool is_single = list != nullptr && list->size() == 1;
  return (is_single ? list->front() : call.arguments[index]).as<std::string>();
}

std::optional<Int128> whole_argument(const BuiltinCall& call, std::size_t index) {
  const auto* number = call.arguments[index].as<Decimal>();
  const auto cut = number == nullptr ? std::nullopt : number->rounded(0, Rounding::down);
  return cut ? cut->value.whole() : std::nullopt;
}

}  // namespace recoup
