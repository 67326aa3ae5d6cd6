#include "entry_rows.hpp"

#include <optional>
#include <string>

#include "row_values.hpp"

namespace recoup {
namespace {

/// Two chunks in another order, or cut elsewhere, are other bytes.
void encode_chunk(Encoder& out, const RunChunk& chunk) {
  out.count(chunk.run).count(chunk.first_account).count(chunk.last_account).count(chunk.rows);
  out.text(chunk.bytes);
}

Error broken_chunk(std::int64_t document_id, std::uint64_t position) {
  return {ErrorCode::malformed,
          "entries of document " + std::to_string(document_id) + " that cannot be read, in chunk " +
              std::to_string(position),
          "a chunk as it was written",
          {}};
}

/// Whether the chunk holds what its row says; calls `visit` for every entry of it.
bool visit_chunk(const RunChunk& chunk, const VisitEntry& visit) {
  ChunkReader reader(chunk.bytes);
  ChunkEntry entry;
  std::uint32_t rows = 0;
  while (reader.next(entry)) {
    if (entry.account < chunk.first_account || entry.account > chunk.last_account) return false;
    if (rows++ == 0 && entry.account != chunk.first_account) return false;
    visit(entry);
  }
  return !reader.is_broken() && rows > 0 && rows == chunk.rows &&
         entry.account == chunk.last_account;
}

}  // namespace

Result<ChunkRows> ChunkRows::prepare(const SqliteConnection& connection, std::int64_t document_id) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO entry_chunk VALUES (?, ?, ?, ?, ?, ?, ?)"));
  return ChunkRows(std::move(insert), document_id);
}

Result<void> ChunkRows::write(const RunChunk& chunk) {
  encode_chunk(digest_, chunk);
  insert_.number(document_id_).number(position_++).count(chunk.run).number(chunk.first_account);
  return insert_.number(chunk.last_account).number(chunk.rows).bytes(chunk.bytes).run();
}

Result<Digest> visit_entries(const SqliteConnection& connection, std::int64_t document_id,
                             const WantsChunk& wants, const VisitEntry& visit) {
  RECOUP_TRY(select, connection.prepare("SELECT position, run, first_number, last_number, rows,"
                                        " bytes FROM entry_chunk WHERE document_id = ?"
                                        " ORDER BY position"));
  Encoder digest;
  std::uint64_t next = 0;
  std::optional<Error> fault;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    if (position != next++) row.refuse("a hole", "chunk " + std::to_string(next - 1));
    RunChunk chunk;
    chunk.run = row.count();
    chunk.first_account = read_small(row);
    chunk.last_account = read_small(row);
    chunk.rows = read_small(row);
    if (row.fault() || fault || !wants(chunk.first_account, chunk.last_account)) return;
    chunk.bytes = row.viewed_bytes();
    encode_chunk(digest, chunk);
    if (!visit_chunk(chunk, visit)) fault = broken_chunk(document_id, position);
  });
  if (!read) return read.error();
  if (fault) return *fault;
  return digest.finish();
}

}  // namespace recoup
