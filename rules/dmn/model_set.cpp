#include "model_set.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t models_max = 100;

Result<Element> read_definitions(const std::string& document, std::string_view bytes) {
  RECOUP_TRY(root, read_element_tree(document, bytes));
  if (root.name == "definitions" &&
      root.namespace_uri.find("omg.org/spec/DMN/") != std::string::npos) {
    return root;
  }
  return Error{ErrorCode::malformed,
               quoted(root.name),
               "definitions of a DMN model",
               {document, root.line, ""}};
}

struct Import {
  std::string name;
  std::string wanted;  ///< The namespace.
  std::uint64_t line = 0;
};

/// Other kinds of documents, schemas for one, may be imported too; they are no models.
std::vector<Import> imports_of(const Element& root) {
  std::vector<Import> imports;
  for (const Element* tag : root.children_named("import")) {
    if (tag->attribute("importType").find("omg.org/spec/DMN/") == std::string::npos) continue;
    imports.push_back(
        {normal_name(tag->attribute("name")), tag->attribute("namespace"), tag->line});
  }
  return imports;
}

/// The models that could be imported, by their namespaces.
std::map<std::string, const std::string*> by_namespace(const ModelSet& others) {
  std::map<std::string, const std::string*> found;
  for (const auto& [path, bytes] : others) {
    const auto root = read_element_tree(path, bytes);
    if (root) found.emplace(root.value().attribute("namespace"), &path);
  }
  return found;
}

/// Whether a model imports itself by way of others, found by walking from each.
bool has_cycle(const std::vector<LoadedModel>& models) {
  // 0 not seen, 1 being walked, 2 done.
  std::vector<int> state(models.size());
  std::vector<std::pair<std::size_t, bool>> steps;
  for (std::size_t i = 0; i < models.size(); ++i) steps.emplace_back(i, false);
  while (!steps.empty()) {
    const auto [model, leaving] = steps.back();
    steps.pop_back();
    if (leaving) {
      state[model] = 2;
      continue;
    }
    if (state[model] == 2) continue;
    if (state[model] == 1) return true;
    state[model] = 1;
    steps.emplace_back(model, true);
    for (const auto& [name, imported] : models[model].imports) {
      if (state[imported] == 1) return true;
      steps.emplace_back(imported, false);
    }
  }
  return false;
}

}  // namespace

Result<std::vector<LoadedModel>> load_models(const std::string& document, std::string_view bytes,
                                             const ModelSet& others) {
  RECOUP_TRY(first, read_definitions(document, bytes));
  std::vector<LoadedModel> models;
  std::map<std::string, std::size_t> known{{first.attribute("namespace"), 0}};
  models.push_back({document, std::move(first), {}});
  std::map<std::string, const std::string*> candidates;
  for (std::size_t i = 0; i < models.size(); ++i) {
    for (const Import& import : imports_of(models[i].root)) {
      if (candidates.empty()) candidates = by_namespace(others);
      auto at = known.find(import.wanted);
      if (at == known.end()) {
        const auto found = candidates.find(import.wanted);
        if (found == candidates.end() || models.size() >= models_max) {
          return Error{ErrorCode::not_found,
                       quoted(import.wanted),
                       "the namespace of a model beside it",
                       {models[i].document, import.line, "namespace"}};
        }
        RECOUP_TRY(root, read_definitions(*found->second, others.at(*found->second)));
        at = known.emplace(import.wanted, models.size()).first;
        models.push_back({*found->second, std::move(root), {}});
      }
      models[i].imports[import.name] = at->second;
    }
  }
  if (has_cycle(models)) {
    return Error{ErrorCode::contradiction,
                 "models that import each other",
                 "imports without a cycle",
                 {document, 0, ""}};
  }
  return models;
}

}  // namespace recoup
