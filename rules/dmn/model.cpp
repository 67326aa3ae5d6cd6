#include "recoup/dmn/model.hpp"

#include <algorithm>

#include "graph.hpp"
#include "reader.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::optional<std::size_t> find_decision(const DmnGraph& graph, std::string_view name) {
  const std::string wanted = normal_name(name);
  for (std::size_t i = 0; i < graph.elements.size(); ++i) {
    const DmnElement& element = graph.elements[i];
    if (element.kind == DmnElement::Kind::decision && element.name == wanted) return i;
  }
  return std::nullopt;
}

/// Marks everything that the element needs, itself included.
std::vector<bool> needed_for(const DmnGraph& graph, std::size_t target) {
  std::vector<bool> needed(graph.elements.size());
  needed[target] = true;
  for (auto i = graph.order.rbegin(); i != graph.order.rend(); ++i) {
    if (!needed[*i]) continue;
    for (const std::size_t need : graph.elements[*i].needs) needed[need] = true;
  }
  return needed;
}

Value input_value(const DmnElement& input, const Context& inputs, DecisionMode mode) {
  if (const Value* given = inputs.find(input.name)) return *given;
  return mode == DecisionMode::court ? Value::missing(input.name) : Value();
}

/// The status of a value that no table gave.
void judge(Outcome& outcome, DecisionMode mode) {
  const Null* null = outcome.value.as<Null>();
  if (null == nullptr || mode == DecisionMode::standard) return;
  outcome.missing = null->missing;
  outcome.errors = null->errors;
  if (!null->errors.empty()) outcome.status = Status::withheld;
  if (!null->missing.empty()) outcome.status = Status::undetermined;
}

Outcome decision_outcome(const DmnElement& element, const Context& scope, DecisionMode mode) {
  FeelBudget budget;
  Outcome outcome;
  if (element.logic.kind == Boxed::Kind::table) {
    outcome = evaluate_table(*element.logic.table, scope, mode, budget);
    if (outcome.status == Status::determined) judge(outcome, mode);
  } else {
    Evaluated result = evaluate_boxed(element.logic, scope, mode, budget);
    outcome.value = std::move(result.value);
    outcome.exact = result.exact;
    judge(outcome, mode);
  }
  outcome.decision = element.name;
  outcome.question = element.question;
  return outcome;
}

}  // namespace

Result<DecisionModel> DecisionModel::read(const std::string& document, std::string_view bytes) {
  RECOUP_TRY(graph, read_graph(document, bytes));
  DecisionModel model;
  model.graph_ = std::move(graph);
  return model;
}

const std::string& DecisionModel::name() const noexcept { return graph_->name; }

std::vector<std::string> DecisionModel::decisions() const {
  std::vector<std::string> names;
  for (const DmnElement& element : graph_->elements) {
    if (element.kind == DmnElement::Kind::decision) names.push_back(element.name);
  }
  return names;
}

std::vector<std::string> DecisionModel::inputs_of(std::string_view decision) const {
  std::vector<std::string> names;
  const auto target = find_decision(*graph_, decision);
  if (!target) return names;
  const std::vector<bool> needed = needed_for(*graph_, *target);
  for (std::size_t i = 0; i < needed.size(); ++i) {
    const DmnElement& element = graph_->elements[i];
    if (needed[i] && element.kind == DmnElement::Kind::input) names.push_back(element.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<Outcome> DecisionModel::evaluate(std::string_view decision, const Context& inputs,
                                        DecisionMode mode) const {
  const auto target = find_decision(*graph_, decision);
  if (!target) {
    return Error{ErrorCode::not_found,
                 quoted(decision),
                 "a decision of the model " + quoted(graph_->name),
                 {}};
  }
  const std::vector<bool> needed = needed_for(*graph_, *target);
  std::vector<Value> values(graph_->elements.size());
  std::vector<Outcome> before;
  for (const std::size_t i : graph_->order) {
    if (!needed[i]) continue;
    const DmnElement& element = graph_->elements[i];
    Context scope;
    for (const std::size_t need : element.needs) {
      scope.set(graph_->elements[need].name, values[need]);
    }
    if (element.kind == DmnElement::Kind::input) {
      values[i] = input_value(element, inputs, mode);
    } else if (element.kind == DmnElement::Kind::knowledge) {
      if (element.logic.kind == Boxed::Kind::function) {
        values[i] = function_value(element.logic, scope, mode);
      }
    } else {
      Outcome outcome = decision_outcome(element, scope, mode);
      if (i == *target) {
        for (const Outcome& other : before) outcome.exact = outcome.exact && other.exact;
        outcome.depends_on = std::move(before);
        return outcome;
      }
      values[i] = outcome.value;
      before.push_back(std::move(outcome));
    }
  }
  RECOUP_CHECK(false);
  return Error{};
}

}  // namespace recoup
