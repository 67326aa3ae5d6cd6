#include "recoup/parameters/csv.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

/// The records of a text, or the message of its error.
std::string visited(std::string_view text) {
  std::string out;
  const auto done = visit_csv(text, "f.csv", [&](const CsvRow& row) -> Result<void> {
    out += std::to_string(row.line) + ":";
    for (const std::string& field : row.fields) out += " <" + field + ">";
    out += "\n";
    if (row.fields.front() == "stop") return Error{ErrorCode::usage, "stop", "", {}};
    return {};
  });
  return done ? out : message(done.error());
}

TEST(VisitCsv, HandsOnEveryRecordWithItsLine) {
  EXPECT_EQ(visited("a,b\r\n1,\"x\ny\"\n\n,\n"), "1: <a> <b>\n2: <1> <x\ny>\n5: <> <>\n");
}

TEST(VisitCsv, KeepsEmptyRecordsOfAFileOfOneColumn) {
  EXPECT_EQ(visited("a\n\n1\n"), "1: <a>\n2: <>\n3: <1>\n");
}

TEST(VisitCsv, RefusesRecordsOfAnotherWidth) {
  EXPECT_EQ(visited("a,b\n1\n"), "f.csv:2: found 1 fields; expected 2 fields");
  EXPECT_EQ(visited(""), "f.csv: found an empty file; expected a line with the names of columns");
  EXPECT_EQ(visited("a\xFF"), "f.csv: found bytes that are not UTF-8; expected UTF-8");
}

TEST(VisitCsv, EndsWithTheErrorOfItsVisitor) { EXPECT_EQ(visited("a\nstop\nb\n"), "found stop"); }

}  // namespace
}  // namespace recoup
