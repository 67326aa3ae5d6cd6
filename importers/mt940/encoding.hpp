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

/// Takes the first of UTF-8, windows-1252 and a DOS code page that has all bytes: 852 where a
/// currency of Hungary, Poland, Czechia, Slovakia, Romania or Croatia stands in it, else 850.
///
///   Errors  malformed (nothing in it, a NUL).
///   Cites   Unicode, MAPPINGS/VENDORS/MICSFT/PC, CP850 and CP852.
Result<Mt940Decoded> decode_mt940(const Document& document);

}  // namespace recoup
