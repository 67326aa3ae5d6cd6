// document_rows.hpp: documents with their bytes, names, cases, notes and rejections as rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"
#include "recoup/store/store.hpp"
#include "sqlite.hpp"

namespace recoup {

/// How much of a document one row holds. SQLite holds no value above 10^9 bytes, and small pieces
/// keep the memory of a reader small.
constexpr std::size_t document_piece_bytes = 1U << 20U;

/// The id of the next document.
[[nodiscard]] Result<std::int64_t> next_document_id(const SqliteConnection& connection);

/// Writes the row of a document of which nothing was read yet.
[[nodiscard]] Result<void> write_document(const SqliteConnection& connection,
                                          std::int64_t document_id, const Digest& digest,
                                          std::uint64_t size);

/// Makes the document one that was read, with its notes: the last in the order of import.
[[nodiscard]] Result<void> write_reading(const SqliteConnection& connection,
                                         std::int64_t document_id, const Import& rest,
                                         const RecordCounts& counts);

/// Makes the document one that was refused, for this reason and no other.
[[nodiscard]] Result<void> write_refusal(const SqliteConnection& connection,
                                         std::int64_t document_id, const Error& reason);

/// Whether the name (the case) was new to the document.
[[nodiscard]] Result<bool> add_name(const SqliteConnection& connection, std::int64_t document_id,
                                    std::string_view name);
[[nodiscard]] Result<bool> add_case(const SqliteConnection& connection, std::int64_t document_id,
                                    std::string_view case_id);

/// A document that is held, and whether it was read or refused.
struct DocumentRow {
  std::int64_t id = 0;
  bool is_imported = false;
};
[[nodiscard]] Result<std::optional<DocumentRow>> find_document_row(
    const SqliteConnection& connection, const Digest& digest);
/// Every document's id in the order in which they were handed in.
[[nodiscard]] Result<std::vector<std::int64_t>> document_ids(const SqliteConnection& connection);
/// In the order in which they were given.
[[nodiscard]] Result<std::vector<std::string>> read_names(const SqliteConnection& connection,
                                                          std::int64_t document_id);
/// Errors: not_found.
[[nodiscard]] Result<HeldDocument> read_document(const SqliteConnection& connection,
                                                 std::int64_t document_id);
/// Calls `visit` for every piece of the document, in order. Errors: malformed (pieces are missing).
[[nodiscard]] Result<void> visit_bytes(const SqliteConnection& connection, std::int64_t document_id,
                                       const std::function<void(std::string_view)>& visit);
/// Errors: malformed (pieces are missing).
[[nodiscard]] Result<std::string> read_bytes(const SqliteConnection& connection,
                                             std::int64_t document_id);
[[nodiscard]] Result<std::vector<Rejection>> read_rejections(const SqliteConnection& connection,
                                                             std::int64_t document_id);

/// What the text columns that `sql` gives for `parameter` hold, in their order.
[[nodiscard]] Result<std::vector<std::string>> read_texts(const SqliteConnection& connection,
                                                          std::string_view sql,
                                                          std::optional<std::int64_t> parameter);

}  // namespace recoup
