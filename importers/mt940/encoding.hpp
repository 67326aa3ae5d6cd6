// encoding.hpp: the text of an MT940 document, which says nothing of its character set.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// The document as UTF-8; no text of its own where it is UTF-8 already.
struct Mt940Decoded {
  std::optional<std::string> text;
  std::string_view encoding;
};

/// Takes UTF-8 where the bytes are. Where a currency of Poland, Czechia, Slovakia, Hungary, Romania
/// or Croatia stands in the text, the one of windows-1252, windows-1250, ISO-8859-2 and code page
/// 852 that reads most bytes as letters of their languages, the first of equals. Else the first of
/// windows-1252 and a DOS code page (852 in those countries, else 850) that has all bytes.
///
///   Errors  malformed (nothing in it, a NUL).
///   Cites   Unicode, MAPPINGS/VENDORS/MICSFT: PC/CP850, PC/CP852, WINDOWS/CP1250, WINDOWS/CP1252;
///           MAPPINGS/ISO8859/8859-2.
Result<Mt940Decoded> decode_mt940(const Document& document);

}  // namespace recoup
