#include "xml_places.hpp"

#include <algorithm>

namespace recoup {
namespace {

constexpr std::string_view literal_begin = "<![CDATA[";
constexpr std::string_view literal_end = "]]>";

/// Behind the next '>'.
std::size_t behind_bracket(std::string_view bytes, std::size_t at) {
  return std::min(bytes.find('>', at), bytes.size() - 1) + 1;
}

/// Behind the '>' that ends the tag at `at`; one in the value of an attribute does not.
std::size_t behind_tag(std::string_view bytes, std::size_t at) {
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

void XmlPlaces::to_opening_tag(bool has_attributes) {
  to_tag();
  at_ = has_attributes ? behind_tag(bytes_, offset_) : behind_bracket(bytes_, offset_);
  is_empty_tag_ = at_ >= 2 && bytes_[at_ - 2] == '/';
}

void XmlPlaces::to_closing_tag() {
  if (is_empty_tag_) {
    is_empty_tag_ = false;
    return;
  }
  to_tag();
  at_ = behind_bracket(bytes_, offset_);
}

void XmlPlaces::to_text() {
  while (is_at_no_tag() &&
         (passes("<!--", "-->") || passes("<?", "?>") || passes("<![CDATA[]]>", ""))) {
  }
  // From `at_` the whole section is passed over later: in it a bracket is text.
  const bool is_literal = is_at_no_tag() && bytes_.substr(at_).starts_with(literal_begin);
  set(is_literal ? at_ + literal_begin.size() : at_);
}

/// Passes over what stands at `at_`, where it begins so.
bool XmlPlaces::passes(std::string_view begin, std::string_view end) {
  if (!bytes_.substr(at_).starts_with(begin)) return false;
  const std::size_t last = bytes_.find(end, at_ + begin.size());
  at_ = last == std::string_view::npos ? bytes_.size() : last + end.size();
  return true;
}

/// Whether a bracket stands at `at_` that opens and closes no element.
bool XmlPlaces::is_at_no_tag() const {
  return at_ + 1 < bytes_.size() && bytes_[at_] == '<' &&
         (bytes_[at_ + 1] == '!' || bytes_[at_ + 1] == '?');
}

void XmlPlaces::to_tag() {
  do {
    at_ = std::min(bytes_.find('<', at_), bytes_.size());
  } while (is_at_no_tag() &&
           (passes("<!--", "-->") || passes("<?", "?>") || passes(literal_begin, literal_end)));
  set(at_);
}

void XmlPlaces::set(std::size_t offset) {
  while (next_line_feed_ < offset) {
    ++line_;
    next_line_feed_ = bytes_.find('\n', next_line_feed_ + 1);
  }
  offset_ = offset;
}

}  // namespace recoup
