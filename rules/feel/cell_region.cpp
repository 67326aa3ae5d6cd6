#include "recoup/feel/cell_region.hpp"

#include <utility>

#include "parser.hpp"
#include "printer.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/expression.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

Error beyond(const FeelNode& node) {
  return {
      ErrorCode::not_found, quoted(printed(node)), "a comparison with a value or a variable", {}};
}

/// The value of a conversion whose argument is written out, such as date("2024-01-31").
std::optional<Value> converted(const FeelNode& node) {
  if (node.kind != Kind::call) return std::nullopt;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (node.children[i]->kind != Kind::literal) return std::nullopt;
  }
  const auto expression = Expression::parse(printed(node), std::vector<std::string>{});
  if (!expression) return std::nullopt;
  Value value = expression.value().evaluate({}).value;
  if (value.is_null()) return std::nullopt;
  return value;
}

Result<RegionEnd> end_of(const FeelNode& node) {
  if (node.kind == Kind::literal && !node.constant.is_null()) return RegionEnd{"", node.constant};
  if (node.kind == Kind::name && node.text != "?") return RegionEnd{node.text, {}};
  if (node.kind == Kind::negate && node.children[0]->kind == Kind::literal) {
    const auto* number = node.children[0]->constant.as<Decimal>();
    if (number != nullptr) return RegionEnd{"", Value(number->negated())};
  }
  if (auto value = converted(node)) return RegionEnd{"", std::move(*value)};
  return beyond(node);
}

bool is_null(const FeelNode& node) { return node.kind == Kind::literal && node.constant.is_null(); }

class RegionReader {
 public:
  Result<CellRegion> read(const FeelNode& root) {
    if (root.kind == Kind::any) {
      region_.any = true;
      return region_;
    }
    region_.negated = root.kind == Kind::none_of;
    for (const FeelNodePtr& test : root.children) {
      if (auto done = add(*test); !done) return done.error();
    }
    return region_;
  }

 private:
  Result<void> add(const FeelNode& test) {
    switch (test.kind) {
      case Kind::comparison: return compare(test.op, *test.children[0], test);
      case Kind::range:
        return interval(*test.children[0], *test.children[1], test.low_closed, test.high_closed);
      case Kind::between:
        if (!is_input(*test.children[0])) return beyond(test);
        return interval(*test.children[1], *test.children[2], true, true);
      case Kind::binary: return binary(test);
      case Kind::in: return in(test);
      default: return compare(FeelOperator::equal, test, test);
    }
  }

  static bool is_input(const FeelNode& node) { return node.kind == Kind::name && node.text == "?"; }

  Result<void> binary(const FeelNode& test) {
    if (test.op == FeelOperator::either && test.mentions_input) {
      if (auto left = add(*test.children[0]); !left) return left;
      return add(*test.children[1]);
    }
    if (is_input(*test.children[0])) return compare(test.op, *test.children[1], test);
    return beyond(test);
  }

  Result<void> in(const FeelNode& test) {
    if (!is_input(*test.children[0]) || test.children[1]->kind != Kind::tests) return beyond(test);
    for (const FeelNodePtr& one : test.children[1]->children) {
      if (auto done = add(*one); !done) return done;
    }
    return {};
  }

  Result<void> interval(const FeelNode& low, const FeelNode& high, bool low_closed,
                        bool high_closed) {
    RECOUP_TRY(from, end_of(low));
    RECOUP_TRY(to, end_of(high));
    region_.intervals.push_back({std::move(from), std::move(to), low_closed, high_closed});
    return {};
  }

  Result<void> compare(FeelOperator op, const FeelNode& side, const FeelNode& test) {
    if (is_null(side)) {
      if (op != FeelOperator::equal) return beyond(test);
      region_.null = true;
      return {};
    }
    RECOUP_TRY(end, end_of(side));
    switch (op) {
      case FeelOperator::equal: region_.intervals.push_back({end, end, true, true}); return {};
      case FeelOperator::less:
        region_.intervals.push_back({std::nullopt, end, false, false});
        return {};
      case FeelOperator::less_equal:
        region_.intervals.push_back({std::nullopt, end, false, true});
        return {};
      case FeelOperator::greater:
        region_.intervals.push_back({end, std::nullopt, false, false});
        return {};
      case FeelOperator::greater_equal:
        region_.intervals.push_back({end, std::nullopt, true, false});
        return {};
      case FeelOperator::unequal:
        region_.intervals.push_back({std::nullopt, end, false, false});
        region_.intervals.push_back({end, std::nullopt, false, false});
        return {};
      default: return beyond(test);
    }
  }

  CellRegion region_;
};

}  // namespace

Result<CellRegion> cell_region(std::string_view text, const std::vector<std::string>& names) {
  FeelScope scope;
  scope.names = names;
  RECOUP_TRY(root, FeelParser(text, scope).whole_tests());
  return RegionReader().read(*root);
}

}  // namespace recoup
