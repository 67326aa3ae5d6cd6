// sqlite.hpp: SQLite's C interface with owners, results and exact amounts.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"
#include "recoup/number/int128.hpp"
#include "recoup/store/store.hpp"

namespace recoup {

/// Text and blobs longer than this are refused.
constexpr int sqlite_length_max = 256 << 20;

/// The error that `code`, returned by a call on `database`, is to a caller of the store.
///
/// Requires a code that is not SQLITE_OK, SQLITE_ROW or SQLITE_DONE. SQLITE_MISUSE and SQLITE_RANGE
/// are mistakes of ours and stop the program.
[[nodiscard]] Error sqlite_error(sqlite3* database, int code);

/// A prepared statement that is bound and read from left to right.
///
///   Errors  A value that cannot be held exactly (a text with a NUL byte, a count above 2^63 - 1)
///           is remembered and returned by the next `step` or `run`; so binding needs no checks.
///
/// Texts and bytes are not copied, but by `copied_text` and
/// `copied_bytes`: they must live until the row is done.
class SqliteStatement {
 public:
  SqliteStatement& text(std::string_view value);
  SqliteStatement& copied_text(std::string_view value);
  SqliteStatement& bytes(std::string_view value);
  SqliteStatement& copied_bytes(std::string_view value);
  SqliteStatement& digest(const Digest& value);
  SqliteStatement& number(std::int64_t value);
  SqliteStatement& count(std::uint64_t value);
  /// An integer where 64 bits hold the value, else its 16 bytes, the most significant first.
  SqliteStatement& amount(Int128 value);
  SqliteStatement& null();

  /// Whether there is another row. Where there is none the statement is ready to be bound again.
  Result<bool> step();
  /// Runs a statement that gives no rows.
  Result<void> run();
  /// Ends a reading before its last row.
  void reset();

  [[nodiscard]] sqlite3_stmt* handle() const { return statement_.get(); }

 private:
  friend class SqliteConnection;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}
  void bound(int code);

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int parameter_ = 0;
  std::optional<Error> refused_;
};

/// The current row of a statement, read column by column from the left.
///
///   Errors  A value of another type than the column should have is remembered; `fault()` tells the
///           first one. What was returned for it is zero or empty.
class SqliteRow {
 public:
  explicit SqliteRow(const SqliteStatement& statement) : statement_(statement.handle()) {}

  std::string text();
  std::string bytes();
  /// Good until the statement goes on to the next row.
  std::string_view viewed_bytes();
  Digest digest();
  std::int64_t number();
  std::uint64_t count();
  /// A number from `least` to `most`.
  std::int64_t number_between(std::int64_t least, std::int64_t most);
  bool truth() { return number_between(0, 1) == 1; }
  Int128 amount();
  /// Whether the next column is null; it is then passed over.
  bool take_null();

  /// Notes that what was read cannot be.
  void refuse(std::string found, std::string expected);
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  bool is_type(int type);

  sqlite3_stmt* statement_;
  int column_ = 0;
  std::optional<Error> fault_;
};

/// A connection to one database file, with everything switched on that keeps it safe.
class SqliteConnection {
 public:
  /// Errors: as `open_store`.
  static Result<SqliteConnection> open(const std::string& path, OpenMode mode);
  /// A database that is gone with the connection.
  static Result<SqliteConnection> open_in_memory();

  [[nodiscard]] Result<SqliteStatement> prepare(std::string_view sql) const;
  /// Runs one or more statements that need no values.
  [[nodiscard]] Result<void> execute(const std::string& sql) const;
  /// The one number that `sql` answers.
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql) const;

  [[nodiscard]] sqlite3* handle() const { return database_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit SqliteConnection(sqlite3* database) : database_(database) {}
  static Result<SqliteConnection> open_with(const std::string& name, int flags);

  std::unique_ptr<sqlite3, Closer> database_;
};

enum class SqliteTransactionKind : std::uint8_t { reading, writing };

/// A transaction: commit is a call, the destructor only undoes.
class SqliteTransaction {
 public:
  /// A writing transaction takes the one lock there is at once, so that it cannot fail half-way
  /// because another process has it. Errors: busy.
  static Result<SqliteTransaction> begin(const SqliteConnection& connection,
                                         SqliteTransactionKind kind);
  SqliteTransaction(SqliteTransaction&& other) noexcept;
  SqliteTransaction& operator=(SqliteTransaction&&) = delete;
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  ~SqliteTransaction();

  /// Makes the changes last. After an error nothing of them is left.
  [[nodiscard]] Result<void> commit();

 private:
  explicit SqliteTransaction(sqlite3* database) : database_(database) {}
  void roll_back() noexcept;

  sqlite3* database_;  ///< Null once there is nothing to undo.
};

}  // namespace recoup
