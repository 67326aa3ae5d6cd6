#include "import_rows.hpp"

#include "case_rows.hpp"
#include "claim_rows.hpp"
#include "document_rows.hpp"
#include "row_values.hpp"
#include "statement_rows.hpp"

namespace recoup {

RecordCounts count_records(const Import& import) {
  return {import.transactions.size(), import.balances.size(),   import.facts.size(),
          import.seizures.size(),     import.rejections.size(), import.statements.size(),
          import.series.size(),       import.held_back.size()};
}

Result<void> write_import(const SqliteConnection& connection, std::int64_t document_id,
                          const Import& import) {
  if (const auto done = write_reading(connection, document_id, import); !done) return done.error();
  if (const auto done = write_currencies(connection, import); !done) return done.error();
  const auto statements = write_statements(connection, document_id, import);
  if (!statements) return statements.error();
  const auto claims = write_claims(connection, document_id, import);
  if (!claims) return claims.error();
  const auto facts = write_facts(connection, document_id, import.facts);
  if (!facts) return facts.error();
  return write_seizures(connection, document_id, import.seizures);
}

Result<Import> read_import(const SqliteConnection& connection, const HeldDocument& document) {
  const auto id = static_cast<std::int64_t>(document.number);
  Import import;
  import.format = document.format;
  import.version = document.version;
  import.profile = document.profile;
  import.notes = document.notes;
  const auto statements = read_statements(connection, id, import);
  if (!statements) return statements.error();
  if (const auto claims = read_claims(connection, id, import); !claims) return claims.error();
  RECOUP_TRY(facts, read_facts(connection, id));
  RECOUP_TRY(seizures, read_seizures(connection, id));
  RECOUP_TRY(rejections, read_rejections(connection, id));
  import.facts = std::move(facts);
  import.seizures = std::move(seizures);
  import.rejections = std::move(rejections);
  if (count_records(import) != document.counts) {
    return Error{ErrorCode::malformed,
                 "records of " + document.name + " are missing or added",
                 "as many as were written",
                 {}};
  }
  return import;
}

}  // namespace recoup
