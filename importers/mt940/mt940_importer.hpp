// mt940_importer.hpp: recognises and reads MT940, MT942 and their like.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_mt940(std::string_view head);
Result<Import> import_mt940(const Document& document, const ImportOptions& options);

}  // namespace recoup
