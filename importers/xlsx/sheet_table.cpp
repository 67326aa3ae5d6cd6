#include "xlsx/sheet_table.hpp"

#include <algorithm>
#include <utility>

namespace recoup {

Result<Table> table_of(const Sheet& sheet, DecimalMark mark) {
  constexpr std::size_t cells_max = 16'000'000;
  Table table{sheet.name, {}};
  std::size_t count = 0;
  for (const SheetRow& row : sheet.rows) {
    TableRow out;
    out.line = row.number;
    out.cells.resize(row.cells.back().column + std::size_t{1});
    count += out.cells.size();
    if (count > cells_max) {
      return Error{ErrorCode::out_of_range,
                   "a sheet of more than " + std::to_string(cells_max) + " cells",
                   "a smaller sheet",
                   {}};
    }
    for (const SheetCell& cell : row.cells) {
      std::string& text = out.cells[cell.column];
      text = cell.text;
      if (cell.kind == SheetCell::Kind::number && mark == DecimalMark::comma) {
        std::replace(text.begin(), text.end(), '.', ',');
      }
    }
    for (const std::string& cell : out.cells) {
      if (&cell != out.cells.data()) out.record += '\t';
      out.record += cell;
    }
    table.rows.push_back(std::move(out));
  }
  return table;
}

}  // namespace recoup
