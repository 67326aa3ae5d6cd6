#include "document_rows.hpp"

#include <algorithm>

#include "encoding.hpp"
#include "recoup/base/check.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

Result<void> write_notes(const SqliteConnection& connection, std::int64_t document_id,
                         const std::vector<std::string>& notes) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO document_note VALUES (?, ?, ?)"));
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto done = insert.number(document_id).count(i).text(notes[i]).run();
    if (!done) return done.error();
  }
  return {};
}

/// The texts of `sql`, which gives position and text, in the order of the positions.
Result<std::vector<std::string>> read_list(const SqliteConnection& connection, std::string_view sql,
                                           std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare(sql));
  Positioned<std::string> texts;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    texts.add(position, row.text());
  });
  if (!read) return read.error();
  return std::move(texts).in_order();
}

/// Six columns: code, found, expected, and the place.
Error read_error(SqliteRow& row) {
  Error error;
  const auto last = static_cast<std::int64_t>(ErrorCode::usage);
  error.code = static_cast<ErrorCode>(row.number_between(0, last));
  error.found = row.bytes();
  error.expected = row.bytes();
  error.place = {row.text(), row.count(), row.text()};
  return error;
}

/// Inserts a row of two values; whether there was none like it.
Result<bool> insert_if_new(SqliteStatement& insert, const SqliteConnection& connection) {
  const auto done = insert.run();
  if (!done) return done.error();
  return sqlite3_changes(connection.handle()) > 0;
}

}  // namespace

Result<std::int64_t> next_document_id(const SqliteConnection& connection) {
  RECOUP_TRY(last, connection.number("SELECT ifnull(max(id), 0) FROM document"));
  return last + 1;
}

Result<void> write_document(const SqliteConnection& connection, std::int64_t document_id,
                            const Digest& digest, std::uint64_t size) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO document (id, digest, size, format, version,"
                                        " entries, balances, facts, seizures, rejections)"
                                        " VALUES (?, ?, ?, '', '', 0, 0, 0, 0, 0)"));
  return insert.number(document_id).digest(digest).count(size).run();
}

Result<void> write_reading(const SqliteConnection& connection, std::int64_t document_id,
                           const Import& rest, const RecordCounts& counts) {
  RECOUP_TRY(forget, connection.prepare("DELETE FROM document_refusal WHERE document_id = ?"));
  if (const auto done = forget.number(document_id).run(); !done) return done.error();
  RECOUP_TRY(update, connection.prepare(
                         "UPDATE document SET format = ?, version = ?, profile = ?, encoding = ?,"
                         " entries = ?, balances = ?, facts = ?, seizures = ?, rejections = ?,"
                         " statements = ?, series = ?, held_back = ?,"
                         " import_order = (SELECT ifnull(max(import_order), 0) + 1 FROM document)"
                         " WHERE id = ?"));
  update.text(rest.format).text(rest.version).text(rest.profile).number(newest_encoding);
  update.count(counts.entries).count(counts.balances).count(counts.facts).count(counts.seizures);
  update.count(counts.rejections).count(counts.statements).count(counts.series);
  if (const auto done = update.count(counts.held_back).number(document_id).run(); !done) {
    return done.error();
  }
  return write_notes(connection, document_id, rest.notes);
}

Result<void> write_refusal(const SqliteConnection& connection, std::int64_t document_id,
                           const Error& reason) {
  RECOUP_TRY(insert, connection.prepare("INSERT OR REPLACE INTO document_refusal"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?)"));
  insert.number(document_id).number(static_cast<int>(reason.code)).bytes(reason.found);
  insert.bytes(reason.expected).text(reason.place.document).count(reason.place.line);
  return insert.text(reason.place.field).run();
}

Result<bool> add_name(const SqliteConnection& connection, std::int64_t document_id,
                      std::string_view name) {
  RECOUP_TRY(insert,
             connection.prepare("INSERT INTO document_name"
                                " SELECT ?1, (SELECT count(*) FROM document_name"
                                " WHERE document_id = ?1), ?2 WHERE NOT EXISTS (SELECT 1 FROM"
                                " document_name WHERE document_id = ?1 AND name = ?2)"));
  return insert_if_new(insert.number(document_id).text(name), connection);
}

Result<bool> add_case(const SqliteConnection& connection, std::int64_t document_id,
                      std::string_view case_id) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO case_document SELECT ?1, ?2 WHERE NOT EXISTS"
                                        " (SELECT 1 FROM case_document WHERE case_id = ?1"
                                        " AND document_id = ?2)"));
  return insert_if_new(insert.text(case_id).number(document_id), connection);
}

Result<std::optional<DocumentRow>> find_document_row(const SqliteConnection& connection,
                                                     const Digest& digest) {
  RECOUP_TRY(select, connection.prepare("SELECT id, import_order IS NOT NULL FROM document"
                                        " WHERE digest = ?"));
  std::optional<DocumentRow> found;
  const auto read = for_each_row(select.digest(digest), [&](SqliteRow& row) {
    found = DocumentRow{row.number(), row.truth()};
  });
  if (!read) return read.error();
  return found;
}

Result<std::vector<std::int64_t>> document_ids(const SqliteConnection& connection) {
  RECOUP_TRY(select, connection.prepare("SELECT id FROM document ORDER BY id"));
  std::vector<std::int64_t> ids;
  const auto read = for_each_row(select, [&](SqliteRow& row) { ids.push_back(row.number()); });
  if (!read) return read.error();
  return ids;
}

Result<std::vector<std::string>> read_names(const SqliteConnection& connection,
                                            std::int64_t document_id) {
  return read_list(connection, "SELECT position, name FROM document_name WHERE document_id = ?",
                   document_id);
}

namespace {

/// What stands in the document's own row.
Result<std::optional<HeldDocument>> read_document_row(const SqliteConnection& connection,
                                                      std::int64_t document_id) {
  RECOUP_TRY(select,
             connection.prepare(
                 "SELECT id, digest, size, format, version, profile, entries, balances, facts,"
                 " seizures, rejections, statements, series, held_back FROM document"
                 " WHERE id = ?"));
  std::optional<HeldDocument> held;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    held.emplace();
    held->number = row.count();
    held->digest = row.digest();
    held->size = row.count();
    held->format = row.text();
    held->version = row.text();
    held->profile = row.text();
    held->counts = {row.count(), row.count(), row.count(), row.count(),
                    row.count(), row.count(), row.count(), row.count()};
  });
  if (!read) return read.error();
  return held;
}

Result<std::optional<Error>> read_refusal(const SqliteConnection& connection,
                                          std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT code, found, expected, place_document, place_line,"
                                        " place_field FROM document_refusal"
                                        " WHERE document_id = ?"));
  std::optional<Error> reason;
  const auto read =
      for_each_row(select.number(document_id), [&](SqliteRow& row) { reason = read_error(row); });
  if (!read) return read.error();
  return reason;
}

}  // namespace

Result<HeldDocument> read_document(const SqliteConnection& connection, std::int64_t document_id) {
  RECOUP_TRY(held, read_document_row(connection, document_id));
  if (!held) {
    return Error{ErrorCode::not_found,
                 "no document " + std::to_string(document_id),
                 "a document of the store",
                 {}};
  }
  RECOUP_TRY(refused, read_refusal(connection, document_id));
  held->refused = std::move(refused);
  RECOUP_TRY(names, read_names(connection, document_id));
  RECOUP_TRY(cases, read_texts(connection,
                               "SELECT case_id FROM case_document WHERE document_id = ?"
                               " ORDER BY case_id",
                               document_id));
  RECOUP_TRY(notes,
             read_list(connection, "SELECT position, note FROM document_note WHERE document_id = ?",
                       document_id));
  if (!names.empty()) held->name = names.front();
  std::sort(names.begin(), names.end());
  held->names = std::move(names);
  held->cases = std::move(cases);
  held->notes = std::move(notes);
  return *std::move(held);
}

Result<void> visit_bytes(const SqliteConnection& connection, std::int64_t document_id,
                         const std::function<void(std::string_view)>& visit) {
  RECOUP_TRY(select, connection.prepare("SELECT position, bytes FROM document_chunk"
                                        " WHERE document_id = ? ORDER BY position"));
  std::uint64_t expected = 0;
  return for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    if (position != expected) {
      row.refuse("piece " + std::to_string(position), "piece " + std::to_string(expected));
    }
    ++expected;
    visit(row.viewed_bytes());
  });
}

Result<std::string> read_bytes(const SqliteConnection& connection, std::int64_t document_id) {
  std::string bytes;
  const auto visited =
      visit_bytes(connection, document_id, [&](std::string_view piece) { bytes += piece; });
  if (!visited) return visited.error();
  return bytes;
}

Result<std::vector<Rejection>> read_rejections(const SqliteConnection& connection,
                                               std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare(
                         "SELECT position, code, found, expected, place_document, place_line,"
                         " place_field, record FROM rejection WHERE document_id = ?"));
  Positioned<Rejection> rejections;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    Rejection rejection;
    rejection.error = read_error(row);
    rejection.record = row.bytes();
    rejections.add(position, std::move(rejection));
  });
  if (!read) return read.error();
  return std::move(rejections).in_order();
}

Result<std::vector<std::string>> read_texts(const SqliteConnection& connection,
                                            std::string_view sql,
                                            std::optional<std::int64_t> parameter) {
  RECOUP_TRY(select, connection.prepare(sql));
  if (parameter) select.number(*parameter);
  std::vector<std::string> texts;
  const auto read = for_each_row(select, [&](SqliteRow& row) { texts.push_back(row.text()); });
  if (!read) return read.error();
  return texts;
}

}  // namespace recoup
