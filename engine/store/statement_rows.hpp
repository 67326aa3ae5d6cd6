// statement_rows.hpp: statement entries and balances as rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recoup/records/import.hpp"
#include "recoup/records/statement.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Writes the entries and balances of an import, account by account.
[[nodiscard]] Result<void> write_statements(const SqliteConnection& connection,
                                            std::int64_t document_id, const Import& import);

/// Reads the entries and balances of a document into `import`, in the order they were written from.
///
/// Errors: malformed (they are not those that the rows of `statement_part` count).
[[nodiscard]] Result<void> read_statements(const SqliteConnection& connection,
                                           std::int64_t document_id, Import& import);

/// As `Store::statement_parts`.
[[nodiscard]] Result<std::vector<StatementPart>> read_parts(
    const SqliteConnection& connection, const std::vector<std::string>& accounts);

}  // namespace recoup
