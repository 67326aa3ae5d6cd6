// element.hpp: a small XML document as a tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {

/// A tag with everything in it. Names are without prefixes.
struct Element {
  std::string name;
  std::string namespace_uri;
  std::vector<XmlAttribute> attributes;
  std::string text;  ///< Its own, joined.
  std::vector<Element> children;
  std::uint64_t line = 0;

  /// The attribute's value, or "".
  [[nodiscard]] std::string attribute(std::string_view attribute_name) const;
  /// The first child of that name, or nothing.
  [[nodiscard]] const Element* child(std::string_view child_name) const;
  [[nodiscard]] std::vector<const Element*> children_named(std::string_view child_name) const;
  /// The trimmed text of the child, or "".
  [[nodiscard]] std::string child_text(std::string_view child_name) const;
};

/// Reads a document of at most a few thousand elements. Errors name `document`.
Result<Element> read_element_tree(const std::string& document, std::string_view bytes);

/// The path of an identifier behind "#".
[[nodiscard]] std::string fragment(std::string_view href);

}  // namespace recoup
