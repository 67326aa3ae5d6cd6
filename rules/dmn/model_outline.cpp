#include "recoup/dmn/model_outline.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "element.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 5> newer_boxes = {"conditional", "filter", "for", "some",
                                                         "every"};

std::string type_of(const Element& tag) {
  const Element* variable = tag.child("variable");
  std::string type = tag.attribute("typeRef");
  if (variable != nullptr) type = variable->attribute("typeRef");
  type.erase(0, type.rfind(':') == std::string::npos ? 0 : type.rfind(':') + 1);
  return type;
}

OutlineText text_in(const Element* tag) {
  if (tag == nullptr) return {};
  return {tag->child_text("text"), tag->line};
}

/// Everything below an element that says what it decides, gathered tag by tag.
class ElementReader {
 public:
  explicit ElementReader(OutlineElement& element) : element_(element) {}

  // The depth is bounded by that of the XML.
  void visit(const Element& tag, std::vector<std::string> locals) {
    if (std::find(newer_boxes.begin(), newer_boxes.end(), tag.name) != newer_boxes.end()) {
      element_.newer.push_back({tag.name, tag.line});
    }
    if (tag.name == "decisionTable") return table(tag);
    if (tag.name == "literalExpression") {
      if (!tag.child_text("text").empty()) element_.expressions.push_back({text_in(&tag), locals});
      return;
    }
    if (tag.name == "encapsulatedLogic" || tag.name == "functionDefinition") {
      const std::string kind = tag.attribute("kind");
      if (!kind.empty() && kind != "FEEL") element_.foreign.push_back({kind, tag.line});
      for (const Element* parameter : tag.children_named("formalParameter")) {
        locals.push_back(normal_name(parameter->attribute("name")));
        if (tag.name == "encapsulatedLogic") element_.parameters.push_back(locals.back());
      }
    }
    for (const Element& child : tag.children) {
      visit(child, locals);
      // What a context names is known to the entries behind it.
      const Element* variable = tag.name == "context" ? child.child("variable") : nullptr;
      if (variable != nullptr) locals.push_back(normal_name(variable->attribute("name")));
    }
  }

 private:
  static OutlineColumn input(const Element& tag) {
    const Element* expression = tag.child("inputExpression");
    OutlineColumn column;
    column.expression = text_in(expression);
    if (expression != nullptr) column.type = type_of(*expression);
    column.values = text_in(tag.child("inputValues"));
    return column;
  }

  static OutlineColumn output(const Element& tag) {
    OutlineColumn column;
    column.name = normal_name(tag.attribute("name"));
    column.type = type_of(tag);
    column.values = text_in(tag.child("outputValues"));
    column.otherwise = text_in(tag.child("defaultOutputEntry"));
    return column;
  }

  static OutlineRule rule(const Element& tag, const std::vector<std::string>& annotations) {
    OutlineRule rule;
    rule.id = tag.attribute("id");
    rule.line = tag.line;
    if (const Element* description = tag.child("description")) {
      rule.description = {std::string(trimmed(description->text)), description->line};
    }
    for (const Element* entry : tag.children_named("inputEntry")) {
      rule.tests.push_back(text_in(entry));
      if (rule.tests.back().text.empty()) rule.tests.back().text = "-";
    }
    for (const Element* entry : tag.children_named("outputEntry")) {
      rule.outputs.push_back(text_in(entry));
    }
    const auto notes = tag.children_named("annotationEntry");
    for (std::size_t i = 0; i < notes.size(); ++i) {
      rule.annotations.push_back(
          {i < annotations.size() ? annotations[i] : "", notes[i]->child_text("text")});
    }
    return rule;
  }

  void table(const Element& tag) {
    OutlineTable table;
    table.line = tag.line;
    table.hit_policy = tag.attribute("hitPolicy");
    if (table.hit_policy.empty()) table.hit_policy = "UNIQUE";
    table.aggregation = tag.attribute("aggregation");
    for (const Element* one : tag.children_named("input")) table.inputs.push_back(input(*one));
    for (const Element* one : tag.children_named("output")) table.outputs.push_back(output(*one));
    for (const Element* one : tag.children_named("annotation")) {
      table.annotation_names.push_back(one->attribute("name"));
    }
    for (const Element* one : tag.children_named("rule")) {
      table.rules.push_back(rule(*one, table.annotation_names));
    }
    element_.tables.push_back(std::move(table));
  }

  OutlineElement& element_;
};

bool is_standard(const std::string& uri) {
  return uri.empty() || uri.find("omg.org/spec/D") != std::string::npos;
}

void find_extensions(const Element& tag, ModelOutline& outline) {
  if (!is_standard(tag.namespace_uri)) {
    outline.extensions.push_back({tag.name, tag.line});
    return;
  }
  for (const Element& child : tag.children) find_extensions(child, outline);
}

std::optional<OutlineName::Kind> kind_of(const Element& tag) {
  if (tag.name == "inputData") return OutlineName::Kind::input;
  if (tag.name == "decision") return OutlineName::Kind::decision;
  if (tag.name == "businessKnowledgeModel") return OutlineName::Kind::knowledge;
  return std::nullopt;
}

OutlineName name_of(const Element& tag, OutlineName::Kind kind) {
  const Element* variable = tag.child("variable");
  std::string name = normal_name(tag.attribute("name"));
  if (name.empty() && variable != nullptr) name = normal_name(variable->attribute("name"));
  return {kind, tag.attribute("id"), std::move(name), type_of(tag), tag.line};
}

OutlineElement element_of(const Element& tag, OutlineName name,
                          const std::map<std::string, std::string>& by_id) {
  OutlineElement element;
  element.name = std::move(name);
  element.question = tag.child_text("question");
  element.description = tag.child_text("description");
  for (const Element& child : tag.children) {
    if (child.name != "informationRequirement" && child.name != "knowledgeRequirement") {
      ElementReader(element).visit(child, {});
      continue;
    }
    for (const Element& target : child.children) {
      const auto found = by_id.find(fragment(target.attribute("href")));
      if (found != by_id.end()) element.needs.push_back(found->second);
    }
  }
  return element;
}

}  // namespace

std::string OutlineRule::annotation(std::string_view name) const {
  for (const Annotation& one : annotations) {
    if (one.name == name) return one.text;
  }
  return "";
}

const OutlineElement* ModelOutline::find(std::string_view decision) const {
  for (const OutlineElement& element : elements) {
    if (element.name.kind == OutlineName::Kind::decision && element.name.name == decision) {
      return &element;
    }
  }
  return nullptr;
}

Result<ModelOutline> outline_model(const std::string& document, std::string_view bytes) {
  RECOUP_TRY(root, read_element_tree(document, bytes));
  const std::size_t at = root.namespace_uri.find("omg.org/spec/DMN/");
  if (root.name != "definitions" || at == std::string::npos) {
    return Error{ErrorCode::malformed,
                 quoted(root.name),
                 "definitions of a DMN model",
                 {document, root.line, ""}};
  }
  ModelOutline outline;
  outline.name = root.attribute("name");
  outline.version = root.namespace_uri.substr(at + 17);
  outline.version.resize(std::min(outline.version.find('/'), outline.version.size()));
  std::map<std::string, std::string> by_id;
  for (const Element& tag : root.children) {
    if (const auto kind = kind_of(tag)) {
      outline.names.push_back(name_of(tag, *kind));
      by_id.emplace(outline.names.back().id, outline.names.back().name);
    }
  }
  std::size_t next = 0;
  for (const Element& tag : root.children) {
    const auto kind = kind_of(tag);
    if (!kind) continue;
    const OutlineName& name = outline.names[next++];
    if (*kind != OutlineName::Kind::input) {
      outline.elements.push_back(element_of(tag, name, by_id));
    }
  }
  find_extensions(root, outline);
  return outline;
}

}  // namespace recoup
