#include "sqlite.hpp"

#include <cerrno>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t amount_size = 16;

void write_big_endian(Int128 value, char (&out)[amount_size]) {
  __extension__ using Bits = unsigned __int128;
  auto bits = static_cast<Bits>(value);
  for (std::size_t i = amount_size; i > 0; --i) {
    out[i - 1] = static_cast<char>(static_cast<unsigned char>(bits & 0xFFU));
    bits >>= 8U;
  }
}

Int128 read_big_endian(const unsigned char* bytes) {
  __extension__ using Bits = unsigned __int128;
  Bits bits = 0;
  for (std::size_t i = 0; i < amount_size; ++i) bits = (bits << 8U) | bytes[i];
  return static_cast<Int128>(bits);
}

bool fits_64_bits(Int128 value) { return value >= INT64_MIN && value <= INT64_MAX; }

std::string type_name(int type) {
  switch (type) {
    case SQLITE_INTEGER: return "an integer";
    case SQLITE_FLOAT: return "a floating-point number";
    case SQLITE_TEXT: return "a text";
    case SQLITE_BLOB: return "bytes";
    default: return "nothing";
  }
}

}  // namespace

Error sqlite_error(sqlite3* database, int code) {
  const char* const path = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
  const Place place{path == nullptr ? "" : path, 0, ""};
  const std::string words = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  if ((code & 0xFF) == SQLITE_CANTOPEN && database != nullptr &&
      sqlite3_system_errno(database) == EACCES) {
    return {ErrorCode::not_permitted, words, "leave to use the store", place};
  }
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, "a store that another process holds", "a free one; try again",
              place};
    case SQLITE_NOTADB:
      return {ErrorCode::malformed, "not a recoup store: " + words, "a recoup store", place};
    case SQLITE_PERM:
    case SQLITE_AUTH: return {ErrorCode::not_permitted, words, "leave to use the store", place};
    case SQLITE_TOOBIG:
      return {ErrorCode::out_of_range, words,
              "no text longer than " + std::to_string(sqlite_length_max) + " bytes", place};
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
      return {ErrorCode::cannot_write, words, "a store that can be written", place};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::contradiction, words, "a store that nothing else has changed", place};
    default:
      RECOUP_CHECK(code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE);
      RECOUP_CHECK(code != SQLITE_MISUSE && code != SQLITE_RANGE);
      return {ErrorCode::malformed, words, "a recoup store that nothing else has changed", place};
  }
}

void SqliteStatement::bound(int code) {
  if (code != SQLITE_OK && !refused_) {
    refused_ = sqlite_error(sqlite3_db_handle(statement_.get()), code);
  }
}

SqliteStatement& SqliteStatement::text(std::string_view value) {
  if (const auto at = first_nul(value); at && !refused_) {
    refused_ = Error{ErrorCode::malformed,
                     quoted(printable(value)),
                     "a text without a NUL byte (there is one at byte " + std::to_string(*at) + ")",
                     {}};
  }
  // A null pointer would bind NULL, and an empty view may well have one.
  const char* const begin = value.empty() ? "" : value.data();
  bound(sqlite3_bind_text64(statement_.get(), ++parameter_, begin, value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
  return *this;
}

SqliteStatement& SqliteStatement::copied_text(std::string_view value) {
  bound(sqlite3_bind_text64(statement_.get(), ++parameter_, value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

SqliteStatement& SqliteStatement::bytes(std::string_view value) {
  const char* const begin = value.empty() ? "" : value.data();
  bound(sqlite3_bind_blob64(statement_.get(), ++parameter_, begin, value.size(), SQLITE_STATIC));
  return *this;
}

SqliteStatement& SqliteStatement::copied_bytes(std::string_view value) {
  const char* const begin = value.empty() ? "" : value.data();
  bound(sqlite3_bind_blob64(statement_.get(), ++parameter_, begin, value.size(), SQLITE_TRANSIENT));
  return *this;
}

SqliteStatement& SqliteStatement::digest(const Digest& value) {
  bound(sqlite3_bind_blob64(statement_.get(), ++parameter_, value.bytes.data(), value.bytes.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

SqliteStatement& SqliteStatement::number(std::int64_t value) {
  bound(sqlite3_bind_int64(statement_.get(), ++parameter_, value));
  return *this;
}

SqliteStatement& SqliteStatement::count(std::uint64_t value) {
  if (value > static_cast<std::uint64_t>(INT64_MAX)) {
    if (!refused_) {
      refused_ = Error{ErrorCode::out_of_range,
                       std::to_string(value),
                       "a count of at most 9223372036854775807",
                       {}};
    }
    value = 0;
  }
  return number(static_cast<std::int64_t>(value));
}

SqliteStatement& SqliteStatement::amount(Int128 value) {
  if (fits_64_bits(value)) return number(static_cast<std::int64_t>(value));
  char big_endian[amount_size];
  write_big_endian(value, big_endian);
  bound(sqlite3_bind_blob64(statement_.get(), ++parameter_, big_endian, amount_size,
                            SQLITE_TRANSIENT));
  return *this;
}

SqliteStatement& SqliteStatement::null() {
  bound(sqlite3_bind_null(statement_.get(), ++parameter_));
  return *this;
}

Result<bool> SqliteStatement::step() {
  if (refused_) {
    const Error error = *refused_;
    reset();
    return error;
  }
  // A value left over from an earlier row must not pass for one of this row.
  RECOUP_CHECK(parameter_ == sqlite3_bind_parameter_count(statement_.get()));
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  const Error error = sqlite_error(sqlite3_db_handle(statement_.get()), code);
  reset();
  return error;
}

Result<void> SqliteStatement::run() {
  RECOUP_TRY(more, step());
  if (more) reset();
  return {};
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_.get());
  parameter_ = 0;
  refused_.reset();
}

bool SqliteRow::is_type(int type) {
  const int held = sqlite3_column_type(statement_, column_);
  if (held == type) return true;
  refuse(type_name(held), type_name(type));
  ++column_;
  return false;
}

void SqliteRow::refuse(std::string found, std::string expected) {
  if (fault_) return;
  const char* const name = sqlite3_column_name(statement_, column_ > 0 ? column_ - 1 : 0);
  const char* const path = sqlite3_db_filename(sqlite3_db_handle(statement_), "main");
  fault_ = Error{ErrorCode::malformed, std::move(found), std::move(expected),
                 Place{path == nullptr ? "" : path, 0, name == nullptr ? "" : name}};
}

std::string SqliteRow::text() {
  if (!is_type(SQLITE_TEXT)) return {};
  const auto* const begin = sqlite3_column_text(statement_, column_);
  const int size = sqlite3_column_bytes(statement_, column_);
  ++column_;
  if (begin == nullptr || size <= 0) return {};
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(size)};
}

std::string SqliteRow::bytes() { return std::string(viewed_bytes()); }

std::string_view SqliteRow::viewed_bytes() {
  if (!is_type(SQLITE_BLOB)) return {};
  const auto* const begin = static_cast<const char*>(sqlite3_column_blob(statement_, column_));
  const int size = sqlite3_column_bytes(statement_, column_);
  ++column_;
  if (begin == nullptr || size <= 0) return {};
  return {begin, static_cast<std::size_t>(size)};
}

Digest SqliteRow::digest() {
  const std::string held = bytes();
  Digest digest;
  if (held.size() != digest.bytes.size()) {
    refuse(std::to_string(held.size()) + " bytes", "the 32 bytes of a digest");
    return digest;
  }
  for (std::size_t i = 0; i < held.size(); ++i) {
    digest.bytes[i] = static_cast<std::uint8_t>(held[i]);
  }
  return digest;
}

std::int64_t SqliteRow::number() {
  if (!is_type(SQLITE_INTEGER)) return 0;
  return sqlite3_column_int64(statement_, column_++);
}

std::int64_t SqliteRow::number_between(std::int64_t least, std::int64_t most) {
  const std::int64_t held = number();
  if (held >= least && held <= most) return held;
  refuse(std::to_string(held),
         "a number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

std::uint64_t SqliteRow::count() {
  return static_cast<std::uint64_t>(number_between(0, INT64_MAX));
}

Int128 SqliteRow::amount() {
  if (sqlite3_column_type(statement_, column_) == SQLITE_INTEGER) return number();
  const std::string held = bytes();
  if (held.size() == amount_size) {
    const Int128 value = read_big_endian(reinterpret_cast<const unsigned char*>(held.data()));
    if (!fits_64_bits(value)) return value;
  }
  refuse(std::to_string(held.size()) + " bytes",
         "an integer, or the 16 bytes of one that 64 bits do not hold");
  return 0;
}

bool SqliteRow::take_null() {
  if (sqlite3_column_type(statement_, column_) != SQLITE_NULL) return false;
  ++column_;
  return true;
}

Result<SqliteStatement> SqliteConnection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), 0,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return sqlite_error(database_.get(), code);
  return SqliteStatement(statement);
}

Result<void> SqliteConnection::execute(const std::string& sql) const {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_error(database_.get(), code);
  return {};
}

Result<std::int64_t> SqliteConnection::number(std::string_view sql) const {
  RECOUP_TRY(statement, prepare(sql));
  RECOUP_TRY(found, statement.step());
  RECOUP_CHECK(found);
  SqliteRow row(statement);
  const std::int64_t value = row.number();
  if (row.fault()) return *row.fault();
  return value;
}

Result<SqliteTransaction> SqliteTransaction::begin(const SqliteConnection& connection,
                                                   SqliteTransactionKind kind) {
  RECOUP_CHECK(sqlite3_get_autocommit(connection.handle()) != 0);
  const auto begun = connection.execute(kind == SqliteTransactionKind::writing ? "BEGIN IMMEDIATE"
                                                                               : "BEGIN DEFERRED");
  if (!begun) return begun.error();
  return SqliteTransaction(connection.handle());
}

SqliteTransaction::SqliteTransaction(SqliteTransaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

SqliteTransaction::~SqliteTransaction() { roll_back(); }

Result<void> SqliteTransaction::commit() {
  RECOUP_CHECK(database_ != nullptr);
  const int code = sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) {
    database_ = nullptr;
    return {};
  }
  const Error error = sqlite_error(database_, code);
  roll_back();
  return error;
}

void SqliteTransaction::roll_back() noexcept {
  sqlite3* const database = std::exchange(database_, nullptr);
  // A full disk and some failed writes make SQLite roll back by itself; a second ROLLBACK would
  // then be an error of its own.
  if (database == nullptr || sqlite3_get_autocommit(database) != 0) return;
  sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace recoup
