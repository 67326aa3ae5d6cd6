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
#include "encoding.hpp"
#include "import_rows.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "row_values.hpp"
#include "schema.hpp"
#include "sqlite.hpp"
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

AuditNote audit_note(const Provenance& provenance, AuditCategory category,
                     std::string_view action) {
  AuditNote note;
  note.when_utc = provenance.when_utc;
  note.who = provenance.who;
  note.category = category;
  note.action = action;
  note.tool_version = provenance.tool_version;
  return note;
}

/// A store in one SQLite file.
class SqliteStore final : public Store {
 public:
  explicit SqliteStore(SqliteConnection connection) : connection_(std::move(connection)) {}

  Result<SaveOutcome> save(const Document& document, const Import& import,
                           const Provenance& provenance) override {
    RECOUP_CHECK(sha256(document.bytes) == document.digest);
    RECOUP_TRY(transaction, SqliteTransaction::begin(connection_, SqliteTransactionKind::writing));
    RECOUP_TRY(held, find_document_row(connection_, document.digest));
    RECOUP_TRY(outcome, held && held->is_imported ? add_to_held(held->id, document, provenance)
                                                  : add_import(held, document, import, provenance));
    if (const auto done = transaction.commit(); !done) return done.error();
    return outcome;
  }

  Result<SaveOutcome> save_refused(const Document& document, const Error& reason,
                                   const Provenance& provenance) override {
    RECOUP_CHECK(sha256(document.bytes) == document.digest);
    RECOUP_TRY(transaction, SqliteTransaction::begin(connection_, SqliteTransactionKind::writing));
    RECOUP_TRY(held, find_document_row(connection_, document.digest));
    if (held && held->is_imported) return SaveOutcome{true, false, false};
    RECOUP_TRY(is_known, held ? is_refused_for(held->id, reason) : Result<bool>(false));
    RECOUP_TRY(outcome, is_known ? add_to_held(held->id, document, provenance)
                                 : add_refusal(held, document, reason, provenance));
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
    RECOUP_TRY(select, connection_.prepare("SELECT digest FROM statement_part"
                                           " JOIN account ON account.id = account_id"
                                           " JOIN document ON document.id = document_id"
                                           " WHERE name = ? ORDER BY digest"));
    const std::set<std::string> wanted(accounts.begin(), accounts.end());
    std::vector<RecordPart> parts;
    for (const std::string& account : wanted) {
      const auto found = for_each_row(select.text(account), [&](SqliteRow& row) {
        parts.push_back({account, row.digest()});
      });
      if (!found) return found.error();
    }
    return parts;
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
                      " ORDER BY case_id",
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

  using Held = std::optional<DocumentRow>;

  /// Keeps bytes, name and case; notes in `note` what they are. Answers the document's id.
  Result<std::int64_t> keep(const Held& held, const Document& document,
                            const Provenance& provenance, AuditNote& note, SaveOutcome& outcome) {
    note.objects = {{"document", document.digest.text()}, {"name", document.name}};
    RECOUP_TRY(id, held ? Result<std::int64_t>(held->id) : write_document(connection_, document));
    RECOUP_TRY(name_added, held ? add_name(connection_, id, document.name) : Result<bool>(true));
    outcome.name_added = name_added;
    if (provenance.case_id.empty()) return id;
    note.objects.push_back({"case", provenance.case_id});
    RECOUP_TRY(linked, add_case(connection_, id, provenance.case_id));
    outcome.case_linked = linked;
    return id;
  }

  Result<SaveOutcome> add_import(const Held& held, const Document& document, const Import& import,
                                 const Provenance& provenance) {
    SaveOutcome outcome;
    AuditNote note = audit_note(provenance, AuditCategory::collection, import_action);
    RECOUP_TRY(id, keep(held, document, provenance, note, outcome));
    if (const auto done = write_import(connection_, id, import); !done) return done.error();
    const RecordCounts counts = count_records(import);
    note.count = counts.entries + counts.balances + counts.facts + counts.seizures +
                 counts.rejections + counts.statements + counts.series + counts.held_back;
    note.content = content_digest(newest_encoding, document.digest, document.bytes.size(), import);
    if (const auto done = append_entry(connection_, note); !done) return done.error();
    return outcome;
  }

  Result<SaveOutcome> add_refusal(const Held& held, const Document& document, const Error& reason,
                                  const Provenance& provenance) {
    SaveOutcome outcome{held.has_value(), false, false};
    AuditNote note = audit_note(provenance, AuditCategory::collection, refuse_action);
    RECOUP_TRY(id, keep(held, document, provenance, note, outcome));
    if (const auto done = write_refusal(connection_, id, reason); !done) return done.error();
    note.objects.push_back({"reason", printable(message(reason))});
    note.content = refusal_digest(document.digest, document.bytes.size(), reason);
    if (const auto done = append_entry(connection_, note); !done) return done.error();
    return outcome;
  }

  /// The name under which a file is handed in is no part of the reason.
  [[nodiscard]] Result<bool> is_refused_for(std::int64_t id, const Error& reason) const {
    RECOUP_TRY(held, read_document(connection_, id));
    if (!held.refused) return false;
    Error known = *held.refused;
    known.place.document = reason.place.document;
    return known == reason;
  }

  Result<SaveOutcome> add_to_held(std::int64_t id, const Document& document,
                                  const Provenance& provenance) {
    SaveOutcome outcome{true, false, false};
    const AuditObject object{"document", document.digest.text()};
    RECOUP_TRY(name_added, add_name(connection_, id, document.name));
    outcome.name_added = name_added;
    if (name_added) {
      AuditNote note = audit_note(provenance, AuditCategory::alteration, name_action);
      note.objects = {object, {"name", document.name}};
      if (const auto done = append_entry(connection_, note); !done) return done.error();
    }
    if (provenance.case_id.empty()) return outcome;
    RECOUP_TRY(case_linked, add_case(connection_, id, provenance.case_id));
    outcome.case_linked = case_linked;
    if (case_linked) {
      AuditNote note = audit_note(provenance, AuditCategory::alteration, link_action);
      note.objects = {object, {"case", provenance.case_id}};
      if (const auto done = append_entry(connection_, note); !done) return done.error();
    }
    return outcome;
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
