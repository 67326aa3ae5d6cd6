#include "run.hpp"

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Marks everything that the targets need, themselves included.
std::vector<bool> needed_for(const DmnGraph& graph, const std::vector<std::size_t>& targets,
                             const std::map<std::size_t, Value>& given) {
  std::vector<bool> needed(graph.elements.size());
  for (const std::size_t target : targets) needed[target] = true;
  for (auto i = graph.order.rbegin(); i != graph.order.rend(); ++i) {
    if (!needed[*i] || given.contains(*i)) continue;
    for (const DmnNeed& need : graph.elements[*i].needs) needed[need.element] = true;
  }
  return needed;
}

Value typed(Value value, const FeelTypePtr& type) {
  return type == nullptr ? std::move(value) : coerced(std::move(value), *type);
}

Value input_value(const DmnElement& input, const Context& inputs, DecisionMode mode) {
  if (const Value* found = inputs.find(input.name)) return typed(*found, input.type);
  return mode == DecisionMode::court ? Value::missing(input.name) : Value();
}

/// The status of a value that is null although no open rule could change it.
void judge(Outcome& outcome, DecisionMode mode) {
  const Null* null = outcome.value.as<Null>();
  if (null == nullptr || mode == DecisionMode::standard) return;
  outcome.missing = null->missing;
  outcome.errors = null->errors;
  if (!null->errors.empty()) outcome.status = Status::withheld;
  if (!null->missing.empty()) outcome.status = Status::undetermined;
}

Outcome decision_outcome(const DmnElement& element, const Context& scope,
                         const RunSettings& settings) {
  FeelBudget budget = budget_for(settings.mode);
  budget.now = settings.now;
  Outcome outcome;
  if (element.logic.kind == Boxed::Kind::table) {
    outcome = evaluate_table(*element.logic.table, scope, settings.mode, budget);
  } else {
    Evaluated result = evaluate_boxed(element.logic, scope, settings.mode, budget);
    outcome.value = std::move(result.value);
    outcome.exact = result.exact;
  }
  settle(element, settings.mode, outcome);
  outcome.decision = element.name;
  outcome.question = element.question;
  return outcome;
}

/// The variables that an element sees: what it needs, imported ones behind the import's name.
Context scope_of(const DmnGraph& graph, const DmnElement& element,
                 const std::vector<Value>& values) {
  Context scope;
  for (const DmnNeed& need : element.needs) {
    const std::string& name = graph.elements[need.element].name;
    const Value& value = values[need.element];
    if (need.import_name.empty()) {
      scope.set(name, value);
      continue;
    }
    const Value* known = scope.find(need.import_name);
    const auto* entries = known == nullptr ? nullptr : known->as<Context>();
    Context imported = entries == nullptr ? Context{} : *entries;
    imported.set(name, value);
    scope.set(need.import_name, Value(std::move(imported)));
  }
  return scope;
}

}  // namespace

FeelBudget budget_for(DecisionMode mode) {
  FeelBudget budget;
  budget.refuses_null_conditions = mode == DecisionMode::court;
  return budget;
}

void settle(const DmnElement& element, DecisionMode mode, Outcome& outcome) {
  if (outcome.status != Status::determined) return;
  outcome.value = typed(std::move(outcome.value), element.logic.type);
  outcome.value = typed(std::move(outcome.value), element.type);
  judge(outcome, mode);
}

Value knowledge_value(const DmnElement& element, const Context& scope, DecisionMode mode) {
  if (element.logic.kind == Boxed::Kind::fault) return Value::error(element.logic.fault);
  if (element.logic.kind != Boxed::Kind::function) return Value();
  Boxed function = element.logic;
  // The type of the variable is that of the result, unless it is that of the function.
  const bool is_result = element.type && element.type->kind != FeelType::Kind::function;
  if (is_result && function.parts.front().type == nullptr) {
    function.parts.front().type = element.type;
  }
  return function_value(function, scope, mode);
}

RunResult run_graph(const std::shared_ptr<const DmnGraph>& graph,
                    const std::vector<std::size_t>& targets, const Context& inputs,
                    const std::map<std::size_t, Value>& given, const RunSettings& settings) {
  const std::vector<bool> needed = needed_for(*graph, targets, given);
  RunResult result;
  result.values.resize(graph->elements.size());
  for (const std::size_t i : graph->order) {
    if (!needed[i]) continue;
    const DmnElement& element = graph->elements[i];
    if (const auto known = given.find(i); known != given.end()) {
      result.values[i] = typed(known->second, element.type);
    } else if (element.kind == DmnElement::Kind::input) {
      result.values[i] = input_value(element, inputs, settings.mode);
    } else if (element.kind == DmnElement::Kind::service) {
      result.values[i] = service_value(graph, i, settings);
    } else {
      const Context scope = scope_of(*graph, element, result.values);
      if (element.kind == DmnElement::Kind::knowledge) {
        result.values[i] = knowledge_value(element, scope, settings.mode);
        continue;
      }
      Outcome outcome = decision_outcome(element, scope, settings);
      result.values[i] = outcome.value;
      result.outcomes.push_back(std::move(outcome));
    }
  }
  return result;
}

Value service_value(const std::shared_ptr<const DmnGraph>& graph, std::size_t service,
                    const RunSettings& settings) {
  const DmnElement& element = graph->elements[service];
  Function made;
  for (const std::size_t parameter : element.parameters) {
    made.parameters.push_back(graph->elements[parameter].name);
    made.types.push_back(graph->elements[parameter].type);
  }
  made.result = element.type;
  made.call = [graph, service, settings](const std::vector<Value>& arguments,
                                         FeelBudget& budget) -> Evaluated {
    if (budget.depth_left <= 0) return {Value::error("the calls are nested too deep"), true};
    --budget.depth_left;
    const DmnElement& called = graph->elements[service];
    std::map<std::size_t, Value> given;
    for (std::size_t i = 0; i < arguments.size(); ++i) given[called.parameters[i]] = arguments[i];
    const RunResult result = run_graph(graph, called.outputs, {}, given, settings);
    ++budget.depth_left;
    bool exact = true;
    for (const Outcome& outcome : result.outcomes) exact = exact && outcome.exact;
    Context outputs;
    for (const std::size_t output : called.outputs) {
      outputs.set(graph->elements[output].name, result.values[output]);
    }
    Value value =
        called.outputs.size() == 1 ? outputs.entries.front().value : Value(std::move(outputs));
    return {typed(std::move(value), called.type), exact};
  };
  return Value(std::make_shared<const Function>(std::move(made)));
}

}  // namespace recoup
