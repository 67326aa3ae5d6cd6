// ofx_importer.hpp: recognises and reads OFX.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_ofx(std::string_view head);
Result<Import> import_ofx(const Document& document, const ImportOptions& options);

}  // namespace recoup
