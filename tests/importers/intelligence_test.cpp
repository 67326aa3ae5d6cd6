#include <gtest/gtest.h>

#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

const std::string header =
    "agency,record,received,source_grade,information_grade,handling,conditions,case,operation,"
    "from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,text\n";

/// The cells of a good line, which a test changes one by one.
std::vector<std::string> good_cells() {
  return {"Borough Council",
          "T-1",
          "2024-05-10",
          "2",
          "A",
          "P",
          "",
          "OP-1",
          "Alder",
          "vehicle",
          "ZQ77 ABX",
          "",
          "towed-from",
          "premises",
          "",
          "Mill Lane",
          "2024-05-09",
          "Left for three weeks."};
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + cell;
  return line + "\n";
}

std::string with(std::size_t column, const std::string& value) {
  auto cells = good_cells();
  cells.at(column) = value;
  // The first column may be empty, and is written all the same.
  std::string line = cells[0];
  for (std::size_t i = 1; i < cells.size(); ++i) line += "," + cells[i];
  return line + "\n";
}

Import read(const std::string& lines) {
  return import_document(make_document("reports.csv", header + lines)).value();
}

std::string fact(const Import& import, const std::string& field) {
  for (const CaseFact& each : import.facts) {
    if (each.field == field) return each.value;
  }
  return "";
}

TEST(IntelligenceImport, IsKnownByItsHeader) {
  EXPECT_EQ(detect_format(make_document("any.csv", header)), "intelligence");
  EXPECT_EQ(read(line_of(good_cells())).format, "intelligence");
}

TEST(IntelligenceImport, MakesFactsThatBelongToNoCase) {
  const Import import = read(line_of(good_cells()));
  EXPECT_TRUE(import.rejections.empty());
  ASSERT_FALSE(import.facts.empty());
  for (const CaseFact& each : import.facts) {
    EXPECT_EQ(each.case_id, "");
    EXPECT_EQ(each.section, "intelligence");
    EXPECT_EQ(each.key, "Borough Council: T-1");
    EXPECT_EQ(each.line, 2U);
  }
  EXPECT_EQ(fact(import, "case"), "OP-1");
  EXPECT_EQ(fact(import, "information_grade"), "A");
  EXPECT_EQ(fact(import, "says[0].relation"), "towed-from");
  EXPECT_EQ(fact(import, "says[0].text"), "Left for three weeks.");
  EXPECT_TRUE(import.transactions.empty());
  EXPECT_TRUE(import.seizures.empty());
}

TEST(IntelligenceImport, KeepsTheLinesOfOneRecordTogether) {
  auto other = good_cells();
  other[12] = "seen-at";
  const Import import = read(line_of(good_cells()) + line_of(other));
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_EQ(fact(import, "says[1].relation"), "seen-at");
  other[4] = "B";
  const Import parted = read(line_of(good_cells()) + line_of(other));
  ASSERT_EQ(parted.rejections.size(), 1U);
  EXPECT_EQ(parted.rejections[0].error.code, ErrorCode::contradiction);
  EXPECT_EQ(parted.rejections[0].error.place.field, "information_grade");
  EXPECT_EQ(parted.rejections[0].error.place.line, 3U);
}

TEST(IntelligenceImport, RefusesEachBadFieldWithItsPlaceAndReason) {
  struct BadCell {
    std::size_t column;
    std::string value;
    std::string field;
  };
  const std::vector<BadCell> bad = {
      {0, "", "agency"},
      {0, "A: B", "agency"},
      {1, "", "record"},
      {2, "", "received"},
      {2, "10/05/2024", "received"},
      {3, "4", "source_grade"},
      {3, "", "source_grade"},
      {4, "F", "information_grade"},
      {5, "X", "handling"},
      {5, "C", "conditions"},
      {6, "ask first", "conditions"},
      {7, "OP\x01", "case"},
      {8,
       "Al\x02"
       "der",
       "operation"},
      {9, "car", "from_kind"},
      {9, "", "from_kind"},
      {10, "??", "from_number"},
      {10, "", "from_number"},
      {11, "a\x01", "from_name"},
      {12, "flew-to", "relation"},
      {12, "owns", "relation"},
      {12, "", "to_kind"},
      {13, "", "to_kind"},
      {13, "id", "to_kind"},
      {14, "not a number", "to_number"},
      {15, "", "to_number"},
      {16, "9 May", "on"},
      {17, "", "text"},
  };
  for (const BadCell& each : bad) {
    const Import import = read(with(each.column, each.value) + line_of([] {
                                 auto cells = good_cells();
                                 cells[1] = "T-2";
                                 return cells;
                               }()));
    ASSERT_EQ(import.rejections.size(), 1U) << each.field << " " << each.value;
    const Rejection& refused = import.rejections[0];
    EXPECT_EQ(refused.error.place.field, each.field) << each.value;
    EXPECT_EQ(refused.error.place.line, 2U);
    EXPECT_EQ(refused.error.place.document, "reports.csv");
    EXPECT_FALSE(refused.error.expected.empty());
    EXPECT_EQ(refused.record + "\n", with(each.column, each.value));
    EXPECT_EQ(fact(import, "record"), "T-2") << "the good line stands";
  }
}

TEST(IntelligenceImport, RefusesALineOfAnotherLengthAndAnotherHeader) {
  const Import import = read("Borough Council,T-1,2024-05-10\n");
  ASSERT_EQ(import.rejections.size(), 1U);
  auto slip = header;
  slip.replace(slip.find("handling"), 8, "handlers");
  const auto refused = import_document(make_document("reports.csv", slip));
  ASSERT_FALSE(refused);
  EXPECT_NE(message(refused.error()).find("handlers"), std::string::npos);
}

TEST(IntelligenceImport, TakesHandlingCodeCWithItsConditions) {
  auto cells = good_cells();
  cells[5] = "C";
  cells[6] = "no disclosure without the council's word";
  const Import import = read(line_of(cells));
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_EQ(fact(import, "conditions"), cells[6]);
}

}  // namespace
}  // namespace recoup
