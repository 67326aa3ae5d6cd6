// element.hpp: a tag of an OFX document with what stands in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// A value (a leaf with text) or an aggregate (with children).
struct OfxElement {
  std::string name;  ///< In capitals.
  std::string text;  ///< Of a value; blanks within its line are kept.
  std::uint64_t line = 0;
  std::size_t begin = 0;  ///< First byte of the opening tag.
  std::size_t end = 0;    ///< Behind the last byte of the element.
  std::vector<OfxElement> children;

  /// The first child of that name, or nothing.
  [[nodiscard]] const OfxElement* child(std::string_view child_name) const;
  /// The text of the first child of that name without blanks at its ends; "" where there is none.
  [[nodiscard]] std::string_view value(std::string_view child_name) const;
};

constexpr std::size_t ofx_depth_max = 64;

/// `text` without the line ends, and the indentation beside them, at its two ends: they belong to
/// the layout of the file. Blanks before a line end belong to the value.
[[nodiscard]] std::string_view without_layout(std::string_view text);

/// Reads the tags of OFX 1.x, where values need no closing tag. `text` may begin with its header.
///
///   Errors  malformed: no <OFX>, broken off, a tag that closes nothing, an aggregate that is not
///           closed, text outside a value, a declaration (<!…>). out_of_range: too deep. With line.
///   Cites   OFX 1.6, 2.3 (SGML). README.md lists what is read beyond it.
Result<OfxElement> read_ofx_sgml(std::string_view text);

/// Reads OFX 2.x as the XML that it says it is.
///
///   Errors  those of read_xml, and malformed where the root is not OFX.
///   Cites   OFX 2.2, 2.3.
Result<OfxElement> read_ofx_xml(std::string_view text);

}  // namespace recoup
