#include "import_rows.hpp"

#include "case_rows.hpp"
#include "document_rows.hpp"
#include "row_values.hpp"
#include "statement_rows.hpp"

namespace recoup {

Result<std::int64_t> write_import(const SqliteConnection& connection, const Document& document,
                                  const Import& import) {
  RECOUP_TRY(id, write_document(connection, document, import));
  if (const auto done = write_currencies(connection, import); !done) return done.error();
  if (const auto done = write_statements(connection, id, import); !done) return done.error();
  if (const auto done = write_facts(connection, id, import.facts); !done) return done.error();
  const auto done = write_seizures(connection, id, import.seizures);
  if (!done) return done.error();
  return id;
}

Result<Import> read_import(const SqliteConnection& connection, const HeldDocument& document) {
  const auto id = static_cast<std::int64_t>(document.number);
  Import import;
  import.format = document.format;
  import.version = document.version;
  import.notes = document.notes;
  const auto statements = read_statements(connection, id, import);
  if (!statements) return statements.error();
  RECOUP_TRY(facts, read_facts(connection, id));
  RECOUP_TRY(seizures, read_seizures(connection, id));
  RECOUP_TRY(rejections, read_rejections(connection, id));
  import.facts = std::move(facts);
  import.seizures = std::move(seizures);
  import.rejections = std::move(rejections);
  const RecordCounts counts{import.transactions.size(), import.balances.size(), import.facts.size(),
                            import.seizures.size(), import.rejections.size()};
  if (counts != document.counts) {
    return Error{ErrorCode::malformed,
                 "records of " + document.name + " are missing or added",
                 "as many as were written",
                 {}};
  }
  return import;
}

}  // namespace recoup
