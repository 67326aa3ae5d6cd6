// Functions of numbers.

#include <array>

#include "builtins.hpp"
#include "operators.hpp"

namespace recoup {
namespace {

/// The scale of a rounding as an int; a fraction is cut off. Nothing outside the language's range.
std::optional<int> scale_of(const BuiltinCall& call) {
  if (call.arguments.size() < 2) return 0;
  const auto* number = call.arguments[1].as<Decimal>();
  if (number == nullptr) return std::nullopt;
  const auto cut = number->rounded(0, Rounding::down);
  const auto scale = cut ? cut->value.whole() : std::nullopt;
  if (!scale || *scale < -Decimal::exponent_max || *scale > -Decimal::exponent_min) {
    return std::nullopt;
  }
  return static_cast<int>(*scale);
}

// A rounding that the text asks for is a named step, and no loss of exactness.
Value rounded(BuiltinCall& call, Rounding rounding) {
  const auto* number = call.arguments[0].as<Decimal>();
  const auto scale = scale_of(call);
  if (number == nullptr) return wrong_type(call.arguments[0], "a number");
  if (!scale) return wrong_type(call.arguments[1], "a scale");
  bool ignored = true;
  return number_value(number->rounded(*scale, rounding), ignored);
}

template <Rounding rounding>
Value round_to(BuiltinCall& call) {
  return rounded(call, rounding);
}

Value absolute(BuiltinCall& call) {
  const Value& value = call.arguments[0];
  if (const auto* number = value.as<Decimal>()) {
    return Value(number->is_negative() ? number->negated() : *number);
  }
  if (const auto* duration = value.as<DayDuration>()) {
    return Value(DayDuration{duration->nanos < 0 ? -duration->nanos : duration->nanos});
  }
  if (const auto* duration = value.as<MonthDuration>()) {
    return Value(MonthDuration{duration->months < 0 ? -duration->months : duration->months});
  }
  return wrong_type(value, "a number or a duration");
}

/// The remainder with the sign of the divisor.
Value modulo(BuiltinCall& call) {
  const auto* dividend = call.arguments[0].as<Decimal>();
  const auto* divisor = call.arguments[1].as<Decimal>();
  if (dividend == nullptr) return wrong_type(call.arguments[0], "a number");
  if (divisor == nullptr) return wrong_type(call.arguments[1], "a number");
  if (divisor->is_zero()) return Value::error("a division by zero");
  const auto quotient = dividend->over(*divisor);
  const auto whole = quotient ? quotient->value.rounded(0, Rounding::floor) : std::nullopt;
  const auto product = whole ? whole->value.times(*divisor) : std::nullopt;
  if (!product) return Value::error("the result is no number of the language");
  call.exact = product->exact;
  return number_value(dividend->minus(product->value), call.exact);
}

Value is_parity(const BuiltinCall& call, bool odd) {
  const auto* number = call.arguments[0].as<Decimal>();
  if (number == nullptr) return wrong_type(call.arguments[0], "a number");
  const auto whole = number->whole();
  if (!whole) return wrong_type(call.arguments[0], "a whole number");
  return Value((*whole % 2 != 0) == odd);
}

Value is_odd(BuiltinCall& call) { return is_parity(call, true); }
Value is_even(BuiltinCall& call) { return is_parity(call, false); }

template <std::optional<Calculated> (Decimal::*function)() const>
Value function_of_number(BuiltinCall& call) {
  const auto* number = call.arguments[0].as<Decimal>();
  if (number == nullptr) return wrong_type(call.arguments[0], "a number");
  return number_value((number->*function)(), call.exact);
}

constexpr std::array<Builtin, 14> builtins = {{
    {"decimal", "n,scale", &round_to<Rounding::half_even>},
    {"floor", "n,scale?", &round_to<Rounding::floor>},
    {"ceiling", "n,scale?", &round_to<Rounding::ceiling>},
    {"round up", "n,scale", &round_to<Rounding::up>},
    {"round down", "n,scale", &round_to<Rounding::down>},
    {"round half up", "n,scale", &round_to<Rounding::half_up>},
    {"round half down", "n,scale", &round_to<Rounding::half_down>},
    {"abs", "n", &absolute},
    {"modulo", "dividend,divisor", &modulo},
    {"odd", "number", &is_odd},
    {"sqrt", "number", &function_of_number<&Decimal::square_root>},
    {"log", "number", &function_of_number<&Decimal::logarithm>},
    {"exp", "number", &function_of_number<&Decimal::exponential>},
    {"even", "number", &is_even},
}};

}  // namespace

std::span<const Builtin> number_builtins() { return builtins; }

}  // namespace recoup
