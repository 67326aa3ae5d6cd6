// case_importer.hpp: recognises and reads a case file.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say.
[[nodiscard]] bool is_case(std::string_view head);
Result<Import> import_case(const Document& document, const ImportOptions& options);

}  // namespace recoup
