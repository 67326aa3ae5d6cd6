// qif_importer.hpp: recognises and reads QIF.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_qif(std::string_view head);
Result<Import> import_qif(const Document& document, const ImportOptions& options);

}  // namespace recoup
