#include "rules_source.hpp"

#include <algorithm>
#include <filesystem>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/dmn/column_plan.hpp"

namespace recoup {
namespace {

Result<void> add_model(const std::string& path, const std::string& bytes, const ModelSet& others,
                       RulesSource& source) {
  RECOUP_TRY(model, DecisionModel::read(path, bytes, others));
  RECOUP_TRY(inputs, read_input_types(path, bytes));
  source.models.push_back({std::move(model), std::move(inputs)});
  return {};
}

Result<RulesSource> pack_source(Pack pack) {
  if (!pack.is_enabled()) {
    return Error{ErrorCode::contradiction,
                 "the pack " + recoup::quoted(pack.id()) + ", " + pack.status(),
                 "a pack that is enabled",
                 {}};
  }
  RulesSource source;
  const ModelSet models = pack.models();
  for (const auto& [path, bytes] : models) {
    if (auto added = add_model(path, bytes, models, source); !added) return added.error();
  }
  source.pack = std::move(pack);
  return source;
}

}  // namespace

Result<RulesSource> read_rules(const std::string& named, bool asks_for_draft) {
  std::error_code failure;
  if (std::filesystem::is_regular_file(named, failure)) {
    RECOUP_TRY(document, read_document(named));
    RulesSource source;
    source.is_draft = true;
    if (auto added = add_model(named, document.bytes, {}, source); !added) return added.error();
    return source;
  }
  RECOUP_TRY(found, find_pack(named));
  RECOUP_TRY(signatures, pack_signatures(found.files));
  RECOUP_TRY(is_draft, runs_as_draft(found, signatures, asks_for_draft));
  RECOUP_TRY(pack, Pack::read(std::move(found.files)));
  RECOUP_TRY(source, pack_source(std::move(pack)));
  source.is_draft = is_draft;
  return source;
}

Result<FeaturedFacts> with_features(const RulesSource& source,
                                    const std::vector<std::string>& needed, FactColumns facts,
                                    const Context& constants) {
  FeaturedFacts made;
  for (const auto& [path, bytes] : source.pack ? source.pack->files() : FileSet{}) {
    if (!path.starts_with("features/") || !path.ends_with(".json")) continue;
    RECOUP_TRY(features, read_features(path, bytes));
    for (const FeatureDefinition& feature : features) {
      const bool asked = std::binary_search(needed.begin(), needed.end(), feature.name);
      if (!asked || facts.find(feature.name)) continue;
      auto values = FeatureValues::of(feature, facts, constants);
      if (!values) {
        Error error = values.error();
        error.place.document = path;
        return error;
      }
      made.features.push_back(std::move(values).value());
    }
  }
  if (made.features.empty()) {
    made.facts = std::move(facts);
    return made;
  }
  std::vector<FactColumn> columns = facts.columns();
  for (const FeatureValues& feature : made.features) columns.push_back(feature.column());
  RECOUP_TRY(all, FactColumns::of(std::move(columns)));
  made.facts = std::move(all);
  return made;
}

Result<ChosenDecision> choose_decision(const RulesSource& source, const std::string& decision) {
  ChosenDecision chosen;
  std::string tables;
  std::size_t count = 0;
  for (const TypedModel& model : source.models) {
    for (const std::string& name : model.model.decisions()) {
      if (name == normal_name(decision)) return ChosenDecision{&model, name};
    }
    for (const std::string& name : table_decisions(model.model)) {
      tables += (tables.empty() ? "" : ", ") + recoup::quoted(name);
      if (count++ == 0) chosen = {&model, name};
    }
  }
  if (!decision.empty()) {
    return Error{ErrorCode::not_found, recoup::quoted(decision), "one of " + tables, {}};
  }
  if (count != 1) {
    return Error{ErrorCode::usage, "no --decision", count == 0 ? "rules with a table" : tables, {}};
  }
  return chosen;
}

}  // namespace recoup
