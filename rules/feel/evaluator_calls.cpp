// Loops, quantifiers, functions and calls.

#include "builtins.hpp"
#include "evaluator.hpp"
#include "operators.hpp"
#include "recoup/base/text.hpp"
#include "type_inference.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

constexpr Int128 span_max = 1'000'000;

/// What a loop counts over: whole numbers, or days. `make` turns one back into a value.
struct Countable {
  Int128 place = 0;
  bool is_day = false;

  [[nodiscard]] Value make(Int128 at) const {
    if (is_day) return Value(FeelDate{static_cast<std::int64_t>(at)});
    return Value(Decimal::scaled(at, 0).value);
  }
};

std::optional<Countable> countable(const Value& value) {
  if (const auto* date = value.as<FeelDate>()) return Countable{date->days, true};
  const auto* number = value.as<Decimal>();
  const auto whole = number == nullptr ? std::nullopt : number->whole();
  return whole ? std::optional(Countable{*whole, false}) : std::nullopt;
}

/// Everything from `low` to `high`, counting down where `high` is the smaller.
Value values_between(const Value& low, const Value& high) {
  const auto first = countable(low);
  const auto last = countable(high);
  if (!first || !last || first->is_day != last->is_day) {
    return merged_null(merged_null(low, high), Value::error("neither whole numbers nor days"));
  }
  const Int128 step = last->place >= first->place ? 1 : -1;
  if ((last->place - first->place) * step >= span_max) {
    return Value::error("the range is too long to count");
  }
  Value::List values;
  for (Int128 i = first->place;; i += step) {
    values.push_back(first->make(i));
    if (i == last->place) return Value(std::move(values));
  }
}

}  // namespace

Value FeelEvaluator::domain(const FeelNode& node) {
  if (node.kind == Kind::span) {
    return budget_->admit(values_between(value(*node.children[0]), value(*node.children[1])));
  }
  Value values = value(node);
  if (values.is_null() || values.as<Value::List>() != nullptr) return values;
  if (const auto* range = values.as<Range>()) {
    const bool ends = !range->low.empty() && !range->high.empty();
    if (!ends || !compared(FeelOperator::less_equal, range->low[0], range->high[0]).is_true()) {
      return Value::error("a loop over this range is not defined");
    }
    return values_between(range->low[0], range->high[0]);
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
        if (node.mentions_partial) locals.set("partial", Value(results));
        results.push_back(value(*node.children.back()));
        return true;
      },
      fault);
  frames_.pop_back();
  return finished ? budget_->admit(Value(std::move(results))) : fault;
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
  made.types = node.types;
  made.result = type_of(*node.children[0], node.names, node.types);
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
      return call_builtin(*builtin, std::move(arguments), node.names, {budget_, &exact_});
    }
  }
  const Value called = value(callee);
  const auto* function = called.as<std::shared_ptr<const Function>>();
  if (function == nullptr) return wrong_type(called, "a function");
  return call_function(**function, std::move(arguments), node.names);
}

Value FeelEvaluator::call_function(const Function& function, std::vector<Value> arguments,
                                   const std::vector<std::string>& names) {
  return recoup::call_function(function, std::move(arguments), names, {budget_, &exact_});
}

}  // namespace recoup
