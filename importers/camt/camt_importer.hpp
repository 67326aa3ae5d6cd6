// camt_importer.hpp: recognises and reads account reports of ISO 20022.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_camt(std::string_view head);
Result<Import> import_camt(const Document& document, const ImportOptions& options);

}  // namespace recoup
