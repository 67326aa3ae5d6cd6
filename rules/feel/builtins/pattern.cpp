// Functions that search by a regular expression.

#include "pattern.hpp"

#include <array>

#include "builtins.hpp"
#include "recoup/base/error.hpp"

namespace recoup {
namespace {

Value fault(const Error& error) { return Value::error(message(error)); }

/// The pattern in argument 1 with the flags in argument `flags`, where there is one.
Result<Pattern> pattern_of(const BuiltinCall& call, std::size_t flags) {
  const auto* expression = text_argument(call, 1);
  std::string given;
  if (call.arguments.size() > flags && !call.arguments[flags].is_null()) {
    const auto* text = text_argument(call, flags);
    if (text == nullptr) return Error{ErrorCode::malformed, "no text", "flags as a text", {}};
    given = *text;
  }
  if (expression == nullptr) return Error{ErrorCode::malformed, "no text", "a pattern", {}};
  return Pattern::read(*expression, given);
}

Value matches(BuiltinCall& call) {
  const auto* input = text_argument(call, 0);
  const auto pattern = pattern_of(call, 2);
  if (input == nullptr) return wrong_type(call.arguments[0], "a string");
  if (!pattern) return fault(pattern.error());
  const auto met = pattern.value().meets(*input);
  return met ? Value(met.value()) : fault(met.error());
}

Value replace(BuiltinCall& call) {
  const auto* input = text_argument(call, 0);
  const auto* replacement = text_argument(call, 2);
  const auto pattern = pattern_of(call, 3);
  if (input == nullptr) return wrong_type(call.arguments[0], "a string");
  if (replacement == nullptr) return wrong_type(call.arguments[2], "a string");
  if (!pattern) return fault(pattern.error());
  auto replaced = pattern.value().replaced(*input, *replacement);
  return replaced ? Value(std::move(replaced).value()) : fault(replaced.error());
}

Value split(BuiltinCall& call) {
  const auto* input = text_argument(call, 0);
  const auto pattern = pattern_of(call, 2);
  if (input == nullptr) return wrong_type(call.arguments[0], "a string");
  if (!pattern) return fault(pattern.error());
  const auto parts = pattern.value().split(*input);
  if (!parts) return fault(parts.error());
  Value::List list;
  for (const std::string& part : parts.value()) list.push_back(Value(part));
  return Value(std::move(list));
}

constexpr std::array<Builtin, 3> builtins = {{
    {"matches", "input,pattern,flags?", &matches},
    {"replace", "input,pattern,replacement,flags?", &replace},
    {"split", "string,delimiter", &split},
}};

}  // namespace

std::span<const Builtin> pattern_builtins() { return builtins; }

}  // namespace recoup
