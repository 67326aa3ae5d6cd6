// import_rows.hpp: everything one document says, as it was written.
#pragma once

#include "recoup/records/import.hpp"
#include "recoup/store/store.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Everything the document says. Errors: malformed (other records than were written).
[[nodiscard]] Result<Import> read_import(const SqliteConnection& connection,
                                         const HeldDocument& document);

/// The same without its entries.
[[nodiscard]] Result<Import> read_rest(const SqliteConnection& connection,
                                       const HeldDocument& document);

}  // namespace recoup
