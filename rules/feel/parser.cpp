#include "parser.hpp"

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "recoup/feel/expression.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

/// How strongly operators hold their operands together.
enum Strength : int { weak_or = 1, weak_and, comparing, adding, multiplying, raising };

struct BinaryOperator {
  std::string_view symbol;
  FeelOperator op;
  Strength strength;
};

// A symbol that begins with another one stands before it.
constexpr std::array<BinaryOperator, 5> arithmetic = {{{"**", FeelOperator::power, raising},
                                                       {"*", FeelOperator::multiply, multiplying},
                                                       {"/", FeelOperator::divide, multiplying},
                                                       {"+", FeelOperator::add, adding},
                                                       {"-", FeelOperator::subtract, adding}}};
constexpr std::array<std::pair<std::string_view, FeelOperator>, 6> comparisons = {
    {{"<=", FeelOperator::less_equal},
     {">=", FeelOperator::greater_equal},
     {"!=", FeelOperator::unequal},
     {"<", FeelOperator::less},
     {">", FeelOperator::greater},
     {"=", FeelOperator::equal}}};

const std::vector<KnownName>& built_in_names() {
  static const std::vector<KnownName> names = [] {
    std::vector<KnownName> made;
    for (const std::string_view name : builtin_names()) made.push_back(known_name(name));
    return made;
  }();
  return names;
}

}  // namespace

FeelParser::FeelParser(std::string_view text, const FeelScope& scope)
    : scanner_(text), names_(built_in_names()), types_(&scope.types) {
  for (const std::string& name : scope.names) add_name(name);
  for (const std::string& name : scope.members) members_.push_back(known_name(name));
}

Result<FeelNodePtr> FeelParser::node(FeelNode node) {
  node.mentions_input = node.kind == Kind::name && node.text == "?";
  node.mentions_partial = node.kind == Kind::name && node.text == "partial";
  for (const FeelNodePtr& child : node.children) {
    node.depth = std::max(node.depth, child->depth + 1);
    node.mentions_input = node.mentions_input || child->mentions_input;
    node.mentions_partial = node.mentions_partial || child->mentions_partial;
  }
  if (node.depth > feel_nesting_max) return too_deep();
  return FeelNodePtr(std::make_shared<FeelNode>(std::move(node)));
}

Result<FeelNodePtr> FeelParser::whole_expression() {
  RECOUP_TRY(root, expression());
  if (!scanner_.at_end()) return scanner_.error("an operator, or the end");
  return root;
}

Result<FeelNodePtr> FeelParser::whole_tests() {
  add_name("?");
  if (scanner_.at("-")) {
    const std::size_t begin = scanner_.place();
    scanner_.take("-");
    if (scanner_.at_end()) return node({.kind = Kind::any});
    scanner_.go_back(begin);
  }
  const std::size_t begin = scanner_.place();
  if (scanner_.take_word("not") && scanner_.take("(")) {
    auto tests = test_list(Kind::none_of);
    if (tests && scanner_.take(")") && scanner_.at_end()) return tests;
  }
  scanner_.go_back(begin);
  RECOUP_TRY(root, test_list(Kind::tests));
  if (!scanner_.at_end()) return scanner_.error("a comma and another test, or the end");
  return root;
}

Result<FeelNodePtr> FeelParser::test_list(Kind kind) {
  FeelNode list{.kind = kind};
  do {
    RECOUP_TRY(one, test());
    list.children.push_back(std::move(one));
  } while (scanner_.take(","));
  return node(std::move(list));
}

FeelOperator FeelParser::take_comparison() {
  for (const auto& [symbol, op] : comparisons) {
    if (scanner_.take(symbol)) return op;
  }
  return FeelOperator::none;
}

Result<FeelNodePtr> FeelParser::test() {
  const FeelOperator op = take_comparison();
  if (op == FeelOperator::none) return expression();
  RECOUP_TRY(side, binary(adding));
  return node({.kind = Kind::comparison, .op = op, .children = {side}});
}

Error FeelParser::too_deep() {
  Error error =
      scanner_.error("an expression nested at most " + std::to_string(feel_nesting_max) + " deep");
  error.code = ErrorCode::out_of_range;
  return error;
}

// Everything that nests comes through here again.
Result<FeelNodePtr> FeelParser::binary(int strength_min) {
  if (++depth_ > feel_nesting_max) return too_deep();
  auto parsed = unguarded_binary(strength_min);
  --depth_;
  return parsed;
}

Result<FeelNodePtr> FeelParser::unguarded_binary(int strength_min) {
  RECOUP_TRY(left, operand());
  while (true) {
    bool extended = false;
    for (const BinaryOperator& candidate : arithmetic) {
      if (candidate.strength < strength_min || !scanner_.take(candidate.symbol)) continue;
      RECOUP_TRY(right, binary(candidate.strength + 1));
      RECOUP_TRY(both, node({.kind = Kind::binary, .op = candidate.op, .children = {left, right}}));
      left = both;
      extended = true;
      break;
    }
    if (extended) continue;
    const std::size_t begin = scanner_.place();
    RECOUP_TRY(compared, comparison(left, strength_min));
    if (scanner_.place() == begin || compared == left) return left;
    left = compared;
  }
}

/// Extends `left` by a comparison or a logical operator, where one follows that is strong enough.
Result<FeelNodePtr> FeelParser::comparison(FeelNodePtr left, int strength) {
  if (strength <= comparing) {
    if (const FeelOperator op = take_comparison(); op != FeelOperator::none) {
      RECOUP_TRY(right, binary(adding));
      return node({.kind = Kind::binary, .op = op, .children = {left, right}});
    }
    if (scanner_.take_word("between")) {
      RECOUP_TRY(low, binary(adding));
      if (!scanner_.take_word("and")) return scanner_.error("\"and\" and the upper end");
      RECOUP_TRY(high, binary(adding));
      return node({.kind = Kind::between, .children = {left, low, high}});
    }
    if (scanner_.take_word("in")) {
      RECOUP_TRY(tests, tests_after_in());
      return node({.kind = Kind::in, .children = {left, tests}});
    }
    if (scanner_.take_word("instance")) return type_after(std::move(left));
  }
  const bool both = strength <= weak_and && scanner_.take_word("and");
  if (both || (strength <= weak_or && scanner_.take_word("or"))) {
    RECOUP_TRY(right, binary(both ? comparing : weak_and));
    const FeelOperator op = both ? FeelOperator::both : FeelOperator::either;
    return node({.kind = Kind::binary, .op = op, .children = {left, right}});
  }
  return left;
}

Result<FeelNodePtr> FeelParser::type_after(FeelNodePtr operand) {
  if (!scanner_.take_word("of")) return scanner_.error("\"of\" and a type");
  RECOUP_TRY(asked, type());
  return node({.kind = Kind::instance_of, .children = {operand}, .types = {asked}});
}

Result<FeelNodePtr> FeelParser::tests_after_in() {
  const std::size_t begin = scanner_.place();
  if (!scanner_.take("(")) {
    // Without parentheses there is one test, and it ends before "and" and "or".
    const FeelOperator op = take_comparison();
    RECOUP_TRY(side, binary(adding));
    if (op == FeelOperator::none) return node({.kind = Kind::tests, .children = {side}});
    RECOUP_TRY(one, node({.kind = Kind::comparison, .op = op, .children = {side}}));
    return node({.kind = Kind::tests, .children = {one}});
  }
  RECOUP_TRY(tests, test_list(Kind::tests));
  if (scanner_.take(")")) return tests;
  // An open interval begins with the same parenthesis.
  scanner_.go_back(begin);
  RECOUP_TRY(side, binary(adding));
  return node({.kind = Kind::tests, .children = {side}});
}

Result<FeelNodePtr> FeelParser::operand() {
  // Unary minus holds stronger than every operator, the power included.
  std::size_t minuses = 0;
  while (scanner_.take("-")) ++minuses;
  RECOUP_TRY(inner, postfix());
  for (; minuses > 0; --minuses) {
    RECOUP_TRY(negated, node({.kind = Kind::negate, .children = {inner}}));
    inner = negated;
  }
  return inner;
}

/// Whether the "[" that stands here ends an open interval, as in "]1..3[", and begins no filter.
bool FeelParser::closes_a_range() {
  const std::size_t begin = scanner_.place();
  scanner_.take("[");
  const bool closes = scanner_.at_end() || scanner_.at(",") || scanner_.at(")") ||
                      scanner_.at("]") || (scanner_.at(".") && !scanner_.at_digit()) ||
                      scanner_.at_word("and") || scanner_.at_word("or") || scanner_.at_word("then");
  scanner_.go_back(begin);
  return closes;
}

Result<FeelNodePtr> FeelParser::postfix() {
  RECOUP_TRY(left, primary());
  while (true) {
    if (scanner_.at("..")) return left;
    if (scanner_.take(".")) {
      std::string member;
      if (const auto match = scanner_.longest(members_)) {
        member = match->name->name;
        scanner_.go_back(match->end);
      } else {
        member = scanner_.take_words();
      }
      if (member.empty()) return scanner_.error("the name of a member");
      RECOUP_TRY(path, node({.kind = Kind::path, .text = member, .children = {left}}));
      left = path;
    } else if (scanner_.at("[") && !closes_a_range()) {
      scanner_.take("[");
      add_name("item");
      auto condition = expression();
      names_.pop_back();
      if (!condition) return condition;
      if (!scanner_.take("]")) return scanner_.error("\"]\"");
      RECOUP_TRY(filter, node({.kind = Kind::filter, .children = {left, condition.value()}}));
      left = filter;
    } else if (scanner_.take("(")) {
      RECOUP_TRY(called, call(left));
      left = called;
    } else {
      return left;
    }
  }
}

Result<FeelNodePtr> FeelParser::call(FeelNodePtr callee) {
  FeelNode call{.kind = Kind::call, .children = {std::move(callee)}};
  if (scanner_.take(")")) return node(std::move(call));
  do {
    if (auto parameter = scanner_.take_name_before(":")) {
      scanner_.take(":");
      call.names.push_back(std::move(*parameter));
    }
    RECOUP_TRY(argument, expression());
    call.children.push_back(std::move(argument));
  } while (scanner_.take(","));
  if (!call.names.empty() && call.names.size() + 1 != call.children.size()) {
    return scanner_.error("a name for every argument or for none");
  }
  if (!scanner_.take(")")) return scanner_.error("\")\"");
  return node(std::move(call));
}

}  // namespace recoup
