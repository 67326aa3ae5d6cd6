// model_set.hpp: a model and the models that it imports.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "element.hpp"
#include "recoup/dmn/model.hpp"

namespace recoup {

/// A model as a tree, and which others it knows by which names.
struct LoadedModel {
  std::string document;
  Element root;
  std::map<std::string, std::size_t> imports;  ///< Models by the names of the imports.
};

/// The model first, then those that it imports, each once.
///
/// Errors: as DecisionModel::read.
Result<std::vector<LoadedModel>> load_models(const std::string& document, std::string_view bytes,
                                             const ModelSet& others);

}  // namespace recoup
