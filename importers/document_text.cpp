#include "document_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_control(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return true;
  // U+0080 to U+009F
  return byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

/// For each byte whether a control character may begin with it that the text must not have.
constexpr std::array<bool, 256> suspicious_bytes(bool with_line_ends) {
  std::array<bool, 256> suspicious{};
  for (std::size_t byte = 0; byte < suspicious.size(); ++byte) {
    suspicious[byte] = (byte < 0x20 && byte != '\t') || byte == 0x7F || byte == 0xC2;
  }
  suspicious['\n'] = suspicious['\r'] = !with_line_ends;
  return suspicious;
}

constexpr std::array<bool, 256> suspicious_in_line = suspicious_bytes(false);
constexpr std::array<bool, 256> suspicious_in_lines = suspicious_bytes(true);

}  // namespace

std::uint64_t line_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  return 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
}

Result<std::string_view> checked_bytes(const Document& document) {
  const std::string_view bytes = document.bytes;
  if (trimmed(bytes).empty() || bytes == byte_order_mark) {
    return Error{ErrorCode::malformed,
                 bytes.empty() ? "an empty file" : "nothing but blanks",
                 "a document with something in it",
                 {document.name, 0, ""}};
  }
  if (const auto nul = first_nul(bytes)) {
    return Error{ErrorCode::malformed,
                 "a NUL at byte " + std::to_string(*nul),
                 "text without NUL bytes",
                 {document.name, line_of(bytes, *nul), ""}};
  }
  return bytes;
}

Result<std::string_view> utf8_text(const Document& document) {
  RECOUP_TRY(bytes, checked_bytes(document));
  if (const auto bad = first_bad_utf8(bytes)) {
    const std::size_t at = *bad;
    return Error{ErrorCode::malformed,
                 "a byte that is not UTF-8 at byte " + std::to_string(at) + ", behind " +
                     quoted(bytes.substr(at < 20 ? 0 : at - 20, at < 20 ? at : 20)),
                 "a document in UTF-8",
                 {document.name, line_of(bytes, at), ""}};
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

Result<void> check_characters(std::string_view text, LineEnds line_ends) {
  if (is_plain_ascii(text)) return {};
  const bool has_lines = line_ends == LineEnds::allowed;
  const auto& suspicious = has_lines ? suspicious_in_lines : suspicious_in_line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!suspicious[static_cast<unsigned char>(text[i])] || !is_control(text, i)) continue;
    return Error{ErrorCode::malformed,
                 quoted(text),
                 has_lines ? "text without control characters"
                           : "text in one line without control characters",
                 {}};
  }
  return {};
}

Rejection rejection(Error error, std::string_view document, std::uint64_t line,
                    std::string_view record) {
  error.place.document = document;
  error.place.line = line;
  return {std::move(error), std::string(record)};
}

Error in_field(std::string_view field, Error error) {
  error.place.field = field;
  return error;
}

Error placed(Error error, std::string_view document, std::uint64_t line) {
  error.place.document = document;
  if (error.place.line == 0) error.place.line = line;
  return error;
}

}  // namespace recoup
