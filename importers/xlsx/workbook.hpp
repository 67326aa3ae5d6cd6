// workbook.hpp: a workbook (XLSX, XLSM) as its sheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "xlsx/sheet.hpp"

namespace recoup {

/// The worksheets in the order of their tabs, and what a reader should know.
struct Workbook {
  std::vector<Sheet> sheets;
  std::optional<Date> saved_on;  ///< The day on which it says it was last saved.
  std::vector<std::string> notes;
};

/// Reads a workbook from its bytes.
///
///   Errors  As `read_archive` and `read_sheet` say; malformed: a text document, a presentation or
///   a
///           binary workbook (named as such), a part that is named and not there.
///   Cites   ISO/IEC 29500-1, 12.3 and 18.2; ISO/IEC 29500-2, 9 (relationships).
Result<Workbook> read_workbook(std::string_view bytes);

}  // namespace recoup
