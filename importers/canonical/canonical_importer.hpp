// canonical_importer.hpp: recognises and reads canonical CSV.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_canonical(std::string_view head);
Result<Import> import_canonical(const Document& document, const ImportOptions& options);

}  // namespace recoup
