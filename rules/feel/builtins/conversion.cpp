// Functions that make one kind of value out of another, and "not".

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "operators.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

Value not_function(BuiltinCall& call) { return negation(call.arguments[0]); }

Value string_function(BuiltinCall& call) {
  if (call.arguments[0].is_null()) return call.arguments[0];
  return Value(text(call.arguments[0]));
}

Value number_function(BuiltinCall& call) {
  const auto* written = call.arguments[0].as<std::string>();
  if (written == nullptr) return wrong_type(call.arguments[0], "a string");
  const auto separator = [&](std::size_t index) -> std::string {
    if (call.arguments.size() <= index) return "";
    const auto* sign = call.arguments[index].as<std::string>();
    return sign == nullptr ? "" : *sign;
  };
  std::string plain = *written;
  if (const std::string grouping = separator(1); grouping.size() == 1) {
    plain.erase(std::remove(plain.begin(), plain.end(), grouping.front()), plain.end());
  }
  if (const std::string mark = separator(2); mark.size() == 1) {
    std::replace(plain.begin(), plain.end(), mark.front(), '.');
  }
  const auto number = Decimal::parse(plain);
  if (!number) return wrong_type(call.arguments[0], "a number as text");
  call.exact = number.value().exact;
  return Value(number.value().value);
}

Value date_function(BuiltinCall& call) {
  if (call.arguments.size() == 1) {
    if (call.arguments[0].as<Date>() != nullptr) return call.arguments[0];
    const auto* written = call.arguments[0].as<std::string>();
    if (written == nullptr) return wrong_type(call.arguments[0], "a string or a date");
    return date_value(*written);
  }
  std::array<Int128, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (call.arguments.size() <= i) return Value::error("a date of year, month and day");
    const auto* number = call.arguments[i].as<Decimal>();
    const auto whole = number == nullptr ? std::nullopt : number->whole();
    if (!whole || *whole < 1 || *whole > 9999)
      return wrong_type(call.arguments[i], "a whole number");
    parts[i] = *whole;
  }
  const auto date = make_date(static_cast<int>(parts[0]), static_cast<unsigned>(parts[1]),
                              static_cast<unsigned>(parts[2]));
  return date ? Value(*date) : Value::error("a day that the calendar does not have");
}

Value duration_function(BuiltinCall& call) {
  const auto* written = call.arguments[0].as<std::string>();
  if (written == nullptr) return wrong_type(call.arguments[0], "a string");
  return duration_value(*written);
}

constexpr std::array<Builtin, 5> builtins = {{
    {"not", "negand", &not_function},
    {"string", "from", &string_function},
    {"number", "from,grouping separator?,decimal separator?", &number_function},
    {"date", "from,month?,day?", &date_function},
    {"duration", "from", &duration_function},
}};

}  // namespace

std::span<const Builtin> conversion_builtins() { return builtins; }

}  // namespace recoup
