#include "recoup/dmn/input_types.hpp"

#include <array>

#include "element.hpp"
#include "graph.hpp"
#include "recoup/feel/simple_test.hpp"

namespace recoup {
namespace {

constexpr std::array<std::pair<std::string_view, FactColumn::Kind>, 4> kinds = {
    {{"number", FactColumn::Kind::number},
     {"date", FactColumn::Kind::date},
     {"boolean", FactColumn::Kind::truth},
     {"string", FactColumn::Kind::text}}};

std::string without_prefix(const std::string& type) {
  const std::size_t colon = type.rfind(':');
  return colon == std::string::npos ? type : type.substr(colon + 1);
}

/// The base of a type by way of the model's item definitions; a list is no base.
std::string base_of(const Element& root, std::string type) {
  // Definitions may name each other in a circle: each step takes one of them.
  for (std::size_t step = 0; step <= root.children.size(); ++step) {
    const Element* found = nullptr;
    for (const Element& child : root.children) {
      if (child.name == "itemDefinition" && child.attribute("name") == type) found = &child;
    }
    if (found == nullptr) return type;
    if (found->attribute("isCollection") == "true") return "list";
    const std::string base = without_prefix(found->child_text("typeRef"));
    if (base.empty()) return "context";
    type = base;
  }
  return "";
}

std::optional<FactColumn::Kind> kind_of(const SimpleTest& test) {
  for (const SimplePart& part : test.parts) {
    for (const SimpleBound& bound : part.bounds) {
      if (bound.constant.as<Decimal>() != nullptr) return FactColumn::Kind::number;
      if (bound.constant.as<FeelDate>() != nullptr) return FactColumn::Kind::date;
      if (bound.constant.as<bool>() != nullptr) return FactColumn::Kind::truth;
      if (bound.constant.as<std::string>() != nullptr) return FactColumn::Kind::text;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<FactColumn::Kind> InputType::kind() const {
  for (const auto& [word, kind] : kinds) {
    if (type == word) return kind;
  }
  return std::nullopt;
}

Result<std::vector<InputType>> read_input_types(const std::string& document,
                                                std::string_view bytes) {
  RECOUP_TRY(root, read_element_tree(document, bytes));
  std::vector<InputType> inputs;
  for (const Element& tag : root.children) {
    if (tag.name != "inputData") continue;
    InputType input{normal_name(tag.attribute("name")), ""};
    if (const Element* variable = tag.child("variable")) {
      if (input.name.empty()) input.name = normal_name(variable->attribute("name"));
      input.type = base_of(root, without_prefix(variable->attribute("typeRef")));
    }
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::optional<FactColumn::Kind> kind_by_cells(const DecisionModel& model, std::string_view input) {
  for (const DmnElement& element : model.graph()->elements) {
    if (element.logic.kind != Boxed::Kind::table) continue;
    const DecisionTable& table = *element.logic.table;
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
      if (bare_name(table.inputs[i].expression) != std::string(input)) continue;
      for (const TableRule& rule : table.rules) {
        const SimpleReading reading = simple_test(rule.tests[i]);
        const auto kind = reading.test ? kind_of(*reading.test) : std::nullopt;
        if (kind) return kind;
      }
    }
  }
  return std::nullopt;
}

}  // namespace recoup
