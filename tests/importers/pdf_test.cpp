#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pdf_support.hpp"

namespace recoup {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::vector<std::string> printed(const Import& import) {
  std::vector<std::string> rows;
  for (const Transaction& entry : import.transactions) {
    rows.push_back(entry.booked_at.text() + " " + entry.amount.plain() + " " + entry.description);
  }
  return rows;
}

using Rows = std::vector<std::string>;

Paper small_statement() {
  Paper paper = two_columns();
  add_row(paper, 115, "28 Dec", "Balance brought forward", "", "",
          "\xC2\xA3"
          "1,000.00");
  add_row(paper, 130, "29 Dec", "ALDER RENT", "750.25", "", "249.75");
  add_row(paper, 145, "2 Jan", "BIRCH WAGES", "", "1,204.00", "1,453.75");
  return paper;
}

TEST(Pdf, ReadsMoneyOutAndMoneyInByTheirColumns) {
  const Import import = import_of(small_statement());
  EXPECT_EQ(printed(import),
            (Rows{"2024-12-29 -750.25 ALDER RENT", "2025-01-02 1204.00 BIRCH WAGES"}));
  EXPECT_EQ(import.format, "pdf");
  EXPECT_EQ(import.profile, "uk-statement 1");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].account, "20-11-22 12345678");
  EXPECT_EQ(import.transactions[0].balance, Money(24975, gbp));
  EXPECT_EQ(import.transactions[0].statement, 1U);
  EXPECT_EQ(import.transactions[0].line, 6U);
}

TEST(Pdf, TakesTheYearFromThePeriodOfTheStatement) {
  const Import import = import_of(small_statement());
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].from, make_date(2024, 12, 28));
  EXPECT_EQ(import.statements[0].until, make_date(2025, 1, 31));
  EXPECT_EQ(import.transactions[0].booked_at.text(), "2024-12-29");
  EXPECT_EQ(import.transactions[1].booked_at.text(), "2025-01-02");
}

TEST(Pdf, TakesTheYearOfADayAndAMonthInNumbersFromThePeriod) {
  Paper paper = two_columns();
  add_row(paper, 115, "28/12", "Start balance", "", "", "725.50");
  add_row(paper, 130, "29/12", "ALDER", "0.50", "", "725.00");
  add_row(paper, 145, "02/01", "1/2 OF ELM", "", "5.00", "730.00");
  const Import import = import_of(paper);
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].booked_at.text(), "2024-12-29");
  EXPECT_EQ(import.transactions[1].booked_at.text(), "2025-01-02");
  EXPECT_EQ(import.transactions[1].description, "1/2 OF ELM");
}

TEST(Pdf, PassesOverABlankPageAtTheEnd) {
  Paper paper = two_columns();
  add_row(paper, 115, "28 Dec", "Start balance", "", "", "725.50");
  add_row(paper, 130, "29 Dec", "ALDER", "0.50", "", "725.00");
  paper.page();
  const Import import = import_of(paper);
  EXPECT_EQ(import.transactions.size(), 1U);
  EXPECT_NE(std::find(import.notes.begin(), import.notes.end(), "page 2 is blank"),
            import.notes.end());
}

TEST(Pdf, GivesEachEntryItsPageAndItsBox) {
  const Import import = import_of(small_statement());
  const std::vector<EntryDetail>& details = import.transactions.at(1).details;
  ASSERT_EQ(details.size(), 2U);
  EXPECT_EQ(details[0].name, "page");
  EXPECT_EQ(details[0].value, "1");
  EXPECT_EQ(details[1].name, "box");
  EXPECT_EQ(details[1].value, "4000,13500,54000,14500");
}

TEST(Pdf, StatesTheOpeningBalanceInTheStatementAndAmongTheBalances) {
  const Import import = import_of(small_statement());
  EXPECT_EQ(import.statements.at(0).opening, Money(100000, gbp));
  EXPECT_EQ(import.statements.at(0).opening_date, make_date(2024, 12, 28));
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0].kind, StatementBalance::Kind::opening);
  EXPECT_EQ(import.balances[0].amount, Money(100000, gbp));
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].why, "a balance and no entry");
}

TEST(Pdf, RefusesRowsThatDoNotComeToThePrintedSums) {
  Paper paper = small_statement();
  paper.left(40, 200, "Total money out").right(360, 200, "850.25");
  EXPECT_THAT(refusal_of(paper),
              HasSubstr("the statement says money out 850.25 and its rows come to 750.25; expected "
                        "rows that come to what the statement says; nothing was imported"));
}

TEST(Pdf, RefusesABalanceThatDoesNotFollow) {
  Paper paper = small_statement();
  add_row(paper, 160, "3 Jan", "CEDAR SHOP", "10.00", "", "1,443.85");
  EXPECT_THAT(
      refusal_of(paper),
      HasSubstr("the balance 1,443.85 is printed, and the rows before it come to 1,443.75"));
}

TEST(Pdf, ShowsPrintedSumsAsControlTotals) {
  Paper paper = small_statement();
  paper.left(40, 200, "Money out")
      .right(360, 200,
             "\xC2\xA3"
             "750.25");
  paper.left(40, 215, "Money in")
      .right(360, 215,
             "\xC2\xA3"
             "1,204.00");
  paper.left(40, 230, "Closing balance")
      .right(360, 230,
             "\xC2\xA3"
             "1,453.75");
  const Import import = import_of(paper);
  const std::vector<ControlTotal>& totals = import.statements.at(0).totals;
  ASSERT_EQ(totals.size(), 3U);
  EXPECT_EQ(totals[0].what, "money out of the statement");
  EXPECT_EQ(totals[0].stated, "750.25");
  EXPECT_EQ(totals[1].computed, "1204.00");
  EXPECT_TRUE(totals[2].holds);
  EXPECT_EQ(import.statements.at(0).closing, Money(145375, gbp));
}

TEST(Pdf, RefusesRowsThatNothingProves) {
  Paper paper = two_columns();
  add_row(paper, 130, "29 Dec", "ALDER RENT", "750.25", "", "");
  EXPECT_THAT(refusal_of(paper), HasSubstr("no printed balances or sums"));
}

TEST(Pdf, RefusesRowsBehindTheLastPrintedBalance) {
  Paper paper = small_statement();
  add_row(paper, 160, "3 Jan", "CEDAR SHOP", "10.00", "", "");
  EXPECT_THAT(refusal_of(paper), HasSubstr("rows behind the last balance"));
}

TEST(Pdf, RefusesAStatementWithoutRows) {
  EXPECT_THAT(refusal_of(two_columns()), HasSubstr("no rows of entries"));
  EXPECT_THAT(refusal_of(Paper().left(40, 40, "Dear Sir")), HasSubstr("no rows of entries"));
}

TEST(Pdf, GoesOnOverPagesWithRepeatedHeads) {
  Paper paper = small_statement();
  add_row(paper, 160, "", "Balance carried forward", "", "", "1,453.75");
  paper.left(280, 800, "Page 1 of 2").page();
  paper.left(40, 100, "Date").left(110, 100, "Description").right(360, 100, "Money out");
  paper.right(450, 100, "Money in").right(540, 100, "Balance");
  add_row(paper, 115, "", "Balance brought forward", "", "", "1,453.75");
  add_row(paper, 130, "4 Jan", "CEDAR SHOP", "3.75", "", "1,450.00");
  paper.left(280, 800, "Page 2 of 2");
  const Import import = import_of(paper);
  EXPECT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions.back().details.at(0).value, "2");
  EXPECT_EQ(import.held_back.size(), 3U);
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].pages, 2U);
  EXPECT_EQ(import.statements[0].last_page, 2U);
  EXPECT_FALSE(import.statements[0].closing.has_value());
}

TEST(Pdf, SaysThatAPageIsMissing) {
  Paper paper = small_statement();
  paper.left(280, 800, "Page 1 of 3");
  const ControlTotal total = import_of(paper).statements.at(0).totals.back();
  EXPECT_EQ(total.what, "pages of the statement");
  EXPECT_EQ(total.stated, "3");
  EXPECT_EQ(total.computed, "1");
  EXPECT_FALSE(total.holds);
}

TEST(Pdf, PutsTheLinesOfADescriptionTogether) {
  Paper paper = small_statement();
  add_row(paper, 160, "3 Jan", "CARD PAYMENT", "10.00", "", "1,443.75");
  paper.left(110, 172, "CEDAR SHOP LEEDS").left(110, 184, "ON 2 JAN");
  add_row(paper, 199, "", "DOGWOOD CAFE", "3.75", "", "1,440.00");
  paper.left(40, 700, "Larch Bank is a bank.");
  const Rows rows = printed(import_of(paper));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[2], "2025-01-03 -10.00 CARD PAYMENT CEDAR SHOP LEEDS ON 2 JAN");
  EXPECT_EQ(rows[3], "2025-01-03 -3.75 DOGWOOD CAFE");
}

TEST(Pdf, FindsOutThatAmountsStandOnTheLastLine) {
  Paper paper = two_columns();
  add_row(paper, 115, "", "BALANCE BROUGHT FORWARD", "", "", "100.00");
  add_row(paper, 130, "02 Jan 25", "VIS CEDAR SHOP", "", "", "");
  add_row(paper, 142, "", "LEEDS", "10.00", "", "");
  add_row(paper, 154, "", "VIS DOGWOOD CAFE", "", "", "");
  add_row(paper, 166, "", "YORK", "3.50", "", "86.50");
  add_row(paper, 178, "", "BALANCE CARRIED FORWARD", "", "", "86.50");
  const Import import = import_of(paper);
  EXPECT_EQ(printed(import), (Rows{"2025-01-02 -10.00 VIS CEDAR SHOP LEEDS",
                                   "2025-01-02 -3.50 VIS DOGWOOD CAFE YORK"}));
  EXPECT_THAT(import.notes, Contains(HasSubstr("amounts stand on the last line")));
  EXPECT_EQ(import.statements.at(0).closing, Money(8650, gbp));
}

TEST(Pdf, ReadsOverdrawnBalancesInEveryWayTheyArePrinted) {
  for (const char* overdrawn : {"24.75 OD", "24.75 DR", "24.75 D", "-24.75", "24.75-", "(24.75)",
                                "-\xC2\xA3"
                                "24.75",
                                "\xE2\x88\x92"
                                "24.75"}) {
    Paper paper = two_columns();
    add_row(paper, 115, "28 Dec", "Start balance", "", "", "725.50");
    add_row(paper, 130, "29 Dec", "ALDER RENT", "750.25", "", overdrawn);
    const Import import = import_of(paper);
    ASSERT_EQ(import.transactions.size(), 1U) << overdrawn;
    EXPECT_EQ(import.transactions[0].balance, Money(-2475, gbp)) << overdrawn;
  }
}

TEST(Pdf, TurnsRowsRoundThatStandNewestFirst) {
  Paper paper;
  paper.left(40, 100, "Date").left(110, 100, "Description").right(450, 100, "(GBP) Amount");
  paper.right(540, 100, "(GBP) Balance");
  paper.left(40, 115, "03/02/2025")
      .left(110, 115, "CEDAR")
      .right(450, 115, "-4.00")
      .right(540, 115, "6.00");
  paper.left(40, 130, "01/02/2025")
      .left(110, 130, "BIRCH")
      .right(450, 130, "10.00")
      .right(540, 130, "10.00");
  const Import import = import_of(paper, {.account = "Larch"});
  EXPECT_EQ(printed(import), (Rows{"2025-02-01 10.00 BIRCH", "2025-02-03 -4.00 CEDAR"}));
  EXPECT_THAT(import.notes, Contains(HasSubstr("newest first")));
  EXPECT_EQ(import.transactions.at(0).account, "Larch");
}

TEST(Pdf, ReadsLinesWithoutHeadsOfColumns) {
  Paper paper;
  paper.left(40, 40, "Statement date 09 March 2024")
      .left(40, 55, "07 Mar 2024 Elm Tea -2.50 40.00");
  paper.left(40, 70, "08 Mar 2024 Wages 60.00 100.00");
  const Import import = import_of(paper);
  EXPECT_EQ(printed(import), (Rows{"2024-03-07 -2.50 Elm Tea", "2024-03-08 60.00 Wages"}));
  EXPECT_EQ(import.profile, "plain-lines 1");
  EXPECT_THAT(import.notes, Contains(HasSubstr("42.50 GBP")));
  EXPECT_THAT(import.notes, Contains(HasSubstr("names no currency; GBP was assumed")));
  EXPECT_THAT(import.notes,
              Contains(HasSubstr("names no account; it is called \"unnamed account ")));
  EXPECT_FALSE(import.statements.at(0).opening.has_value());
}

TEST(Pdf, DoesNotLetAChangedAmountPassThere) {
  Paper paper;
  paper.left(40, 55, "07 Mar 2024 Elm Tea -2.50 40.00")
      .left(40, 70, "08 Mar 2024 Wages 61.00 100.00");
  EXPECT_THAT(refusal_of(paper), HasSubstr("the rows before it come to 101.00"));
}

TEST(Pdf, ReadsTwoStatementsOfOneDocument) {
  Paper paper = small_statement();
  paper.left(280, 800, "Page 1 of 1").page();
  paper.left(40, 60, "Sort code 20-11-22 Account number 87654321");
  paper.left(40, 75, "1 to 28 February 2025");
  paper.left(40, 100, "Date").left(110, 100, "Details").right(360, 100, "Paid out");
  paper.right(450, 100, "Paid in").right(540, 100, "Balance");
  add_row(paper, 115, "1 Feb", "Opening balance", "", "", "5.00");
  add_row(paper, 130, "3 Feb", "ELM", "", "2.00", "7.00");
  paper.left(280, 800, "Page 1 of 1");
  const Import import = import_of(paper);
  ASSERT_EQ(import.statements.size(), 2U);
  EXPECT_EQ(import.statements[1].account, "20-11-22 87654321");
  EXPECT_EQ(import.statements[1].from, make_date(2025, 2, 1));
  EXPECT_EQ(import.transactions.back().statement, 2U);
  EXPECT_EQ(import.transactions.back().booked_at.text(), "2025-02-03");
}

TEST(Pdf, RefusesOneColumnThatHoldsMoneyOutAndMoneyIn) {
  Paper paper = small_statement();
  add_row(paper, 160, "3 Jan", "CEDAR", "1.00", "2.00", "1,454.75");
  EXPECT_THAT(
      refusal_of(paper),
      HasSubstr("money out 1.00 and money in 2.00 in one row; expected one of them; nothing"));
}

TEST(Pdf, RefusesADayThatThereIsNot) {
  Paper paper = two_columns();
  add_row(paper, 115, "28 Dec", "Start balance", "", "", "725.50");
  add_row(paper, 130, "31 Feb 2025", "ALDER", "0.50", "", "725.00");
  EXPECT_THAT(refusal_of(paper), HasSubstr("a day of the calendar"));
}

TEST(Pdf, KnowsABankByItsNameAndItsHeads) {
  Paper paper;
  paper.left(40, 40, "Nationwide Building Society").left(40, 60, "Account no 12345678");
  paper.left(40, 75, "Sort code 07-11-22 Statement date 31 January 2025");
  paper.left(40, 100, "Date").left(110, 100, "Description").right(360, 100, "\xC2\xA3 Out");
  paper.right(450, 100, "\xC2\xA3 In").right(540, 100, "\xC2\xA3 Balance");
  add_row(paper, 115, "", "Start balance", "", "", "9.00");
  add_row(paper, 130, "30 Dec", "ALDER", "2.00", "", "7.00");
  add_row(paper, 145, "4 Jan", "BIRCH", "", "3.00", "10.00");
  const Import import = import_of(paper);
  EXPECT_EQ(import.profile, "nationwide 1");
  EXPECT_EQ(printed(import), (Rows{"2024-12-30 -2.00 ALDER", "2025-01-04 3.00 BIRCH"}));
  EXPECT_EQ(import.transactions.at(0).account, "07-11-22 12345678");
}

TEST(Pdf, TurnsTheSignsOfACreditCard) {
  Paper paper;
  paper.left(40, 40, "Larch Credit Card").left(40, 60, "Account number 400012345678");
  paper
      .left(40, 75,
            "Previous balance \xC2\xA3"
            "100.00")
      .left(300, 75,
            "New balance \xC2\xA3"
            "24.50");
  paper.left(40, 85, "Statement date 31 January 2025");
  paper.left(40, 100, "Date").left(110, 100, "Description").right(450, 100, "Amount");
  paper.left(40, 115, "2 Jan").left(110, 115, "ALDER SHOP").right(450, 115, "24.50");
  paper.left(40, 130, "3 Jan").left(110, 130, "PAYMENT THANK YOU").right(450, 130, "100.00 CR");
  const Import import = import_of(paper);
  EXPECT_EQ(import.profile, "uk-card 1");
  EXPECT_EQ(printed(import),
            (Rows{"2025-01-02 -24.50 ALDER SHOP", "2025-01-03 100.00 PAYMENT THANK YOU"}));
  EXPECT_EQ(import.statements.at(0).opening, Money(-10000, gbp));
  EXPECT_EQ(import.statements.at(0).closing, Money(-2450, gbp));
}

TEST(Pdf, ReadsHeadsOfTwoLinesAndAColumnOfCodes) {
  Paper paper;
  paper.left(40, 40,
             "Balance on 01 January 2025 \xC2\xA3"
             "50.00");
  paper.left(40, 55,
             "Balance on 31 January 2025 \xC2\xA3"
             "45.00");
  paper.left(40, 70, "01 January 2025 to 31 January 2025");
  paper.right(400, 100, "Money").right(470, 100, "Money");
  paper.left(40, 111, "Date").left(110, 111, "Description").left(280, 111, "Type");
  paper.right(400, 111, "out").right(470, 111, "in").right(540, 111, "Balance");
  paper.left(40, 126, "05 Jan 25").left(110, 126, "ALDER").left(280, 126, "DD");
  paper.right(400, 126, "5.00").right(540, 126, "45.00");
  const Import import = import_of(paper);
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount, Money(-500, gbp));
  EXPECT_EQ(import.transactions[0].description, "ALDER");
  EXPECT_EQ(import.transactions[0].details.at(0).value, "DD");
  EXPECT_EQ(import.statements.at(0).opening, Money(5000, gbp));
  EXPECT_EQ(import.statements.at(0).closing_date, make_date(2025, 1, 31));
}

TEST(Pdf, TakesSumsOutOfBoxesBelowTheirLabels) {
  Paper paper = small_statement();
  paper.left(40, 200, "Money in").left(140, 200, "Money out");
  paper.left(40, 212, "1,204.00").left(140, 212, "751.25");
  EXPECT_THAT(refusal_of(paper), HasSubstr("money out 751.25 and its rows come to 750.25"));
}

}  // namespace
}  // namespace recoup
