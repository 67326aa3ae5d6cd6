// Each bad input that an office will hand in: a clear error, the right status, nothing half
// written.

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.hpp"

namespace recoup {
namespace {

using testing::Test;

const std::string good_line = "A,2025-01-01,10.00,GBP,10.00,,PAYER,WORDS,r1";

class BadInput : public Test {
 protected:
  ProgramRun import(const std::string& name, const std::string& bytes) {
    return place_.run({"import", place_.file(name, bytes)});
  }

  void expect(const ProgramRun& run, int status, const std::vector<std::string>& words) {
    EXPECT_EQ(run.status, status) << run.out << run.err;
    for (const std::string& word : words) {
      EXPECT_NE(run.err.find(word), std::string::npos) << "no \"" << word << "\" in:\n" << run.err;
    }
  }

  Workplace place_;
};

TEST_F(BadInput, FilesThatAreNoFiles) {
  expect(import("empty.csv", ""), 65, {"empty.csv"});
  expect(place_.run({"import", place_.path("")}), 66, {"a folder"});
  expect(place_.run({"import", place_.path("nothing.csv")}), 66, {"nothing.csv", "no such file"});
}

TEST_F(BadInput, AFileThatMayNotBeRead) {
  const std::string path = place_.file("secret.csv", canonical({good_line}));
  ASSERT_EQ(chmod(path.c_str(), 0), 0);
  if (access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything (root)";
  expect(place_.run({"import", path}), 77, {"secret.csv"});
}

TEST_F(BadInput, BytesThatNoStatementHas) {
  expect(import("nul.csv", canonical({std::string("A,2025-01-01,1.00,GBP,,,a") + '\0' + "b,,r"})),
         65, {"nul.csv", "NUL"});
  expect(import("latin.csv", canonical({"A,2025-01-01,1.00,GBP,,,Caf\xE9,,r"})), 65,
         {"latin.csv", "UTF-8"});
  expect(import("statement.ofx", "Dear Sir, please find the statement attached.\n"), 65,
         {"statement.ofx"});
  expect(import("half.csv", canonical({"A,2025-01-01,1.00,GBP,,,\"broken off"})), 65, {"half.csv"});
  expect(import("half.json", "{\"case\": {\"id\": \"X\""), 65, {"half.json"});
}

TEST_F(BadInput, AFileThatIsRefusedIsKeptAndListedWithTheReason) {
  expect(import("letter.csv", "Dear Sir, please find the statement attached.\n"), 65, {"Dear Sir"});
  const std::string listed = place_.run({"documents"}).out;
  EXPECT_NE(listed.find("letter.csv"), std::string::npos) << listed;
  EXPECT_NE(listed.find("refused: letter.csv: found a text that begins"), std::string::npos)
      << listed;
  EXPECT_NE(place_.run({"documents", "--json"}).out.find("\"refused\""), std::string::npos);
  EXPECT_EQ(place_.run({"audit", "verify"}).status, 0);
  EXPECT_EQ(place_.run({"export", "transactions"}).out, canonical({}));
}

TEST_F(BadInput, OneBadRecordIsListedAndTheRestIsTakenIn) {
  const struct {
    const char* name;
    const char* line;
    const char* field;
  } table[] = {
      {"day.csv", "A,2025-02-30,1.00,GBP,,,,,x", "booked_at"},
      {"mark.csv", "A,2025-01-02,\"1.234,56\",GBP,,,,,x", "amount"},
      {"forty.csv", "A,2025-01-02,1234567890123456789012345678901234567890,GBP,,,,,x", "amount"},
      {"three.csv", "A,2025-01-02,1.005,GBP,,,,,x", "amount"},
      {"currency.csv", "A,2025-01-02,1.00,QQQ,,,,,x", "currency"}};
  for (const auto& row : table) {
    Workplace place;
    const ProgramRun run =
        place.run({"import", place.file(row.name, canonical({good_line, row.line}))});
    EXPECT_EQ(run.status, 1) << row.name << run.err;
    EXPECT_NE(run.err.find(std::string(row.name) + ":3: " + row.field), std::string::npos)
        << run.err;
    EXPECT_NE(place.run({"export", "transactions"}).out.find("PAYER"), std::string::npos);
    EXPECT_NE(place.run({"documents"}).out.find("rejected: "), std::string::npos);
  }
}

TEST_F(BadInput, ABalanceThatDoesNotFollowIsImportedAndReported) {
  const ProgramRun run =
      import("balance.csv", canonical({good_line, "A,2025-01-02,5.00,GBP,16.00,,,,r2"}));
  expect(run, 1, {"balance.csv:3", "16.00 GBP", "15.00 GBP", "a difference of 1.00"});
  EXPECT_NE(place_.run({"export", "transactions"}).out.find("r2"), std::string::npos);
}

TEST_F(BadInput, TheSameFileTwiceChangesNothing) {
  const std::string bytes = canonical({good_line});
  expect(import("a.csv", bytes), 0, {});
  expect(import("a.csv", bytes), 0, {});
  expect(import("b.csv", bytes), 0, {});
  EXPECT_EQ(place_.run({"export", "transactions"}).out, bytes);
}

TEST_F(BadInput, FilesThatOverlapAddOnlyWhatIsNew) {
  expect(import("one.csv", canonical({good_line, "A,2025-01-02,2.00,GBP,12.00,,,,r2"})), 0, {});
  expect(import("two.csv", canonical({"A,2025-01-02,2.00,GBP,12.00,,,,r2",
                                      "A,2025-01-03,3.00,GBP,15.00,,,,r3"})),
         0, {});
  EXPECT_EQ(place_.run({"export", "transactions"}).out,
            canonical({good_line, "A,2025-01-02,2.00,GBP,12.00,,,,r2",
                       "A,2025-01-03,3.00,GBP,15.00,,,,r3"}));
}

std::string case_file(const std::string& amount) {
  return "{\"case\": {\"id\": \"X\"}, \"accounts\": [{\"account\": \"A\"}], \"sources\": [{\"id\": "
         "\"S1\", "
         "\"account\": \"A\", \"reference\": \"r1\", \"amount\": " +
         amount + "}]}";
}

TEST_F(BadInput, ANumberWhereMoneyBelongs) {
  expect(import("case.json", case_file("5.5")), 65, {"case.json:1", "amount", "5.5"});
  EXPECT_EQ(place_.run({"trace", "X", "--method", "fifo"}).status, 66);
}

TEST_F(BadInput, ASourceLargerThanItsMovement) {
  expect(import("case.json", case_file("\"10.01\"")), 0, {});
  expect(import("a.csv", canonical({good_line})), 1, {"case X", "source S1", "10.01"});
  expect(place_.run({"trace", "X", "--method", "fifo"}), 65, {"source S1", "10.01"});
}

TEST_F(BadInput, ACaseThatNamesAnAccountNobodyImported) {
  const ProgramRun run = import("case.json", case_file("\"1.00\""));
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("waiting"), std::string::npos) << run.out;
  EXPECT_NE(place_.run({"cases"}).out.find("X"), std::string::npos);
  const ProgramRun traced = place_.run({"trace", "X", "--method", "fifo", "--json"});
  EXPECT_EQ(traced.status, 1);
  EXPECT_NE(traced.out.find("no statement of A has been imported"), std::string::npos)
      << traced.out;
}

TEST_F(BadInput, AStoreThatIsNone) {
  place_.file("case.db", "this is a text and no database, and long enough to be looked at as one");
  const ProgramRun run = import("a.csv", canonical({good_line}));
  EXPECT_EQ(run.status, 65) << run.err;
  EXPECT_EQ(bytes_of(place_.store()).substr(0, 14), "this is a text");
}

TEST_F(BadInput, AStoreThatAnotherProcessHolds) {
  expect(import("a.csv", canonical({good_line})), 0, {});
  sqlite3* held = nullptr;
  ASSERT_EQ(sqlite3_open(place_.store().c_str(), &held), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(held, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(import("b.csv", canonical({"B,2025-01-01,1.00,GBP,,,,,x"})).status, 75);
  sqlite3_close(held);
  EXPECT_EQ(import("b.csv", canonical({"B,2025-01-01,1.00,GBP,,,,,x"})).status, 0);
}

TEST_F(BadInput, ADiskThatIsFull) {
  expect(import("a.csv", canonical({good_line})), 0, {});
  const std::string before = place_.run({"export", "transactions"}).out;
  std::vector<std::string> lines;
  for (int i = 0; i < 20000; ++i)
    lines.push_back("B,2025-01-01,1.00,GBP,,,,,x" + std::to_string(i));
  const std::string path = place_.file("large.csv", canonical(lines));
  const ProgramRun run = place_.run({"import", path}, "ulimit -f 400;");
  EXPECT_EQ(run.status, 73) << run.err;
  EXPECT_EQ(place_.run({"export", "transactions"}).out, before);
  EXPECT_EQ(place_.run({"audit", "verify"}).status, 0);
}

TEST_F(BadInput, WordsThatAreNoCommand) {
  EXPECT_EQ(place_.run({}).status, 64);
  EXPECT_EQ(place_.run({"frobnicate"}).status, 64);
  EXPECT_EQ(place_.run({"import"}).status, 64);
  expect(import("a.csv", canonical({good_line})), 0, {});
  EXPECT_EQ(place_.run({"trace", "A"}).status, 64);
  EXPECT_EQ(place_.run({"trace", "nobody", "--method", "fifo"}).status, 66);
  EXPECT_EQ(place_.run({"trace", "nobody", "--method", "guess"}).status, 64);
  for (const char* verb : {"import", "export", "match", "trace", "explain", "pool", "assess",
                           "clocks", "rank", "summary", "report", "methods", "typologies",
                           "documents", "cases", "audit", "rules"}) {
    const ProgramRun help = place_.run({verb, "--help"});
    EXPECT_EQ(help.status, 0) << verb;
    EXPECT_NE(help.out.find("xample"), std::string::npos) << verb;
  }
  EXPECT_NE(place_.run({"--version"}).out.find("schema 3"), std::string::npos);
}

}  // namespace
}  // namespace recoup
