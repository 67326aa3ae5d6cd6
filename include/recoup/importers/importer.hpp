// importer.hpp: turns the bytes of a document into records.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// The format of the document by its content, whatever its name: "canonical", "case", "seizures",
/// "ofx", or "" where it is none of them.
[[nodiscard]] std::string detect_format(const Document& document);

/// What the document looks like, for a person: "a PDF document", "an MT940 statement", "a text
/// that begins \"Dear Sir\"".
[[nodiscard]] std::string looks_like(const Document& document);

/// Reads the document as `format`, or as what `detect_format` says where `format` is empty.
///
///   Same    Equal bytes give an equal Import.
///   Errors  Of the whole document: malformed (of no known format, empty, broken off, a NUL byte,
///           not UTF-8 where the format asks for it, a wrong header, a bad entry of a case file),
///           contradiction, out_of_range; usage (no format of that name). One bad record does not
///           hold up the others: it is in `rejections` of the Import, with its place.
///   Cites   importers/README.md says for each format what is read and what is refused.
Result<Import> import_document(const Document& document, std::string_view format);

}  // namespace recoup
