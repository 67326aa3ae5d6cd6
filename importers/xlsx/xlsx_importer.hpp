// xlsx_importer.hpp: recognises and reads workbooks.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// How many lines lie between the rows of two sheets: row 7 of the second sheet that is read is
/// line 10000007, so that no two records of a document share a line.
constexpr std::uint64_t lines_of_a_sheet = 10'000'000;

/// As `Format::recognises` and `Format::read` say: each sheet is read by the profile that fits it.
[[nodiscard]] bool is_xlsx(std::string_view head);
Result<Import> import_xlsx(const Document& document, const ImportOptions& options);

}  // namespace recoup
