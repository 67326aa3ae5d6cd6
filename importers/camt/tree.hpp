// tree.hpp: one record of a camt message, while it is looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {

class CamtTree;

/// The first eight bytes of a name: most names differ in them, and numbers are compared at once.
using NameKey = std::uint64_t;

/// An element of a tree, or none: what is asked of none is none again, and its texts are empty.
///
///   Shape  Two words; valid until its tree changes.
class CamtElement {
 public:
  CamtElement() = default;

  [[nodiscard]] bool exists() const { return tree_ != nullptr; }
  [[nodiscard]] std::string_view name() const;  ///< Without its prefix.
  /// Its text without blanks at its ends: codes, numbers, days.
  [[nodiscard]] std::string_view value() const;
  /// Its text without the layout of the file at its ends; blanks within its line are kept.
  [[nodiscard]] std::string narrative() const;
  [[nodiscard]] std::string_view currency() const;  ///< Its attribute Ccy.
  [[nodiscard]] std::uint64_t line() const;
  [[nodiscard]] std::size_t begin() const;  ///< First byte of the opening tag.
  [[nodiscard]] std::size_t end() const;    ///< Behind the last byte of the element.

  [[nodiscard]] CamtElement parent() const;
  [[nodiscard]] CamtElement first_child() const;
  [[nodiscard]] CamtElement next() const;  ///< Its next sibling.
  /// The first child of that name.
  [[nodiscard]] CamtElement child(std::string_view child_name) const;
  /// The element at "Refs/EndToEndId", going by the first child of each name.
  [[nodiscard]] CamtElement at(std::string_view path) const;
  /// How many children have that name.
  [[nodiscard]] std::size_t count(std::string_view child_name) const;

 private:
  friend class CamtTree;

  /// The first eight bytes of a name: most names differ in them, and numbers are compared at once.
  using NameKey = std::uint64_t;
  CamtElement(const CamtTree* tree, std::uint32_t row) : tree_(tree), row_(row) {}

  const CamtTree* tree_ = nullptr;
  std::uint32_t row_ = 0;
};

/// The elements of one record. It is filled again and again, and keeps its memory; the document
/// must outlive it.
class CamtTree {
 public:
  /// Errors: malformed (text beside tags, which no camt message has).
  Result<void> open(const XmlEvent& event);
  Result<void> take_text(const XmlEvent& event);
  void close(const XmlEvent& event);

  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] CamtElement root() const;
  /// The element that is open and lies deepest.
  [[nodiscard]] CamtElement current() const;
  /// The last child of `current()`.
  [[nodiscard]] CamtElement last_child() const;
  /// Forgets what stands in the last child of `current()`, and keeps the child itself.
  void empty_last_child();
  void clear();

 private:
  friend class CamtElement;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Node {
    std::string_view name;  ///< In the document.
    NameKey key = 0;
    std::string text;
    std::string currency;
    std::uint64_t line = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t parent = none;
    std::uint32_t first_child = none;
    std::uint32_t last_child = none;
    std::uint32_t next = none;
  };

  std::vector<Node> nodes_;
  std::size_t used_ = 0;
  std::size_t depth_ = 0;
  std::uint32_t current_ = none;
};

}  // namespace recoup
