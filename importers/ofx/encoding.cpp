#include "ofx/encoding.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Code points of the bytes 0x80 to 0x9F; 0 where windows-1252 has none.
constexpr std::array<std::uint16_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Adds a code point between U+0080 and U+FFFF.
void append_utf8(std::string& out, unsigned code_point) {
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
  } else {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    out += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  out += static_cast<char>(0x80U | (code_point & 0x3FU));
}

}  // namespace

Result<DecodedText> decode_ofx(const Document& document) {
  RECOUP_TRY(bytes, checked_bytes(document));
  if (!first_bad_utf8(bytes)) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return DecodedText{bytes, "", "UTF-8"};
  }
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      text += bytes[i];
      continue;
    }
    const unsigned code_point = byte < 0xA0 ? upper_controls[byte - 0x80U] : byte;
    if (code_point == 0) {
      return Error{ErrorCode::malformed,
                   "a byte that is neither UTF-8 nor windows-1252 at byte " + std::to_string(i),
                   "a document in UTF-8 or windows-1252",
                   {document.name, line_of(bytes, i), ""}};
    }
    append_utf8(text, code_point);
  }
  return DecodedText{bytes, std::move(text), "windows-1252"};
}

}  // namespace recoup
