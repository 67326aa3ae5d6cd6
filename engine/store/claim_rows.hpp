// claim_rows.hpp: what a document states beside its entries, as rows: statements, totals, figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/import.hpp"
#include "recoup/records/statement.hpp"
#include "recoup/store/store.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Writes statements with their totals, the totals of the document, published figures and records
/// held back.
[[nodiscard]] Result<void> write_claims(const SqliteConnection& connection,
                                        std::int64_t document_id, const Import& import);

/// Reads back into `import` what `write_claims` wrote.
[[nodiscard]] Result<void> read_claims(const SqliteConnection& connection, std::int64_t document_id,
                                       Import& import);

/// The totals of the document as a whole.
[[nodiscard]] Result<std::vector<ControlTotal>> read_document_totals(
    const SqliteConnection& connection, std::int64_t document_id);

/// Reads the statements of one account after another.
class ClaimReader {
 public:
  static Result<ClaimReader> prepare(const SqliteConnection& connection);

  /// Puts the document's statements of the part's account into the part.
  Result<void> read(std::int64_t document_id, StatementPart& part);

 private:
  ClaimReader(SqliteStatement statements, SqliteStatement totals)
      : statements_(std::move(statements)), totals_(std::move(totals)) {}

  SqliteStatement statements_;
  SqliteStatement totals_;
};

/// As `Store::series`.
[[nodiscard]] Result<std::vector<HeldSeriesPoint>> read_series(const SqliteConnection& connection,
                                                               std::string_view prefix);

}  // namespace recoup
