// builtins.hpp: the functions that the language brings with it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

/// Arguments of a call, in the order of the parameters; trailing ones that may be left out may be.
struct BuiltinCall {
  std::vector<Value> arguments;
  bool exact = true;
};

/// One function. `parameters` are separated by commas; one that may be left out ends in "?", and
/// one that takes any number of arguments, or one list of them, ends in "*".
struct Builtin {
  std::string_view name;
  std::string_view parameters;
  Value (*call)(BuiltinCall&);
  /// Whether the function is called although an argument is unknown.
  bool takes_unknown = false;
};

[[nodiscard]] std::span<const Builtin> number_builtins();
[[nodiscard]] std::span<const Builtin> string_builtins();
[[nodiscard]] std::span<const Builtin> list_builtins();
[[nodiscard]] std::span<const Builtin> conversion_builtins();

/// Every name, for the parser.
[[nodiscard]] std::vector<std::string_view> builtin_names();
[[nodiscard]] const Builtin* find_builtin(std::string_view name);

/// Puts named arguments in the order of the parameters and calls the function. `names` is empty
/// where the arguments stand in order. Null with a reason where names or their number do not fit.
[[nodiscard]] Value call_builtin(const Builtin& builtin, std::vector<Value> arguments,
                                 const std::vector<std::string>& names, bool& exact);

/// Null that says which type was found where another one belongs.
[[nodiscard]] Value wrong_type(const Value& found, std::string_view expected);

}  // namespace recoup
