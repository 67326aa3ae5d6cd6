// How a database file is opened: what is tested first, and what is switched on.
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "recoup/base/text.hpp"
#include "sqlite.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

Error cannot_open(ErrorCode code, const std::string& path, std::string found,
                  std::string expected) {
  return {code, std::move(found), std::move(expected), Place{path, 0, ""}};
}

/// Refuses at once what SQLite would only find after it has waited, or would not find at all.
Result<void> check_path(const std::string& path, OpenMode mode) {
  if (path.empty() || first_nul(path)) {
    return cannot_open(ErrorCode::usage, path, recoup::quoted(path), "the name of a file");
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) {
    return cannot_open(ErrorCode::no_such_file, path, "a folder", "a recoup store");
  }
  if (status.type() == fs::file_type::none) {
    return cannot_open(ErrorCode::not_permitted, path, error.message(), "a recoup store");
  }
  if (fs::exists(status)) {
    if (fs::is_regular_file(status)) return {};
    return cannot_open(ErrorCode::malformed, path, "not a recoup store: no regular file",
                       "a recoup store");
  }
  if (mode == OpenMode::read_only) {
    return cannot_open(ErrorCode::no_such_file, path, "no such file", "a recoup store");
  }
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return cannot_open(ErrorCode::cannot_write, path,
                       "no folder " + recoup::quoted(folder.string()),
                       "a folder in which the store can be made");
  }
  return {};
}

struct Limit {
  int id;
  int most;
};

// What our own SQL needs, with room to spare: a prepared file or text cannot make SQLite do more.
constexpr std::array<Limit, 8> limits = {{{SQLITE_LIMIT_LENGTH, sqlite_length_max},
                                          {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                          {SQLITE_LIMIT_COLUMN, 100},
                                          {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                          {SQLITE_LIMIT_COMPOUND_SELECT, 20},
                                          {SQLITE_LIMIT_ATTACHED, 0},
                                          {SQLITE_LIMIT_VARIABLE_NUMBER, 2000},
                                          {SQLITE_LIMIT_TRIGGER_DEPTH, 10}}};

// Two seconds: as long as another import of a large document may take to commit.
constexpr int busy_wait_ms = 2000;

void restrict_connection(sqlite3* database) {
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, busy_wait_ms);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  for (const Limit& limit : limits) sqlite3_limit(database, limit.id, limit.most);
}

// The write-ahead log is not used: with two connections it can damage the file in the versions of
// SQLite from 3.7.0 to 3.51.2. EXTRA syncs the folder too, so that a journal that was ended does
// not come back. Triggers must be recursive, or INSERT OR REPLACE goes past those that refuse
// deletion.
const std::string pragmas =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA recursive_triggers = ON;"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -65536;";

}  // namespace

Result<SqliteConnection> SqliteConnection::open(const std::string& path, OpenMode mode) {
  if (const auto checked = check_path(path, mode); !checked) return checked.error();
  // Made absolute, so that no name (":memory:", "file:...") means anything but a file.
  std::error_code error;
  const std::string absolute = fs::absolute(path, error).string();
  if (error) {
    return cannot_open(ErrorCode::cannot_write, path, error.message(), "a recoup store");
  }
  RECOUP_TRY(connection, open_with(absolute, mode == OpenMode::read_only
                                                 ? SQLITE_OPEN_READONLY
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  if (mode == OpenMode::read_only) return connection;
  if (sqlite3_db_readonly(connection.handle(), "main") == 1) {
    return cannot_open(ErrorCode::cannot_write, path, "a file that may only be read",
                       "a store that can be written");
  }
  if (const auto done = connection.execute("PRAGMA journal_mode = TRUNCATE"); !done) {
    return done.error();
  }
  return connection;
}

Result<SqliteConnection> SqliteConnection::open_in_memory() {
  return open_with(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Result<SqliteConnection> SqliteConnection::open_with(const std::string& name, int flags) {
  sqlite3* database = nullptr;
  // A store is used by one thread at a time, so SQLite need not lock for every value bound.
  const int code = sqlite3_open_v2(name.c_str(), &database,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  SqliteConnection connection(database);  // Also after an error there is something to close.
  if (code != SQLITE_OK) return sqlite_error(database, code);
  restrict_connection(database);
  if (const auto done = connection.execute(pragmas); !done) return done.error();
  return connection;
}

}  // namespace recoup
