#include "reader.hpp"

#include <algorithm>
#include <map>

#include "boxed_reader.hpp"
#include "item_types.hpp"
#include "model_set.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t elements_max = 10'000;

/// What is being read: the models, their types, and the elements with the tags behind them.
struct Draft {
  std::vector<LoadedModel> models;
  std::vector<FeelTypes> types;                   ///< Of each model.
  std::vector<std::vector<std::string>> members;  ///< Of the types of each model.
  std::vector<std::map<std::string, std::size_t>> by_id;
  std::vector<const Element*> tags;  ///< Of each element.
  std::shared_ptr<DmnGraph> graph = std::make_shared<DmnGraph>();
};

std::string name_of(const Element& tag) {
  const Element* variable = tag.child("variable");
  const std::string own = normal_name(tag.attribute("name"));
  if (!own.empty() || variable == nullptr) return own;
  return normal_name(variable->attribute("name"));
}

std::optional<DmnElement::Kind> kind_of(const Element& tag) {
  if (tag.name == "inputData") return DmnElement::Kind::input;
  if (tag.name == "decision") return DmnElement::Kind::decision;
  if (tag.name == "businessKnowledgeModel") return DmnElement::Kind::knowledge;
  if (tag.name == "decisionService") return DmnElement::Kind::service;
  return std::nullopt;
}

/// Types of imported models are known by the import's name and a point.
Result<void> read_types(Draft& draft) {
  const std::size_t count = draft.models.size();
  draft.types.assign(count, built_in_types());
  draft.members.resize(count);
  // What is imported stands behind what imports it.
  for (std::size_t i = count; i-- > 0;) {
    for (const auto& [name, imported] : draft.models[i].imports) {
      for (const auto& [type, meaning] : draft.types[imported]) {
        if (!built_in_types().contains(type)) {
          draft.types[i][name.empty() ? type : name + "." + type] = meaning;
        }
      }
      const auto& more = draft.members[imported];
      draft.members[i].insert(draft.members[i].end(), more.begin(), more.end());
    }
    if (auto done = add_item_types(draft.models[i].root, draft.types[i]); !done) return done;
    for (std::string& name : member_names(draft.models[i].root)) {
      draft.members[i].push_back(std::move(name));
    }
  }
  return {};
}

Result<void> add_element(Draft& draft, std::size_t model, const Element& tag,
                         DmnElement::Kind kind) {
  DmnElement element;
  element.kind = kind;
  element.id = tag.attribute("id");
  element.name = name_of(tag);
  element.question = tag.child_text("question");
  element.model = model;
  if (const Element* variable = tag.child("variable")) {
    element.type = type_named(variable->attribute("typeRef"), draft.types[model]);
  }
  auto& elements = draft.graph->elements;
  if (element.name.empty() || elements.size() >= elements_max) {
    return at_line({ErrorCode::malformed, quoted(tag.name), "an element with a name", {}}, tag);
  }
  if (!element.id.empty() && !draft.by_id[model].emplace(element.id, elements.size()).second) {
    return Error{
        ErrorCode::contradiction, quoted(element.id), "an id used once", {"", tag.line, "id"}};
  }
  // What a model imports is known there by its name too, behind the name of the import.
  if (model != 0) draft.members[0].push_back(element.name);
  elements.push_back(std::move(element));
  draft.tags.push_back(&tag);
  return {};
}

Result<void> add_elements(Draft& draft) {
  draft.by_id.resize(draft.models.size());
  for (std::size_t model = 0; model < draft.models.size(); ++model) {
    for (const Element& tag : draft.models[model].root.children) {
      const auto kind = kind_of(tag);
      if (!kind) continue;
      if (auto done = add_element(draft, model, tag, *kind); !done) return done;
    }
  }
  return {};
}

/// The element that an address names: "#id", or "namespace#id" of an imported model.
Result<DmnNeed> find_needed(const Draft& draft, std::size_t model, const Element& reference) {
  const std::string href = reference.attribute("href");
  const std::string home = href.substr(0, href.find('#'));
  DmnNeed need;
  std::size_t at = model;
  if (!home.empty() && home != draft.models[model].root.attribute("namespace")) {
    at = draft.models.size();
    for (const auto& [name, imported] : draft.models[model].imports) {
      if (draft.models[imported].root.attribute("namespace") != home) continue;
      at = imported;
      need.import_name = name;
    }
  }
  if (at < draft.models.size()) {
    const auto found = draft.by_id[at].find(fragment(href));
    if (found != draft.by_id[at].end()) {
      need.element = found->second;
      return need;
    }
  }
  return Error{ErrorCode::not_found,
               quoted(href),
               "the id of an element of this model",
               {"", reference.line, "href"}};
}

Result<void> read_service(Draft& draft, std::size_t i) {
  DmnElement& element = draft.graph->elements[i];
  for (const std::string_view role :
       {"inputData", "inputDecision", "encapsulatedDecision", "outputDecision"}) {
    for (const Element* reference : draft.tags[i]->children_named(role)) {
      RECOUP_TRY(need, find_needed(draft, element.model, *reference));
      if (role == "outputDecision") element.outputs.push_back(need.element);
      if (role.starts_with("input")) element.parameters.push_back(need.element);
    }
  }
  return {};
}

Result<void> read_needs(Draft& draft) {
  for (std::size_t i = 0; i < draft.graph->elements.size(); ++i) {
    DmnElement& element = draft.graph->elements[i];
    if (element.kind == DmnElement::Kind::service) {
      if (auto done = read_service(draft, i); !done) return done;
      continue;
    }
    for (const Element& requirement : draft.tags[i]->children) {
      if (requirement.name != "informationRequirement" &&
          requirement.name != "knowledgeRequirement") {
        continue;
      }
      for (const Element& target : requirement.children) {
        if (!target.name.starts_with("required")) continue;
        RECOUP_TRY(need, find_needed(draft, element.model, target));
        element.needs.push_back(std::move(need));
      }
    }
  }
  return {};
}

/// Puts every element behind what it needs, without recursion.
Result<void> put_in_order(DmnGraph& graph) {
  const std::size_t count = graph.elements.size();
  std::vector<std::size_t> open(count);
  std::vector<std::vector<std::size_t>> needed_by(count);
  for (std::size_t i = 0; i < count; ++i) {
    open[i] = graph.elements[i].needs.size();
    for (const DmnNeed& need : graph.elements[i].needs) needed_by[need.element].push_back(i);
    if (open[i] == 0) graph.order.push_back(i);
  }
  for (std::size_t next = 0; next < graph.order.size(); ++next) {
    for (const std::size_t dependent : needed_by[graph.order[next]]) {
      if (--open[dependent] == 0) graph.order.push_back(dependent);
    }
  }
  if (graph.order.size() == count) return {};
  const auto stuck = std::find_if(open.begin(), open.end(), [](std::size_t n) { return n > 0; });
  const auto& element = graph.elements[static_cast<std::size_t>(stuck - open.begin())];
  return Error{ErrorCode::contradiction,
               quoted(element.name) + " needs itself by way of others",
               "requirements without a cycle",
               {}};
}

ReadingPlace place_of(const Draft& draft, const DmnElement& element, ModelReading reading) {
  ReadingPlace place{{{}, draft.members[element.model], draft.types[element.model]}, reading};
  for (const DmnNeed& need : element.needs) {
    const std::string& name = draft.graph->elements[need.element].name;
    place.scope.names.push_back(need.import_name.empty() ? name : need.import_name);
    if (!need.import_name.empty()) place.scope.members.push_back(name);
  }
  return place;
}

Result<void> read_logic(Draft& draft, ModelReading reading) {
  for (std::size_t i = 0; i < draft.graph->elements.size(); ++i) {
    DmnElement& element = draft.graph->elements[i];
    const ReadingPlace place = place_of(draft, element, reading);
    if (element.kind == DmnElement::Kind::decision) {
      RECOUP_TRY(logic, read_boxed(*draft.tags[i], place));
      element.logic = std::move(logic);
    } else if (element.kind == DmnElement::Kind::knowledge) {
      const Element* body = draft.tags[i]->child("encapsulatedLogic");
      if (body == nullptr) continue;
      auto logic = read_function(*body, place);
      if (!logic && reading == ModelReading::strict) return logic.error();
      element.logic = logic ? std::move(logic).value()
                            : Boxed{.kind = Boxed::Kind::fault, .fault = message(logic.error())};
    }
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const DmnGraph>> read_graph(const std::string& document,
                                                   std::string_view bytes, const ModelSet& others,
                                                   ModelReading reading) {
  Draft draft;
  RECOUP_TRY(models, load_models(document, bytes, others));
  draft.models = std::move(models);
  draft.graph->name = draft.models[0].root.attribute("name");
  const auto read = [&]() -> Result<void> {
    if (auto done = read_types(draft); !done) return done;
    if (auto done = add_elements(draft); !done) return done;
    if (auto done = read_needs(draft); !done) return done;
    if (auto done = put_in_order(*draft.graph); !done) return done;
    return read_logic(draft, reading);
  };
  if (auto done = read(); !done) {
    Error error = done.error();
    if (error.place.document.empty()) error.place.document = document;
    return error;
  }
  return std::shared_ptr<const DmnGraph>(std::move(draft.graph));
}

}  // namespace recoup
