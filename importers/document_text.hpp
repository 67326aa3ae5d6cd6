// document_text.hpp: what every importer asks of bytes before it reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// The text of the document without its byte order mark.
///
/// Errors: malformed (nothing in it, a NUL, a byte that is not UTF-8), with the byte and the line.
Result<std::string_view> utf8_text(const Document& document);

/// The bytes of the document, which may be of any encoding.
///
/// Errors: malformed (nothing in it, a NUL).
Result<std::string_view> checked_bytes(const Document& document);

/// Line on which byte `offset` stands, from 1.
[[nodiscard]] std::uint64_t line_of(std::string_view bytes, std::size_t offset);

/// Whether a text may hold line ends.
enum class LineEnds : std::uint8_t { refused, allowed };

/// Errors: malformed (a control character other than a tab or an allowed line end).
Result<void> check_characters(std::string_view text, LineEnds line_ends);

/// `error`, whose field is known, at its place in the document, and the record that it spoils.
[[nodiscard]] Rejection rejection(Error error, std::string_view document, std::uint64_t line,
                                  std::string_view record);

/// `error` in `field`.
[[nodiscard]] Error in_field(std::string_view field, Error error);

/// `result`, whose error, where it is one, is in `field`.
template <typename T>
Result<T> in_field(std::string_view field, Result<T> result) {
  if (result) return result;
  return in_field(field, std::move(result).error());
}

/// `error` with the document's name, and with the line where it has none.
[[nodiscard]] Error placed(Error error, std::string_view document, std::uint64_t line = 0);

}  // namespace recoup
