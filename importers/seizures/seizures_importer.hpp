// seizures_importer.hpp: recognises and reads seizures CSV.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_seizures(std::string_view head);
Result<Import> import_seizures(const Document& document, const ImportOptions& options);

}  // namespace recoup
