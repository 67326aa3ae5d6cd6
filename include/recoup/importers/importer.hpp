// importer.hpp: turns the bytes of a document into records.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// What a person says about a document that the document does not say itself.
struct ImportOptions {
  std::string format = {};   ///< Empty: what `detect_format` says.
  std::string profile = {};  ///< Name of a layout, or the text of one; empty: the one that fits.
  std::string date_order =
      {};                     ///< "dmy", "mdy" or "ymd", for formats that leave it open; or empty.
  std::string account = {};   ///< For a document that names no account.
  std::string currency = {};  ///< ISO 4217, for a document that names no currency.
  /// Takes the words out of a PDF, in a process of its own. Empty: PDF is refused.
  std::function<Result<std::string>(std::string_view pdf)> read_pdf = {};
};

/// The format of the document by its content, whatever its name: one of the names in
/// importers/README.md, or "" where it is none of them.
[[nodiscard]] std::string detect_format(const Document& document);

/// What the document looks like, for a person: "a PDF document", "an MT940 statement", "a text
/// that begins \"Dear Sir\"".
[[nodiscard]] std::string looks_like(const Document& document);

/// Reads the document.
///
///   Same    Equal bytes and options give an equal Import.
///   Errors  Of the whole document: malformed (of no known format, empty, broken off, a NUL byte,
///           not UTF-8 where the format asks for it, a wrong header, a bad entry of a case file),
///           contradiction, out_of_range; usage (no format of that name). One bad record does not
///           hold up the others: it is in `rejections` of the Import, with its place.
///   Cites   importers/README.md says for each format what is read and what is refused.
Result<Import> import_document(const Document& document, const ImportOptions& options = {});

/// The names of the formats, for `ImportOptions` and for messages.
[[nodiscard]] std::vector<std::string_view> format_names();

}  // namespace recoup
