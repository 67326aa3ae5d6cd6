// sections.hpp: the statements of a document that holds several.
#pragma once

#include <vector>

#include "pdf/lines.hpp"
#include "pdf/pdf_profile.hpp"

namespace recoup {

/// The lines of each statement, in the order of the document.
///
/// A statement begins with a page that is numbered 1, or that names another account than the page
/// before it; every other page belongs to the statement before it.
[[nodiscard]] std::vector<std::vector<PdfLine>> pdf_sections(const std::vector<PdfLine>& lines,
                                                             const PdfProfile& profile);

}  // namespace recoup
