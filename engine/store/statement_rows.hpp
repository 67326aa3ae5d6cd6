// statement_rows.hpp: what documents show of accounts, as rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entry_rows.hpp"
#include "recoup/records/import.hpp"
#include "recoup/records/statement.hpp"
#include "sqlite.hpp"

namespace recoup {

/// The accounts of a document by their numbers in it.
struct DocumentAccounts {
  std::vector<std::int64_t> ids;
  std::vector<bool> is_new;  ///< Whether no other document shows the account.
};

/// Writes the balances of `rest` and what the document shows of each account; `run` has its entries
/// and numbers its accounts.
[[nodiscard]] Result<DocumentAccounts> write_statements(const SqliteConnection& connection,
                                                        std::int64_t document_id, RunWriter& run,
                                                        const Import& rest);

/// The names of the document's accounts by their numbers, and how many entries each has.
///
/// Errors: malformed (two accounts have one number, or one has none).
struct AccountListing {
  std::vector<std::string> names;
  std::vector<std::uint64_t> entries;
};
[[nodiscard]] Result<AccountListing> read_accounts(const SqliteConnection& connection,
                                                   std::int64_t document_id);

/// Reads the balances of a document into `import`, in the order they were written from.
[[nodiscard]] Result<void> read_balances(const SqliteConnection& connection,
                                         std::int64_t document_id, Import& import);

/// Reads the entries of a document into `import`, in the order they were written from.
///
/// Errors: malformed (they are not those that the rows of `statement_part` count).
[[nodiscard]] Result<void> read_entries(const SqliteConnection& connection,
                                        std::int64_t document_id, Import& import);

/// As `Store::statement_parts`.
[[nodiscard]] Result<std::vector<StatementPart>> read_parts(
    const SqliteConnection& connection, const std::vector<std::string>& accounts);

}  // namespace recoup
