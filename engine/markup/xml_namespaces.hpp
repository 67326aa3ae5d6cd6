// xml_namespaces.hpp: which namespace a prefix stands for, where it is used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// A name of a tag or an attribute, cut at its colon.
struct XmlName {
  std::string_view prefix;  ///< "" where it has none.
  std::string_view local;

  /// What stands in front of the local part in the document.
  [[nodiscard]] std::size_t local_at() const { return prefix.empty() ? 0 : prefix.size() + 1; }
};

/// The declarations (xmlns) of the elements that are open.
///
///   Shape   `declare` for an element's declarations, then `uri_of` for its names, `leave` at its
///           end. `depth` is that of the element, from 1.
///   Errors  As words of what was found; "" where all is well.
///   Cost    Nothing for elements that declare nothing, but a look at the last declarations.
///   Cites   Namespaces in XML 1.0 (third edition). The parser does the same for twice the time.
class XmlNamespaces {
 public:
  /// The two parts of `name`; both are empty where it has two colons or a part has no letter first.
  [[nodiscard]] static XmlName cut(std::string_view name);
  /// Whether an attribute of that name declares a namespace.
  [[nodiscard]] static bool is_declaration(std::string_view name);

  [[nodiscard]] std::string declare(std::string_view name, std::string_view uri, std::size_t depth);
  void leave(std::size_t depth);

  /// The namespace of a prefix, "" for a default that is not declared, or nothing.
  [[nodiscard]] const std::string* uri_of(std::string_view prefix) const;

 private:
  struct Declaration {
    std::string prefix;
    std::string uri;
    std::size_t depth;
  };
  std::vector<Declaration> declarations_;
};

}  // namespace recoup
