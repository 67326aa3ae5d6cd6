#include "reader.hpp"

#include <algorithm>
#include <map>

#include "boxed_reader.hpp"
#include "element.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t elements_max = 10'000;

/// Elements of the graph by identifier, with the tags from which they are read.
struct Index {
  std::map<std::string, std::size_t> by_id;
  std::vector<const Element*> tags;
};

std::string name_of(const Element& tag) {
  const Element* variable = tag.child("variable");
  const std::string own = normal_name(tag.attribute("name"));
  if (!own.empty() || variable == nullptr) return own;
  return normal_name(variable->attribute("name"));
}

Result<Index> index_elements(const Element& root, DmnGraph& graph) {
  Index index;
  for (const Element& tag : root.children) {
    DmnElement element;
    if (tag.name == "inputData") {
      element.kind = DmnElement::Kind::input;
    } else if (tag.name == "decision") {
      element.kind = DmnElement::Kind::decision;
    } else if (tag.name == "businessKnowledgeModel") {
      element.kind = DmnElement::Kind::knowledge;
    } else {
      continue;
    }
    element.id = tag.attribute("id");
    element.name = name_of(tag);
    element.question = tag.child_text("question");
    if (element.name.empty() || graph.elements.size() >= elements_max) {
      return Error{
          ErrorCode::malformed, quoted(tag.name), "an element with a name", {"", tag.line, ""}};
    }
    if (!element.id.empty() && !index.by_id.emplace(element.id, graph.elements.size()).second) {
      return Error{
          ErrorCode::contradiction, quoted(element.id), "an id used once", {"", tag.line, "id"}};
    }
    graph.elements.push_back(std::move(element));
    index.tags.push_back(&tag);
  }
  return index;
}

Result<void> read_needs(const Index& index, DmnGraph& graph) {
  for (std::size_t i = 0; i < graph.elements.size(); ++i) {
    for (const Element& requirement : index.tags[i]->children) {
      if (requirement.name != "informationRequirement" &&
          requirement.name != "knowledgeRequirement") {
        continue;
      }
      for (const Element& target : requirement.children) {
        if (!target.name.starts_with("required")) continue;
        const auto found = index.by_id.find(fragment(target.attribute("href")));
        if (found == index.by_id.end()) {
          return Error{ErrorCode::not_found,
                       quoted(target.attribute("href")),
                       "the id of an element of this model",
                       {"", target.line, "href"}};
        }
        graph.elements[i].needs.push_back(found->second);
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
    for (const std::size_t need : graph.elements[i].needs) needed_by[need].push_back(i);
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

Result<void> read_logic(const Index& index, DmnGraph& graph) {
  for (std::size_t i = 0; i < graph.elements.size(); ++i) {
    DmnElement& element = graph.elements[i];
    std::vector<std::string> names;
    for (const std::size_t need : element.needs) names.push_back(graph.elements[need].name);
    if (element.kind == DmnElement::Kind::decision) {
      RECOUP_TRY(logic, read_boxed(*index.tags[i], names));
      element.logic = std::move(logic);
    } else if (element.kind == DmnElement::Kind::knowledge) {
      const Element* body = index.tags[i]->child("encapsulatedLogic");
      if (body == nullptr) continue;
      RECOUP_TRY(logic, read_function(*body, names));
      element.logic = std::move(logic);
    }
  }
  return {};
}

Result<std::shared_ptr<const DmnGraph>> graph_of(const Element& root) {
  if (root.name != "definitions" ||
      root.namespace_uri.find("omg.org/spec/DMN/") == std::string::npos) {
    return Error{
        ErrorCode::malformed, quoted(root.name), "definitions of a DMN model", {"", root.line, ""}};
  }
  auto graph = std::make_shared<DmnGraph>();
  graph->name = root.attribute("name");
  RECOUP_TRY(index, index_elements(root, *graph));
  if (auto done = read_needs(index, *graph); !done) return done.error();
  if (auto done = put_in_order(*graph); !done) return done.error();
  if (auto done = read_logic(index, *graph); !done) return done.error();
  return std::shared_ptr<const DmnGraph>(std::move(graph));
}

}  // namespace

Result<std::shared_ptr<const DmnGraph>> read_graph(const std::string& document,
                                                   std::string_view bytes) {
  RECOUP_TRY(root, read_element_tree(document, bytes));
  auto graph = graph_of(root);
  if (graph) return graph;
  Error error = graph.error();
  error.place.document = document;
  return error;
}

}  // namespace recoup
