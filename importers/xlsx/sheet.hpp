// sheet.hpp: the cells of one worksheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "xlsx/cell_number.hpp"
#include "xlsx/cell_styles.hpp"

namespace recoup {

/// One cell that holds something.
struct SheetCell {
  enum class Kind : std::uint8_t {
    text,
    number,  ///< In plain decimal notation.
    date,    ///< "2012-01-18", "2012-01-18T09:15:00" or "09:15:00".
    truth,   ///< "TRUE" or "FALSE".
    error,   ///< "#N/A".
  };

  std::uint32_t column = 0;  ///< From 0.
  Kind kind = Kind::text;
  std::string text;

  friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

/// One row that holds something; `number` as the spreadsheet shows it.
struct SheetRow {
  std::uint32_t number = 0;
  bool is_hidden = false;
  std::vector<SheetCell> cells;  ///< From left to right.
};

/// A worksheet, and what a reader should know of how it was read.
struct Sheet {
  std::string name;
  bool is_hidden = false;
  std::vector<SheetRow> rows;
  std::size_t formulas = 0;     ///< Cells of which the value last worked out was taken.
  std::size_t shortened = 0;    ///< As `CellNumber::is_shortened`.
  std::size_t lost_dates = 0;   ///< Shown as a day, and no day: left as numbers.
  std::size_t times_left = 0;   ///< Shown as a day, with a time of day behind it that is not shown.
  std::size_t hidden_rows = 0;  ///< Among `rows`.
  std::vector<std::string> merged;  ///< "A1:C1"; the value stands at the top left.
};

/// What the cells of a sheet refer to.
struct SheetContext {
  const std::vector<std::string>* strings = nullptr;
  const std::vector<CellShape>* shapes = nullptr;
  DateSystem dates = DateSystem::from_1900;
};

/// "B7" for column 1 and row 7.
[[nodiscard]] std::string cell_name(std::uint32_t column, std::uint64_t row);

/// Reads a worksheet.
///
///   Errors  malformed: no XML, a cell whose name is none, a string that is not there, a number
///   that
///           is none, a cell of an unknown type. contradiction: rows or cells twice or out of
///           order. out_of_range: more than 1,048,576 rows, 16,384 columns or 4,000,000 cells that
///           hold something. The field of each is the cell.
///   Cites   ISO/IEC 29500-1, 18.3.1.
Result<Sheet> read_sheet(std::string_view xml, std::string_view name, const SheetContext& context);

}  // namespace recoup
