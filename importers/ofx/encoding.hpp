// encoding.hpp: the text of an OFX document, whose declared character set is often wrong.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// The document as UTF-8, and what it was.
struct DecodedText {
  std::string text;
  std::string_view encoding;  ///< "UTF-8" or "windows-1252".
};

/// Reads the bytes as UTF-8 where all of them are, else as windows-1252.
///
///   Errors  malformed (nothing in it, a NUL, one of the five bytes that windows-1252 leaves
///           undefined), with the byte and the line.
///   Cites   WHATWG Encoding, index windows-1252, without its five C1 control characters.
Result<DecodedText> decode_ofx(const Document& document);

}  // namespace recoup
