#include <gtest/gtest.h>

#include <fstream>

#include "first_store.hpp"
#include "recoup/store/store.hpp"
#include "schema.hpp"
#include "sqlite.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

ErrorCode refusal(const std::string& path, OpenMode mode = OpenMode::read_write_create) {
  const auto store = open_store(path, mode);
  EXPECT_FALSE(store.has_value()) << path;
  return store ? ErrorCode::usage : store.error().code;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(OpenStore, MakesAStoreWhereThereIsNone) {
  const StoreFolder folder;
  EXPECT_EQ(open_or_fail(folder.store())->schema_version().value(), newest_schema_version());
  EXPECT_TRUE(open_or_fail(folder.store())->integrity_check().value().empty());
  EXPECT_TRUE(open_or_fail(folder.store())->verify_audit().value().is_sound());
}

TEST(OpenStore, RefusesAFileThatIsNoDatabase) {
  const StoreFolder folder;
  write_file(folder.path("text.db"), std::string(5000, 'a'));
  EXPECT_EQ(refusal(folder.path("text.db")), ErrorCode::malformed);
  EXPECT_EQ(refusal(folder.path("text.db"), OpenMode::read_only), ErrorCode::malformed);
  const auto store = open_store(folder.path("text.db"), OpenMode::read_only);
  EXPECT_NE(store.error().found.find("not a recoup store"), std::string::npos);
}

TEST(OpenStore, RefusesADatabaseOfAnotherProgramAndLeavesItAlone) {
  const StoreFolder folder;
  RawDatabase(folder.path("own.db")).run("CREATE TABLE t (x)");
  RawDatabase(folder.path("marked.db")).run("PRAGMA application_id = 7; CREATE TABLE t (x)");
  for (const char* name : {"own.db", "marked.db"}) {
    EXPECT_EQ(refusal(folder.path(name)), ErrorCode::malformed);
    EXPECT_EQ(refusal(folder.path(name), OpenMode::read_only), ErrorCode::malformed);
    EXPECT_EQ(RawDatabase(folder.path(name)).one("SELECT count(*) FROM sqlite_schema"), "1");
  }
}

TEST(OpenStore, RefusesAnEmptyFileOnlyForReading) {
  const StoreFolder folder;
  write_file(folder.path("empty.db"), "");
  EXPECT_EQ(refusal(folder.path("empty.db"), OpenMode::read_only), ErrorCode::malformed);
  EXPECT_TRUE(open_store(folder.path("empty.db"), OpenMode::read_write_create).has_value());
}

TEST(OpenStore, RefusesPathsThatAreNoFile) {
  const StoreFolder folder;
  EXPECT_EQ(refusal(folder.path("")), ErrorCode::no_such_file);
  EXPECT_EQ(refusal(folder.path("none.db"), OpenMode::read_only), ErrorCode::no_such_file);
  EXPECT_EQ(refusal(folder.path("no/folder/x.db")), ErrorCode::cannot_write);
  EXPECT_EQ(refusal("/dev/null"), ErrorCode::malformed);
  EXPECT_EQ(refusal(""), ErrorCode::usage);
  EXPECT_EQ(refusal(std::string("a\0b", 3)), ErrorCode::usage);
}

TEST(OpenStore, TakesNamesThatSqliteReadsInItsOwnWayAsFiles) {
  const StoreFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path(""));
  for (const char* name : {":memory:", "file:x?mode=memory"}) {
    { EXPECT_TRUE(open_store(name, OpenMode::read_write_create).has_value()); }
    EXPECT_TRUE(std::filesystem::is_regular_file(folder.path(name))) << name;
  }
  std::filesystem::current_path(before);
}

TEST(OpenStore, RefusesAStoreOfANewerProgram) {
  const StoreFolder folder;
  open_or_fail(folder.store()).reset();
  RawDatabase(folder.store()).run("PRAGMA user_version = 99");
  const auto store = open_store(folder.store(), OpenMode::read_write_create);
  ASSERT_FALSE(store.has_value());
  EXPECT_EQ(store.error().code, ErrorCode::malformed);
  EXPECT_NE(store.error().expected.find("newer program"), std::string::npos);
}

TEST(OpenStore, ForReadingReadsAndRefusesToWrite) {
  const StoreFolder folder;
  const Sample sample = statement_sample(1, 5);
  ASSERT_TRUE(
      open_or_fail(folder.store())->save(sample.document, sample.import, by_anna()).has_value());
  const auto store = open_store(folder.store(), OpenMode::read_only);
  ASSERT_TRUE(store.has_value());
  EXPECT_EQ(store.value()->document_records(sample.document.digest).value(), sample.import);
  EXPECT_TRUE(store.value()->integrity_check().value().empty());
  const auto saved = store.value()->save(make_document("x", "x"), {}, by_anna());
  ASSERT_FALSE(saved.has_value());
  EXPECT_EQ(saved.error().code, ErrorCode::cannot_write);
  EXPECT_EQ(store.value()->record({}).error().code, ErrorCode::cannot_write);
}

TEST(OpenStore, HeldByAnotherConnectionIsBusyAndUnchanged) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  RawDatabase other(folder.store());
  other.run("BEGIN IMMEDIATE");
  const Sample sample = statement_sample(1, 5);
  const auto saved = store->save(sample.document, sample.import, by_anna());
  ASSERT_FALSE(saved.has_value());
  EXPECT_EQ(saved.error().code, ErrorCode::busy);
  EXPECT_TRUE(store->documents().value().empty());
  other.run("ROLLBACK");
  EXPECT_TRUE(store->save(sample.document, sample.import, by_anna()).has_value());
}

TEST(OpenStore, TwoConnectionsShareOneFile) {
  const StoreFolder folder;
  const auto one = open_or_fail(folder.store());
  const auto two = open_or_fail(folder.store());
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const Sample sample = statement_sample(seed, 5);
    ASSERT_TRUE(
        (seed % 2 == 0 ? one : two)->save(sample.document, sample.import, by_anna()).has_value());
  }
  EXPECT_EQ(one->documents().value().size(), 10U);
  EXPECT_TRUE(two->verify_audit().value().is_sound());
}

TEST(OpenStore, RefusesACurrencyWhoseDecimalsHaveChanged) {
  const StoreFolder folder;
  const Sample sample = statement_sample(1, 5);
  ASSERT_TRUE(
      open_or_fail(folder.store())->save(sample.document, sample.import, by_anna()).has_value());
  RawDatabase(folder.store()).run("UPDATE currency SET decimals = 3 WHERE code = 'GBP'");
  EXPECT_EQ(refusal(folder.store()), ErrorCode::contradiction);
}

constexpr Migration two_steps[] = {
    {1, "CREATE TABLE old (x INTEGER) STRICT; INSERT INTO old VALUES (41)"},
    {2,
     "CREATE TABLE new (y INTEGER) STRICT; INSERT INTO new SELECT x + 1 FROM old;"
     "DROP TABLE old"}};
constexpr Migration broken_step[] = {
    two_steps[0], {2, "CREATE TABLE new (y INTEGER) STRICT; INSERT INTO none VALUES (1)"}};

std::span<const Migration> first_step() { return std::span<const Migration>(two_steps).first(1); }

SqliteConnection connect(const std::string& path) {
  return SqliteConnection::open(path, OpenMode::read_write_create).value();
}

TEST(Migration, BringsAnOlderStoreUpToDateWithItsRows) {
  const StoreFolder folder;
  {
    const SqliteConnection connection = connect(folder.store());
    ASSERT_TRUE(migrate(connection, first_step()).has_value());
    EXPECT_EQ(connection.number("PRAGMA user_version").value(), 1);
  }
  const SqliteConnection connection = connect(folder.store());
  EXPECT_EQ(check_schema(connection, two_steps).error().code, ErrorCode::malformed);
  ASSERT_TRUE(migrate(connection, two_steps).has_value());
  EXPECT_EQ(connection.number("PRAGMA user_version").value(), 2);
  EXPECT_EQ(connection.number("SELECT y FROM new").value(), 42);
  EXPECT_TRUE(check_schema(connection, two_steps).has_value());
  EXPECT_TRUE(migrate(connection, two_steps).has_value());
  EXPECT_EQ(migrate(connection, first_step()).error().code, ErrorCode::malformed);
}

/// A store as the program made it when it had schema 1.
void write_first_store(const std::string& path) {
  const SqliteConnection connection = connect(path);
  ASSERT_TRUE(migrate(connection, store_migrations().first(1)).has_value());
  RawDatabase(path).run(first_store_rows);
}

TEST(Migration, BringsAStoreOfTheFirstSchemaUpToDateWithAllItHolds) {
  const StoreFolder folder;
  write_first_store(folder.store());
  EXPECT_EQ(open_store(folder.store(), OpenMode::read_only).error().code, ErrorCode::malformed);
  const auto store = open_or_fail(folder.store());
  EXPECT_EQ(store->schema_version().value(), newest_schema_version());
  EXPECT_TRUE(store->integrity_check().value().empty());
  const AuditVerdict verdict = store->verify_audit().value();
  EXPECT_TRUE(verdict.is_sound()) << verdict.fault->why;
  EXPECT_EQ(verdict.head.text(), first_head);
  const HeldDocument held = store->find_document(first_statement_digest).value();
  EXPECT_EQ(held.counts, (RecordCounts{2, 0, 0, 0, 1}));
  EXPECT_FALSE(held.is_refused());
  const Import import = store->document_records(held.digest).value();
  ASSERT_EQ(import.transactions.size(), 2U);
  const Transaction first{"20-11-22 12345678",
                          BookingTime(parse_date("2025-03-04").value()),
                          Money(-1250, gbp),
                          Money(8750, gbp),
                          "20-33-44 87654321",
                          "Orla Fenwick",
                          "RENT",
                          "FT1",
                          2};
  EXPECT_EQ(import.transactions[0], first);
  EXPECT_EQ(import.transactions[1].booked_at.text(), "2025-03-05T09:30:00Z");
  EXPECT_EQ(import.rejections.at(0).error.place.line, 4U);
  EXPECT_EQ(store->statement_parts({}).value().at(0).entries, import.transactions);
  EXPECT_EQ(store->case_facts("OP-7").value().at(1).fact.value, "R v Fenwick");
}

TEST(Migration, OfAStoreOfTheFirstSchemaGoesOnWithNewDocuments) {
  const StoreFolder folder;
  write_first_store(folder.store());
  const Sample sample = statement_sample(1, 40);
  ASSERT_TRUE(
      open_or_fail(folder.store())->save(sample.document, sample.import, by_anna()).has_value());
  const auto store = open_or_fail(folder.store());
  EXPECT_EQ(store->document_records(sample.document.digest).value(), sample.import);
  EXPECT_TRUE(store->verify_audit().value().is_sound());
  RawDatabase(folder.store())
      .run(
          "UPDATE case_fact SET value = 'R v Somebody'"
          " WHERE value = 'R v Fenwick'");
  EXPECT_EQ(store->verify_audit().value().fault->entry, 2U);
}

TEST(Migration, MakesANewStoreByTheSameSteps) {
  const StoreFolder folder;
  const SqliteConnection connection = connect(folder.store());
  ASSERT_TRUE(migrate(connection, two_steps).has_value());
  EXPECT_EQ(connection.number("SELECT y FROM new").value(), 42);
  EXPECT_EQ(connection.number("PRAGMA application_id").value(), store_application_id);
}

TEST(Migration, ThatFailsLeavesTheOlderStore) {
  const StoreFolder folder;
  const SqliteConnection connection = connect(folder.store());
  ASSERT_TRUE(migrate(connection, first_step()).has_value());
  EXPECT_FALSE(migrate(connection, broken_step).has_value());
  EXPECT_EQ(connection.number("PRAGMA user_version").value(), 1);
  EXPECT_EQ(connection.number("SELECT x FROM old").value(), 41);
  EXPECT_EQ(connection.number("SELECT count(*) FROM sqlite_schema").value(), 1);
}

TEST(SqliteConnection, HasEverythingSwitchedOnThatKeepsItSafe) {
  const StoreFolder folder;
  const SqliteConnection connection = connect(folder.store());
  const auto pragma = [&](const std::string& name) {
    return connection.number("PRAGMA " + name).value();
  };
  EXPECT_EQ(pragma("foreign_keys"), 1);
  EXPECT_EQ(pragma("synchronous"), 3);
  EXPECT_EQ(pragma("trusted_schema"), 0);
  EXPECT_EQ(pragma("cell_size_check"), 1);
  EXPECT_EQ(pragma("recursive_triggers"), 1);
  EXPECT_EQ(pragma("busy_timeout"), 2000);
  auto mode = connection.prepare("PRAGMA journal_mode").value();
  ASSERT_TRUE(mode.step().value());
  EXPECT_EQ(SqliteRow(mode).text(), "truncate");
  EXPECT_FALSE(connection
                   .execute("PRAGMA writable_schema = ON; CREATE TABLE t (x);"
                            "DELETE FROM sqlite_schema")
                   .has_value());
  EXPECT_FALSE(connection.execute("ATTACH ':memory:' AS other").has_value());
}

TEST(SqliteTransaction, IsUndoneUnlessItIsCommitted) {
  const StoreFolder folder;
  const SqliteConnection connection = connect(folder.store());
  ASSERT_TRUE(connection.execute("CREATE TABLE t (x)").has_value());
  {
    auto undone = SqliteTransaction::begin(connection, SqliteTransactionKind::writing).value();
    ASSERT_TRUE(connection.execute("INSERT INTO t VALUES (1)").has_value());
  }
  EXPECT_EQ(connection.number("SELECT count(*) FROM t").value(), 0);
  {
    auto kept = SqliteTransaction::begin(connection, SqliteTransactionKind::writing).value();
    ASSERT_TRUE(connection.execute("INSERT INTO t VALUES (1)").has_value());
    ASSERT_TRUE(kept.commit().has_value());
  }
  EXPECT_EQ(connection.number("SELECT count(*) FROM t").value(), 1);
  {
    auto gone = SqliteTransaction::begin(connection, SqliteTransactionKind::writing).value();
    ASSERT_TRUE(connection.execute("ROLLBACK").has_value());  // As SQLite does on a full disk.
  }
  EXPECT_TRUE(SqliteTransaction::begin(connection, SqliteTransactionKind::writing).has_value());
}

}  // namespace
}  // namespace recoup
