// parts.hpp: what the readers of a workbook's parts share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {

/// Whether a tag is of SpreadsheetML, transitional or strict.
[[nodiscard]] bool is_spreadsheet(const XmlEvent& event);

/// The value of an attribute by its name without prefix, or nothing.
[[nodiscard]] std::optional<std::string> attribute(const XmlEvent& event, std::string_view name);
/// The same as a whole number of at most 32 bits.
[[nodiscard]] std::optional<std::uint32_t> number_of(const XmlEvent& event, std::string_view name);
/// Whether the attribute is "1" or "true".
[[nodiscard]] bool is_set(const XmlEvent& event, std::string_view name);

/// `text` with the characters that XML cannot hold: "_x000D_" is a line end, "_x005F_" the "_" that
/// begins such a form. U+0000 and halves of surrogate pairs stay as they are written.
///
///   Cites  ISO/IEC 29500-1, 22.9.2.19 ST_Xstring.
[[nodiscard]] std::string unescaped_text(std::string_view text);

/// Collects the text of a string item: its runs one behind the other, without phonetic readings.
class StringItem {
 public:
  /// Takes an event between the item's tags.
  void take(const XmlEvent& event);
  /// The text, and begins anew.
  [[nodiscard]] std::string finish();

 private:
  bool in_text_ = false;
  bool in_phonetic_ = false;
  std::string text_;
};

/// The shared strings in their order.
///
/// Errors: malformed (no XML).
///
///   Cites  ISO/IEC 29500-1, 18.4.
Result<std::vector<std::string>> read_shared_strings(std::string_view xml);

}  // namespace recoup
