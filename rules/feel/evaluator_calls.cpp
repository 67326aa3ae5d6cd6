// Loops, quantifiers, functions and calls.

#include "builtins.hpp"
#include "evaluator.hpp"
#include "operators.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

constexpr Int128 span_max = 1'000'000;

/// The whole numbers from `low` to `high`, counting down where `high` is the smaller.
Value numbers_between(const Value& low, const Value& high) {
  const auto* a = low.as<Decimal>();
  const auto* b = high.as<Decimal>();
  const auto first = a == nullptr ? std::nullopt : a->whole();
  const auto last = b == nullptr ? std::nullopt : b->whole();
  if (!first || !last) return merged_null(merged_null(low, high), Value::error("no whole numbers"));
  const Int128 step = *last >= *first ? 1 : -1;
  if ((*last - *first) * step >= span_max) return Value::error("the range is too long to count");
  Value::List numbers;
  for (Int128 i = *first;; i += step) {
    numbers.push_back(Value(Decimal::scaled(i, 0).value));
    if (i == *last) return Value(std::move(numbers));
  }
}

}  // namespace

Value FeelEvaluator::domain(const FeelNode& node) {
  if (node.kind == Kind::span) {
    return numbers_between(value(*node.children[0]), value(*node.children[1]));
  }
  Value values = value(node);
  if (values.is_null() || values.as<Value::List>() != nullptr) return values;
  if (const auto* range = values.as<Range>()) {
    const bool ends = !range->low.empty() && !range->high.empty();
    if (!ends || !compared(FeelOperator::less_equal, range->low[0], range->high[0]).is_true()) {
      return Value::error("a loop over this range is not defined");
    }
    return numbers_between(range->low[0], range->high[0]);
  }
  return Value(Value::List{std::move(values)});
}

bool FeelEvaluator::iterate(const FeelNode& node, std::size_t index, Context& locals,
                            const Body& body, Value& fault) {
  if (index == node.names.size()) return body();
  if (budget_->depth_left <= 0 || budget_->steps_left <= 0) {
    fault = Value::error("the loop is too large");
    return false;
  }
  --budget_->depth_left;
  const Value values = domain(*node.children[index]);
  const auto* list = values.as<Value::List>();
  bool goes_on = list != nullptr;
  if (!goes_on) fault = wrong_type(values, "a list");
  for (std::size_t i = 0; goes_on && i < list->size(); ++i) {
    --budget_->steps_left;
    locals.set(node.names[index], (*list)[i]);
    goes_on = iterate(node, index + 1, locals, body, fault);
  }
  ++budget_->depth_left;
  return goes_on;
}

Value FeelEvaluator::loop(const FeelNode& node) {
  Context locals;
  Value::List results;
  Value fault;
  frames_.push_back(&locals);
  const bool finished = iterate(
      node, 0, locals,
      [&] {
        if (budget_->steps_left <= 0) {
          fault = Value::error("the loop is too large");
          return false;
        }
        locals.set("partial", Value(results));
        results.push_back(value(*node.children.back()));
        return true;
      },
      fault);
  frames_.pop_back();
  return finished ? Value(std::move(results)) : fault;
}

Value FeelEvaluator::quantified(const FeelNode& node) {
  const bool some = node.kind == Kind::some;
  Context locals;
  Value result(!some);
  Value fault;
  frames_.push_back(&locals);
  const bool finished = iterate(
      node, 0, locals,
      [&] {
        const Value held = value(*node.children.back());
        result = some ? either_of(result, held) : both_of(result, held);
        return true;
      },
      fault);
  frames_.pop_back();
  return finished ? result : fault;
}

Value FeelEvaluator::function(const FeelNode& node) {
  // The scope is copied: a function may outlive the evaluation that made it.
  Context scope;
  for (const Context* frame : frames_) {
    for (const ContextEntry& entry : frame->entries) scope.set(entry.name, entry.value);
  }
  Function made;
  made.parameters = node.names;
  made.call = [scope = std::move(scope), body = node.children[0], names = node.names](
                  const std::vector<Value>& arguments, FeelBudget& budget) {
    Context variables = scope;
    for (std::size_t i = 0; i < names.size(); ++i) variables.set(names[i], arguments[i]);
    FeelEvaluator evaluator(variables, budget);
    Value result = evaluator.value(*body);
    return Evaluated{std::move(result), evaluator.exact()};
  };
  return Value(std::make_shared<const Function>(std::move(made)));
}

Value FeelEvaluator::call(const FeelNode& node) {
  std::vector<Value> arguments;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    arguments.push_back(value(*node.children[i]));
  }
  const FeelNode& callee = *node.children[0];
  if (callee.kind == Kind::name) {
    bool is_variable = false;
    for (const Context* frame : frames_) {
      is_variable = is_variable || frame->find(callee.text) != nullptr;
    }
    if (!is_variable) {
      const Builtin* builtin = find_builtin(callee.text);
      if (builtin == nullptr) return Value::error("there is no function " + quoted(callee.text));
      return call_builtin(*builtin, std::move(arguments), node.names, exact_);
    }
  }
  const Value called = value(callee);
  const auto* function = called.as<std::shared_ptr<const Function>>();
  if (function == nullptr) return wrong_type(called, "a function");
  return call_function(**function, std::move(arguments), node.names);
}

Value FeelEvaluator::call_function(const Function& function, std::vector<Value> arguments,
                                   const std::vector<std::string>& names) {
  if (arguments.size() != function.parameters.size()) {
    return Value::error("the function takes " + std::to_string(function.parameters.size()) +
                        " arguments");
  }
  if (!names.empty()) {
    std::vector<Value> ordered(arguments.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::size_t place = 0;
      while (place < names.size() && function.parameters[place] != names[i]) ++place;
      if (place == names.size()) return Value::error("no parameter is called " + quoted(names[i]));
      ordered[place] = std::move(arguments[i]);
    }
    arguments = std::move(ordered);
  }
  Evaluated result = function.call(arguments, *budget_);
  exact_ = exact_ && result.exact;
  return std::move(result.value);
}

}  // namespace recoup
