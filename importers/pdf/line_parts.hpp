// line_parts.hpp: what stands under which head.
#pragma once

#include "pdf/layout.hpp"
#include "pdf/table.hpp"

namespace recoup {

/// The parts of a line under the heads of a table.
[[nodiscard]] PdfLineParts pdf_parts_under(const PdfHeader& header, const PdfLine& line,
                                           const PdfTableContext& context);

/// The parts of a line that says it all: a day, words, a signed amount and perhaps a balance.
[[nodiscard]] PdfLineParts pdf_parts_in_order(const PdfLine& line, const PdfTableContext& context);

/// The printed day in its year: its own, the one that puts it into the statement's period, the one
/// nearest to `previous`, or the last before the statement's date. Nothing where none is known.
[[nodiscard]] std::optional<Date> pdf_date_of(const PdfDay& day, const PdfIdentity& identity,
                                              std::optional<Date> previous);

}  // namespace recoup
