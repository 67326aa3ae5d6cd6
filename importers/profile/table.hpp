// table.hpp: a document as rows of cells, whether it came from CSV, from blocks or from a workbook.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recoup {

/// One row. Blank rows are no rows.
struct TableRow {
  std::uint64_t line = 0;          ///< On which it begins in the document, from 1.
  std::vector<std::string> cells;  ///< UTF-8, as they stand; quotes of CSV resolved.
  std::string record;              ///< The row as it stands in the document, for rejections.

  friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// The rows of a document, or of one sheet of it, in their order.
struct Table {
  /// Name of the sheet; empty for text. A row of a sheet may end before its last columns: what is
  /// missing there is empty. In text that is a fault of the row.
  std::string sheet;
  std::vector<TableRow> rows;

  friend bool operator==(const Table&, const Table&) = default;
};

}  // namespace recoup
