// Headers that are known in part, stand further down, or were saved again by another program.
#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

Import read_by(std::string_view bytes, const std::string& profile) {
  auto import = import_document(make_document("a.csv", std::string(bytes)), {.profile = profile});
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

std::string notes_of(const Import& import) {
  std::string text;
  for (const std::string& note : import.notes) text += note + "\n";
  return text;
}

bool says(const Import& import, std::string_view words) {
  return notes_of(import).find(words) != std::string::npos;
}

const std::string alder =
    "name: alder\nversion: 1\nheader_with: Day,Sum,Status\ndate: Day\ndate_format: d/m/yyyy\n"
    "amount: Sum\nbalance: Left\ndescription: Words\nreference: Number\n"
    "hold_back: Status = waiting -> pending\n";

TEST(CsvHeader, KnownInPartMayHaveItsColumnsAnywhere) {
  const Import import = read_by(
      "Number,Words,Status,Colour,Sum,Day\n7,ELM,done,red,-3.20,13/03/2025\n"
      "8,OAK,waiting,blue,1.00,14/03/2025\n",
      alder);
  EXPECT_EQ(entries_of(import), "2025-03-13 -3.20|");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].description, "ELM");
  EXPECT_EQ(import.transactions[0].reference, "7");
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].why, "pending");
  EXPECT_TRUE(says(import, "columns that the layout does not read: \"Colour\""))
      << notes_of(import);
}

TEST(CsvHeader, KnownInPartIsAnotherWhereAWordOfItIsMissingOrTwice) {
  const auto refused = [](std::string_view bytes) {
    const auto import =
        import_document(make_document("a.csv", std::string(bytes)), {.profile = alder});
    return import ? "accepted" : message(import.error());
  };
  EXPECT_EQ(refused("Number,Status,Day\n7,done,13/03/2025\n"),
            "a.csv:1: header: found no column is called \"Sum\"; expected the layout of profile "
            "\"alder\"");
  EXPECT_NE(refused("Sum,Status,Sum,Day\n1.00,done,2.00,13/03/2025\n").find("more than one column"),
            std::string::npos);
}

TEST(CsvHeader, KnownInPartMustHoldWhatDecidesAmountsAndAccounts) {
  const auto refused = [](const std::string& line) {
    const auto import = import_document(
        make_document("a.csv", "Day,Sum,Status\n13/03/2025,1.00,done\n"),
        {.profile = "name: a\nversion: 1\nheader_with: Day,Sum\ndate: Day\ndate_format: d/m/yyyy\n"
                    "amount: Sum\n" +
                    line + "\n"});
    return import ? "accepted" : message(import.error());
  };
  EXPECT_EQ(refused("balance: Left"), "accepted");
  EXPECT_NE(refused("currency: Money").find("a column of the header"), std::string::npos);
  EXPECT_NE(refused("hold_back: Status = x -> y").find("a column of the header"),
            std::string::npos);
  EXPECT_NE(refused("balance: #3").find("the columns may stand anywhere"), std::string::npos);
  EXPECT_NE(refused("header: Day,Sum").find("beside another header"), std::string::npos);
}

const std::string barclays_rows = "12,13/03/2025,20-11-22 12345678,-3.20,PAYMENT,ELM\n";

TEST(CsvHeader, MayBeWrittenInCapitals) {
  const Import import =
      import_of("NUMBER,DATE,ACCOUNT,AMOUNT,SUBCATEGORY,MEMO\n" + barclays_rows, "csv", "a.csv");
  EXPECT_EQ(import.profile, "uk-barclays 1");
  EXPECT_EQ(entries_of(import), "2025-03-13 -3.20|");
}

TEST(CsvHeader, MayStandBehindLinesThatAreNoEntries) {
  const Import import = import_of(
      "My accounts\nprinted for a friend\n\nNumber,Date,Account,Amount,Subcategory,Memo\n" +
          barclays_rows,
      "csv", "a.csv");
  EXPECT_EQ(entries_of(import), "2025-03-13 -3.20|");
  EXPECT_TRUE(says(import, "line 1, around the entries: \"My accounts\"")) << notes_of(import);
}

TEST(CsvHeader, DoesNotStandBehindRowsThatMayBeEntries) {
  EXPECT_NE(refusal_of("13/03/2025,ELM,1.00,2.00\n"
                       "Number,Date,Account,Amount,Subcategory,Memo\n" +
                           barclays_rows,
                       "csv", "a.csv"),
            "accepted");
}

TEST(CsvHeader, ThatStandsThereAgainIsHeldBack) {
  const std::string header = "Number,Date,Account,Amount,Subcategory,Memo\n";
  const Import import = import_of(
      header + barclays_rows + header + ",14/03/2025,20-11-22 12345678,1.00,FT,OAK\n,,,,,\n", "csv",
      "a.csv");
  EXPECT_EQ(entries_of(import), "2025-03-13 -3.20|2025-03-14 1.00|");
  EXPECT_TRUE(import.rejections.empty());
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].why, "the header again");
  EXPECT_EQ(import.held_back[0].line, 3U);
  EXPECT_TRUE(says(import, "1 blank line passed over")) << notes_of(import);
}

TEST(CsvHeader, IsKnownBetweenOtherMarksWhereTheTableWasSavedAgain) {
  const Import import = import_of(
      "Number;Date;Account;Amount;Subcategory;Memo\n"
      ";13/03/2025;20-11-22 12345678;-1.003,20;PAYMENT;ELM\n",
      "csv", "a.csv");
  EXPECT_EQ(import.profile, "uk-barclays 1");
  EXPECT_EQ(entries_of(import), "2025-03-13 -1003.20|");
  EXPECT_TRUE(says(import, "its cells stand between semicolons")) << notes_of(import);
  EXPECT_TRUE(says(import, "with a decimal comma")) << notes_of(import);
}

TEST(CsvHeader, OfNoLayoutIsRefusedWithItsFormAndAWayOn) {
  const std::string refused = refusal_of("Tag;Was;Wert\nx;y;z\nu;v;w\n", "csv", "a.csv");
  EXPECT_NE(refused.find("a table of 3 columns between semicolons that begins \"Tag;Was;Wert\""),
            std::string::npos)
      << refused;
  EXPECT_NE(refused.find("`recoup profiles show "), std::string::npos) << refused;
  EXPECT_NE(refused.find("--profile FILE"), std::string::npos) << refused;
}

TEST(CsvDates, ThatReadBothWaysAreDecidedByTheOrderOfTheTable) {
  const std::string head = "Date,Description,Money out,Money in,Balance\n";
  const std::string rows =
      "02/01/2025,A,1.00,,9.00\n03/01/2025,B,1.00,,8.00\n05/02/2025,C,1.00,,7.00\n"
      "04/03/2025,D,1.00,,6.00\n01/04/2025,E,1.00,,5.00\n";
  const Import import = import_of(head + rows, "csv", "a.csv");
  EXPECT_EQ(entries_of(import),
            "2025-01-02 -1.00 9.00|2025-01-03 -1.00 8.00|2025-02-05 -1.00 7.00|"
            "2025-03-04 -1.00 6.00|2025-04-01 -1.00 5.00|");
  EXPECT_TRUE(says(import, "they would go back and forth")) << notes_of(import);
}

TEST(CsvDates, ThatReadBothWaysAreRefusedWhereTheOrderSaysTooLittle) {
  const std::string refused = refusal_of(
      "Date,Description,Money out,Money in,Balance\n02/01/2025,A,1.00,,9.00\n"
      "03/01/2025,B,1.00,,8.00\n05/02/2025,C,1.00,,7.00\n",
      "csv", "a.csv");
  EXPECT_NE(refused.find("--date-order dmy"), std::string::npos) << refused;
}

TEST(CsvAmounts, CreditAndDebitInWordsGoBeforeTheSignOfTheColumn) {
  const Import import = read_by(
      "Day,Sum\n13/03/2025,50.00 CR\n14/03/2025,12.00\n15/03/2025,3.00 DR\n",
      "name: card\nversion: 1\nheader: Day,Sum\ndate: Day\ndate_format: d/m/yyyy\namount: Sum\n"
      "sign: debit positive\n");
  EXPECT_EQ(entries_of(import), "2025-03-13 50.00|2025-03-14 -12.00|2025-03-15 -3.00|");
}

TEST(CsvAmounts, OfADebitMaySayThatTheyAreOne) {
  const Import import =
      read_by("Day,Out,In\n13/03/2025,50.00 DR,\n14/03/2025,,12.00 CR\n",
              "name: two\nversion: 1\nheader: Day,Out,In\ndate: Day\ndate_format: d/m/yyyy\n"
              "debit: Out\ncredit: In\n");
  EXPECT_EQ(entries_of(import), "2025-03-13 -50.00|2025-03-14 12.00|");
}

}  // namespace
}  // namespace recoup
