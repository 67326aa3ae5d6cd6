// Compares everything the store holds with what its audit log says was put there.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "audit_log.hpp"
#include "document_rows.hpp"
#include "encoding.hpp"
#include "import_rows.hpp"
#include "row_values.hpp"
#include "statement_rows.hpp"

namespace recoup {
namespace {

/// What the log says of one document.
struct Expected {
  std::uint64_t entry = 0;  ///< The entry of its import or last refusal.
  std::string digest;
  std::optional<std::int64_t> import_order;  ///< None where it was refused.
  std::optional<Digest> content;
  std::vector<std::string> names;
  std::set<std::string> cases;
};

std::vector<std::string> objects_of(const AuditEntry& entry, std::string_view kind) {
  std::vector<std::string> names;
  for (const AuditObject& object : entry.note.objects) {
    if (object.kind == kind) names.push_back(object.name);
  }
  return names;
}

/// Adds to `document` what `entry` says of it.
void replay_entry(const AuditEntry& entry, std::int64_t& imports, Expected& document) {
  const std::string& action = entry.note.action;
  if (action == import_action) document.import_order = ++imports;
  if (action == import_action || action == refuse_action) {
    document.entry = entry.sequence;
    document.content = entry.note.content;
  }
  for (std::string& name : objects_of(entry, "name")) {
    std::vector<std::string>& names = document.names;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  for (std::string& id : objects_of(entry, "case")) document.cases.insert(std::move(id));
}

/// What must be held after everything the log tells of, in the order in which it was handed in.
std::vector<Expected> replay(const std::vector<AuditEntry>& entries) {
  std::vector<Expected> documents;
  std::map<std::string, std::size_t> row_of;
  std::int64_t imports = 0;
  for (const AuditEntry& entry : entries) {
    if (!is_store_action(entry.note.action)) continue;
    for (const std::string& digest : objects_of(entry, "document")) {
      const auto [at, is_new] = row_of.try_emplace(digest, documents.size());
      if (is_new) documents.push_back({entry.sequence, digest, {}, {}, {}, {}});
      replay_entry(entry, imports, documents[at->second]);
    }
  }
  return documents;
}

/// One thing that must be nowhere, because nothing else speaks of it.
struct Orphan {
  const char* count_sql;
  const char* what;
};

constexpr std::array<Orphan, 22> orphans = {{
    {"SELECT count(*) FROM document_chunk WHERE document_id NOT IN (SELECT id FROM document)",
     "bytes of a document that is not there"},
    {"SELECT count(*) FROM document_name WHERE document_id NOT IN (SELECT id FROM document)",
     "a name of a document that is not there"},
    {"SELECT count(*) FROM document_note WHERE document_id NOT IN (SELECT id FROM document)",
     "a note on a document that is not there"},
    {"SELECT count(*) FROM case_document WHERE document_id NOT IN (SELECT id FROM document)",
     "a case of a document that is not there"},
    {"SELECT count(*) FROM rejection WHERE document_id NOT IN (SELECT id FROM document)",
     "a rejection of a document that is not there"},
    {"SELECT count(*) FROM statement_part WHERE document_id NOT IN (SELECT id FROM document)"
     " OR account_id NOT IN (SELECT id FROM account)",
     "a statement without a document or account"},
    {"SELECT (SELECT ifnull(sum(rows), 0) FROM entry_chunk)"
     " - (SELECT ifnull(sum(entries), 0) FROM document)",
     "entries that no document has"},
    {"SELECT count(*) FROM entry_chunk WHERE document_id NOT IN (SELECT id FROM document)",
     "entries of a document that is not there"},
    {"SELECT count(*) FROM statement_part WHERE balances <> (SELECT count(*) FROM"
     " statement_balance WHERE statement_balance.account_id = statement_part.account_id"
     " AND statement_balance.document_id = statement_part.document_id)",
     "an account with other balances than it had"},
    {"SELECT count(*) FROM statement_part WHERE entries + balances + statements = 0",
     "an account that its document does not show"},
    {"SELECT (SELECT count(*) FROM statement_balance)"
     " - (SELECT ifnull(sum(balances), 0) FROM document)",
     "balances that no document states"},
    {"SELECT (SELECT count(*) FROM statement) - (SELECT ifnull(sum(statements), 0) FROM document)",
     "statements that no document holds"},
    {"SELECT (SELECT count(*) FROM statement WHERE account <> '')"
     " - (SELECT ifnull(sum(statements), 0) FROM statement_part)",
     "statements of no account"},
    {"SELECT count(*) FROM statement_part JOIN account ON account.id = account_id"
     " WHERE statements <> (SELECT count(*) FROM statement"
     " WHERE statement.document_id = statement_part.document_id AND account = name)",
     "an account with other statements than it had"},
    {"SELECT count(*) FROM control_total WHERE document_id NOT IN (SELECT id FROM document)",
     "a total of a document that is not there"},
    {"SELECT (SELECT count(*) FROM held_back) - (SELECT ifnull(sum(held_back), 0) FROM document)",
     "records held back from no document"},
    {"SELECT (SELECT count(*) FROM series_point) - (SELECT ifnull(sum(series), 0) FROM document)",
     "figures that no document states"},
    {"SELECT count(*) FROM document_refusal WHERE document_id NOT IN (SELECT id FROM document)",
     "a refusal of a document that is not there"},
    {"SELECT count(*) FROM account WHERE id NOT IN (SELECT account_id FROM statement_part)",
     "an account that no statement shows"},
    {"SELECT (SELECT count(*) FROM case_fact) - (SELECT ifnull(sum(facts), 0) FROM document)",
     "facts that no document states"},
    {"SELECT (SELECT count(*) FROM seizure) - (SELECT ifnull(sum(seizures), 0) FROM document)",
     "seizures that no document reports"},
    {"SELECT (SELECT count(*) FROM seizure_note WHERE document_id NOT IN (SELECT id FROM document))"
     " + (SELECT count(*) FROM seizure_order WHERE document_id NOT IN (SELECT id FROM document))",
     "a part of a seizure of a document that is not there"},
}};

/// Whether an error met while reading is a finding, and not a failure to read.
bool is_finding(const Error& error) {
  return error.code == ErrorCode::malformed || error.code == ErrorCode::contradiction ||
         error.code == ErrorCode::not_found || error.code == ErrorCode::out_of_range;
}

class Examination {
 public:
  explicit Examination(const SqliteConnection& connection) : connection_(&connection) {}

  Result<AuditVerdict> run() {
    RECOUP_TRY(log, read_log(*connection_));
    AuditVerdict verdict;
    verdict.entries = log.entries.size();
    if (!log.entries.empty()) verdict.head = log.entries.back().hash;
    verdict.fault = log.fault;
    if (verdict.fault) return verdict;
    RECOUP_TRY(in_documents, compare_documents(replay(log.entries)));
    verdict.fault = in_documents;
    if (verdict.fault) return verdict;
    RECOUP_TRY(in_rest, compare_rest());
    verdict.fault = in_rest;
    return verdict;
  }

 private:
  using Finding = std::optional<AuditFault>;

  Result<Finding> compare_documents(const std::vector<Expected>& expected) {
    RECOUP_TRY(ids, document_ids(*connection_));
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const std::uint64_t entry = expected[i].entry;
      // Ids are the order in which documents were handed in.
      if (i >= ids.size() || ids[i] != static_cast<std::int64_t>(i) + 1) {
        return Finding(AuditFault{entry, "the document is not where it was put"});
      }
      const auto compared = compare_document(ids[i], expected[i]);
      if (!compared && !is_finding(compared.error())) return compared.error();
      if (!compared) return Finding(AuditFault{entry, message(compared.error())});
      if (!compared.value().empty()) return Finding(AuditFault{entry, compared.value()});
    }
    if (ids.size() > expected.size()) {
      return Finding(AuditFault{0, "a document that the log does not know"});
    }
    return Finding();
  }

  /// What is wrong with a document; empty where nothing is.
  Result<std::string> compare_document(std::int64_t id, const Expected& expected) {
    RECOUP_TRY(held, read_document(*connection_, id));
    if (held.digest.text() != expected.digest) return std::string("another document stands there");
    RECOUP_TRY(names, read_names(*connection_, id));
    if (names != expected.names) return std::string("its names were changed");
    if (!std::equal(held.cases.begin(), held.cases.end(), expected.cases.begin(),
                    expected.cases.end())) {
      return std::string("the cases it belongs to were changed");
    }
    const auto sound = are_bytes_sound(id, held);
    if (!sound) return sound.error();
    if (!sound.value()) return std::string("its bytes were changed");
    RECOUP_TRY(reading, read_reading(id));
    if (reading.import_order != expected.import_order) {
      return std::string("its place in the order of import was changed");
    }
    if (held.is_refused() == expected.import_order.has_value()) {
      return std::string("whether it was refused was changed");
    }
    RECOUP_TRY(content, content_of(id, held, reading));
    if (held.is_refused())
      return std::string(content == expected.content ? "" : "its refusal was changed");
    return std::string(content == expected.content ? "" : "its records were changed");
  }

  Result<bool> are_bytes_sound(std::int64_t id, const HeldDocument& held) {
    DigestBuilder digest;
    std::uint64_t size = 0;
    const auto visited = visit_bytes(*connection_, id, [&](std::string_view piece) {
      digest.add(piece);
      size += piece.size();
    });
    if (!visited) return visited.error();
    return size == held.size && digest.finish() == held.digest;
  }

  /// Where a document stands in the order of import, and how its digest was made.
  struct Reading {
    std::optional<std::int64_t> import_order;
    int encoding = newest_encoding;
  };

  Result<Reading> read_reading(std::int64_t id) {
    RECOUP_TRY(select, connection_->prepare("SELECT import_order, encoding FROM document"
                                            " WHERE id = ?"));
    Reading reading;
    const auto read = for_each_row(select.number(id), [&](SqliteRow& row) {
      if (!row.take_null()) reading.import_order = row.number();
      reading.encoding = static_cast<int>(row.number_between(1, newest_encoding));
    });
    if (!read) return read.error();
    return reading;
  }

  /// The digest of what is held of a document, made in the way in which it was made at first.
  Result<Digest> content_of(std::int64_t id, const HeldDocument& held, const Reading& reading) {
    if (reading.encoding < newest_encoding && !held.is_refused()) {
      RECOUP_TRY(import, read_import(*connection_, held));
      for_each_currency(import, [&](Currency currency) { currencies_.insert(currency); });
      return old_content_digest(reading.encoding, held.digest, held.size, import);
    }
    RECOUP_TRY(rest, read_rest(*connection_, held));
    RECOUP_TRY(records, written_records(id, held));
    Encoder rejected;
    for (const Rejection& rejection : rest.rejections) encode_rejection(rejected, rejection);
    records.rejections = rest.rejections.size();
    records.rejected = rejected.finish();
    if (held.is_refused()) {
      const bool is_empty = rest == Import{} && records.entries == 0 && records.accounts.empty();
      if (!is_empty || reading.encoding != 1) return Digest{};
      return refusal_digest(held.digest, held.size, *held.refused);
    }
    rest.rejections.clear();
    for_each_currency(rest, [&](Currency currency) { currencies_.insert(currency); });
    return content_digest(held.digest, held.size, records, rest);
  }

  /// Reads every entry of the document. Errors: malformed (other entries than are counted).
  Result<WrittenRecords> written_records(std::int64_t id, const HeldDocument& held) {
    RECOUP_TRY(listing, read_accounts(*connection_, id));
    accounts_ = std::move(listing.names);
    std::vector<std::uint64_t> counted(accounts_.size());
    WrittenRecords records;
    std::optional<Currency> last;
    const auto note = [&](Currency currency) {
      if (last != currency) currencies_.insert(currency);
      last = currency;
    };
    const auto visit = [&](const ChunkEntry& entry) {
      if (entry.account < counted.size()) ++counted[entry.account];
      ++records.entries;
      note(entry.view.amount.currency());
      if (entry.view.balance) note(entry.view.balance->currency());
    };
    const auto all = [](std::uint32_t, std::uint32_t) { return true; };
    RECOUP_TRY(chunks, visit_entries(*connection_, id, all, visit));
    if (counted != listing.entries || records.entries != held.counts.entries) {
      return Error{ErrorCode::malformed,
                   "entries of " + held.name + " are missing or added",
                   "as many as were written",
                   {}};
    }
    records.chunks = chunks;
    records.accounts.assign(accounts_.begin(), accounts_.end());
    return records;
  }

  Result<Finding> compare_rest() {
    for (const Orphan& orphan : orphans) {
      RECOUP_TRY(count, connection_->number(orphan.count_sql));
      if (count != 0) return Finding(AuditFault{0, orphan.what});
    }
    const auto known = check_currencies(*connection_);
    if (!known && !is_finding(known.error())) return known.error();
    if (!known) return Finding(AuditFault{0, message(known.error())});
    RECOUP_TRY(count, connection_->number("SELECT count(*) FROM currency"));
    if (count != static_cast<std::int64_t>(currencies_.size())) {
      return Finding(AuditFault{0, "the list of currencies is not that of the amounts"});
    }
    return Finding();
  }

  const SqliteConnection* connection_;
  std::set<Currency> currencies_;
  std::vector<std::string> accounts_;  ///< Of the document that is being compared.
};

}  // namespace

Result<AuditVerdict> verify_store(const SqliteConnection& connection) {
  return Examination(connection).run();
}

}  // namespace recoup
