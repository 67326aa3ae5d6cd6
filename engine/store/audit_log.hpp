// audit_log.hpp: the chain of audit entries as rows.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "recoup/store/audit.hpp"
#include "sqlite.hpp"

namespace recoup {

/// What the store itself records. `verify_store` rebuilds from these what must be held.
constexpr std::string_view import_action = "import";
constexpr std::string_view refuse_action = "refuse document";
constexpr std::string_view name_action = "name document";
constexpr std::string_view link_action = "link document";

/// Whether an entry with this action tells of a change that the store made.
[[nodiscard]] constexpr bool is_store_action(std::string_view action) {
  return action == import_action || action == refuse_action || action == name_action ||
         action == link_action;
}

/// Appends an entry; its transaction must be the one of the change it tells of.
[[nodiscard]] Result<void> append_entry(const SqliteConnection& connection, const AuditNote& note);

/// The log as it stands, and the first thing in it that cannot be.
struct AuditLog {
  std::vector<AuditEntry> entries;
  std::optional<AuditFault> fault;
};

/// Reads the log and follows the chain. Entries behind a fault are not read.
[[nodiscard]] Result<AuditLog> read_log(const SqliteConnection& connection);

/// As `Store::verify_audit`.
[[nodiscard]] Result<AuditVerdict> verify_store(const SqliteConnection& connection);

}  // namespace recoup
