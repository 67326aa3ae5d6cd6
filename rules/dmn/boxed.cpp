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
  std::vector<Value> arguments((*function)->parameters.size());
  for (std::size_t i = 0; i < boxed.parts.size(); ++i) {
    Evaluated argument = evaluate_boxed(boxed.parts[i], scope, mode, budget);
    exact = exact && argument.exact;
    std::size_t place = 0;
    while (place < arguments.size() && (*function)->parameters[place] != boxed.names[i]) ++place;
    if (place == arguments.size()) {
      return {Value::error("no parameter is called " + quoted(boxed.names[i])), exact};
    }
    arguments[place] = std::move(argument.value);
  }
  Evaluated result = (*function)->call(arguments, budget);
  return {std::move(result.value), exact && result.exact};
}

}  // namespace

Value function_value(const Boxed& boxed, const Context& scope, DecisionMode mode) {
  RECOUP_CHECK(boxed.kind == Boxed::Kind::function);
  Function made;
  made.parameters = boxed.names;
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

Evaluated evaluate_boxed(const Boxed& boxed, const Context& scope, DecisionMode mode,
                         FeelBudget& budget) {
  switch (boxed.kind) {
    case Boxed::Kind::none: return {Value::error("the model says nothing here"), true};
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
  }
  RECOUP_CHECK(false);
  return {};
}

}  // namespace recoup
