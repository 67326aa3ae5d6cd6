// cell_styles.hpp: which cells of a workbook are dates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// What a number in a cell is shown as.
enum class CellShape : std::uint8_t { number, date, date_time, time };

/// What the format code `yyyy\-mm\-dd` shows a number as: a time where it has hours or seconds and
/// no day, a date and a time where it has both, else a date where it has months.
///
/// A length of time, `[h]:mm`, is a number.
///
///   Cites  ISO/IEC 29500-1, 18.8.31.
[[nodiscard]] CellShape shape_of_format(std::string_view code);

/// The shape of each cell style, by its number.
///
/// Errors: malformed (no XML).
///
///   Cites  ISO/IEC 29500-1, 18.8.10 cellXfs, 18.8.30 numFmt (the numbers 14 to 22, 27 to 36, 45 to
///          47 and 50 to 58 are dates and times without a code).
Result<std::vector<CellShape>> read_cell_styles(std::string_view xml);

}  // namespace recoup
