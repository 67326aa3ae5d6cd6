#include "rules_source.hpp"

#include <algorithm>
#include <filesystem>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/dmn/column_plan.hpp"

namespace recoup {
namespace {

Result<void> add_model(const std::string& path, const std::string& bytes, RulesSource& source) {
  RECOUP_TRY(model, DecisionModel::read(path, bytes));
  RECOUP_TRY(inputs, read_input_types(path, bytes));
  source.models.push_back({std::move(model), std::move(inputs)});
  return {};
}

/// The files below a folder, by their paths within it.
Result<FileSet> files_below(const std::filesystem::path& folder) {
  FileSet files;
  std::error_code failure;
  std::filesystem::recursive_directory_iterator entry(folder, failure);
  for (; !failure && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(failure)) {
    if (!entry->is_regular_file(failure)) continue;
    RECOUP_TRY(document, read_document(entry->path().string()));
    files[entry->path().lexically_relative(folder).generic_string()] = std::move(document.bytes);
  }
  if (failure) {
    return Error{ErrorCode::not_permitted, failure.message(), "a folder that may be read",
                 Place{folder.string(), 0, ""}};
  }
  return files;
}

Result<RulesSource> pack_source(Pack pack) {
  RulesSource source;
  for (const auto& [path, bytes] : pack.files()) {
    if (!path.starts_with("model/") || !path.ends_with(".dmn")) continue;
    if (auto added = add_model(path, bytes, source); !added) return added.error();
  }
  source.pack = std::move(pack);
  return source;
}

}  // namespace

Result<RulesSource> read_rules(const std::string& named) {
  std::error_code failure;
  if (std::filesystem::is_directory(named, failure)) {
    RECOUP_TRY(files, files_below(named));
    RECOUP_TRY(pack, Pack::read(std::move(files)));
    return pack_source(std::move(pack));
  }
  if (std::filesystem::exists(named, failure)) {
    RECOUP_TRY(document, read_document(named));
    RulesSource source;
    if (auto added = add_model(named, document.bytes, source); !added) return added.error();
    return source;
  }
  for (const std::string& id : built_in_pack_ids()) {
    if (id != named) continue;
    RECOUP_TRY(pack, built_in_pack(id));
    return pack_source(std::move(pack));
  }
  return Error{ErrorCode::no_such_file, "no such file or pack",
               "a file *.dmn, the folder of a pack, or a pack of \"recoup rules list\"",
               Place{named, 0, ""}};
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
