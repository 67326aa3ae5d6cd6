// schema.hpp: the tables of the store, and how an older store becomes a newer one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"
#include "sqlite.hpp"

namespace recoup {

/// "Rcup" in ASCII: marks a SQLite file as a store of ours.
constexpr std::int32_t store_application_id = 0x52637570;

/// One step from the schema before to `version`.
struct Migration {
  int version;  ///< From 1, without a hole.
  const char* sql;
  /// What SQL cannot do, between `sql` and `sql_after`; or null.
  Result<void> (*convert)(const SqliteConnection& connection) = nullptr;
  const char* sql_after = "";
};

/// All steps there are, oldest first. A step that a release contained is never changed.
[[nodiscard]] std::span<const Migration> store_migrations();

/// Makes the tables in an empty file, or brings an older store up to the newest of `migrations`,
/// in one transaction.
///
/// Errors: malformed (a database of somebody else, or of a newer program), busy, cannot_write.
[[nodiscard]] Result<void> migrate(const SqliteConnection& connection,
                                   std::span<const Migration> migrations);

/// Whether the connection holds a store of exactly the newest of `migrations`; changes nothing.
[[nodiscard]] Result<void> check_schema(const SqliteConnection& connection,
                                        std::span<const Migration> migrations);

/// As `Store::integrity_check`: the pages, the references, and whether tables and triggers are
/// those that the migrations make.
[[nodiscard]] Result<std::vector<std::string>> check_integrity(const SqliteConnection& connection);

}  // namespace recoup
