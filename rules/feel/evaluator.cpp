#include "evaluator.hpp"

#include "builtins.hpp"
#include "operators.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/type.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

/// The property of a value that is no context: "date.year", "range.start".
Value property(const Value& value, const std::string& name) {
  if (auto part = temporal_property(value, name)) return std::move(*part);
  if (const auto* range = value.as<Range>()) {
    const bool known = !range->is_complement;
    if (name == "start") return range->low.empty() || !known ? Value() : range->low.front();
    if (name == "end") return range->high.empty() || !known ? Value() : range->high.front();
    if (name == "start included") return Value(range->low_closed);
    if (name == "end included") return Value(range->high_closed);
  }
  return Value::error(std::string(type_name(value)) + " has no member " + quoted(name));
}

Value member(const Value& value, const std::string& name) {
  if (value.is_null()) return merged_null(value, value);
  if (const auto* context = value.as<Context>()) {
    const Value* found = context->find(name);
    return found != nullptr ? *found : Value::error("there is no member " + quoted(name));
  }
  if (const auto* list = value.as<Value::List>()) {
    Value::List members;
    for (const Value& element : *list) members.push_back(member(element, name));
    return Value(std::move(members));
  }
  return property(value, name);
}

Value element_at(const Value::List& list, const Decimal& index) {
  const auto whole = index.whole();
  const auto size = static_cast<Int128>(list.size());
  if (!whole || *whole == 0 || *whole > size || *whole < -size) {
    return Value::error("the list has no element " + index.text());
  }
  return list[static_cast<std::size_t>(*whole > 0 ? *whole - 1 : size + *whole)];
}

}  // namespace

Value FeelEvaluator::value(const FeelNode& node) {
  if (budget_->depth_left <= 0) return Value::error("the calls are nested too deep");
  if (budget_->steps_left <= 0) return Value::error("the evaluation takes too long");
  --budget_->depth_left;
  --budget_->steps_left;
  Value result = within_budget(node);
  ++budget_->depth_left;
  return result;
}

Value FeelEvaluator::within_budget(const FeelNode& node) {
  switch (node.kind) {
    case Kind::literal: return node.constant;
    case Kind::name: return variable(node.text);
    case Kind::negate:
      return calculated(FeelOperator::multiply, value(*node.children[0]), Value(Decimal(-1)),
                        exact_);
    case Kind::binary: return binary(node);
    case Kind::between: {
      const Value operand = value(*node.children[0]);
      const Value above = compared(FeelOperator::greater_equal, operand, value(*node.children[1]));
      return both_of(above, compared(FeelOperator::less_equal, operand, value(*node.children[2])));
    }
    case Kind::in: return passes(*node.children[1], value(*node.children[0]));
    case Kind::choice: return choice(node);
    case Kind::list: return list(node);
    case Kind::context: return context(node);
    case Kind::range: return range(node);
    case Kind::comparison: return comparison_range(node);
    case Kind::path: return path(node);
    case Kind::filter: return filter(node);
    case Kind::call: return call(node);
    case Kind::loop: return loop(node);
    case Kind::some:
    case Kind::every: return quantified(node);
    case Kind::instance_of: {
      const Value operand = value(*node.children[0]);
      return operand.is_unknown() ? operand : Value(is_instance(operand, *node.types[0]));
    }
    case Kind::function: return function(node);
    case Kind::span:
    case Kind::tests:
    case Kind::none_of:
    case Kind::any: break;
  }
  RECOUP_CHECK(false);
  return Value();
}

Value FeelEvaluator::variable(const std::string& name) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (const Value* found = (*frame)->find(name)) return *found;
  }
  if (const Builtin* builtin = find_builtin(name)) return function_of(*builtin);
  return Value::error("there is no variable " + quoted(name));
}

Value FeelEvaluator::binary(const FeelNode& node) {
  const Value left = value(*node.children[0]);
  if (node.op == FeelOperator::both && left.is_false()) return left;
  if (node.op == FeelOperator::either && left.is_true()) return left;
  const Value right = value(*node.children[1]);
  switch (node.op) {
    case FeelOperator::both: return both_of(left, right);
    case FeelOperator::either: return either_of(left, right);
    case FeelOperator::add:
    case FeelOperator::subtract:
    case FeelOperator::multiply:
    case FeelOperator::divide:
    case FeelOperator::power: return budget_->admit(calculated(node.op, left, right, exact_));
    default: break;
  }
  budget_->pay_for_reading(left);
  return compared(node.op, left, right);
}

Value FeelEvaluator::choice(const FeelNode& node) {
  const Value condition = value(*node.children[0]);
  // Taking "else" for a fact that is missing would turn it into a "no".
  if (condition.is_unknown()) return condition;
  if (budget_->refuses_null_conditions && condition.as<bool>() == nullptr) {
    return wrong_type(condition, "a condition");
  }
  return value(*node.children[condition.is_true() ? 1 : 2]);
}

Value FeelEvaluator::list(const FeelNode& node) {
  Value::List elements;
  for (const FeelNodePtr& child : node.children) elements.push_back(value(*child));
  return budget_->admit(Value(std::move(elements)));
}

Value FeelEvaluator::context(const FeelNode& node) {
  Context made;
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    frames_.push_back(&made);
    Value entry = value(*node.children[i]);
    frames_.pop_back();
    if (made.find(node.names[i]) != nullptr) {
      return Value::error("two entries are called " + quoted(node.names[i]));
    }
    made.entries.push_back({node.names[i], std::move(entry)});
  }
  return budget_->admit(Value(std::move(made)));
}

Value FeelEvaluator::range(const FeelNode& node) {
  Value low = value(*node.children[0]);
  Value high = value(*node.children[1]);
  if (low.is_unknown() || high.is_unknown()) return merged_null(low, high);
  return budget_->admit(
      Value(Range{{std::move(low)}, {std::move(high)}, node.low_closed, node.high_closed}));
}

Value FeelEvaluator::comparison_range(const FeelNode& node) {
  Value side = value(*node.children[0]);
  if (side.is_unknown()) return side;
  switch (node.op) {
    case FeelOperator::less: return Value(Range{{}, {std::move(side)}, false, false, true});
    case FeelOperator::less_equal: return Value(Range{{}, {std::move(side)}, false, true, true});
    case FeelOperator::greater: return Value(Range{{std::move(side)}, {}, false, false, true});
    case FeelOperator::greater_equal: return Value(Range{{std::move(side)}, {}, true, false, true});
    case FeelOperator::equal: return Value(Range{{side}, {side}, true, true, true});
    default: return Value(Range{{std::move(side)}, {}, false, false, true, true});
  }
}

Value FeelEvaluator::path(const FeelNode& node) {
  return member(value(*node.children[0]), node.text);
}

Value FeelEvaluator::filter(const FeelNode& node) {
  const Value operand = value(*node.children[0]);
  if (operand.is_null()) return operand;
  if (const auto* list = operand.as<Value::List>()) return filtered(*list, *node.children[1]);
  return filtered({operand}, *node.children[1]);
}

Value FeelEvaluator::filtered(const Value::List& list, const FeelNode& condition) {
  if (list.empty()) {
    const Value index = value(condition);
    if (const auto* number = index.as<Decimal>()) return element_at(list, *number);
    return Value(Value::List{});
  }
  Value::List kept;
  Value unknown;
  for (const Value& element : list) {
    Context item;
    item.set("item", element);
    frames_.push_back(&item);
    const auto* entries = element.as<Context>();
    if (entries != nullptr) frames_.push_back(entries);
    const Value passed = value(condition);
    if (entries != nullptr) frames_.pop_back();
    frames_.pop_back();
    if (const auto* index = passed.as<Decimal>()) return element_at(list, *index);
    --budget_->steps_left;
    if (passed.is_unknown()) unknown = merged_null(unknown, passed);
    if (passed.is_true()) kept.push_back(element);
    const bool no_test = !passed.is_null() && passed.as<bool>() == nullptr;
    if (no_test && condition.kind == Kind::literal) return wrong_type(passed, "a test");
  }
  return unknown.is_unknown() ? unknown : budget_->admit(Value(std::move(kept)));
}

Value FeelEvaluator::passes(const FeelNode& tests, const Value& input) {
  if (tests.kind == Kind::any) return Value(true);
  Value passed = passes_one(*tests.children.front(), input);
  for (std::size_t i = 1; i < tests.children.size(); ++i) {
    passed = either_of(passed, passes_one(*tests.children[i], input));
  }
  return tests.kind == Kind::none_of ? negation(passed) : passed;
}

Value FeelEvaluator::passes_one(const FeelNode& test, const Value& input) {
  // What is written out is compared where it stands.
  if (test.kind == Kind::literal) return compared(FeelOperator::equal, input, test.constant);
  if (test.kind == Kind::comparison) {
    const FeelNode& side = *test.children[0];
    if (side.kind == Kind::literal) return compared(test.op, input, side.constant);
    return compared(test.op, input, value(side));
  }
  if (test.kind == Kind::range && input.as<Range>() == nullptr &&
      test.children[0]->kind == Kind::literal && test.children[1]->kind == Kind::literal) {
    const FeelOperator above =
        test.low_closed ? FeelOperator::greater_equal : FeelOperator::greater;
    const FeelOperator below = test.high_closed ? FeelOperator::less_equal : FeelOperator::less;
    return both_of(compared(above, input, test.children[0]->constant),
                   compared(below, input, test.children[1]->constant));
  }
  Context scope;
  if (test.mentions_input) scope.set("?", input);
  frames_.push_back(&scope);
  const Value expected = value(test);
  frames_.pop_back();
  const bool truth = expected.as<bool>() != nullptr;
  if (test.mentions_input && (truth || expected.is_null())) return expected;
  if (truth && test.kind != Kind::literal && input.as<bool>() == nullptr && !input.is_null()) {
    return expected;
  }
  if (expected.is_unknown() || input.is_unknown()) return merged_null(expected, input);
  if (const auto* range = expected.as<Range>(); range != nullptr && input.as<Range>() == nullptr) {
    return holds(*range, input);
  }
  if (const auto* list = expected.as<Value::List>()) {
    if (equal(expected, input).value_or(false)) return Value(true);
    return has_element(*list, input);
  }
  return compared(FeelOperator::equal, input, expected);
}

}  // namespace recoup
