// expression.hpp: expressions and cell tests of the rule language FEEL.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/feel/type.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

struct FeelNode;

/// How deep an expression may be nested.
constexpr int feel_nesting_max = 200;

/// What an expression may name.
struct FeelScope {
  std::vector<std::string> names{};    ///< Variables. Names may hold spaces and operators, and the
                                       ///< longest name that fits is meant.
  std::vector<std::string> members{};  ///< Names that may stand behind a point.
  FeelTypes types = built_in_types();
};

/// An expression that has been read and can be evaluated any number of times.
///
///   Same    No clock, no random number: equal variables give an equal value.
///   Errors  While evaluating, faults of the data are null with the fault as its reason, as the
///           language says; a fact that is missing makes the value unknown.
///   Cites   OMG DMN 1.5, 10.3.
///
/// Example
///   auto test = Expression::parse("benefit >= 5000", {"benefit"}).value();
///   test.evaluate(variables).value.is_true();
class Expression {
 public:
  /// Errors: malformed, with the place in the expression as field; out_of_range (nested too deep).
  static Result<Expression> parse(std::string_view text, const FeelScope& scope);
  /// The same where only names of variables are to be known.
  static Result<Expression> parse(std::string_view text, const std::vector<std::string>& names);

  /// The value where the variables have these values.
  [[nodiscard]] Evaluated evaluate(const Context& variables) const;
  [[nodiscard]] Evaluated evaluate(const Context& variables, FeelBudget& budget) const;

  /// The expression as it was written.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// Names of variables that the expression mentions, sorted; `?` among them where it is mentioned.
  [[nodiscard]] std::vector<std::string> mentioned() const;
  /// The tree, for those that compile it.
  [[nodiscard]] const FeelNode& root() const noexcept { return *root_; }

 private:
  std::string text_;
  std::shared_ptr<const FeelNode> root_;
};

/// The test in an input cell of a decision table: "-", "< 5", "[1..3]", "\"a\", \"b\"", "not(7)".
class UnaryTests {
 public:
  /// Errors: as Expression.
  static Result<UnaryTests> parse(std::string_view text, const FeelScope& scope);
  static Result<UnaryTests> parse(std::string_view text, const std::vector<std::string>& names);

  /// Whether `input` passes: true, false, or null with the reason why that cannot be said.
  [[nodiscard]] Evaluated test(const Value& input, const Context& variables) const;
  [[nodiscard]] Evaluated test(const Value& input, const Context& variables,
                               FeelBudget& budget) const;

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// Whether everything passes ("-").
  [[nodiscard]] bool is_any() const noexcept;
  [[nodiscard]] std::vector<std::string> mentioned() const;
  /// The same without `?`: what the input is compared with.
  [[nodiscard]] const std::vector<std::string>& bounds() const noexcept { return bounds_; }
  /// The tree, for those that compile it.
  [[nodiscard]] const FeelNode& root() const noexcept { return *root_; }

 private:
  std::string text_;
  std::vector<std::string> bounds_;
  std::shared_ptr<const FeelNode> root_;
};

/// Calls a function with arguments by the names of its parameters (none where they stand in order).
/// Null with the reason where they do not fit.
[[nodiscard]] Evaluated called_by_name(const Function& function, std::vector<Value> arguments,
                                       const std::vector<std::string>& names, FeelBudget& budget);

}  // namespace recoup
