// bundle_importer.hpp: recognises bundles, and lists what one holds.
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// As `Format::recognises` and `Format::read` say. The Import of a bundle has no records: its notes
/// name the members, each of which is a document of its own (`open_bundle`).
[[nodiscard]] bool is_bundle(std::string_view head);
Result<Import> import_bundle(const Document& document, const ImportOptions& options);

}  // namespace recoup
