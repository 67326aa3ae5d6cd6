// reader.hpp: reads a model into a graph.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graph.hpp"

namespace recoup {

/// Errors: as DecisionModel::read.
Result<std::shared_ptr<const DmnGraph>> read_graph(const std::string& document,
                                                   std::string_view bytes, const ModelSet& others,
                                                   ModelReading reading);

}  // namespace recoup
