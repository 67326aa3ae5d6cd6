// simple_test.hpp: what a cell of a decision table tests, as plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/feel/expression.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// What an input is compared with: a constant, or a variable by its name.
struct SimpleBound {
  Value constant;        ///< Where `variable` is empty.
  std::string variable;  ///< "relevant benefit"; empty for a constant.
};

/// One of the tests of a cell, any of which may pass.
struct SimplePart {
  enum class Kind : std::uint8_t {
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    interval,     ///< Two bounds, each of them in it or not.
    element,      ///< Any number of bounds: whether the input is one of them.
    starts_with,  ///< One bound, a constant text; so the next two.
    ends_with,
    contains,
  };

  Kind kind = Kind::equal;
  std::vector<SimpleBound> bounds;
  bool low_closed = false;   ///< Of an interval.
  bool high_closed = false;  ///< Of an interval.
};

/// A cell of the simple subset: "-", a literal, a comparison, an interval, a comma list of these,
/// not(…) around it, a test for null, or a text's beginning, end or part.
struct SimpleTest {
  bool is_any = false;      ///< "-": everything passes.
  bool is_negated = false;  ///< Whether none of the parts may pass.
  std::vector<SimplePart> parts;

  /// Whether the answer changes at the bounds alone, so that it is the same for two inputs of one
  /// type between which no bound lies.
  [[nodiscard]] bool is_ordered() const noexcept;
  /// Names of the variables that are bounds, sorted.
  [[nodiscard]] std::vector<std::string> variables() const;
};

/// A simple test, or why the cell is none.
struct SimpleReading {
  std::optional<SimpleTest> test;
  std::string why_not;  ///< Where there is none: "it calculates with the input" …
};

/// Reads what a cell tests.
///
///   Promise  Nothing is simplified: which inputs pass is what UnaryTests::test says. The data tell
///            where the answer can change, not what it is.
[[nodiscard]] SimpleReading simple_test(const UnaryTests& cell);

/// The name where the expression is nothing but one.
[[nodiscard]] std::optional<std::string> bare_name(const Expression& expression);

}  // namespace recoup
