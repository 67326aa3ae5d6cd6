#include "element.hpp"

#include "recoup/base/text.hpp"

namespace recoup {

std::string Element::attribute(std::string_view attribute_name) const {
  for (const XmlAttribute& one : attributes) {
    if (one.name == attribute_name) return one.value;
  }
  return "";
}

const Element* Element::child(std::string_view child_name) const {
  for (const Element& one : children) {
    if (one.name == child_name) return &one;
  }
  return nullptr;
}

std::vector<const Element*> Element::children_named(std::string_view child_name) const {
  std::vector<const Element*> found;
  for (const Element& one : children) {
    if (one.name == child_name) found.push_back(&one);
  }
  return found;
}

std::string Element::child_text(std::string_view child_name) const {
  const Element* one = child(child_name);
  return one == nullptr ? "" : std::string(trimmed(one->text));
}

Result<Element> read_element_tree(const std::string& document, std::string_view bytes) {
  // The last open element stands last; the document itself is the first.
  std::vector<Element> open(1);
  auto done = read_xml(bytes, [&](const XmlEvent& event) -> Result<void> {
    switch (event.kind) {
      case XmlEvent::Kind::start:
        open.push_back({std::string(event.name),
                        std::string(event.namespace_uri),
                        event.attributes,
                        "",
                        {},
                        event.line});
        break;
      case XmlEvent::Kind::text: open.back().text += event.text; break;
      case XmlEvent::Kind::end: {
        Element closed = std::move(open.back());
        open.pop_back();
        open.back().children.push_back(std::move(closed));
      }
    }
    return {};
  });
  if (!done) {
    Error error = done.error();
    error.place.document = document;
    return error;
  }
  return std::move(open.front().children.front());
}

std::string fragment(std::string_view href) {
  const std::size_t at = href.find('#');
  return std::string(at == std::string_view::npos ? href : href.substr(at + 1));
}

}  // namespace recoup
