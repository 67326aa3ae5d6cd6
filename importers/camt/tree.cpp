#include "camt/tree.hpp"

#include <algorithm>
#include <cstring>

#include "ofx/element.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error text_beside_tags(std::string_view text, std::string_view parent) {
  return Error{
      ErrorCode::malformed, quoted(trimmed(text)), "tags alone in " + std::string(parent), {}};
}

NameKey key_of(std::string_view name) {
  NameKey key = 0;
  std::memcpy(&key, name.data(), std::min(name.size(), sizeof key));
  return key;
}

/// Whether two names of the same key are one name.
bool is_same_name(std::string_view one, std::string_view other) {
  return one.size() == other.size() && (one.size() <= sizeof(NameKey) || one == other);
}

}  // namespace

std::string_view CamtElement::name() const {
  return exists() ? std::string_view(tree_->nodes_[row_].name) : std::string_view();
}

std::string_view CamtElement::value() const {
  return exists() ? trimmed(tree_->nodes_[row_].text) : std::string_view();
}

std::string CamtElement::narrative() const {
  return exists() ? std::string(without_layout(tree_->nodes_[row_].text)) : std::string();
}

std::string_view CamtElement::currency() const {
  return exists() ? trimmed(tree_->nodes_[row_].currency) : std::string_view();
}

std::uint64_t CamtElement::line() const { return exists() ? tree_->nodes_[row_].line : 0; }

std::size_t CamtElement::begin() const { return exists() ? tree_->nodes_[row_].begin : 0; }

std::size_t CamtElement::end() const { return exists() ? tree_->nodes_[row_].end : 0; }

CamtElement CamtElement::parent() const {
  if (!exists() || tree_->nodes_[row_].parent == CamtTree::none) return {};
  return {tree_, tree_->nodes_[row_].parent};
}

CamtElement CamtElement::first_child() const {
  if (!exists() || tree_->nodes_[row_].first_child == CamtTree::none) return {};
  return {tree_, tree_->nodes_[row_].first_child};
}

CamtElement CamtElement::next() const {
  if (!exists() || tree_->nodes_[row_].next == CamtTree::none) return {};
  return {tree_, tree_->nodes_[row_].next};
}

CamtElement CamtElement::child(std::string_view child_name) const {
  if (!exists()) return {};
  const NameKey key = key_of(child_name);
  std::uint32_t row = tree_->nodes_[row_].first_child;
  while (row != CamtTree::none) {
    const CamtTree::Node& node = tree_->nodes_[row];
    if (node.key == key && is_same_name(node.name, child_name)) return {tree_, row};
    row = node.next;
  }
  return {};
}

CamtElement CamtElement::at(std::string_view path) const {
  CamtElement element = *this;
  while (element.exists()) {
    const std::size_t slash = path.find('/');
    element = element.child(path.substr(0, slash));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return element;
}

std::size_t CamtElement::count(std::string_view child_name) const {
  std::size_t found = 0;
  for (CamtElement element = first_child(); element.exists(); element = element.next()) {
    if (element.name() == child_name) ++found;
  }
  return found;
}

Result<void> CamtTree::open(const XmlEvent& event) {
  if (current_ != none && !trimmed(nodes_[current_].text).empty()) {
    return text_beside_tags(nodes_[current_].text, nodes_[current_].name);
  }
  if (used_ == nodes_.size()) nodes_.emplace_back();
  const auto row = static_cast<std::uint32_t>(used_++);
  Node& node = nodes_[row];
  node.name = event.name;
  node.key = key_of(event.name);
  node.text.clear();
  node.currency.clear();
  for (const XmlAttribute& attribute : event.attributes) {
    if (attribute.name == "Ccy") node.currency = attribute.value;
  }
  node.line = event.line;
  node.begin = event.offset;
  node.end = event.end;
  node.parent = current_;
  node.first_child = node.last_child = node.next = none;
  if (current_ != none) {
    Node& parent = nodes_[current_];
    if (parent.last_child == none) {
      parent.first_child = row;
    } else {
      nodes_[parent.last_child].next = row;
    }
    parent.last_child = row;
  }
  current_ = row;
  ++depth_;
  return {};
}

Result<void> CamtTree::take_text(const XmlEvent& event) {
  RECOUP_CHECK(current_ != none);
  Node& node = nodes_[current_];
  if (node.first_child == none) {
    node.text += event.text;
    return {};
  }
  if (trimmed(event.text).empty()) return {};
  return text_beside_tags(event.text, node.name);
}

void CamtTree::close(const XmlEvent& event) {
  RECOUP_CHECK(current_ != none);
  Node& node = nodes_[current_];
  node.end = event.end;
  current_ = node.parent;
  --depth_;
}

CamtElement CamtTree::root() const {
  RECOUP_CHECK(used_ > 0);
  return {this, 0};
}

CamtElement CamtTree::current() const {
  return current_ == none ? CamtElement() : CamtElement(this, current_);
}

CamtElement CamtTree::last_child() const {
  RECOUP_CHECK(current_ != none && nodes_[current_].last_child != none);
  return {this, nodes_[current_].last_child};
}

void CamtTree::empty_last_child() {
  RECOUP_CHECK(current_ != none && nodes_[current_].last_child != none);
  const std::uint32_t row = nodes_[current_].last_child;
  nodes_[row].first_child = nodes_[row].last_child = none;
  used_ = row + std::size_t{1};
}

void CamtTree::clear() {
  used_ = 0;
  depth_ = 0;
  current_ = none;
}

}  // namespace recoup
