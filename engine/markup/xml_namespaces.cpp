#include "xml_namespaces.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view declaration = "xmlns";
const std::string no_namespace;
const std::string xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

/// The parser has seen that all of it are characters of names.
bool begins_a_name(std::string_view part) {
  return !part.empty() && !is_digit(part.front()) && part.front() != '-' && part.front() != '.';
}

}  // namespace

XmlName XmlNamespaces::cut(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  const XmlName parts = {name.substr(0, colon), name.substr(colon + 1)};
  const bool is_fine = begins_a_name(parts.prefix) && begins_a_name(parts.local) &&
                       parts.local.find(':') == std::string_view::npos;
  return is_fine ? parts : XmlName();
}

bool XmlNamespaces::is_declaration(std::string_view name) {
  return name.starts_with(declaration) &&
         (name.size() == declaration.size() || name[declaration.size()] == ':');
}

std::string XmlNamespaces::declare(std::string_view name, std::string_view uri, std::size_t depth) {
  const std::string_view prefix =
      name.size() > declaration.size() ? name.substr(declaration.size() + 1) : std::string_view();
  if (prefix == declaration || uri == xmlns_namespace) {
    return "a declaration of the prefix xmlns or of its namespace";
  }
  if ((prefix == "xml") != (uri == xml_namespace)) {
    return "a declaration of the prefix xml or of its namespace";
  }
  if (!prefix.empty() && uri.empty()) {
    return "a prefix " + quoted(prefix) + " that is declared as no namespace";
  }
  declarations_.push_back({std::string(prefix), std::string(uri), depth});
  return {};
}

void XmlNamespaces::leave(std::size_t depth) {
  while (!declarations_.empty() && declarations_.back().depth >= depth) declarations_.pop_back();
}

const std::string* XmlNamespaces::uri_of(std::string_view prefix) const {
  for (std::size_t i = declarations_.size(); i > 0; --i) {
    if (declarations_[i - 1].prefix == prefix) return &declarations_[i - 1].uri;
  }
  if (prefix.empty()) return &no_namespace;
  return prefix == "xml" ? &xml_namespace : nullptr;
}

}  // namespace recoup
