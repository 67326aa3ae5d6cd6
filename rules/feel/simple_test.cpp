// Reads a cell as plain data, where it is of the simple subset.
#include "recoup/feel/simple_test.hpp"

#include <algorithm>
#include <array>

#include "ast.hpp"
#include "evaluator.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;
using PartKind = SimplePart::Kind;

constexpr const char* calculates = "it calculates with the input";
constexpr const char* bound_is_calculated = "what it compares with is calculated";
constexpr const char* other_type = "what it compares with is of a type that has no column";

bool names_nothing(const FeelNode& node) {
  if (node.kind == Kind::name) return false;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const FeelNode& child = *node.children[i];
    // The name of a function that is called is no variable, unless the scope says so: then the
    // value is null, and the cell is not simple.
    if (i == 0 && node.kind == Kind::call && child.kind == Kind::name) continue;
    if (!names_nothing(child)) return false;
  }
  return true;
}

bool is_plain(const Value& value) {
  return value.as<bool>() != nullptr || value.as<Decimal>() != nullptr ||
         value.as<std::string>() != nullptr || value.as<FeelDate>() != nullptr;
}

Value constant_of(const FeelNode& node) {
  const Context nothing;
  FeelBudget budget;
  return FeelEvaluator(nothing, budget).value(node);
}

bool is_input(const FeelNode& node) { return node.kind == Kind::name && node.text == "?"; }

/// Turns a comparison around, so that the input stands on the left.
FeelOperator mirrored(FeelOperator op) {
  switch (op) {
    case FeelOperator::less: return FeelOperator::greater;
    case FeelOperator::less_equal: return FeelOperator::greater_equal;
    case FeelOperator::greater: return FeelOperator::less;
    case FeelOperator::greater_equal: return FeelOperator::less_equal;
    default: return op;
  }
}

std::optional<PartKind> part_kind(FeelOperator op) {
  switch (op) {
    case FeelOperator::equal: return PartKind::equal;
    case FeelOperator::unequal: return PartKind::unequal;
    case FeelOperator::less: return PartKind::less;
    case FeelOperator::less_equal: return PartKind::less_equal;
    case FeelOperator::greater: return PartKind::greater;
    case FeelOperator::greater_equal: return PartKind::greater_equal;
    default: return std::nullopt;
  }
}

/// Reads one cell. `why_` is set where a part is not simple.
class SimpleReader {
 public:
  SimpleReading read(const FeelNode& root) {
    SimpleTest test;
    test.is_any = root.kind == Kind::any;
    test.is_negated = root.kind == Kind::none_of;
    if (!test.is_any && !parts_of(root, test.parts)) return {std::nullopt, why_};
    return {std::move(test), ""};
  }

 private:
  bool refuse(const char* why) {
    why_ = why;
    return false;
  }

  bool parts_of(const FeelNode& tests, std::vector<SimplePart>& parts) {
    for (const FeelNodePtr& child : tests.children) {
      if (!part(*child, parts)) return false;
    }
    return true;
  }

  bool part(const FeelNode& node, std::vector<SimplePart>& parts) {
    switch (node.kind) {
      case Kind::comparison: return compared(node.op, *node.children[0], parts);
      case Kind::range:
        return interval(*node.children[0], *node.children[1], node.low_closed, node.high_closed,
                        parts);
      case Kind::list: return element(node, parts);
      case Kind::binary: return comparison(node, parts);
      case Kind::between:
        if (!is_input(*node.children[0])) return refuse(calculates);
        return interval(*node.children[1], *node.children[2], true, true, parts);
      case Kind::in:
        if (!is_input(*node.children[0]) || node.children[1]->kind != Kind::tests) {
          return refuse(calculates);
        }
        return parts_of(*node.children[1], parts);
      case Kind::call:
        if (node.mentions_input) return predicate(node, parts);
        return compared(FeelOperator::equal, node, parts);
      case Kind::name:
        // A variable may be true or false, or a list: then it is no bound. That shows later.
        return is_input(node) ? refuse(calculates) : compared(FeelOperator::equal, node, parts);
      default:
        if (node.mentions_input) return refuse(calculates);
        return compared(FeelOperator::equal, node, parts);
    }
  }

  bool bound(const FeelNode& node, SimplePart& part) {
    if (node.mentions_input) return refuse(calculates);
    if (node.kind == Kind::name) {
      part.bounds.push_back({Value(), node.text});
      return true;
    }
    if (!names_nothing(node)) return refuse(bound_is_calculated);
    Value constant = constant_of(node);
    const Null* null = constant.as<Null>();
    const bool is_none = null != nullptr && null->missing.empty() && null->errors.empty();
    if (!is_none && !is_plain(constant)) return refuse(other_type);
    part.bounds.push_back({std::move(constant), ""});
    return true;
  }

  bool compared(FeelOperator op, const FeelNode& side, std::vector<SimplePart>& parts) {
    const auto kind = part_kind(op);
    if (!kind) return refuse(calculates);
    SimplePart made{*kind, {}, false, false};
    if (!bound(side, made)) return false;
    parts.push_back(std::move(made));
    return true;
  }

  bool comparison(const FeelNode& node, std::vector<SimplePart>& parts) {
    const FeelNode& left = *node.children[0];
    const FeelNode& right = *node.children[1];
    if (!node.mentions_input) return compared(FeelOperator::equal, node, parts);
    if (is_input(left)) return compared(node.op, right, parts);
    if (is_input(right)) return compared(mirrored(node.op), left, parts);
    return refuse(calculates);
  }

  bool interval(const FeelNode& low, const FeelNode& high, bool low_closed, bool high_closed,
                std::vector<SimplePart>& parts) {
    SimplePart made{PartKind::interval, {}, low_closed, high_closed};
    if (!bound(low, made) || !bound(high, made)) return false;
    parts.push_back(std::move(made));
    return true;
  }

  bool element(const FeelNode& list, std::vector<SimplePart>& parts) {
    SimplePart made{PartKind::element, {}, false, false};
    for (const FeelNodePtr& child : list.children) {
      if (!bound(*child, made)) return false;
    }
    parts.push_back(std::move(made));
    return true;
  }

  bool predicate(const FeelNode& call, std::vector<SimplePart>& parts) {
    constexpr std::array<std::pair<std::string_view, PartKind>, 3> known = {
        {{"starts with", PartKind::starts_with},
         {"ends with", PartKind::ends_with},
         {"contains", PartKind::contains}}};
    const FeelNode& callee = *call.children[0];
    for (const auto& [name, kind] : known) {
      if (callee.kind != Kind::name || callee.text != name || !call.names.empty()) continue;
      if (call.children.size() != 3 || !is_input(*call.children[1])) break;
      const FeelNode& text = *call.children[2];
      if (text.kind != Kind::literal || text.constant.as<std::string>() == nullptr) break;
      parts.push_back({kind, {{text.constant, ""}}, false, false});
      return true;
    }
    return refuse(calculates);
  }

  std::string why_;
};

}  // namespace

bool SimpleTest::is_ordered() const noexcept {
  return std::none_of(parts.begin(), parts.end(), [](const SimplePart& part) {
    return part.kind == PartKind::starts_with || part.kind == PartKind::ends_with ||
           part.kind == PartKind::contains;
  });
}

std::vector<std::string> SimpleTest::variables() const {
  std::vector<std::string> names;
  for (const SimplePart& part : parts) {
    for (const SimpleBound& bound : part.bounds) {
      if (!bound.variable.empty()) names.push_back(bound.variable);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

SimpleReading simple_test(const UnaryTests& cell) { return SimpleReader().read(cell.root()); }

std::optional<std::string> bare_name(const Expression& expression) {
  if (expression.root().kind != Kind::name) return std::nullopt;
  return expression.root().text;
}

}  // namespace recoup
