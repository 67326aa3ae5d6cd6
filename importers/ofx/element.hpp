// element.hpp: a tag of an OFX document with what stands in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// A value (a leaf with text) or an aggregate (with children).
///
///   Shape   Names and texts are views into the document, or into the tree where the document has
///           them in another form (small letters, entities).
struct OfxElement {
  std::string_view name;  ///< In capitals, without a prefix.
  std::string_view text;  ///< Of a value; blanks within its line are kept.
  std::uint64_t line = 0;
  std::size_t begin = 0;  ///< First byte of the opening tag.
  std::size_t end = 0;    ///< Behind the last byte of the element.
  const OfxElement* first_child = nullptr;
  const OfxElement* next = nullptr;  ///< The next child of the same parent.

  [[nodiscard]] bool has_children() const { return first_child != nullptr; }
  /// The first child of that name, or nothing.
  [[nodiscard]] const OfxElement* child(std::string_view child_name) const;
  /// The text of the first child of that name without blanks at its ends; "" where there is none.
  [[nodiscard]] std::string_view value(std::string_view child_name) const;
};

/// The elements of a document. They stay where they are as long as the tree is there.
class OfxTree {
 public:
  [[nodiscard]] OfxElement& add();
  /// Keeps a text that the document does not have in this form.
  [[nodiscard]] std::string_view keep(std::string text);

  const OfxElement* root = nullptr;
  /// The first value or aggregate without a closing tag of its own; XML would have none.
  const OfxElement* first_unclosed = nullptr;
  /// A list of entries without a closing tag, and the line of what cannot stand in it.
  struct ListWithoutEnd {
    const OfxElement* list = nullptr;
    std::uint64_t line = 0;
  };
  std::vector<ListWithoutEnd> lists_without_end;
  /// Line on which the document ends with <OFX> still open; 0 where it is closed.
  std::uint64_t open_end = 0;

 private:
  static constexpr std::size_t block_size = 512;
  std::vector<std::unique_ptr<std::array<OfxElement, block_size>>> blocks_;
  std::size_t used_ = block_size;
  std::deque<std::string> texts_;
};

constexpr std::size_t ofx_depth_max = 64;

/// `text` without the line ends, and the indentation beside them, at its two ends: they belong to
/// the layout of the file. Blanks before a line end belong to the value.
[[nodiscard]] std::string_view without_layout(std::string_view text);

/// Adds `raw` with its entities resolved. An ampersand that begins none stands for itself: banks
/// write "M&S" as often as "M&amp;S".
void append_resolved(std::string& out, std::string_view raw);

/// Reads the tags of OFX 1.x, where values need no closing tag, and of OFX 2.x, where they have
/// one. `text` may begin with its header, and must outlive the tree.
///
///   Shape   A list of entries that is not closed ends where a balance begins or its statement
///   ends. Errors  malformed: no <OFX>, broken off, a tag that closes nothing, an aggregate that is
///   not
///           closed, text outside a value, a declaration (<!…>). out_of_range: too deep. With line.
///   Cost    One pass; about a hundred bytes of memory for each tag.
///   Cites   OFX 1.6, 2.3 (SGML); OFX 2.2, 2.3. README.md lists what is read beyond it.
Result<OfxTree> read_ofx_tags(std::string_view text);

}  // namespace recoup
