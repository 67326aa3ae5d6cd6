// bai2_importer.hpp: recognises and reads BAI2.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_bai2(std::string_view head);
Result<Import> import_bai2(const Document& document, const ImportOptions& options);

}  // namespace recoup
