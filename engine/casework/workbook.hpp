// workbook.hpp: a summary as a workbook for a spreadsheet.
#pragma once

#include <string>

#include "recoup/base/result.hpp"
#include "recoup/report/rollup.hpp"

namespace recoup {

/// Writes one sheet for each table, and one for what was not counted.
///
///   Shape   Office Open XML (.xlsx). An amount stands twice: as a number, to be added up there,
///   and
///           beside it as text, which is exact whatever the spreadsheet makes of the number. Words
///           are text and never a formula.
///   Same    Equal summaries give equal bytes: the time of creation is a fixed one.
///   Errors  cannot_write. A file of that name is whole, or as it was.
[[nodiscard]] Result<void> write_workbook(const Rollup& rollup, const std::string& path);

}  // namespace recoup
