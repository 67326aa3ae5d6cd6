#include "recoup/store/store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "audit_log.hpp"
#include "case_rows.hpp"
#include "claim_rows.hpp"
#include "document_rows.hpp"
#include "import_rows.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "row_values.hpp"
#include "schema.hpp"
#include "sqlite.hpp"
#include "sqlite_writer.hpp"
#include "statement_rows.hpp"

namespace recoup {
namespace {

/// Shorter beginnings of a digest would name documents by chance.
constexpr std::size_t digest_prefix_min = 6;

Error no_document(std::string_view wanted) {
  return {
      ErrorCode::not_found, quoted(wanted), "the name or digest of a document of the store", {}};
}

void sort_by_name(std::vector<HeldDocument>& documents) {
  std::sort(documents.begin(), documents.end(), [](const HeldDocument& a, const HeldDocument& b) {
    return std::tie(a.name, a.digest) < std::tie(b.name, b.digest);
  });
}

bool is_digest_prefix(std::string_view text) {
  return text.size() >= digest_prefix_min && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

AnnouncedDocument announced(const Document& document) {
  return {document.name, document.bytes.size(), document.digest};
}

/// What of an import does not go into the writer record by record.
Import without_streamed(const Import& import) {
  Import rest;
  rest.format = import.format;
  rest.version = import.version;
  rest.profile = import.profile;
  rest.balances = import.balances;
  rest.statements = import.statements;
  rest.totals = import.totals;
  rest.facts = import.facts;
  rest.seizures = import.seizures;
  rest.series = import.series;
  rest.held_back = import.held_back;
  rest.notes = import.notes;
  return rest;
}

/// A store in one SQLite file.
class SqliteStore final : public Store {
 public:
  explicit SqliteStore(SqliteConnection connection) : connection_(std::move(connection)) {}

  Result<SaveOutcome> save(const Document& document, const Import& import,
                           const Provenance& provenance) override {
    RECOUP_CHECK(sha256(document.bytes) == document.digest);
    RECOUP_TRY(held, held_row(document.digest));
    if (held && held->is_imported) return save_again(document.digest, document.name, provenance);
    RECOUP_TRY(writer, SqliteWriter::begin(connection_, announced(document), provenance,
                                           LookForDoubts::no));
    if (const auto done = writer->bytes(document.bytes); !done) return done.error();
    // What the sink could not take is told by `finish`.
    for (const Transaction& entry : import.transactions) {
      if (!writer->entry(view_of(entry))) break;
    }
    for (const Rejection& rejection : import.rejections) {
      if (!writer->rejection(rejection)) break;
    }
    RECOUP_TRY(written, writer->finish(without_streamed(import)));
    return written.outcome;
  }

  Result<SaveOutcome> save_refused(const Document& document, const Error& reason,
                                   const Provenance& provenance) override {
    RECOUP_CHECK(sha256(document.bytes) == document.digest);
    RECOUP_TRY(held, held_row(document.digest));
    if (held && held->is_imported) return SaveOutcome{true, false, false};
    RECOUP_TRY(writer, SqliteWriter::begin(connection_, announced(document), provenance,
                                           LookForDoubts::no));
    if (const auto done = writer->bytes(document.bytes); !done) return done.error();
    return writer->refuse(reason);
  }

  Result<bool> holds_size(std::uint64_t size) const override {
    RECOUP_TRY(select,
               connection_.prepare("SELECT EXISTS (SELECT 1 FROM document WHERE size = ?)"));
    bool holds = false;
    const auto read =
        for_each_row(select.count(size), [&](SqliteRow& row) { holds = row.truth(); });
    if (!read) return read.error();
    return holds;
  }

  Result<std::unique_ptr<DocumentWriter>> begin_document(const AnnouncedDocument& document,
                                                         const Provenance& provenance) override {
    RECOUP_TRY(writer, SqliteWriter::begin(connection_, document, provenance, LookForDoubts::yes));
    return std::unique_ptr<DocumentWriter>(std::move(writer));
  }

  Result<SaveOutcome> save_again(const Digest& digest, const std::string& name,
                                 const Provenance& provenance) override {
    RECOUP_TRY(transaction, SqliteTransaction::begin(connection_, SqliteTransactionKind::writing));
    RECOUP_TRY(id, id_of(digest));
    RECOUP_TRY(outcome, name_again(connection_, id, digest, name, provenance));
    if (const auto done = transaction.commit(); !done) return done.error();
    return outcome;
  }

  Result<void> record(const AuditNote& note) override {
    RECOUP_CHECK(!is_store_action(note.action));
    RECOUP_TRY(transaction, SqliteTransaction::begin(connection_, SqliteTransactionKind::writing));
    if (const auto done = append_entry(connection_, note); !done) return done.error();
    return transaction.commit();
  }

  Result<std::vector<HeldDocument>> documents() const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(ids, document_ids(connection_));
    return documents_of(ids);
  }

  Result<HeldDocument> document(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    return held_document(digest);
  }

  Result<HeldDocument> find_document(std::string_view name_or_digest) const override {
    RECOUP_TRY(reading, begin_reading());
    // A file that was mended after it had been refused has the name of the one refused.
    RECOUP_TRY(named, ids_where("SELECT document_id FROM document_name JOIN document"
                                " ON document.id = document_id WHERE name = ?"
                                " AND import_order IS NOT NULL",
                                name_or_digest));
    if (named.empty()) {
      RECOUP_TRY(refused,
                 ids_where("SELECT document_id FROM document_name WHERE name = ?", name_or_digest));
      named = std::move(refused);
    }
    if (named.empty() && is_digest_prefix(name_or_digest)) {
      const std::string prefix = ascii_lower(name_or_digest);
      RECOUP_TRY(begun, ids_where("SELECT id FROM document WHERE substr(lower(hex(digest)), 1,"
                                  " length(?1)) = ?1",
                                  prefix));
      named = std::move(begun);
    }
    if (named.empty()) return no_document(name_or_digest);
    if (named.size() > 1) {
      return Error{ErrorCode::contradiction,
                   quoted(name_or_digest) + ", which " + std::to_string(named.size()) +
                       " documents are called",
                   "more digits of the digest of one of them",
                   {}};
    }
    return read_document(connection_, named.front());
  }

  Result<std::string> document_bytes(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(id, id_of(digest));
    RECOUP_TRY(bytes, read_bytes(connection_, id));
    if (sha256(bytes) != digest) {
      return Error{
          ErrorCode::malformed, "bytes with the digest " + sha256(bytes).text(), digest.text(), {}};
    }
    return bytes;
  }

  Result<Import> document_records(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(held, held_document(digest));
    return read_import(connection_, held);
  }

  Result<std::vector<Rejection>> rejections(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(id, id_of(digest));
    return read_rejections(connection_, id);
  }

  Result<std::vector<ControlTotal>> document_totals(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(id, id_of(digest));
    return read_document_totals(connection_, id);
  }

  Result<std::vector<StatementPart>> statement_parts(
      const std::vector<std::string>& accounts) const override {
    RECOUP_TRY(reading, begin_reading());
    return read_parts(connection_, accounts);
  }

  Result<std::vector<RecordPart>> documents_showing(
      const std::vector<std::string>& accounts) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(select,
               connection_.prepare("SELECT digest, statement_part.entries FROM statement_part"
                                   " JOIN account ON account.id = account_id"
                                   " JOIN document ON document.id = document_id"
                                   " WHERE name = ? ORDER BY digest"));
    const std::set<std::string> wanted(accounts.begin(), accounts.end());
    std::vector<RecordPart> parts;
    for (const std::string& account : wanted) {
      const auto found = for_each_row(select.text(account), [&](SqliteRow& row) {
        const Digest document = row.digest();
        parts.push_back({account, document, row.count()});
      });
      if (!found) return found.error();
    }
    return parts;
  }

  Result<std::vector<std::string>> accounts_of(const Digest& digest) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(id, id_of(digest));
    RECOUP_TRY(listing, read_accounts(connection_, id));
    return std::move(listing.names);
  }

  Result<std::vector<std::string>> account_names() const override {
    return read_texts(connection_, "SELECT name FROM account ORDER BY name", std::nullopt);
  }

  Result<std::vector<std::string>> accounts_imported_under(
      std::string_view case_id) const override {
    RECOUP_TRY(select,
               connection_.prepare("SELECT DISTINCT name FROM case_document JOIN statement_part"
                                   " ON statement_part.document_id = case_document.document_id"
                                   " JOIN account ON account.id = account_id"
                                   " WHERE case_id = ? ORDER BY name"));
    std::vector<std::string> names;
    const auto read =
        for_each_row(select.text(case_id), [&](SqliteRow& row) { names.push_back(row.text()); });
    if (!read) return read.error();
    return names;
  }

  Result<std::vector<std::string>> cases() const override {
    return read_texts(connection_,
                      "SELECT case_id FROM case_document JOIN document ON document.id = document_id"
                      " WHERE import_order IS NOT NULL UNION SELECT case_id FROM case_fact"
                      " WHERE case_id <> '' ORDER BY case_id",
                      std::nullopt);
  }

  Result<std::vector<HeldFact>> case_facts(std::string_view case_id) const override {
    RECOUP_TRY(reading, begin_reading());
    return read_facts_of_case(connection_, case_id);
  }

  Result<std::vector<HeldDocument>> case_documents(std::string_view case_id) const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(ids, ids_where("SELECT document_id FROM case_document JOIN document"
                              " ON document.id = document_id WHERE case_id = ?1"
                              " AND import_order IS NOT NULL"
                              " UNION SELECT document_id FROM case_fact WHERE case_id = ?1",
                              case_id));
    return documents_of(ids);
  }

  Result<std::vector<HeldSeizure>> seizures() const override;

  Result<std::vector<HeldSeriesPoint>> series(std::string_view prefix) const override {
    RECOUP_TRY(reading, begin_reading());
    return read_series(connection_, prefix);
  }

  Result<std::vector<AuditEntry>> audit_entries() const override {
    RECOUP_TRY(reading, begin_reading());
    RECOUP_TRY(log, read_log(connection_));
    if (log.fault) {
      return Error{ErrorCode::malformed, log.fault->why, "an audit log that nothing has changed",
                   Place{"", log.fault->entry, "audit entry"}};
    }
    return std::move(log.entries);
  }

  Result<AuditVerdict> verify_audit() const override {
    RECOUP_TRY(reading, begin_reading());
    return verify_store(connection_);
  }

  Result<int> schema_version() const override {
    RECOUP_TRY(version, connection_.number("PRAGMA user_version"));
    return static_cast<int>(version);
  }

  Result<std::vector<std::string>> integrity_check() const override {
    RECOUP_TRY(reading, begin_reading());
    return check_integrity(connection_);
  }

 private:
  [[nodiscard]] Result<SqliteTransaction> begin_reading() const {
    return SqliteTransaction::begin(connection_, SqliteTransactionKind::reading);
  }

  [[nodiscard]] Result<std::optional<DocumentRow>> held_row(const Digest& digest) const {
    RECOUP_TRY(reading, begin_reading());
    return find_document_row(connection_, digest);
  }

  [[nodiscard]] Result<std::int64_t> id_of(const Digest& digest) const {
    RECOUP_TRY(held, find_document_row(connection_, digest));
    if (!held) return no_document(digest.text());
    return held->id;
  }

  [[nodiscard]] Result<HeldDocument> held_document(const Digest& digest) const {
    RECOUP_TRY(id, id_of(digest));
    return read_document(connection_, id);
  }

  [[nodiscard]] Result<std::vector<std::int64_t>> ids_where(std::string_view sql,
                                                            std::string_view parameter) const {
    RECOUP_TRY(select, connection_.prepare(sql));
    std::vector<std::int64_t> ids;
    const auto read =
        for_each_row(select.text(parameter), [&](SqliteRow& row) { ids.push_back(row.number()); });
    if (!read) return read.error();
    return ids;
  }

  [[nodiscard]] Result<std::vector<HeldDocument>> documents_of(
      const std::vector<std::int64_t>& ids) const {
    std::vector<HeldDocument> documents;
    for (const std::int64_t id : ids) {
      RECOUP_TRY(held, read_document(connection_, id));
      documents.push_back(std::move(held));
    }
    sort_by_name(documents);
    return documents;
  }

  SqliteConnection connection_;
};

Result<std::vector<HeldSeizure>> SqliteStore::seizures() const {
  RECOUP_TRY(reading, begin_reading());
  RECOUP_TRY(select, connection_.prepare("SELECT id, digest FROM document WHERE seizures > 0"
                                         " ORDER BY import_order"));
  std::vector<std::pair<std::int64_t, Digest>> documents;
  const auto read = for_each_row(select, [&](SqliteRow& row) {
    const std::int64_t id = row.number();
    documents.emplace_back(id, row.digest());
  });
  if (!read) return read.error();
  std::map<std::string, std::vector<HeldSeizure>> by_id;
  for (const auto& [id, digest] : documents) {
    RECOUP_TRY(reported, read_seizures(connection_, id));
    for (Seizure& seizure : reported) {
      std::vector<HeldSeizure>& held = by_id[seizure.id];
      if (!held.empty() && held.front().document != digest) held.clear();
      held.push_back({std::move(seizure), digest});
    }
  }
  std::vector<HeldSeizure> seizures;
  for (auto& [id, held] : by_id) {
    for (HeldSeizure& seizure : held) seizures.push_back(std::move(seizure));
  }
  return seizures;
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& path, OpenMode mode) {
  RECOUP_TRY(connection, SqliteConnection::open(path, mode));
  const auto current = mode == OpenMode::read_write_create
                           ? migrate(connection, store_migrations())
                           : check_schema(connection, store_migrations());
  if (!current) return current.error();
  if (const auto known = check_currencies(connection); !known) return known.error();
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(std::move(connection)));
}

}  // namespace recoup
