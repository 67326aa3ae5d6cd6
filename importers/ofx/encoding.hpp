// encoding.hpp: the text of a document whose declared character set, if any, is often wrong.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// The document as UTF-8, and what it was. The document must outlive it.
struct DecodedText {
  std::string_view bytes;     ///< Of the document, without a byte order mark.
  std::string converted;      ///< The same as UTF-8, where they were not.
  std::string_view encoding;  ///< "UTF-8" or "windows-1252".

  [[nodiscard]] std::string_view text() const { return converted.empty() ? bytes : converted; }
};

/// Reads the bytes as UTF-8 where all of them are, else as windows-1252.
///
///   Errors  malformed (nothing in it, a NUL, one of the five bytes that windows-1252 leaves
///           undefined), with the byte and the line.
///   Cites   WHATWG Encoding, index windows-1252, without its five C1 control characters.
Result<DecodedText> decode_ofx(const Document& document);

}  // namespace recoup
