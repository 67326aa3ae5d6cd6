// run.hpp: one evaluation of a graph.
#pragma once

#include <map>
#include <vector>

#include "graph.hpp"

namespace recoup {

/// What one evaluation works with.
struct RunSettings {
  DecisionMode mode = DecisionMode::standard;
  std::optional<FeelDateTime> now{};
};

/// Decisions in the order of their evaluation, and what each came to.
struct RunResult {
  std::vector<Outcome> outcomes;
  std::vector<Value> values;  ///< Of every element; null where it was not needed.
};

/// Evaluates the elements and everything that they need. `given` elements have these values and
/// are not looked behind; other input data has the value of its name in `inputs`.
RunResult run_graph(const std::shared_ptr<const DmnGraph>& graph,
                    const std::vector<std::size_t>& targets, const Context& inputs,
                    const std::map<std::size_t, Value>& given, const RunSettings& settings);

/// The function that a decision service is.
Value service_value(const std::shared_ptr<const DmnGraph>& graph, std::size_t service,
                    const RunSettings& settings);

}  // namespace recoup
