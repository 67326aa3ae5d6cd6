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

Result<Import> read_rest(const SqliteConnection& connection, const HeldDocument& document) {
  const auto id = static_cast<std::int64_t>(document.number);
  Import import;
  import.format = document.format;
  import.version = document.version;
  import.profile = document.profile;
  import.notes = document.notes;
  if (const auto balances = read_balances(connection, id, import); !balances) {
    return balances.error();
  }
  if (const auto claims = read_claims(connection, id, import); !claims) return claims.error();
  RECOUP_TRY(facts, read_facts(connection, id));
  RECOUP_TRY(seizures, read_seizures(connection, id));
  RECOUP_TRY(rejections, read_rejections(connection, id));
  import.facts = std::move(facts);
  import.seizures = std::move(seizures);
  import.rejections = std::move(rejections);
  RecordCounts counts = count_records(import);
  counts.entries = document.counts.entries;
  if (counts != document.counts) {
    return Error{ErrorCode::malformed,
                 "records of " + document.name + " are missing or added",
                 "as many as were written",
                 {}};
  }
  return import;
}

Result<Import> read_import(const SqliteConnection& connection, const HeldDocument& document) {
  RECOUP_TRY(import, read_rest(connection, document));
  const auto id = static_cast<std::int64_t>(document.number);
  const auto entries = read_entries(connection, id, import);
  if (!entries) return entries.error();
  if (import.transactions.size() != document.counts.entries) {
    return Error{ErrorCode::malformed,
                 "entries of " + document.name + " are missing or added",
                 "as many as were written",
                 {}};
  }
  return import;
}

}  // namespace recoup
