// import_rows.hpp: everything one document says, as rows.
#pragma once

#include <cstdint>

#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Writes the document and all its records; answers the document's id.
[[nodiscard]] Result<std::int64_t> write_import(const SqliteConnection& connection,
                                                const Document& document, const Import& import);

/// Reads back what `write_import` wrote.
[[nodiscard]] Result<Import> read_import(const SqliteConnection& connection,
                                         const HeldDocument& document);

}  // namespace recoup
