// import_rows.hpp: everything one document says, as rows.
#pragma once

#include <cstdint>

#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Writes all that was read of a document that is held.
[[nodiscard]] Result<void> write_import(const SqliteConnection& connection,
                                        std::int64_t document_id, const Import& import);

/// Reads back what `write_import` wrote.
[[nodiscard]] Result<Import> read_import(const SqliteConnection& connection,
                                         const HeldDocument& document);

}  // namespace recoup
