// Whether the file is sound as a database, and its tables and triggers are ours.
#include "row_values.hpp"
#include "schema.hpp"

namespace recoup {
namespace {

/// Every table, index and trigger with the words that made it, in a fixed order.
Result<std::vector<std::string>> schema_texts(const SqliteConnection& connection) {
  RECOUP_TRY(select, connection.prepare("SELECT type || ' ' || name || ': ' || ifnull(sql, '')"
                                        " FROM sqlite_schema ORDER BY type, name"));
  std::vector<std::string> texts;
  const auto read = for_each_row(select, [&](SqliteRow& row) { texts.push_back(row.text()); });
  if (!read) return read.error();
  return texts;
}

/// What the migrations make of an empty database.
Result<std::vector<std::string>> expected_schema() {
  RECOUP_TRY(connection, SqliteConnection::open_in_memory());
  const auto done = migrate(connection, store_migrations());
  if (!done) return done.error();
  return schema_texts(connection);
}

}  // namespace

Result<std::vector<std::string>> check_integrity(const SqliteConnection& connection) {
  std::vector<std::string> problems;
  RECOUP_TRY(pages, connection.prepare("PRAGMA integrity_check"));
  const auto read_pages = for_each_row(pages, [&](SqliteRow& row) {
    if (const std::string line = row.text(); line != "ok") problems.push_back(line);
  });
  if (!read_pages) return read_pages.error();
  RECOUP_TRY(references, connection.prepare("SELECT \"table\", parent FROM"
                                            " pragma_foreign_key_check"));
  const auto read_references = for_each_row(references, [&](SqliteRow& row) {
    const std::string table = row.text();
    problems.push_back("a row of " + table + " refers to a row of " + row.text() +
                       " that is not there");
  });
  if (!read_references) return read_references.error();
  RECOUP_TRY(held, schema_texts(connection));
  RECOUP_TRY(expected, expected_schema());
  if (held != expected) {
    problems.emplace_back("tables or triggers were added, changed or taken away");
  }
  return problems;
}

}  // namespace recoup
