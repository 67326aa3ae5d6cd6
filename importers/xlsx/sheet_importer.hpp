// sheet_importer.hpp: reads one worksheet by the profile that fits it.
#pragma once

#include <optional>

#include "recoup/importers/importer.hpp"
#include "xlsx/sheet.hpp"

namespace recoup {

/// What the sheet says, by the one profile that fits it, of entries or of seizures; nothing where
/// none does. Places of rejections are cells: "Sheet1!B7 Amount".
///
///   Errors  contradiction (several profiles fit and read differently), and those of the reading.
Result<std::optional<Import>> import_sheet(const Sheet& sheet, const Document& document,
                                           const ImportOptions& options,
                                           std::optional<Date> saved_on);

}  // namespace recoup
