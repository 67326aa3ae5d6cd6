// builtins.hpp: the functions that the language brings with it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

/// The evaluation in which something is called.
struct CallSite {
  FeelBudget* budget = nullptr;
  bool* exact = nullptr;  ///< Cleared where digits are lost.
};

/// Arguments of a call, in the order of the parameters; trailing ones that may be left out may be.
struct BuiltinCall {
  std::vector<Value> arguments;
  bool exact = true;
  FeelBudget* budget = nullptr;
  /// Which of the function's ways to be called was meant.
  std::size_t form = 0;
  bool is_named = false;  ///< Whether the arguments were given by name.
};

/// One function. `parameters` are separated by commas; one that may be left out ends in "?", and
/// one that takes any number of arguments, or one list of them, ends in "*". Where the function can
/// be called in several ways, a bar stands between them.
struct Builtin {
  std::string_view name;
  std::string_view parameters;
  Value (*call)(BuiltinCall&);
  /// Whether the function is called although an argument is unknown.
  bool takes_unknown = false;
};

[[nodiscard]] std::span<const Builtin> number_builtins();
[[nodiscard]] std::span<const Builtin> string_builtins();
[[nodiscard]] std::span<const Builtin> pattern_builtins();
[[nodiscard]] std::span<const Builtin> list_builtins();
[[nodiscard]] std::span<const Builtin> statistic_builtins();
[[nodiscard]] std::span<const Builtin> context_builtins();
[[nodiscard]] std::span<const Builtin> range_builtins();
[[nodiscard]] std::span<const Builtin> date_builtins();
[[nodiscard]] std::span<const Builtin> conversion_builtins();

/// Every name, for the parser.
[[nodiscard]] std::vector<std::string_view> builtin_names();
[[nodiscard]] const Builtin* find_builtin(std::string_view name);
/// The function as a value that can be handed on.
[[nodiscard]] Value function_of(const Builtin& builtin);

/// Puts named arguments in the order of the parameters and calls the function. `names` is empty
/// where the arguments stand in order. Null with a reason where names or their number do not fit.
[[nodiscard]] Value call_builtin(const Builtin& builtin, std::vector<Value> arguments,
                                 const std::vector<std::string>& names, const CallSite& site);

/// The same for any function. An argument that is not of its parameter's type makes the whole null.
[[nodiscard]] Value call_function(const Function& function, std::vector<Value> arguments,
                                  const std::vector<std::string>& names, const CallSite& site);

/// Null that says which type was found where another one belongs.
[[nodiscard]] Value wrong_type(const Value& found, std::string_view expected);

/// The elements: of the only argument where it is a list, else the arguments themselves.
[[nodiscard]] Value::List elements_of(const BuiltinCall& call);
/// Null that carries what is missing in any of the elements, or nothing.
[[nodiscard]] std::optional<Value> unknown_among(const Value::List& list);
/// The argument as a list; a value that is none as a list of itself. Null gives nothing.
[[nodiscard]] std::optional<Value::List> list_argument(const BuiltinCall& call, std::size_t index);
/// The argument as text, or the text that is its only element; else nothing.
[[nodiscard]] const std::string* text_argument(const BuiltinCall& call, std::size_t index);
/// The argument as a whole number; a fraction is cut off.
[[nodiscard]] std::optional<Int128> whole_argument(const BuiltinCall& call, std::size_t index);

}  // namespace recoup
