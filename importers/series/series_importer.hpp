// series_importer.hpp: recognises and reads published exchange rates, price indices and bank
// holidays.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// The reference rates of the European Central Bank, as CSV: a header `Date,USD,JPY,…`, then a line
/// for each day with what one euro was worth. Into `series` as "rate EUR/USD".
///
///   Shape   As `Format::recognises` and `Format::read`. `N/A` and empty cells are no points; a
///           comma behind the last column is passed over. Dates are "2026-04-13" or "13 April
///           2026".
///   Errors  A line whose date or number of cells is wrong is a rejection; so is each rate that is
///           no plain decimal above zero.
[[nodiscard]] bool is_rates(std::string_view head);
Result<Import> import_rates(const Document& document, const ImportOptions& options);

/// A time series of the Office for National Statistics, as CSV: lines of a key and a value ("CDID",
/// "D7BT"), then years ("1988"), quarters ("1988 Q1") and months ("1988 JAN"). Into `series` as
/// "index D7BT" (months), "index D7BT quarters" and "index D7BT years".
///
///   Errors  As a whole: malformed (no CDID). A line that is none of these is a rejection.
[[nodiscard]] bool is_ons(std::string_view head);
Result<Import> import_ons(const Document& document, const ImportOptions& options);

/// Bank holidays as GOV.UK publishes them, of all divisions or of one. Into `series` as
/// "bank-holiday england-and-wales", a point a day with the holiday's name.
///
///   Errors  As a whole: malformed (no JSON, no event). An event without a day or a name, a day
///           twice and another division are rejections.
[[nodiscard]] bool is_bank_holidays(std::string_view head);
Result<Import> import_bank_holidays(const Document& document, const ImportOptions& options);

}  // namespace recoup
