// sqlite_writer.hpp: writes a document into a store while it is being read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document_rows.hpp"
#include "entry_rows.hpp"
#include "recoup/store/document_writer.hpp"
#include "recoup/store/store.hpp"
#include "run_writer.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Whether the writer is to look for doubtful accounts; where not, every account is one.
enum class LookForDoubts : std::uint8_t { no, yes };

/// Writes a document into a store in a SQLite file.
class SqliteWriter final : public DocumentWriter {
 public:
  /// Requires a connection without a transaction. Errors: as `Store::begin_document`.
  static Result<std::unique_ptr<SqliteWriter>> begin(const SqliteConnection& connection,
                                                     const AnnouncedDocument& document,
                                                     const Provenance& provenance,
                                                     LookForDoubts doubts, RunSizes sizes = {});

  bool entry(const EntryView& entry) override;
  bool rejection(Rejection rejection) override;
  Result<void> bytes(std::string_view piece) override;
  Result<WrittenDocument> finish(const Import& rest) override;
  Result<SaveOutcome> refuse(const Error& reason) override;

 private:
  SqliteWriter(const SqliteConnection& connection, SqliteTransaction transaction,
               AnnouncedDocument document, Provenance provenance)
      : connection_(&connection),
        transaction_(std::move(transaction)),
        document_(std::move(document)),
        provenance_(std::move(provenance)) {}

  Result<void> prepare(LookForDoubts doubts, RunSizes sizes);
  Result<void> write_piece(std::string_view piece);
  /// Writes what is left of the bytes, and the document's row, name and case.
  Result<SaveOutcome> keep(AuditNote& note);
  /// Looks again at the accounts whose references left the same marks.
  Result<void> settle_suspicions();
  Result<void> write_records(const Import& rest, WrittenDocument& written);
  Result<void> append_import(const Import& rest, const WrittenDocument& written, AuditNote& note);
  [[nodiscard]] std::vector<std::string_view> account_names();
  [[nodiscard]] Result<bool> is_refused_for(const Error& reason) const;

  const SqliteConnection* connection_;
  SqliteTransaction transaction_;
  AnnouncedDocument document_;
  Provenance provenance_;
  std::int64_t id_ = 0;
  bool is_held_ = false;  ///< The bytes are held, of a document that was refused.
  std::optional<SqliteStatement> insert_piece_;
  std::optional<SqliteStatement> insert_rejection_;
  std::optional<ChunkRows> chunks_;
  std::optional<RunWriter> run_;
  Encoder rejected_;
  DigestBuilder digest_;
  std::string waiting_;  ///< Bytes that are no whole piece yet.
  std::int64_t pieces_ = 0;
  std::uint64_t size_ = 0;
  std::uint64_t rejections_ = 0;
  std::optional<Error> fault_;
};

/// Notes another name and case of a document that is held, each in the audit log.
[[nodiscard]] Result<SaveOutcome> name_again(const SqliteConnection& connection,
                                             std::int64_t document_id, const Digest& digest,
                                             const std::string& name, const Provenance& provenance);

}  // namespace recoup
