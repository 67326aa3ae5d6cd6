#include "builtins.hpp"

#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::array<std::span<const Builtin>, 4> all_builtins() {
  return {number_builtins(), string_builtins(), list_builtins(), conversion_builtins()};
}

struct Parameter {
  std::string_view name;
  bool optional = false;
  bool any_number = false;
};

std::vector<Parameter> parameters_of(const Builtin& builtin) {
  std::vector<Parameter> parameters;
  if (builtin.parameters.empty()) return parameters;
  for (std::string_view name : split(builtin.parameters, ',')) {
    Parameter parameter{name, name.back() == '?', name.back() == '*'};
    if (parameter.optional || parameter.any_number) parameter.name.remove_suffix(1);
    parameters.push_back(parameter);
  }
  return parameters;
}

Value wrong_count(const Builtin& builtin) {
  return Value::error(std::string(builtin.name) + " is called with (" +
                      std::string(builtin.parameters) + ")");
}

/// The arguments in the order of the parameters, or nothing where a name or the number is wrong.
std::optional<std::vector<Value>> in_order(const std::vector<Parameter>& parameters,
                                           std::vector<Value> arguments,
                                           const std::vector<std::string>& names) {
  if (names.empty()) return arguments;
  std::vector<std::optional<Value>> places(parameters.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t place = 0;
    while (place < parameters.size() && parameters[place].name != names[i]) ++place;
    if (place == parameters.size() || places[place]) return std::nullopt;
    places[place] = std::move(arguments[i]);
  }
  while (!places.empty() && !places.back()) places.pop_back();
  std::vector<Value> ordered;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i] && !parameters[i].optional) return std::nullopt;
    ordered.push_back(places[i] ? std::move(*places[i]) : Value());
  }
  return ordered;
}

bool fits(const std::vector<Parameter>& parameters, std::size_t count) {
  if (!parameters.empty() && parameters.back().any_number) return count + 1 >= parameters.size();
  std::size_t least = 0;
  while (least < parameters.size() && !parameters[least].optional) ++least;
  return count >= least && count <= parameters.size();
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

Value call_builtin(const Builtin& builtin, std::vector<Value> arguments,
                   const std::vector<std::string>& names, bool& exact) {
  const std::vector<Parameter> parameters = parameters_of(builtin);
  auto ordered = in_order(parameters, std::move(arguments), names);
  if (!ordered || !fits(parameters, ordered->size())) return wrong_count(builtin);
  if (!builtin.takes_unknown) {
    Value unknown;
    for (const Value& argument : *ordered) {
      if (argument.is_unknown()) unknown = merged_null(unknown, argument);
    }
    if (unknown.is_unknown()) return unknown;
  }
  BuiltinCall call{std::move(*ordered), true};
  Value result = builtin.call(call);
  exact = exact && call.exact;
  return result;
}

Value wrong_type(const Value& found, std::string_view expected) {
  const Value fault =
      Value::error(std::string(type_name(found)) + " where " + std::string(expected) + " belongs");
  return merged_null(found, fault);
}

}  // namespace recoup
