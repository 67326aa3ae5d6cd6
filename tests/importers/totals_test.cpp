// Tables of totals about seizures, which are no seizures.
#include <gtest/gtest.h>

#include "import_of.hpp"

namespace recoup {
namespace {

const std::string totals_table =
    "borough,seizures made,amount forfeited,population,share of forfeitures (%)\n"
    "Alder,3,\"1,200.50\",100,60\nElm,2,800.25,200,40\n";

std::string all_notes(const Import& import) {
  std::string text;
  for (const std::string& note : import.notes) text += note + "\n";
  return text;
}

TEST(Totals, AreHeldBackAndAddedUp) {
  EXPECT_EQ(detect_format(make_document("a.csv", totals_table)), "totals");
  const Import import = import_of(totals_table, "totals", "a.csv");
  EXPECT_EQ(import.format, "totals");
  EXPECT_TRUE(import.seizures.empty());
  EXPECT_TRUE(import.transactions.empty());
  ASSERT_EQ(import.held_back.size(), 2U);
  EXPECT_EQ(import.held_back[0].why, "a total by \"borough\", and no seizure");
  EXPECT_EQ(import.held_back[1].line, 3U);
  EXPECT_EQ(
      all_notes(import),
      "a table of totals by \"borough\", 2 rows: totals are no seizures, so nothing is booked "
      "and each row is held back\n"
      "\"seizures made\": 2 figures, 5 together\n"
      "\"amount forfeited\": 2 figures, 2000.75 together\n"
      "not added up: \"population\", \"share of forfeitures (%)\"\n");
}

TEST(Totals, OfTheWholeAreHeldAgainstTheRows) {
  const Import import =
      import_of(totals_table + "Total,5,2000.75,300,100\nTOTAL 2,6,2000.750,300,\n", "totals");
  ASSERT_EQ(import.totals.size(), 4U);
  EXPECT_TRUE(import.totals[0].holds);
  EXPECT_TRUE(import.totals[1].holds);
  EXPECT_FALSE(import.totals[2].holds);
  EXPECT_EQ(import.totals[2].stated, "6");
  EXPECT_EQ(import.totals[2].computed, "5");
  EXPECT_TRUE(import.totals[3].holds);
  EXPECT_EQ(import.held_back.size(), 4U);
}

TEST(Totals, RejectARowThatCannotBeAddedUp) {
  const Import import =
      import_of(totals_table + "Oak,some,1.00,5,\nAsh,1,1,00,5,\nYew,1,,5,\n", "totals", "a.csv");
  ASSERT_EQ(import.rejections.size(), 2U);
  EXPECT_EQ(message(import.rejections[0].error),
            "a.csv:4: seizures made: found \"some\"; expected a whole or decimal number");
  EXPECT_EQ(import.rejections[1].error.place.line, 5U);
  EXPECT_EQ(import.held_back.size(), 3U);
  EXPECT_NE(all_notes(import).find("\"seizures made\": 3 figures, 6 together"), std::string::npos);
}

TEST(Totals, AreNoListsWithDays) {
  const auto format = [](const std::string& bytes) {
    return detect_format(make_document("a.csv", bytes));
  };
  EXPECT_NE(format("item,seized,value seized\nA1,2025-03-04,12.00\nA2,2025-03-05,13.00\n"),
            "totals");
  EXPECT_NE(format("item,seized,value seized\nA1,13/03/2025,12.00\nA2,14/03/2025,13.00\n"),
            "totals");
  EXPECT_NE(format("town,people,amount spent\nAlder,5,12.00\nElm,6,13.00\n"), "totals");
  EXPECT_NE(format("town,seizures\nAlder,few\nElm,many\n"), "totals");
}

}  // namespace
}  // namespace recoup
