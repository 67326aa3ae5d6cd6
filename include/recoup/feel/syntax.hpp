// syntax.hpp: how an expression is built, for those who read rules instead of running them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// What is known of a variable before it has a value.
struct NameUse {
  std::string type;             ///< As a model writes it: "number", "date", "time" ...; or empty.
  bool is_money = false;        ///< Whether it is an amount in some currency.
  bool may_be_missing = false;  ///< Whether nobody may have stated it.
  bool is_function = false;     ///< Whether it may be called: a piece of knowledge of the model.
};

/// Variables by name. "?" is the input of a cell.
using NameUses = std::map<std::string, NameUse, std::less<>>;

/// A way of writing that rules of law keep away from.
enum class SyntaxTrait : std::uint8_t {
  literal_number,       ///< A number other than zero that is no place in a list.
  literal_time,         ///< A date, time or duration that is written out.
  own_function,         ///< A function made in place, or called and neither known nor built in.
  clock,                ///< A call of now() or today().
  time_equality,        ///< = or != between times, which the language compares to the second.
  duration_arithmetic,  ///< A sum or difference of dates, times and durations.
  uncertain_condition,  ///< `if` on something that may be missing.
  unrounded_division,   ///< A division of money that no rounding function encloses.
  foreign_pattern,      ///< A regular expression that RE2 does not read, or that is computed.
};

/// One place where a trait shows.
struct SyntaxRemark {
  SyntaxTrait trait = SyntaxTrait::literal_number;
  std::string found;  ///< The part of the expression, printed back.

  friend bool operator==(const SyntaxRemark&, const SyntaxRemark&) = default;
};

/// An expression, read.
struct Syntax {
  std::string printed;                ///< From its tree, with no parenthesis more than it needs.
  std::vector<std::string> mentions;  ///< Variables, sorted; built-in functions are left out.
  std::vector<SyntaxRemark> remarks;  ///< In the order of the tree.
};

/// Reads an expression with these variables in scope.
///
///   Same    What is printed reads back to the same tree.
///   Errors  malformed, out_of_range: as Expression::parse.
[[nodiscard]] Result<Syntax> expression_syntax(std::string_view text, const NameUses& names);

/// Reads the tests of a cell; `names` may say under "?" what the cell tests.
///
/// Same and Errors as expression_syntax.
[[nodiscard]] Result<Syntax> tests_syntax(std::string_view text, const NameUses& names);

/// Why RE2 does not read a regular expression, or "" where it does: references back, looking
/// around, atomic groups, the classes \i and \c, subtraction of classes, blocks of Unicode, and
/// more than a thousand repetitions.
[[nodiscard]] std::string beyond_re2(std::string_view pattern);

/// Whether a name may stand in a pack: letters and digits in words with one space between them, a
/// letter first, and no word of the language among them. "" where it may, else what is wrong.
[[nodiscard]] std::string name_fault(std::string_view name);

}  // namespace recoup
