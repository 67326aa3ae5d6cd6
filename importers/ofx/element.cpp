#include "ofx/element.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {
namespace {

/// Puts events together into a tree.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view text) : text_(text) {}

  Result<void> take(const XmlEvent& event) {
    switch (event.kind) {
      case XmlEvent::Kind::start: return open(event);
      case XmlEvent::Kind::text: return take_text(event);
      case XmlEvent::Kind::end: close(event.offset); return {};
    }
    return {};
  }

  OfxElement take_root() { return std::move(root_); }

 private:
  Result<void> open(const XmlEvent& event) {
    if (open_.empty() && event.name != "OFX") {
      return Error{ErrorCode::malformed, quoted("<" + event.name + ">"), "<OFX>", {}};
    }
    OfxElement element;
    element.name = event.name;
    element.line = event.line;
    element.begin = event.offset;
    open_.push_back(std::move(element));
    return {};
  }

  Result<void> take_text(const XmlEvent& event) {
    if (trimmed(event.text).empty()) return {};
    OfxElement& element = open_.back();
    if (!element.children.empty()) {
      return Error{
          ErrorCode::malformed, quoted(trimmed(event.text)), "tags alone in " + element.name, {}};
    }
    element.text = without_layout(event.text);
    return {};
  }

  void close(std::size_t closing_tag) {
    OfxElement element = std::move(open_.back());
    open_.pop_back();
    element.end = std::min(text_.find('>', closing_tag), text_.size() - 1) + 1;
    if (open_.empty()) {
      root_ = std::move(element);
    } else {
      open_.back().children.push_back(std::move(element));
    }
  }

  std::string_view text_;
  std::vector<OfxElement> open_;
  OfxElement root_;
};

}  // namespace

const OfxElement* OfxElement::child(std::string_view child_name) const {
  const auto at = std::find_if(children.begin(), children.end(), [&](const OfxElement& element) {
    return element.name == child_name;
  });
  return at == children.end() ? nullptr : &*at;
}

std::string_view OfxElement::value(std::string_view child_name) const {
  const OfxElement* const element = child(child_name);
  return element == nullptr ? std::string_view() : trimmed(element->text);
}

std::string_view without_layout(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  if (text.substr(0, first).find_first_of("\r\n") != std::string_view::npos) {
    text.remove_prefix(first);
  }
  const std::size_t behind = text.find_last_not_of(blanks) + 1;
  return text.substr(0, std::min(text.find_first_of("\r\n", behind), text.size()));
}

Result<OfxElement> read_ofx_xml(std::string_view text) {
  TreeBuilder tree(text);
  auto read = read_xml(text, [&](const XmlEvent& event) { return tree.take(event); });
  if (!read) return std::move(read).error();
  return tree.take_root();
}

}  // namespace recoup
