#include "sqlite_writer.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "audit_log.hpp"
#include "case_rows.hpp"
#include "claim_rows.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "repeated_references.hpp"
#include "row_values.hpp"
#include "statement_rows.hpp"

namespace recoup {
namespace {

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

Error changed_meanwhile(const std::string& name, std::string found, std::string expected) {
  return {ErrorCode::contradiction, std::move(found), std::move(expected), Place{name, 0, ""}};
}

std::uint64_t sum_of(const RecordCounts& counts) {
  return counts.entries + counts.balances + counts.facts + counts.seizures + counts.rejections +
         counts.statements + counts.series + counts.held_back;
}

}  // namespace

Result<std::unique_ptr<SqliteWriter>> SqliteWriter::begin(const SqliteConnection& connection,
                                                          const AnnouncedDocument& document,
                                                          const Provenance& provenance,
                                                          LookForDoubts doubts, RunSizes sizes) {
  RECOUP_TRY(transaction, SqliteTransaction::begin(connection, SqliteTransactionKind::writing));
  // The pieces of a document are written before its row, whose digest is known at the end.
  if (const auto done = connection.execute("PRAGMA defer_foreign_keys = ON"); !done) {
    return done.error();
  }
  std::unique_ptr<SqliteWriter> writer(
      new SqliteWriter(connection, std::move(transaction), document, provenance));
  if (const auto done = writer->prepare(doubts, sizes); !done) return done.error();
  return writer;
}

Result<void> SqliteWriter::prepare(LookForDoubts doubts, RunSizes sizes) {
  RECOUP_TRY(id, next_document_id(*connection_));
  id_ = id;
  if (document_.digest) {
    RECOUP_TRY(held, find_document_row(*connection_, *document_.digest));
    if (held && held->is_imported) {
      return changed_meanwhile(document_.name, "a document that is held already", "a new one");
    }
    is_held_ = held.has_value();
    if (held) id_ = held->id;
  }
  RECOUP_TRY(insert_piece, connection_->prepare("INSERT INTO document_chunk VALUES (?, ?, ?)"));
  RECOUP_TRY(insert_rejection,
             connection_->prepare("INSERT INTO rejection VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  RECOUP_TRY(chunks, ChunkRows::prepare(*connection_, id_));
  insert_piece_ = std::move(insert_piece);
  insert_rejection_ = std::move(insert_rejection);
  chunks_ = std::move(chunks);
  const auto doubts_of_size =
      doubts == LookForDoubts::yes ? std::optional(document_.size) : std::nullopt;
  run_.emplace(
      sizes, [this](const RunChunk& chunk) { return chunks_->write(chunk); }, doubts_of_size);
  return {};
}

bool SqliteWriter::entry(const EntryView& entry) {
  if (fault_) return false;
  if (auto added = run_->add(entry); !added) fault_ = std::move(added).error();
  return !fault_;
}

bool SqliteWriter::rejection(Rejection rejection) {
  if (fault_) return false;
  const Error& error = rejection.error;
  SqliteStatement& insert = *insert_rejection_;
  insert.number(id_).count(rejections_++).number(static_cast<int>(error.code));
  insert.bytes(error.found).bytes(error.expected).text(error.place.document);
  insert.count(error.place.line).text(error.place.field).bytes(rejection.record);
  if (auto done = insert.run(); !done) fault_ = std::move(done).error();
  encode_rejection(rejected_, rejection);
  return !fault_;
}

Result<void> SqliteWriter::write_piece(std::string_view piece) {
  if (is_held_) return {};
  return insert_piece_->number(id_).number(pieces_++).bytes(piece).run();
}

Result<void> SqliteWriter::bytes(std::string_view piece) {
  if (fault_) return *fault_;
  size_ += piece.size();
  if (!document_.digest) digest_.add(piece);
  if (waiting_.empty() && piece.size() == document_piece_bytes) return write_piece(piece);
  while (!piece.empty()) {
    const std::string_view part = piece.substr(0, document_piece_bytes - waiting_.size());
    waiting_ += part;
    piece.remove_prefix(part.size());
    if (waiting_.size() < document_piece_bytes) break;
    if (auto written = write_piece(waiting_); !written) return written;
    waiting_.clear();
  }
  return {};
}

Result<SaveOutcome> SqliteWriter::keep(AuditNote& note) {
  if (fault_) return *fault_;
  if (!waiting_.empty()) {
    if (const auto written = write_piece(waiting_); !written) return written.error();
  }
  if (size_ != document_.size) {
    return changed_meanwhile(document_.name, std::to_string(size_) + " bytes",
                             std::to_string(document_.size) + ", as there were at first");
  }
  if (!document_.digest) {
    document_.digest = digest_.finish();
    RECOUP_TRY(held, find_document_row(*connection_, *document_.digest));
    if (held) {
      return changed_meanwhile(document_.name, "a document that another process has just taken in",
                               "a new one; import it again");
    }
  }
  if (!is_held_) {
    const auto written = write_document(*connection_, id_, *document_.digest, size_);
    if (!written) return written.error();
  }
  SaveOutcome outcome;
  note.objects = {{"document", document_.digest->text()}, {"name", document_.name}};
  RECOUP_TRY(name_added, add_name(*connection_, id_, document_.name));
  outcome.name_added = name_added;
  if (!provenance_.case_id.empty()) {
    note.objects.push_back({"case", provenance_.case_id});
    RECOUP_TRY(linked, add_case(*connection_, id_, provenance_.case_id));
    outcome.case_linked = linked;
  }
  return outcome;
}

Result<void> SqliteWriter::settle_suspicions() {
  std::vector<CountedAccount> suspects;
  for (const std::uint32_t number : run_->suspected()) {
    suspects.push_back({number, run_->entries_by_account()[number]});
  }
  RECOUP_TRY(repeated, with_repeated_references(*connection_, id_, suspects));
  for (const CountedAccount& suspect : suspects) {
    if (!std::binary_search(repeated.begin(), repeated.end(), suspect.number)) {
      run_->acquit(suspect.number);
    }
  }
  return {};
}

Result<void> SqliteWriter::write_records(const Import& rest, WrittenDocument& written) {
  if (const auto done = run_->finish(); !done) return done.error();
  if (const auto done = settle_suspicions(); !done) return done.error();
  written.counts = count_records(rest);
  written.counts.entries = run_->entries();
  written.counts.rejections = rejections_;
  if (const auto done = write_reading(*connection_, id_, rest, written.counts); !done) {
    return done.error();
  }
  const auto currencies = write_currencies(*connection_, rest, run_->currencies());
  if (!currencies) return currencies.error();
  RECOUP_TRY(accounts, write_statements(*connection_, id_, *run_, rest));
  for (std::uint32_t number = 0; number < accounts.ids.size(); ++number) {
    written.accounts.emplace_back(run_->accounts().text(number));
    if (accounts.is_new[number] && !run_->is_doubtful(number)) continue;
    written.doubtful_accounts.push_back(written.accounts.back());
  }
  if (const auto done = write_claims(*connection_, id_, rest); !done) return done.error();
  if (const auto done = write_facts(*connection_, id_, rest.facts); !done) return done.error();
  return write_seizures(*connection_, id_, rest.seizures);
}

std::vector<std::string_view> SqliteWriter::account_names() {
  std::vector<std::string_view> names;
  names.reserve(run_->accounts().size());
  for (std::uint32_t i = 0; i < run_->accounts().size(); ++i) {
    names.push_back(run_->accounts().text(i));
  }
  return names;
}

Result<WrittenDocument> SqliteWriter::finish(const Import& rest) {
  RECOUP_CHECK(rest.transactions.empty() && rest.rejections.empty());
  AuditNote note = audit_note(provenance_, AuditCategory::collection, import_action);
  RECOUP_TRY(outcome, keep(note));
  WrittenDocument written;
  written.digest = *document_.digest;
  written.outcome = outcome;
  if (const auto done = write_records(rest, written); !done) return done.error();
  note.count = sum_of(written.counts);
  note.content = content_digest(*document_.digest, size_,
                                WrittenRecords{run_->entries(), chunks_->finish(), account_names(),
                                               rejections_, rejected_.finish()},
                                rest);
  if (const auto done = append_entry(*connection_, note); !done) return done.error();
  if (const auto done = transaction_.commit(); !done) return done.error();
  return written;
}

/// The name under which a file is handed in is no part of the reason.
Result<bool> SqliteWriter::is_refused_for(const Error& reason) const {
  if (!is_held_) return false;
  RECOUP_TRY(held, read_document(*connection_, id_));
  if (!held.refused) return false;
  Error known = *std::move(held.refused);
  known.place.document = reason.place.document;
  return known == reason;
}

Result<SaveOutcome> SqliteWriter::refuse(const Error& reason) {
  RECOUP_CHECK(run_->entries() == 0 && rejections_ == 0);
  const bool was_held = is_held_;
  RECOUP_TRY(is_known, is_refused_for(reason));
  if (is_known) {
    RECOUP_TRY(outcome,
               name_again(*connection_, id_, *document_.digest, document_.name, provenance_));
    if (const auto done = transaction_.commit(); !done) return done.error();
    return outcome;
  }
  AuditNote note = audit_note(provenance_, AuditCategory::collection, refuse_action);
  RECOUP_TRY(outcome, keep(note));
  outcome.already_held = was_held;
  if (const auto done = write_refusal(*connection_, id_, reason); !done) return done.error();
  note.objects.push_back({"reason", printable(message(reason))});
  note.content = refusal_digest(*document_.digest, size_, reason);
  if (const auto done = append_entry(*connection_, note); !done) return done.error();
  if (const auto done = transaction_.commit(); !done) return done.error();
  return outcome;
}

Result<SaveOutcome> name_again(const SqliteConnection& connection, std::int64_t document_id,
                               const Digest& digest, const std::string& name,
                               const Provenance& provenance) {
  SaveOutcome outcome{true, false, false};
  const AuditObject object{"document", digest.text()};
  RECOUP_TRY(name_added, add_name(connection, document_id, name));
  outcome.name_added = name_added;
  if (name_added) {
    AuditNote note = audit_note(provenance, AuditCategory::alteration, name_action);
    note.objects = {object, {"name", name}};
    if (const auto done = append_entry(connection, note); !done) return done.error();
  }
  if (provenance.case_id.empty()) return outcome;
  RECOUP_TRY(case_linked, add_case(connection, document_id, provenance.case_id));
  outcome.case_linked = case_linked;
  if (case_linked) {
    AuditNote note = audit_note(provenance, AuditCategory::alteration, link_action);
    note.objects = {object, {"case", provenance.case_id}};
    if (const auto done = append_entry(connection, note); !done) return done.error();
  }
  return outcome;
}

}  // namespace recoup
