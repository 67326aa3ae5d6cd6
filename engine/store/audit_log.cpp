#include "audit_log.hpp"

#include <map>

#include "encoding.hpp"
#include "recoup/base/text.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

struct Head {
  std::uint64_t entries = 0;
  Digest hash;
};

Result<Head> read_head(const SqliteConnection& connection) {
  RECOUP_TRY(select, connection.prepare("SELECT entries, hash FROM audit_head"));
  std::optional<Head> head;
  const auto read = for_each_row(select, [&](SqliteRow& row) {
    if (head) row.refuse("two heads of the audit log", "one");
    head = Head{row.count(), row.digest()};
  });
  if (!read) return read.error();
  if (!head) return Error{ErrorCode::malformed, "no head of the audit log", "one", {}};
  return *head;
}

Result<void> write_entry(const SqliteConnection& connection, const AuditEntry& entry) {
  RECOUP_TRY(insert,
             connection.prepare("INSERT INTO audit_entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"));
  const AuditNote& note = entry.note;
  insert.count(entry.sequence).number(note.when_utc.micros).text(note.who);
  insert.number(static_cast<int>(note.category)).text(note.action).count(note.count);
  if (note.content) {
    insert.digest(*note.content);
  } else {
    insert.null();
  }
  insert.text(note.reason).text(note.recipient).text(note.tool_version);
  return insert.digest(entry.previous).digest(entry.hash).run();
}

Result<void> write_objects(const SqliteConnection& connection, const AuditEntry& entry) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO audit_object VALUES (?,?,?,?)"));
  for (std::size_t i = 0; i < entry.note.objects.size(); ++i) {
    const AuditObject& object = entry.note.objects[i];
    insert.count(entry.sequence).count(i).text(object.kind).text(object.name);
    if (const auto done = insert.run(); !done) return done.error();
  }
  return {};
}

AuditEntry read_entry(SqliteRow& row) {
  AuditEntry entry;
  entry.sequence = row.count();
  entry.note.when_utc = {row.number()};
  entry.note.who = row.text();
  const auto last = static_cast<std::int64_t>(AuditCategory::erasure);
  entry.note.category = static_cast<AuditCategory>(row.number_between(0, last));
  entry.note.action = row.text();
  entry.note.count = row.count();
  if (!row.take_null()) entry.note.content = row.digest();
  entry.note.reason = row.text();
  entry.note.recipient = row.text();
  entry.note.tool_version = row.text();
  entry.previous = row.digest();
  entry.hash = row.digest();
  return entry;
}

using ObjectsByEntry = std::map<std::int64_t, std::vector<AuditObject>>;

Result<ObjectsByEntry> read_objects(const SqliteConnection& connection) {
  RECOUP_TRY(select, connection.prepare("SELECT entry, position, kind, name FROM audit_object"
                                        " ORDER BY entry, position"));
  ObjectsByEntry objects;
  const auto read = for_each_row(select, [&](SqliteRow& row) {
    const std::int64_t entry = row.number();
    std::vector<AuditObject>& of_entry = objects[entry];
    // An object in a wrong place is kept as one that no hash can fit.
    const bool fits = row.number() == static_cast<std::int64_t>(of_entry.size());
    of_entry.push_back({row.text(), row.text()});
    if (!fits) of_entry.push_back({"a hole before this", ""});
  });
  if (!read) return read.error();
  return objects;
}

/// What is wrong with `entry`, which should follow `last`.
std::optional<std::string> fault_of(const AuditEntry& entry, const Head& last) {
  if (entry.sequence != last.entries + 1) {
    return "the next entry is number " + std::to_string(entry.sequence);
  }
  if (entry.previous != last.hash) return "it does not follow from the entry before it";
  if (entry.hash != entry_hash(entry)) return "its words are not those that its hash was made of";
  return std::nullopt;
}

std::optional<AuditFault> fault_at_end(const Head& reached, const Head& head,
                                       const ObjectsByEntry& left_over) {
  if (reached.entries < head.entries) {
    return AuditFault{reached.entries + 1,
                      "missing; the log once had " + std::to_string(head.entries) + " entries"};
  }
  if (reached.entries > head.entries || reached.hash != head.hash) {
    return AuditFault{head.entries < reached.entries ? head.entries + 1 : reached.entries,
                      "it is not the end that the store remembers"};
  }
  if (!left_over.empty()) {
    return AuditFault{
        0, "an object of an entry that is not there: " + std::to_string(left_over.begin()->first)};
  }
  return std::nullopt;
}

}  // namespace

Result<void> append_entry(const SqliteConnection& connection, const AuditNote& note) {
  RECOUP_TRY(head, read_head(connection));
  AuditEntry entry{head.entries + 1, note, head.hash, {}};
  entry.hash = entry_hash(entry);
  if (const auto done = write_entry(connection, entry); !done) return done.error();
  if (const auto done = write_objects(connection, entry); !done) return done.error();
  RECOUP_TRY(update, connection.prepare("UPDATE audit_head SET entries = ?, hash = ?"));
  return update.count(entry.sequence).digest(entry.hash).run();
}

Result<AuditLog> read_log(const SqliteConnection& connection) {
  RECOUP_TRY(objects, read_objects(connection));
  RECOUP_TRY(select, connection.prepare(
                         "SELECT sequence, when_micros, who, category, action, count, content,"
                         " reason, recipient, tool_version, previous, hash FROM audit_entry"
                         " ORDER BY sequence"));
  AuditLog log;
  Head last;
  const auto read = for_each_row(select, [&](SqliteRow& row) {
    if (log.fault) return;
    AuditEntry entry = read_entry(row);
    if (row.fault()) return;
    if (auto own = objects.extract(static_cast<std::int64_t>(entry.sequence))) {
      entry.note.objects = std::move(own.mapped());
    }
    if (const auto why = fault_of(entry, last)) {
      log.fault = AuditFault{last.entries + 1, *why};
      return;
    }
    last = {entry.sequence, entry.hash};
    log.entries.push_back(std::move(entry));
  });
  if (!read && read.error().code != ErrorCode::malformed) return read.error();
  if (!read) log.fault = AuditFault{last.entries + 1, message(read.error())};
  if (log.fault) return log;
  const auto head = read_head(connection);
  if (!head && head.error().code != ErrorCode::malformed) return head.error();
  if (!head) {
    log.fault = AuditFault{0, message(head.error())};
  } else {
    log.fault = fault_at_end(last, head.value(), objects);
  }
  return log;
}

}  // namespace recoup
