#include "recoup/rules/pack.hpp"

#include <algorithm>

#include "explain.hpp"
#include "recoup/base/text.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {
namespace {

bool is_model(const std::string& path) {
  return path.starts_with("model/") && path.ends_with(".dmn");
}

/// The members of a flat JSON object of texts.
Result<std::map<std::string, std::string>> flat_object(const std::string& bytes) {
  std::map<std::string, std::string> members;
  std::string key;
  auto done = read_json(bytes, [&](const JsonEvent& event) -> Result<void> {
    if (event.kind == JsonEvent::Kind::key) {
      key = event.text;
    } else if (event.kind == JsonEvent::Kind::text && !key.empty()) {
      members[key] = event.text;
    } else if (event.kind != JsonEvent::Kind::object_begin &&
               event.kind != JsonEvent::Kind::object_end) {
      return Error{
          ErrorCode::malformed, quoted(event.text), "an object of texts", {"", event.line, key}};
    }
    return {};
  });
  if (done) return members;
  Error error = done.error();
  error.place.document = "pack.json";
  return error;
}

}  // namespace

Result<Pack> Pack::read(FileSet files) {
  const auto description = files.find("pack.json");
  if (description == files.end()) {
    return Error{ErrorCode::not_found, "no pack.json", "the description of the pack", {}};
  }
  RECOUP_TRY(members, flat_object(description->second));
  Pack pack;
  for (const auto& [name, place] : {std::pair<const char*, std::string*>{"id", &pack.id_},
                                    {"title", &pack.title_},
                                    {"jurisdiction", &pack.jurisdiction_},
                                    {"version", &pack.version_},
                                    {"status", &pack.status_}}) {
    *place = members[name];
    if (place->empty()) {
      return Error{ErrorCode::malformed, "no " + quoted(name), "a text", {"pack.json", 0, name}};
    }
  }
  pack.in_force_from_ = members["in_force_from"];
  pack.in_force_to_ = members["in_force_to"];
  for (const std::string* day : {&pack.in_force_from_, &pack.in_force_to_}) {
    if (!day->empty() && !parse_date(*day)) {
      return Error{ErrorCode::malformed,
                   quoted(*day),
                   "a day, or nothing",
                   {"pack.json", 0, "in_force_from"}};
    }
  }
  pack.files_ = std::move(files);
  const ModelSet models = pack.models();
  for (const auto& [path, bytes] : pack.files_) {
    if (is_model(path)) {
      RECOUP_TRY(model, DecisionModel::read(path, bytes, models));
      pack.models_.push_back(std::move(model));
    } else if (path.starts_with("params/") && path.ends_with(".csv")) {
      if (auto done = pack.parameters_.add(path, bytes); !done) return done.error();
    }
  }
  // A pack that must not be used yet may hold what is reported of the law, and no more.
  if (pack.is_enabled() && pack.models_.empty() && pack.parameters_.all().empty()) {
    return Error{ErrorCode::not_found,
                 "neither model nor parameters",
                 "a file model/*.dmn or params/*.csv",
                 {}};
  }
  if (auto done = pack.parameters_.check(); !done) return done.error();
  pack.digest_ = pack_digest(pack.files_);
  return pack;
}

ModelSet Pack::models() const {
  ModelSet models;
  for (const auto& file : files_) {
    if (is_model(file.first)) models.insert(file);
  }
  return models;
}

std::vector<std::string> Pack::decisions() const {
  std::vector<std::string> names;
  for (const DecisionModel& model : models_) {
    for (std::string& name : model.decisions()) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> Pack::inputs_of(std::string_view decision) const {
  for (const DecisionModel& model : models_) {
    const auto names = model.decisions();
    if (std::find(names.begin(), names.end(), decision) != names.end()) {
      return model.inputs_of(decision);
    }
  }
  return {};
}

Result<Finding> Pack::evaluate(std::string_view decision, const FactTable& facts,
                               std::optional<Date> governing_date) const {
  if (!is_enabled()) {
    return Error{ErrorCode::contradiction,
                 "the pack " + quoted(id_) + ", " + status_,
                 "a pack that is enabled",
                 {}};
  }
  const DecisionModel* model = nullptr;
  for (const DecisionModel& candidate : models_) {
    const auto names = candidate.decisions();
    if (std::find(names.begin(), names.end(), decision) != names.end()) model = &candidate;
  }
  if (model == nullptr) {
    return Error{
        ErrorCode::not_found, quoted(decision), "a decision of the pack " + quoted(id_), {}};
  }
  Finding finding;
  finding.governing_date = governing_date;
  finding.pack_id = id_;
  finding.pack_version = version_;
  finding.pack_digest = digest_;
  Context inputs;
  for (const std::string& name : model->inputs_of(decision)) {
    if (const Fact* fact = facts.find(name)) {
      inputs.set(name, fact->value);
      finding.facts.push_back(*fact);
    } else if (parameters_.has(name)) {
      const DatedFigure* parameter =
          governing_date ? parameters_.at(name, *governing_date) : nullptr;
      if (parameter != nullptr) {
        inputs.set(name, parameter->value);
        finding.parameters.push_back(*parameter);
      } else {
        inputs.set(name, Value::missing(governing_date ? name + " on " + iso_text(*governing_date)
                                                       : "the day that governs " + name));
      }
    }
  }
  RECOUP_TRY(outcome, model->evaluate(decision, inputs, DecisionMode::court));
  explain(outcome, finding);
  return finding;
}

}  // namespace recoup
