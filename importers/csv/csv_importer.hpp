// csv_importer.hpp: recognises and reads the tables of single banks, by profile.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say. Asked after every other format of text: what it
/// recognises is a table of any kind.
[[nodiscard]] bool is_csv(std::string_view head);
Result<Import> import_csv(const Document& document, const ImportOptions& options);

}  // namespace recoup
