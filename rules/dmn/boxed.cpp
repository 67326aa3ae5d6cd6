// Values of boxed expressions.

#include "graph.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Evaluated evaluate_context(const Boxed& boxed, Context scope, DecisionMode mode,
                           FeelBudget& budget) {
  Context made;
  bool exact = true;
  for (std::size_t i = 0; i < boxed.parts.size(); ++i) {
    Evaluated part = evaluate_boxed(boxed.parts[i], scope, mode, budget);
    exact = exact && part.exact;
    // The entry without a name is the result of the whole.
    if (boxed.names[i].empty()) return {std::move(part.value), exact};
    if (i < boxed.types.size() && boxed.types[i] != nullptr) {
      part.value = coerced(std::move(part.value), *boxed.types[i]);
    }
    scope.set(boxed.names[i], part.value);
    made.set(boxed.names[i], std::move(part.value));
  }
  return {Value(std::move(made)), exact};
}

Evaluated evaluate_list(const Boxed& boxed, const Context& scope, DecisionMode mode,
                        FeelBudget& budget) {
  Value::List list;
  bool exact = true;
  for (const Boxed& part : boxed.parts) {
    Evaluated element = evaluate_boxed(part, scope, mode, budget);
    exact = exact && element.exact;
    list.push_back(std::move(element.value));
  }
  return {Value(std::move(list)), exact};
}

Evaluated evaluate_relation(const Boxed& boxed, const Context& scope, DecisionMode mode,
                            FeelBudget& budget) {
  Evaluated cells = evaluate_list(boxed, scope, mode, budget);
  const Value::List flat = *cells.value.as<Value::List>();
  Value::List rows;
  for (std::size_t i = 0; i < flat.size(); i += boxed.names.size()) {
    Context row;
    for (std::size_t j = 0; j < boxed.names.size(); ++j) row.set(boxed.names[j], flat[i + j]);
    rows.push_back(Value(std::move(row)));
  }
  return {Value(std::move(rows)), cells.exact};
}

Evaluated invoke(const Boxed& boxed, const Context& scope, DecisionMode mode, FeelBudget& budget) {
  const Value called = boxed.expression->evaluate(scope, budget).value;
  const auto* function = called.as<std::shared_ptr<const Function>>();
  if (function == nullptr) {
    return {merged_null(called, Value::error(quoted(boxed.expression->text()) +
                                             " is nothing that can be called")),
            true};
  }
  bool exact = true;
  std::vector<Value> arguments;
  for (const Boxed& part : boxed.parts) {
    Evaluated argument = evaluate_boxed(part, scope, mode, budget);
    exact = exact && argument.exact;
    arguments.push_back(std::move(argument.value));
  }
  Evaluated result = called_by_name(**function, std::move(arguments), boxed.names, budget);
  return {std::move(result.value), exact && result.exact};
}

Evaluated choose(const Boxed& boxed, const Context& scope, DecisionMode mode, FeelBudget& budget) {
  const Evaluated condition = evaluate_boxed(boxed.parts[0], scope, mode, budget);
  if (condition.value.is_unknown()) return condition;
  const bool may_be_null = !budget.refuses_null_conditions && condition.value.is_null();
  if (!may_be_null && condition.value.as<bool>() == nullptr) {
    return {Value::error("the condition is neither true nor false"), true};
  }
  Evaluated chosen =
      evaluate_boxed(boxed.parts[condition.value.is_true() ? 1 : 2], scope, mode, budget);
  chosen.exact = chosen.exact && condition.exact;
  return chosen;
}

/// What the second part says of every element of the list that the first one is, under the name of
/// the loop's variable. Stops where `take` says so. Null with the reason where there is no list.
template <typename Take>
Evaluated each_of(const Boxed& boxed, const Context& scope, DecisionMode mode, FeelBudget& budget,
                  const Take& take) {
  Evaluated domain = evaluate_boxed(boxed.parts[0], scope, mode, budget);
  if (domain.value.is_null()) return domain;
  const auto* list = domain.value.template as<Value::List>();
  if (list == nullptr) return {Value::error("a loop needs a list"), domain.exact};
  bool exact = domain.exact;
  for (const Value& element : *list) {
    if (--budget.steps_left <= 0) return {Value::error("the loop is too large"), exact};
    Context inner = scope;
    if (const auto* entries = element.template as<Context>();
        entries != nullptr && boxed.kind == Boxed::Kind::filter) {
      for (const ContextEntry& entry : entries->entries) inner.set(entry.name, entry.value);
    }
    if (boxed.kind != Boxed::Kind::filter || inner.find("item") == nullptr) {
      inner.set(boxed.kind == Boxed::Kind::filter ? "item" : boxed.names[0], element);
    }
    Evaluated result = take(inner, element);
    exact = exact && result.exact;
    if (!result.value.is_true()) return {std::move(result.value), exact};
  }
  return {Value(true), exact};
}

Evaluated not_a_truth(const Value& value, bool exact) {
  return {merged_null(value, Value::error("the condition is neither true nor false")), exact};
}

Evaluated filter_list(const Boxed& boxed, const Context& scope, DecisionMode mode,
                      FeelBudget& budget) {
  Value::List kept;
  const auto keep = [&](const Context& inner, const Value& element) -> Evaluated {
    const Evaluated passed = evaluate_boxed(boxed.parts[1], inner, mode, budget);
    if (passed.value.as<bool>() == nullptr) return not_a_truth(passed.value, passed.exact);
    if (passed.value.is_true()) kept.push_back(element);
    return {Value(true), passed.exact};
  };
  Evaluated done = each_of(boxed, scope, mode, budget, keep);
  if (!done.value.is_true()) return done;
  return {budget.admit(Value(std::move(kept))), done.exact};
}

Evaluated iterate(const Boxed& boxed, const Context& scope, DecisionMode mode, FeelBudget& budget) {
  Value::List results;
  // What has been made so far is handed in where the body asks for it.
  const bool wants_partial = boxed.names.size() > 1;
  const auto add = [&](Context& inner, const Value&) -> Evaluated {
    if (wants_partial) inner.set("partial", budget.admit(Value(results)));
    Evaluated result = evaluate_boxed(boxed.parts[1], inner, mode, budget);
    results.push_back(std::move(result.value));
    return {Value(true), result.exact};
  };
  Evaluated done = each_of(boxed, scope, mode, budget, add);
  if (!done.value.is_true()) return done;
  return {budget.admit(Value(std::move(results))), done.exact};
}

/// Whether some, or every, element passes. One that settles the answer settles it, whatever is
/// unknown beside it.
Evaluated quantify(const Boxed& boxed, const Context& scope, DecisionMode mode,
                   FeelBudget& budget) {
  const bool some = boxed.kind == Boxed::Kind::some;
  Value answer(!some);
  const auto ask = [&](const Context& inner, const Value&) -> Evaluated {
    const Evaluated passed = evaluate_boxed(boxed.parts[1], inner, mode, budget);
    if (passed.value.as<bool>() == nullptr && !passed.value.is_unknown()) {
      return not_a_truth(passed.value, passed.exact);
    }
    const bool settled = some ? answer.is_true() : answer.is_false();
    if (passed.value.is_unknown() && !settled) answer = merged_null(answer, passed.value);
    if (some ? passed.value.is_true() : passed.value.is_false()) answer = passed.value;
    return {Value(true), passed.exact};
  };
  Evaluated done = each_of(boxed, scope, mode, budget, ask);
  if (!done.value.is_true()) return done;
  return {std::move(answer), done.exact};
}

}  // namespace

Value function_value(const Boxed& boxed, const Context& scope, DecisionMode mode) {
  RECOUP_CHECK(boxed.kind == Boxed::Kind::function);
  Function made;
  made.parameters = boxed.names;
  made.types = boxed.types;
  // The body is copied: a function may outlive the model that it comes from.
  made.call = [body = std::make_shared<const Boxed>(boxed.parts.front()), names = boxed.names,
               scope, mode](const std::vector<Value>& arguments, FeelBudget& budget) -> Evaluated {
    if (budget.depth_left <= 0) return {Value::error("the calls are nested too deep"), true};
    --budget.depth_left;
    Context variables = scope;
    for (std::size_t i = 0; i < names.size(); ++i) variables.set(names[i], arguments[i]);
    Evaluated result = evaluate_boxed(*body, variables, mode, budget);
    ++budget.depth_left;
    return result;
  };
  return Value(std::make_shared<const Function>(std::move(made)));
}

namespace {

Evaluated untyped_value(const Boxed& boxed, const Context& scope, DecisionMode mode,
                        FeelBudget& budget) {
  switch (boxed.kind) {
    case Boxed::Kind::none: return {Value::error("the model says nothing here"), true};
    case Boxed::Kind::fault: return {Value::error(boxed.fault), true};
    case Boxed::Kind::literal: return boxed.expression->evaluate(scope, budget);
    case Boxed::Kind::table: {
      Outcome outcome = evaluate_table(*boxed.table, scope, mode, budget);
      return {std::move(outcome.value), outcome.exact};
    }
    case Boxed::Kind::context: return evaluate_context(boxed, scope, mode, budget);
    case Boxed::Kind::list: return evaluate_list(boxed, scope, mode, budget);
    case Boxed::Kind::relation: return evaluate_relation(boxed, scope, mode, budget);
    case Boxed::Kind::invocation: return invoke(boxed, scope, mode, budget);
    case Boxed::Kind::function: return {function_value(boxed, scope, mode), true};
    case Boxed::Kind::conditional: return choose(boxed, scope, mode, budget);
    case Boxed::Kind::filter: return filter_list(boxed, scope, mode, budget);
    case Boxed::Kind::iteration: return iterate(boxed, scope, mode, budget);
    case Boxed::Kind::some:
    case Boxed::Kind::every: return quantify(boxed, scope, mode, budget);
  }
  RECOUP_CHECK(false);
  return {};
}

}  // namespace

Evaluated evaluate_boxed(const Boxed& boxed, const Context& scope, DecisionMode mode,
                         FeelBudget& budget) {
  Evaluated result = untyped_value(boxed, scope, mode, budget);
  if (boxed.type != nullptr) result.value = coerced(std::move(result.value), *boxed.type);
  return result;
}

}  // namespace recoup
