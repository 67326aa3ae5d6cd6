#include "recoup/dmn/model.hpp"

#include <algorithm>

#include "graph.hpp"
#include "reader.hpp"
#include "recoup/base/text.hpp"
#include "run.hpp"

namespace recoup {
namespace {

using Kind = DmnElement::Kind;

/// An element of the model itself, not of one that it imports.
std::optional<std::size_t> find_element(const DmnGraph& graph, std::string_view name,
                                        std::initializer_list<Kind> kinds) {
  const std::string wanted = normal_name(name);
  for (std::size_t i = 0; i < graph.elements.size(); ++i) {
    const DmnElement& element = graph.elements[i];
    const bool fits = std::find(kinds.begin(), kinds.end(), element.kind) != kinds.end();
    if (fits && element.model == 0 && element.name == wanted) return i;
  }
  return std::nullopt;
}

Error not_there(const DmnGraph& graph, std::string_view name, std::string_view what) {
  return {ErrorCode::not_found,
          quoted(name),
          std::string(what) + " of the model " + quoted(graph.name),
          {}};
}

}  // namespace

Result<DecisionModel> DecisionModel::read(const std::string& document, std::string_view bytes,
                                          const ModelSet& others, ModelReading reading) {
  RECOUP_TRY(graph, read_graph(document, bytes, others, reading));
  DecisionModel model;
  model.graph_ = std::move(graph);
  return model;
}

const std::string& DecisionModel::name() const noexcept { return graph_->name; }

std::vector<std::string> DecisionModel::decisions() const {
  std::vector<std::string> names;
  for (const DmnElement& element : graph_->elements) {
    if (element.kind == Kind::decision && element.model == 0) names.push_back(element.name);
  }
  return names;
}

std::vector<std::string> DecisionModel::inputs_of(std::string_view decision) const {
  std::vector<std::string> names;
  const auto target = find_element(*graph_, decision, {Kind::decision});
  if (!target) return names;
  std::vector<bool> needed(graph_->elements.size());
  needed[*target] = true;
  for (auto i = graph_->order.rbegin(); i != graph_->order.rend(); ++i) {
    if (!needed[*i]) continue;
    const DmnElement& element = graph_->elements[*i];
    for (const DmnNeed& need : element.needs) needed[need.element] = true;
    if (element.kind == Kind::input) names.push_back(element.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<Outcome> DecisionModel::evaluate(std::string_view decision, const Context& inputs,
                                        DecisionMode mode) const {
  return evaluate(decision, inputs, mode, std::nullopt);
}

Result<Outcome> DecisionModel::evaluate(std::string_view decision, const Context& inputs,
                                        DecisionMode mode,
                                        const std::optional<FeelDateTime>& now) const {
  const auto target = find_element(*graph_, decision, {Kind::decision});
  if (!target) return not_there(*graph_, decision, "a decision");
  RunResult result = run_graph(graph_, {*target}, inputs, {}, {mode, now});
  Outcome outcome = std::move(result.outcomes.back());
  result.outcomes.pop_back();
  for (const Outcome& other : result.outcomes) outcome.exact = outcome.exact && other.exact;
  outcome.depends_on = std::move(result.outcomes);
  return outcome;
}

Result<Outcome> DecisionModel::invoke(std::string_view name, const Context& arguments,
                                      DecisionMode mode) const {
  const auto target = find_element(*graph_, name, {Kind::knowledge, Kind::service});
  if (!target) return not_there(*graph_, name, "a service or a piece of knowledge");
  const RunResult result = run_graph(graph_, {*target}, {}, {}, {mode, std::nullopt});
  const Value called = result.values[*target];
  Outcome outcome;
  outcome.decision = graph_->elements[*target].name;
  const auto* function = called.as<std::shared_ptr<const Function>>();
  if (function == nullptr) {
    outcome.value = called;
    return outcome;
  }
  std::vector<Value> values;
  for (const std::string& parameter : (*function)->parameters) {
    const Value* given = arguments.find(parameter);
    const bool missing = given == nullptr && mode == DecisionMode::court;
    values.push_back(given != nullptr ? *given : missing ? Value::missing(parameter) : Value());
  }
  FeelBudget budget = budget_for(mode);
  Evaluated evaluated = called_by_name(**function, std::move(values), {}, budget);
  outcome.value = std::move(evaluated.value);
  outcome.exact = evaluated.exact;
  return outcome;
}

}  // namespace recoup
