// parser.hpp: makes a tree of an expression.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ast.hpp"
#include "recoup/base/result.hpp"
#include "recoup/feel/expression.hpp"
#include "scanner.hpp"

namespace recoup {

/// Reads one expression or one cell test, by recursive descent with a bound on its depth.
class FeelParser {
 public:
  FeelParser(std::string_view text, const FeelScope& scope);

  Result<FeelNodePtr> whole_expression();
  Result<FeelNodePtr> whole_tests();

 private:
  using Parsed = Result<FeelNodePtr>;
  using Kind = FeelNode::Kind;

  Parsed expression() { return binary(0); }
  Parsed binary(int strength_min);
  Parsed unguarded_binary(int strength_min);
  Parsed operand();
  Parsed postfix();
  Parsed primary();
  Parsed word();
  Parsed name();
  Parsed parenthesis();
  Parsed bracket();
  Parsed range_from(FeelNodePtr low, bool low_closed);
  Parsed list_from(std::vector<FeelNodePtr> elements);
  Parsed context();
  Parsed choice();
  Parsed loop(Kind kind);
  Parsed function();
  Parsed call(FeelNodePtr callee);
  Parsed comparison(FeelNodePtr left, int strength);
  Parsed tests_after_in();
  Parsed test();
  Parsed test_list(Kind kind);
  Parsed type_after(FeelNodePtr operand);
  Result<std::string> entry_name();
  Result<FeelTypePtr> type();
  Result<FeelTypePtr> type_with_parts(FeelType::Kind kind);
  Result<FeelTypePtr> function_type();
  Result<FeelTypePtr> context_type();

  /// Makes the node, unless the tree grows too deep.
  Parsed node(FeelNode node);
  bool closes_a_range();
  Error too_deep();
  FeelOperator take_comparison();
  void add_name(std::string_view name) { names_.push_back(known_name(name)); }

  Scanner scanner_;
  std::vector<KnownName> names_;    ///< In scope; grows and shrinks with the place.
  std::vector<KnownName> members_;  ///< Names that stand behind a point: every entry seen so far.
  const FeelTypes* types_;
  int depth_ = 0;
};

}  // namespace recoup
