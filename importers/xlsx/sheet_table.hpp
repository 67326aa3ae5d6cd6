// sheet_table.hpp: a worksheet as the rows of cells that profiles read.
#pragma once

#include "profile/table.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "xlsx/sheet.hpp"

namespace recoup {

/// The sheet as a table: a row's line is its number. Numbers are written with `mark`, since a
/// profile that expects decimal commas would not take a point.
///
/// Errors: out_of_range (more than 16,000,000 cells, counting those left of a filled one).
Result<Table> table_of(const Sheet& sheet, DecimalMark mark);

}  // namespace recoup
