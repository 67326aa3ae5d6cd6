// store.hpp: where documents, their records and the audit log are kept.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/case_fact.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"
#include "recoup/records/seizure.hpp"
#include "recoup/records/series.hpp"
#include "recoup/records/statement.hpp"
#include "recoup/store/audit.hpp"
#include "recoup/store/document_writer.hpp"

namespace recoup {

/// Who hands a document in, when and for which case.
struct Provenance {
  std::string who;
  CivilTime when_utc;
  std::string case_id;  ///< Empty where the document is handed in for no case.
  std::string tool_version;
};

/// How many records of each kind `import` holds.
[[nodiscard]] RecordCounts count_records(const Import& import);

/// What is known of a document without reading it.
struct HeldDocument {
  Digest digest;
  std::string name;                ///< The first name it was handed in under.
  std::vector<std::string> names;  ///< All of them, in byte order.
  std::vector<std::string> cases;  ///< The cases it was handed in for, in byte order.
  std::uint64_t number = 0;        ///< Place in the order in which they were handed in, from 1.
  std::uint64_t size = 0;          ///< Bytes.
  std::string format;
  std::string version;  ///< Of the importer that read it.
  std::string profile;  ///< Of the layout by which it was read, or empty.
  std::vector<std::string> notes;
  RecordCounts counts;
  /// Why nothing of it was read. Such a document is kept and counts nowhere.
  std::optional<Error> refused;

  [[nodiscard]] bool is_refused() const { return refused.has_value(); }

  friend bool operator==(const HeldDocument&, const HeldDocument&) = default;
};

/// A fact of a case with the document that says it.
struct HeldFact {
  CaseFact fact;
  Digest document;
  std::string document_name;

  friend bool operator==(const HeldFact&, const HeldFact&) = default;
};

/// A published figure with the document that states it.
struct HeldSeriesPoint {
  SeriesPoint point;
  Digest document;

  friend bool operator==(const HeldSeriesPoint&, const HeldSeriesPoint&) = default;
};

/// A seizure with the document that reports it.
struct HeldSeizure {
  Seizure seizure;
  Digest document;

  friend bool operator==(const HeldSeizure&, const HeldSeizure&) = default;
};

/// An account and a document that shows it.
struct RecordPart {
  std::string account;
  Digest document;
  std::uint64_t entries = 0;  ///< How many of its entries are of the account.

  friend bool operator==(const RecordPart&, const RecordPart&) = default;
};

/// Keeps what was handed in, for ever as it was, and says who did what with it.
///
///   Promise  A document whose saving was acknowledged is never lost, never held twice and never
///            there in part: document, records, rejections and audit entry are one transaction.
///   Exact    Every record comes back equal to what was saved, amounts of 128 bits included.
///   Same     Whatever the order of import, statements are read the same. Case facts and seizures
///            are answered by the document imported last.
///   Errors   busy: another process holds the store; nothing was changed. cannot_write: disk full,
///            read-only, or a device that fails; nothing was changed. malformed: the file was
///            altered by something else. out_of_range: a text or a number too large to be held.
///
/// A store reads no clock. One thread at a time may use it; several stores may have one file open.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Keeps a document with everything its importer made of it.
  ///
  /// The same bytes again change nothing but a new name and a new case, each in the audit log: the
  /// records stay those of the first import, and facts that a later file replaced stay replaced.
  /// Requires a document made by `make_document`. Errors: malformed (a text with a NUL byte).
  virtual Result<SaveOutcome> save(const Document& document, const Import& import,
                                   const Provenance& provenance) = 0;

  /// Whether a document of `size` bytes is held, so that one of that size may be the same.
  [[nodiscard]] virtual Result<bool> holds_size(std::uint64_t size) const = 0;
  /// Begins to keep a document that is too large to be read as a whole. Errors: contradiction (it
  /// is held, and was read).
  virtual Result<std::unique_ptr<DocumentWriter>> begin_document(const AnnouncedDocument& document,
                                                                 const Provenance& provenance) = 0;
  /// Notes another name and case of a document that is held. Errors: not_found.
  virtual Result<SaveOutcome> save_again(const Digest& digest, const std::string& name,
                                         const Provenance& provenance) = 0;

  /// Keeps a document that no importer could read, with the reason.
  ///
  /// It is listed by `documents` and found by name or digest, and is in nothing else that a store
  /// answers. When its bytes are saved later, with other options or by a later program, they become
  /// an imported document that keeps its names and cases. Bytes that are held as imported stay as
  /// they are. The same bytes refused again change nothing but a new name, a new case and another
  /// reason. Requires a document made by `make_document`.
  virtual Result<SaveOutcome> save_refused(const Document& document, const Error& reason,
                                           const Provenance& provenance) = 0;

  /// Appends an entry that no saving of a document goes with: consultation, disclosure.
  ///
  /// Requires another action than those by which `save` and `save_refused` record themselves:
  /// "import", "refuse document", "name document" and "link document".
  virtual Result<void> record(const AuditNote& note) = 0;

  /// Every document, those that were refused among them, by name and then digest.
  [[nodiscard]] virtual Result<std::vector<HeldDocument>> documents() const = 0;
  /// Errors: not_found.
  [[nodiscard]] virtual Result<HeldDocument> document(const Digest& digest) const = 0;
  /// The one document called `name_or_digest`, or whose digest begins with these six or more
  /// hexadecimal digits. One that was refused is found where none that was read is.
  ///
  /// Errors: not_found; contradiction (more than one).
  [[nodiscard]] virtual Result<HeldDocument> find_document(
      std::string_view name_or_digest) const = 0;
  /// The bytes as they were handed in. Errors: not_found; malformed (they were altered).
  [[nodiscard]] virtual Result<std::string> document_bytes(const Digest& digest) const = 0;
  /// Everything the importer made of the document, in its order. Errors: not_found.
  [[nodiscard]] virtual Result<Import> document_records(const Digest& digest) const = 0;
  /// In the order of the document. Errors: not_found.
  [[nodiscard]] virtual Result<std::vector<Rejection>> rejections(const Digest& digest) const = 0;

  /// What the document states of itself as a whole, in its order. Errors: not_found.
  [[nodiscard]] virtual Result<std::vector<ControlTotal>> document_totals(
      const Digest& digest) const = 0;

  /// What each document shows of each of `accounts` (of every account where the list is empty), by
  /// account name in byte order and then document digest. A name without a statement has no part.
  [[nodiscard]] virtual Result<std::vector<StatementPart>> statement_parts(
      const std::vector<std::string>& accounts) const = 0;
  /// Which documents show each of `accounts`, by account name in byte order and then digest.
  [[nodiscard]] virtual Result<std::vector<RecordPart>> documents_showing(
      const std::vector<std::string>& accounts) const = 0;
  /// The accounts that the document shows, in the order in which it does so first.
  /// Errors: not_found.
  [[nodiscard]] virtual Result<std::vector<std::string>> accounts_of(
      const Digest& digest) const = 0;
  /// Every account that a statement shows, in byte order.
  [[nodiscard]] virtual Result<std::vector<std::string>> account_names() const = 0;
  /// The accounts shown by the documents that were handed in for the case, in byte order.
  [[nodiscard]] virtual Result<std::vector<std::string>> accounts_imported_under(
      std::string_view case_id) const = 0;

  /// The cases that a case file or an import has named, in byte order.
  [[nodiscard]] virtual Result<std::vector<std::string>> cases() const = 0;
  /// The facts that hold for the case, by section, position, key and order in the file.
  ///
  /// A later document updates an entry field by field, or replaces it whole, as
  /// `is_updated_by_field` says; where one says "removed": true, nothing of before holds there.
  [[nodiscard]] virtual Result<std::vector<HeldFact>> case_facts(
      std::string_view case_id) const = 0;
  /// The documents that were read and were handed in for the case, and the case files that speak of
  /// it, by name and then digest.
  [[nodiscard]] virtual Result<std::vector<HeldDocument>> case_documents(
      std::string_view case_id) const = 0;
  /// By id in byte order; of each id what the document imported last says.
  [[nodiscard]] virtual Result<std::vector<HeldSeizure>> seizures() const = 0;

  /// The published figures of every series whose name begins with `prefix`, by series and day; of
  /// each day what the document imported last says.
  [[nodiscard]] virtual Result<std::vector<HeldSeriesPoint>> series(
      std::string_view prefix) const = 0;

  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<AuditEntry>> audit_entries() const = 0;
  /// Compares the audit log with itself and with everything else the store holds: bytes, records,
  /// names and cases of every document.
  ///
  /// A log that does not agree is an answer and no error.
  ///   Cost  Reads the whole store.
  [[nodiscard]] virtual Result<AuditVerdict> verify_audit() const = 0;

  [[nodiscard]] virtual Result<int> schema_version() const = 0;
  /// What is wrong with the file as a database; empty where nothing is.
  [[nodiscard]] virtual Result<std::vector<std::string>> integrity_check() const = 0;
};

enum class OpenMode : std::uint8_t {
  read_write_create,  ///< Makes the store where there is none, and brings an older one up to date.
  read_only,
};

/// The schema that this program writes; older ones are brought up to it.
[[nodiscard]] int newest_schema_version();

/// Opens the store in the file `path`.
///
/// Errors: no_such_file (a folder; or nothing there to be read only), cannot_write (the folder is
/// not there, the file cannot be written), malformed (no store of ours, or of a newer program),
/// not_permitted, busy.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& path, OpenMode mode);

}  // namespace recoup
