#include "xml_places.hpp"

#include <algorithm>

namespace recoup {
namespace {

constexpr std::string_view literal_begin = "<![CDATA[";
constexpr std::string_view literal_end = "]]>";

/// Behind the '>' that ends the tag at `at`; one in the value of an attribute does not.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return at;
}

}  // namespace

void XmlPlaces::to_opening_tag() {
  to_tag();
  at_ = end_of_tag(bytes_, offset_);
  is_empty_tag_ = at_ >= 2 && bytes_[at_ - 2] == '/';
}

void XmlPlaces::to_closing_tag() {
  if (is_empty_tag_) {
    is_empty_tag_ = false;
    return;
  }
  to_tag();
  at_ = std::min(bytes_.find('>', offset_), bytes_.size() - 1) + 1;
}

void XmlPlaces::to_text() {
  while (passes("<!--", "-->") || passes("<?", "?>") || passes("<![CDATA[]]>", "")) {
  }
  // From `at_` the whole section is passed over later: in it a bracket is text.
  set(bytes_.substr(at_).starts_with(literal_begin) ? at_ + literal_begin.size() : at_);
}

/// Passes over what stands at `at_`, where it begins so.
bool XmlPlaces::passes(std::string_view begin, std::string_view end) {
  if (!bytes_.substr(at_).starts_with(begin)) return false;
  const std::size_t last = bytes_.find(end, at_ + begin.size());
  at_ = last == std::string_view::npos ? bytes_.size() : last + end.size();
  return true;
}

void XmlPlaces::to_tag() {
  do {
    at_ = std::min(bytes_.find('<', at_), bytes_.size());
  } while (passes("<!--", "-->") || passes("<?", "?>") || passes(literal_begin, literal_end));
  set(at_);
}

void XmlPlaces::set(std::size_t offset) {
  line_ +=
      static_cast<std::uint64_t>(std::count(bytes_.data() + offset_, bytes_.data() + offset, '\n'));
  offset_ = offset;
}

}  // namespace recoup
