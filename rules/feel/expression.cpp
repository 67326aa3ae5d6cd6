#include "recoup/feel/expression.hpp"

#include <algorithm>

#include "builtins.hpp"
#include "evaluator.hpp"
#include "parser.hpp"

namespace recoup {
namespace {

void collect_names(const FeelNode& node, std::vector<std::string>& names) {
  if (node.kind == FeelNode::Kind::name) names.push_back(node.text);
  for (const FeelNodePtr& child : node.children) collect_names(*child, names);
}

std::vector<std::string> names_in(const FeelNode& root) {
  std::vector<std::string> names;
  collect_names(root, names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

Result<Expression> Expression::parse(std::string_view text, const std::vector<std::string>& names) {
  return parse(text, FeelScope{.names = names});
}

Result<Expression> Expression::parse(std::string_view text, const FeelScope& scope) {
  RECOUP_TRY(root, FeelParser(text, scope).whole_expression());
  Expression expression;
  expression.text_ = std::string(text);
  expression.root_ = std::move(root);
  return expression;
}

Evaluated Expression::evaluate(const Context& variables) const {
  FeelBudget budget;
  return evaluate(variables, budget);
}

Evaluated Expression::evaluate(const Context& variables, FeelBudget& budget) const {
  FeelEvaluator evaluator(variables, budget);
  Value value = evaluator.value(*root_);
  return {std::move(value), evaluator.exact()};
}

std::vector<std::string> Expression::mentioned() const { return names_in(*root_); }

Result<UnaryTests> UnaryTests::parse(std::string_view text, const std::vector<std::string>& names) {
  return parse(text, FeelScope{.names = names});
}

Result<UnaryTests> UnaryTests::parse(std::string_view text, const FeelScope& scope) {
  RECOUP_TRY(root, FeelParser(text, scope).whole_tests());
  UnaryTests tests;
  tests.text_ = std::string(text);
  tests.root_ = std::move(root);
  return tests;
}

Evaluated UnaryTests::test(const Value& input, const Context& variables) const {
  FeelBudget budget;
  return test(input, variables, budget);
}

Evaluated UnaryTests::test(const Value& input, const Context& variables, FeelBudget& budget) const {
  FeelEvaluator evaluator(variables, budget);
  Value passed = evaluator.passes(*root_, input);
  return {std::move(passed), evaluator.exact()};
}

bool UnaryTests::is_any() const noexcept { return root_->kind == FeelNode::Kind::any; }

std::vector<std::string> UnaryTests::mentioned() const { return names_in(*root_); }

Evaluated called_by_name(const Function& function, std::vector<Value> arguments,
                         const std::vector<std::string>& names, FeelBudget& budget) {
  bool exact = true;
  Value value = call_function(function, std::move(arguments), names, {&budget, &exact});
  return {std::move(value), exact};
}

}  // namespace recoup
