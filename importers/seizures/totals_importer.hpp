// totals_importer.hpp: recognises and reads tables of totals about seizures.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// Totals of seizures or forfeitures by area, force, kind or year, as CSV: a header that speaks of
/// seizing or forfeiting, and rows without a day. A total is no seizure: nobody was found with it,
/// and no order is made about it. Nothing is booked; each row is held back, and the sums of the
/// columns that count things or money stand in the notes. A row that is called a total is held
/// against the rows above it.
///
///   Shape   As `Format::recognises` and `Format::read`.
///   Exact   Sums have as many decimals as the figure with the most.
///   Errors  A row of another width, and one whose count or sum is no number, is a rejection.
[[nodiscard]] bool is_totals(std::string_view head);
Result<Import> import_totals(const Document& document, const ImportOptions& options);

}  // namespace recoup
