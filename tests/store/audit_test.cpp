#include <gtest/gtest.h>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

AuditNote disclosure() {
  AuditNote note;
  note.when_utc = {1749000000123456};
  note.who = "B. Officer";
  note.category = AuditCategory::disclosure;
  note.action = "report";
  note.objects = {{"case", "OP-1"}, {"", "line\nbreak"}};
  note.count = 12;
  note.content = sha256("the report");
  note.reason = "asked for by the court";
  note.recipient = "Crown Court at Lewes";
  note.tool_version = "0.1.0";
  return note;
}

Error unread() {
  return {ErrorCode::malformed, "a text that begins \"Dear Sir\"", "a statement",
          Place{"letter.txt", 0, ""}};
}

/// A store with three imports, a new name, a new case, a refusal and two other entries.
void fill(const std::string& path) {
  const auto store = open_or_fail(path);
  for (std::uint32_t seed = 0; seed < 2; ++seed) {
    const Sample sample = statement_sample(seed, 40);
    ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
  }
  ASSERT_TRUE(store->record(disclosure()).has_value());
  const Sample facts = case_sample(5);
  ASSERT_TRUE(store->save(facts.document, facts.import, by_anna()).has_value());
  Sample again = statement_sample(0, 40);
  again.document.name = "renamed.csv";
  ASSERT_TRUE(store->save(again.document, again.import, by_anna("OP-2")).has_value());
  const Document letter = make_document("letter.txt", "Dear Sir");
  ASSERT_TRUE(store->save_refused(letter, unread(), by_anna("OP-1")).has_value());
  ASSERT_TRUE(store->record(disclosure()).has_value());
}

void drop_triggers(RawDatabase& raw) {
  raw.run("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN");
  for (const auto& row : raw.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
    raw.run("DROP TRIGGER " + row.front());
  }
  raw.run("COMMIT");
}

/// What `verify_audit` says of a copy of the store in `folder` after `sql` was run past it.
AuditVerdict verdict_after(const StoreFolder& folder, const std::string& sql) {
  const std::string copy = folder.path("copy.db");
  std::filesystem::copy_file(folder.store(), copy,
                             std::filesystem::copy_options::overwrite_existing);
  {
    RawDatabase raw(copy);
    drop_triggers(raw);
    raw.run(sql);
  }
  return open_or_fail(copy)->verify_audit().value();
}

TEST(Audit, EntriesComeBackAsTheyWereWritten) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  ASSERT_TRUE(store->record(disclosure()).has_value());
  AuditNote bare;
  bare.when_utc = {-1};
  ASSERT_TRUE(store->record(bare).has_value());
  const auto entries = store->audit_entries().value();
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].note, disclosure());
  EXPECT_EQ(entries[1].note, bare);
  EXPECT_EQ(entries[0].sequence, 1U);
  EXPECT_EQ(entries[0].previous, Digest{});
  EXPECT_EQ(entries[1].previous, entries[0].hash);
}

TEST(Audit, ACallerCannotClaimAnImportThatWasNone) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  AuditNote note = disclosure();
  note.action = "import";
  EXPECT_EXIT(static_cast<void>(store->record(note)), testing::ExitedWithCode(70), "a defect");
}

TEST(Audit, AnImportSaysWhoWhenWhatAndForWhichCase) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(1, 40);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
  const AuditNote note = store->audit_entries().value().at(0).note;
  EXPECT_EQ(note.who, "Anna Field");
  EXPECT_EQ(note.when_utc, by_anna().when_utc);
  EXPECT_EQ(note.tool_version, "0.1.0");
  EXPECT_EQ(note.count, 47U);
  EXPECT_TRUE(note.content.has_value());
  EXPECT_EQ(note.objects, (std::vector<AuditObject>{{"document", sample.document.digest.text()},
                                                    {"name", "statement-1.csv"},
                                                    {"case", "OP-1"}}));
}

TEST(Audit, TheSameImportHasTheSameContentInEveryStore) {
  std::vector<std::optional<Digest>> contents;
  for (const std::uint32_t first : {1U, 2U}) {
    const StoreFolder folder;
    const auto store = open_or_fail(folder.store());
    for (const std::uint32_t seed : {first, 3 - first}) {
      const Sample sample = statement_sample(seed, 40);
      ASSERT_TRUE(store->save(sample.document, sample.import, by_anna()).has_value());
    }
    contents.push_back(store->audit_entries().value().at(first - 1).note.content);
  }
  EXPECT_EQ(contents[0], contents[1]);
}

TEST(Audit, OfAnUntouchedStoreIsSound) {
  const StoreFolder folder;
  fill(folder.store());
  const auto store = open_or_fail(folder.store());
  const AuditVerdict verdict = store->verify_audit().value();
  EXPECT_TRUE(verdict.is_sound()) << verdict.fault->why;
  EXPECT_EQ(verdict.entries, 8U);
  EXPECT_EQ(verdict.head, store->audit_entries().value().back().hash);
}

TEST(Audit, TheFirstBadEntryIsNamed) {
  const struct {
    const char* sql;
    std::uint64_t entry;
  } table[] = {
      {"UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 3", 3},
      {"UPDATE audit_entry SET content = NULL WHERE sequence = 2", 2},
      {"UPDATE audit_object SET name = 'OP-9' WHERE entry = 3 AND position = 0", 3},
      {"DELETE FROM audit_object WHERE entry = 4 AND position = 1", 4},
      {"INSERT INTO audit_object VALUES (5, 9, 'case', 'OP-9')", 5},
      {"DELETE FROM audit_entry WHERE sequence = 4", 4},
      {"DELETE FROM audit_entry WHERE sequence = 1", 1},
      {"UPDATE audit_entry SET sequence = 100 WHERE sequence = 2", 2},
      {"UPDATE audit_entry SET sequence = -sequence; UPDATE audit_entry SET sequence ="
       " CASE sequence WHEN -3 THEN 4 WHEN -4 THEN 3 ELSE -sequence END",
       3},
      {"UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence > 3; UPDATE audit_entry SET"
       " sequence = -sequence WHERE sequence < 0; INSERT INTO audit_entry SELECT 4, when_micros,"
       " who, category, action, count, content, reason, recipient, tool_version, previous, hash"
       " FROM audit_entry WHERE sequence = 3",
       4},
      {"DELETE FROM audit_entry WHERE sequence = 8; DELETE FROM audit_object WHERE entry = 8", 8},
      {"DELETE FROM audit_entry WHERE sequence > 2; DELETE FROM audit_object WHERE entry > 2", 3},
      {"UPDATE audit_head SET hash = zeroblob(32)", 8},
      {"UPDATE entry_chunk SET bytes = zeroblob(length(bytes)) WHERE document_id = 2", 2},
      {"UPDATE entry_chunk SET rows = rows + 1 WHERE document_id = 1", 1},
      {"UPDATE statement_part SET number = 1 - number WHERE document_id = 1 AND number < 2", 1},
      {"UPDATE document_chunk SET bytes = x'0A' WHERE document_id = 3", 4},
      {"DELETE FROM rejection WHERE document_id = 1", 1},
      {"UPDATE case_fact SET value = 'B. Smith' WHERE value = 'A. Smith'", 4},
      {"UPDATE seizure_note SET count = 21 WHERE count = 20", 4},
      {"DELETE FROM case_document WHERE case_id = 'OP-2'", 1},
      {"UPDATE document_name SET name = 'other' WHERE document_id = 2", 2},
      {"UPDATE statement SET number = '00131/002' WHERE document_id = 1 AND position = 0", 1},
      {"UPDATE control_total SET holds = 1 WHERE document_id = 2", 2},
      {"UPDATE held_back SET why = 'booked' WHERE document_id = 1", 1},
      {"UPDATE series_point SET value = '1.9023' WHERE document_id = 1", 1},
      {"UPDATE document SET import_order = 3 - import_order WHERE id < 3", 1},
      {"UPDATE document SET profile = '' WHERE id = 2", 2},
      {"UPDATE document_refusal SET found = x'00'", 7},
      {"DELETE FROM document_refusal", 7},
      {"UPDATE document SET import_order = 4 WHERE id = 4", 7},
      {"INSERT INTO case_document VALUES ('OP-9', 3)", 4}};
  const StoreFolder folder;
  fill(folder.store());
  for (const auto& row : table) {
    const AuditVerdict verdict = verdict_after(folder, row.sql);
    ASSERT_FALSE(verdict.is_sound()) << row.sql;
    EXPECT_EQ(verdict.fault->entry, row.entry) << row.sql << ": " << verdict.fault->why;
  }
}

TEST(Audit, WhatNoEntryTellsOfIsFound) {
  const StoreFolder folder;
  fill(folder.store());
  for (const char* sql :
       {"INSERT INTO account VALUES (99, 'Z')", "INSERT INTO currency VALUES ('CHF', 2)",
        "INSERT INTO entry_chunk SELECT 99, position, run, first_number, last_number, rows, bytes"
        " FROM entry_chunk LIMIT 1",
        "INSERT INTO document SELECT 9, randomblob(32), 0, '', '', 0, 0, 0, 0, 0, 0, 0, 0, '', 1, "
        "9",
        "INSERT INTO document_chunk VALUES (9, 0, x'00')",
        "INSERT INTO audit_object VALUES (99, 0, 'case', 'OP-1')"}) {
    const AuditVerdict verdict = verdict_after(folder, sql);
    ASSERT_FALSE(verdict.is_sound()) << sql;
    EXPECT_EQ(verdict.fault->entry, 0U) << sql << ": " << verdict.fault->why;
  }
}

TEST(Audit, OnlyGrowsAtItsEndForAnHonestProgram) {
  const StoreFolder folder;
  fill(folder.store());
  RawDatabase raw(folder.store());
  const std::string copy =
      "INSERT OR REPLACE INTO audit_entry SELECT 3, when_micros, 'Nobody', category, action, count,"
      " content, reason, recipient, tool_version, previous, hash FROM audit_entry WHERE"
      " sequence = 3";
  for (const std::string& sql :
       {copy, std::string("UPDATE audit_entry SET who = 'Nobody'"),
        std::string("DELETE FROM audit_entry WHERE sequence = 8"),
        std::string("DELETE FROM audit_object"), std::string("UPDATE audit_object SET name = ''"),
        std::string("INSERT INTO audit_object VALUES (1, 9, '', '')"),
        std::string("INSERT OR REPLACE INTO audit_head VALUES (1, 0, zeroblob(32))"),
        std::string("UPDATE audit_head SET entries = 3"), std::string("DELETE FROM audit_head"),
        std::string("UPDATE document SET size = 1"),
        std::string("UPDATE document SET import_order = NULL"),
        std::string("DELETE FROM document_chunk"), std::string("UPDATE entry_chunk SET rows = 1"),
        std::string("DELETE FROM entry_chunk")}) {
    EXPECT_NE(sqlite3_exec(raw.handle(), sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  }
  EXPECT_TRUE(open_or_fail(folder.store())->verify_audit().value().is_sound());
}

TEST(Audit, EntriesAreNotGivenOutOfALogThatWasChanged) {
  const StoreFolder folder;
  fill(folder.store());
  RawDatabase raw(folder.store());
  drop_triggers(raw);
  raw.run("UPDATE audit_entry SET who = 'Nobody' WHERE sequence = 3");
  const auto store = open_or_fail(folder.store());
  EXPECT_EQ(store->audit_entries().error().code, ErrorCode::malformed);
  EXPECT_FALSE(store->integrity_check().value().empty()) << "the triggers are gone";
}

/// Does random harm to one row of a store, past everything that guards it.
class Vandal {
 public:
  Vandal(const std::string& path, std::uint32_t seed) : raw_(path), random_(seed) {
    drop_triggers(raw_);
    for (const auto& row : raw_.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      if (raw_.one("SELECT count(*) FROM " + row.front()) != "0") tables_.push_back(row.front());
    }
  }

  /// What was done, or nothing where the draw was no change or the tables' own rules refused it.
  std::string harm() {
    const std::string table = pick(tables_);
    switch (random_() % 4) {
      case 0: return try_run("DELETE FROM " + table + " WHERE " + key_of(table, some_row(table)));
      case 1: return insert(table);
      case 2: return swap(table);
      default: return edit(table);
    }
  }

 private:
  using Texts = std::vector<std::string>;

  const std::string& pick(const Texts& texts) { return texts[random_() % texts.size()]; }

  Texts columns(const std::string& table, const std::string& where) const {
    Texts names;
    const std::string sql = "SELECT name FROM pragma_table_info('" + table + "') WHERE " + where;
    for (const auto& row : raw_.rows(sql)) names.push_back(row.front());
    return names;
  }

  std::string some_row(const std::string& table) {
    const std::string count = raw_.one("SELECT count(*) FROM " + table);
    return std::to_string(random_() % std::stoul(count));
  }

  /// A condition that only the row numbered `row` meets.
  std::string key_of(const std::string& table, const std::string& row) const {
    std::string condition = "1";
    for (const std::string& column : columns(table, "pk > 0")) {
      condition += " AND " + column + " = " + literal(table, column, row);
    }
    return condition;
  }

  std::string literal(const std::string& table, const std::string& column,
                      const std::string& row) const {
    // Ordered, because without an order each column may be read by another index.
    std::string key;
    for (const std::string& part : columns(table, "pk > 0")) key += (key.empty() ? "" : ",") + part;
    return raw_.one("SELECT quote(" + column + ") FROM " + table + " ORDER BY " + key +
                    " LIMIT 1 OFFSET " + row);
  }

  std::string other_than(const std::string& value, const std::string& type) {
    if (value == "NULL") return type == "TEXT" ? "'GBP'" : type == "BLOB" ? "x'01'" : "1";
    if (value.front() == '\'') return value + " || 'x'";
    if (value.front() == 'X') {
      std::string changed = value;
      if (changed.size() <= 3) return "x'00'";
      char& digit = changed[2 + random_() % (changed.size() - 3)];
      digit = digit == '0' ? '1' : '0';
      return changed;
    }
    return value + (random_() % 2 == 0 ? " + 1" : " - 1");
  }

  std::string edit(const std::string& table) {
    const std::string row = some_row(table);
    const std::string column = pick(columns(table, "1"));
    const std::string type = raw_.one("SELECT type FROM pragma_table_info('" + table +
                                      "') WHERE name = '" + column + "'");
    return try_run("UPDATE " + table + " SET " + column + " = " +
                   other_than(literal(table, column, row), type) + " WHERE " + key_of(table, row));
  }

  std::string swap(const std::string& table) {
    const std::string one = some_row(table);
    const std::string two = some_row(table);
    const Texts values = columns(table, "pk = 0");
    if (values.empty()) return "";
    const std::string& column = pick(values);
    const std::string first = literal(table, column, one);
    const std::string second = literal(table, column, two);
    if (first == second) return "";
    const std::string set = "UPDATE " + table + " SET " + column + " = ";
    return try_run(set + second + " WHERE " + key_of(table, one) + "; " + set + first + " WHERE " +
                   key_of(table, two));
  }

  std::string insert(const std::string& table) {
    const std::string row = some_row(table);
    const Texts keys = columns(table, "pk > 0");
    const std::string& changed = pick(keys);
    std::string values;
    for (const std::string& column : columns(table, "1")) {
      std::string value = literal(table, column, row);
      if (column == changed) value = other_than(value, "");
      values += (values.empty() ? "" : ", ") + value;
    }
    return try_run("INSERT OR IGNORE INTO " + table + " VALUES (" + values + ")");
  }

  std::string try_run(const std::string& sql) {
    const int before = sqlite3_total_changes(raw_.handle());
    const int code = sqlite3_exec(raw_.handle(), sql.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK && sqlite3_total_changes(raw_.handle()) > before ? sql : "";
  }

  RawDatabase raw_;
  std::mt19937 random_;
  Texts tables_;
};

TEST(Audit, FiveHundredRandomTamperingsAreAllFound) {
  const StoreFolder folder;
  fill(folder.store());
  int done = 0;
  for (std::uint32_t seed = 0; done < 500; ++seed) {
    ASSERT_LT(seed, 2000U) << "hardly any harm could be done";
    const std::string copy = folder.path("copy.db");
    std::filesystem::copy_file(folder.store(), copy,
                               std::filesystem::copy_options::overwrite_existing);
    const std::string harm = Vandal(copy, seed).harm();
    if (harm.empty()) continue;
    ++done;
    const auto store = open_store(copy, OpenMode::read_only);
    if (!store) continue;  // Found as early as that.
    const auto verdict = store.value()->verify_audit();
    ASSERT_TRUE(verdict.has_value()) << seed << ": " << harm << message(verdict.error());
    EXPECT_FALSE(verdict.value().is_sound()) << seed << ": " << harm;
  }
}

}  // namespace
}  // namespace recoup
