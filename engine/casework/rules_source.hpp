// rules_source.hpp: models and parameters from a file, a folder or the program itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/dmn/columns.hpp"
#include "recoup/dmn/feature.hpp"
#include "recoup/dmn/input_types.hpp"
#include "recoup/dmn/model.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// A model, and of which types its inputs are.
struct TypedModel {
  DecisionModel model;
  std::vector<InputType> inputs;
};

/// What a person named as rules.
struct RulesSource {
  std::vector<TypedModel> models;
  std::optional<Pack> pack;
  bool is_draft = false;  ///< Nobody answers for them: whatever they say is marked DRAFT.
};

/// A file *.dmn, which is a draft always, a folder with a pack.json, or the identifier of a pack
/// of the program.
///
/// Errors: as find_pack and runs_as_draft; malformed; contradiction (a pack that is not enabled).
[[nodiscard]] Result<RulesSource> read_rules(const std::string& named, bool asks_for_draft);

/// The model with the decision, or with the only one that is a table where none is named.
struct ChosenDecision {
  const TypedModel* model = nullptr;
  std::string decision;
};

/// Errors: not_found, usage (none named, and not one table).
[[nodiscard]] Result<ChosenDecision> choose_decision(const RulesSource& source,
                                                     const std::string& decision);

/// Facts of rows, and the features that were computed from them.
struct FeaturedFacts {
  FactColumns facts;  ///< The features behind the columns that were given.
  std::vector<FeatureValues> features;
};

/// Adds the features of the pack that the decision needs and the facts do not give. `constants` are
/// the variables that their filters may name.
///
/// Errors: as read_features and FeatureValues::of.
[[nodiscard]] Result<FeaturedFacts> with_features(const RulesSource& source,
                                                  const std::vector<std::string>& needed,
                                                  FactColumns facts, const Context& constants);

/// The rows of a CSV file as columns of facts, each of the type of its input.
///
/// Errors: no_such_file, not_permitted, malformed, out_of_range, contradiction, usage.
[[nodiscard]] Result<FactColumns> read_fact_rows(const std::string& path,
                                                 const std::vector<InputType>& inputs);

}  // namespace recoup
