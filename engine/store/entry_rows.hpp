// entry_rows.hpp: the entries of documents as rows of chunks.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "encoding.hpp"
#include "entry_chunk.hpp"
#include "run_writer.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Writes the chunks of one document, and their digest.
class ChunkRows {
 public:
  static Result<ChunkRows> prepare(const SqliteConnection& connection, std::int64_t document_id);

  Result<void> write(const RunChunk& chunk);
  /// The digest of every chunk that was written.
  [[nodiscard]] Digest finish() { return digest_.finish(); }

 private:
  ChunkRows(SqliteStatement insert, std::int64_t document_id)
      : insert_(std::move(insert)), document_id_(document_id) {}

  SqliteStatement insert_;
  std::int64_t document_id_;
  std::int64_t position_ = 0;
  Encoder digest_;
};

/// Whether a chunk with accounts from `first` to `last` is wanted.
using WantsChunk = std::function<bool(std::uint32_t first, std::uint32_t last)>;
using VisitEntry = std::function<void(const ChunkEntry&)>;

/// Calls `visit` for every entry of the chunks that are wanted, run by run, each by account. The
/// digest of those chunks.
///
/// Errors: malformed (a chunk that is none, or is not what its row says).
[[nodiscard]] Result<Digest> visit_entries(const SqliteConnection& connection,
                                           std::int64_t document_id, const WantsChunk& wants,
                                           const VisitEntry& visit);

/// Puts the rows of schema 2 into chunks.
[[nodiscard]] Result<void> rows_to_chunks(const SqliteConnection& connection);

}  // namespace recoup
