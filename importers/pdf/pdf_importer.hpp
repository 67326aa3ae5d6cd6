// pdf_importer.hpp: recognises and reads statements in PDF that hold their text.
#pragma once

#include <string>
#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_pdf(std::string_view head);
Result<Import> import_pdf(const Document& document, const ImportOptions& options);

/// Reads a statement from the words of its PDF (engine/pdf_words/README.md).
///
///   Errors  As `Format::read`; and contradiction where the rows do not come to what is printed.
Result<Import> import_pdf_words(const Document& document, std::string_view words,
                                const ImportOptions& options);

}  // namespace recoup
