#include "schema.hpp"

#include <array>
#include <string>

#include "entry_rows.hpp"
#include "recoup/base/check.hpp"
#include "recoup/store/store.hpp"
#include "schema_sql.hpp"

namespace recoup {
namespace {

/// What stands in the header of the file.
struct FileMark {
  std::int64_t application_id;
  std::int64_t version;
  bool is_empty;
};

Result<FileMark> read_mark(const SqliteConnection& connection) {
  RECOUP_TRY(application_id, connection.number("PRAGMA application_id"));
  RECOUP_TRY(version, connection.number("PRAGMA user_version"));
  RECOUP_TRY(objects, connection.number("SELECT count(*) FROM sqlite_schema"));
  return FileMark{application_id, version, objects == 0 && version == 0 && application_id == 0};
}

Error not_ours(const SqliteConnection& connection, std::string found, std::string expected) {
  const char* const path = sqlite3_db_filename(connection.handle(), "main");
  return {ErrorCode::malformed, std::move(found), std::move(expected),
          Place{path == nullptr ? "" : path, 0, ""}};
}

Result<void> check_mark(const SqliteConnection& connection, const FileMark& mark, int newest) {
  if (mark.application_id != store_application_id) {
    return not_ours(connection, "not a recoup store: a database of another program",
                    "a recoup store");
  }
  if (mark.version < 1 || mark.version > newest) {
    return not_ours(connection, "a store of schema " + std::to_string(mark.version),
                    "schema 1 to " + std::to_string(newest) +
                        (mark.version > newest ? "; a newer program made this store" : ""));
  }
  return {};
}

}  // namespace

std::span<const Migration> store_migrations() {
  static const std::array<Migration, 3> migrations = {
      {{1, first_schema_sql()},
       {2, second_schema_sql()},
       {3, third_schema_sql(), rows_to_chunks, "DROP TABLE statement_entry"}}};
  return migrations;
}

int newest_schema_version() { return store_migrations().back().version; }

Result<void> migrate(const SqliteConnection& connection, std::span<const Migration> migrations) {
  RECOUP_CHECK(!migrations.empty());
  const int newest = migrations.back().version;
  RECOUP_TRY(seen, read_mark(connection));
  if (!seen.is_empty) {
    const auto checked = check_mark(connection, seen, newest);
    if (!checked) return checked.error();
    if (seen.version == newest) return {};
  }
  RECOUP_TRY(transaction, SqliteTransaction::begin(connection, SqliteTransactionKind::writing));
  // Read again: another process may have done the same in between.
  RECOUP_TRY(mark, read_mark(connection));
  if (!mark.is_empty) {
    const auto checked = check_mark(connection, mark, newest);
    if (!checked) return checked.error();
  }
  int version = static_cast<int>(mark.version);
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    RECOUP_CHECK(migration.version == version + 1);
    if (const auto done = connection.execute(migration.sql); !done) return done.error();
    if (migration.convert != nullptr) {
      if (const auto done = migration.convert(connection); !done) return done.error();
    }
    if (const auto done = connection.execute(migration.sql_after); !done) return done.error();
    version = migration.version;
  }
  const auto marked =
      connection.execute("PRAGMA application_id = " + std::to_string(store_application_id) +
                         "; PRAGMA user_version = " + std::to_string(version));
  if (!marked) return marked.error();
  return transaction.commit();
}

Result<void> check_schema(const SqliteConnection& connection,
                          std::span<const Migration> migrations) {
  RECOUP_TRY(mark, read_mark(connection));
  const auto checked = check_mark(connection, mark, migrations.back().version);
  if (!checked) return checked.error();
  if (mark.version != migrations.back().version) {
    return not_ours(connection, "a store of schema " + std::to_string(mark.version),
                    "schema " + std::to_string(migrations.back().version) +
                        "; open it once for writing to bring it up to date");
  }
  return {};
}

}  // namespace recoup
