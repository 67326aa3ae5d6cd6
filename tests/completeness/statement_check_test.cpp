#include "recoup/completeness/statement_check.hpp"

#include <gmock/gmock.h>

#include "statement_fixture.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

std::vector<StatementFault::Kind> kinds(const CheckedStatement& statement) {
  std::vector<StatementFault::Kind> kinds;
  for (const StatementFault& fault : statement.faults) kinds.push_back(fault.kind);
  return kinds;
}

using Kind = StatementFault::Kind;
using Kinds = std::vector<Kind>;

CheckedStatement only(const StatementPart& part, std::vector<DocumentEvidence> evidence = {}) {
  const auto checked = check_statements({part}, evidence);
  EXPECT_EQ(checked.size(), 1U);
  return checked.at(0);
}

TEST(StatementCheck, OpeningAndEntriesComeToTheClosingBalance) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("1", "10.00", "12.00")
                                            .line("2025-01-02|5.00")
                                            .line("2025-01-03|-3.00")
                                            .done());
  EXPECT_TRUE(checked.is_proven());
  EXPECT_EQ(checked.basis, StatementBasis::opening_and_closing);
  EXPECT_EQ(checked.from, day("2025-01-02"));
  EXPECT_EQ(checked.until, day("2025-01-03"));
}

TEST(StatementCheck, SaysByHowMuchAStatementDoesNotAddUp) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("1", "10.00", "12.00")
                                            .line("2025-01-02|5.00")
                                            .line("2025-01-03|-3.01")
                                            .done());
  ASSERT_EQ(kinds(checked), Kinds{Kind::does_not_add_up});
  EXPECT_EQ(checked.faults[0].difference, pounds("0.01"));
  EXPECT_EQ(checked.faults[0].found, "closing balance 12.00 GBP");
  EXPECT_THAT(checked.faults[0].expected, HasSubstr("11.99 GBP"));
}

TEST(StatementCheck, RunningBalancesShowTheLineAtWhichItBreaks) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("1", "10.00", "18.00")
                                            .line("2025-01-02|5.00|||15.00")
                                            .line("2025-01-03|-3.00|||12.00")
                                            .line("2025-01-04|1.00|||13.00")
                                            .done());
  EXPECT_EQ(kinds(checked), Kinds{Kind::does_not_add_up});
  EXPECT_THAT(checked.faults[0].expected, HasSubstr("up to line 4 follows"));
  const CheckedStatement inside = only(PartBuilder("A", "one")
                                           .statement("1", "10.00", "15.00")
                                           .line("2025-01-02|5.00|||15.00")
                                           .line("2025-01-03|-3.00|||14.00")
                                           .line("2025-01-04|1.00|||15.00")
                                           .done());
  ASSERT_EQ(kinds(inside), (Kinds{Kind::line_does_not_follow, Kind::does_not_add_up}));
  EXPECT_EQ(inside.faults[0].place.line, 3U);
  EXPECT_EQ(inside.faults[0].difference, pounds("2.00"));
  EXPECT_EQ(inside.faults[1].place.line, 3U);
  EXPECT_EQ(inside.faults[1].difference, pounds("2.00"));
}

TEST(StatementCheck, ADocumentThatOnlyListsEntriesIsHeldToItsRunningBalances) {
  const CheckedStatement good = only(
      part("A", "csv", {"2025-01-02|5.00|||15.00", "2025-01-03|1.00", "2025-01-03|-3.00|||13.00"}));
  EXPECT_EQ(good.basis, StatementBasis::running_balances);
  EXPECT_EQ(good.opening, pounds("10.00"));
  EXPECT_EQ(good.closing, pounds("13.00"));
  EXPECT_TRUE(good.is_proven());
  const CheckedStatement bad =
      only(part("A", "csv", {"2025-01-02|5.00|||15.00", "2025-01-03|1.00|||17.00"}));
  EXPECT_EQ(kinds(bad), Kinds{Kind::line_does_not_follow});
}

TEST(StatementCheck, NothingStatedProvesNothing) {
  const CheckedStatement bare = only(part("A", "csv", {"2025-01-02|5.00", "2025-01-03|1.00"}));
  EXPECT_TRUE(bare.holds());
  EXPECT_FALSE(bare.is_proven());
  EXPECT_EQ(bare.why_unproven, "no balance is stated");
  EXPECT_FALSE(only(part("A", "csv", {"2025-01-02|5.00|||15.00"})).is_proven());
  const CheckedStatement tail = only(part("A", "csv",
                                          {"2025-01-02|5.00|||15.00", "2025-01-03|1.00|||16.00",
                                           "2025-01-04|1.00", "2025-01-05|2.00"}));
  EXPECT_THAT(tail.why_unproven, HasSubstr("the last 2 entries"));
  const CheckedStatement head = only(
      part("A", "csv", {"2025-01-01|5.00", "2025-01-02|5.00|||15.00", "2025-01-03|1.00|||16.00"}));
  EXPECT_THAT(head.why_unproven, HasSubstr("before line 2"));
}

TEST(StatementCheck, ALedgerBalanceOfALaterDayIsTheClosingBalance) {
  const CheckedStatement checked = only(PartBuilder("A", "ofx")
                                            .line("2025-01-02|5.00")
                                            .closing_balance("2025-01-09", "20.00")
                                            .done());
  EXPECT_EQ(checked.closing, pounds("20.00"));
  EXPECT_EQ(checked.until, day("2025-01-09"));
  EXPECT_FALSE(checked.is_proven());
}

TEST(StatementCheck, StatedTotalsAreHeldAgainstTheEntries) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("1", "10.00", "15.00")
                                            .total("credits", "5.00", "5.00")
                                            .total("entries", "3", "1")
                                            .line("2025-01-02|5.00")
                                            .done());
  ASSERT_EQ(kinds(checked), Kinds{Kind::total_does_not_hold});
  EXPECT_EQ(checked.faults[0].found, "entries 3");
  EXPECT_EQ(checked.faults[0].expected, "1");
}

TEST(StatementCheck, ATotalOfTheDocumentMarksEveryStatementOfIt) {
  const DocumentEvidence evidence{
      sha256("file"), "file.bai", {{"file total", "9.00", "7.00", false, 40}}, {}};
  const auto checked = check_statements({PartBuilder("A", "file")
                                             .statement("1", "0.00", "5.00")
                                             .line("2025-01-02|5.00")
                                             .statement("2", "5.00", "7.00")
                                             .line("2025-01-03|2.00")
                                             .done()},
                                        {evidence});
  ASSERT_EQ(checked.size(), 2U);
  EXPECT_EQ(kinds(checked[0]), Kinds{Kind::document_total_does_not_hold});
  EXPECT_EQ(kinds(checked[1]), Kinds{Kind::document_total_does_not_hold});
  EXPECT_EQ(checked[1].faults[0].place.line, 40U);
}

TEST(StatementCheck, RefusedRecordsMayBeTheDifferenceAndAreNamed) {
  DocumentEvidence evidence{sha256("one"), "one.csv", {}, {}};
  evidence.rejections.push_back(
      {{ErrorCode::malformed, "x", "an amount", {"one.csv", 7, "amount"}}, "x"});
  const StatementPart bad =
      PartBuilder("A", "one").statement("1", "0.00", "9.00").line("2025-01-02|5.00").done();
  const CheckedStatement checked = only(bad, {evidence});
  ASSERT_EQ(checked.notes.size(), 1U);
  EXPECT_EQ(checked.notes[0],
            "one.csv: 1 record was refused (line 7); what was refused may be the difference");
}

TEST(StatementCheck, APageThatIsNotThereIsNamed) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("1", "0.00", "5.00")
                                            .printed_pages(1, 2, 4)
                                            .line("2025-01-02|5.00")
                                            .done());
  ASSERT_EQ(kinds(checked), Kinds{Kind::page_missing});
  EXPECT_EQ(checked.faults[0].found, "no page 3, 4");
}

TEST(StatementCheck, IntermediateBalancesJoinPagesOfOneDocument) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("00131/001", "0.00", "5.00")
                                            .intermediate(false, true)
                                            .line("2025-01-02|5.00")
                                            .statement("00131/002", "5.00", "6.00")
                                            .intermediate(true, false)
                                            .line("2025-01-02|1.00")
                                            .done());
  EXPECT_TRUE(checked.is_proven());
  EXPECT_EQ(checked.pages.size(), 2U);
  EXPECT_EQ(checked.opening, pounds("0.00"));
  EXPECT_EQ(checked.closing, pounds("6.00"));
  EXPECT_EQ(checked.entries.size(), 2U);
}

TEST(StatementCheck, IntermediateBalancesJoinPagesOfTwoDocuments) {
  const StatementPart first = PartBuilder("A", "z")
                                  .statement("131/1", "0.00", "5.00")
                                  .intermediate(false, true)
                                  .line("2025-01-02|5.00")
                                  .done();
  const StatementPart second = PartBuilder("A", "a")
                                   .statement("131/2", "5.00", "6.00")
                                   .intermediate(true, false)
                                   .line("2025-01-02|1.00")
                                   .done();
  EXPECT_TRUE(check_statements({first, second}, {}).at(0).is_proven());
  EXPECT_EQ(check_statements({second, first}, {}).size(), 1U);
}

TEST(StatementCheck, APageWithoutItsNeighboursSaysSo) {
  EXPECT_EQ(kinds(only(PartBuilder("A", "one")
                           .statement("131/2", "5.00", "6.00")
                           .intermediate(true, true)
                           .line("2025-01-02|1.00")
                           .done())),
            (Kinds{Kind::beginning_missing, Kind::end_missing}));
}

TEST(StatementCheck, PagesThatWouldCarryEachOtherOnInACircleAreKept) {
  const auto page = [](const std::string& document) {
    return PartBuilder("A", document)
        .statement("131/1", "5.00", "5.00")
        .intermediate(true, true)
        .dated("2025-01-02", "2025-01-02")
        .done();
  };
  const auto checked = check_statements({page("one"), page("two")}, {});
  ASSERT_EQ(checked.size(), 1U);
  EXPECT_EQ(checked[0].pages.size(), 2U);
}

TEST(StatementCheck, EveryCurrencyIsAStatementOfItsOwn) {
  StatementPart mixed = part("A", "csv", {"2025-01-02|5.00|||5.00", "2025-01-03|1.00|||6.00"});
  mixed.entries.push_back(entry("A", "2025-01-04|9.00", 9, eur));
  const auto checked = check_statements({mixed}, {});
  ASSERT_EQ(checked.size(), 2U);
  EXPECT_EQ(checked[0].currency, eur);
  EXPECT_FALSE(checked[0].is_proven());
  EXPECT_TRUE(checked[1].is_proven());
}

TEST(StatementCheck, ABalanceInAnotherCurrencyProvesNothing) {
  StatementPart shown =
      PartBuilder("A", "one").statement("1", "1.00", "6.00").line("2025-01-02|5.00").done();
  shown.statements[0].opening = Money(100, eur);
  EXPECT_FALSE(only(shown).is_proven());
}

TEST(StatementCheck, SumsThatCannotBeHeldAreAFault) {
  const std::string most = "1701411834604692317316873037158841057.27";
  const CheckedStatement checked = only(
      PartBuilder("A", "one").statement("1", "1.00", "5.00").line("2025-01-02|" + most).done());
  ASSERT_FALSE(checked.faults.empty());
  EXPECT_EQ(checked.faults[0].kind, Kind::too_large);
}

TEST(StatementCheck, AnEmptyStatementOfTwoEqualBalancesIsProven) {
  const CheckedStatement checked = only(PartBuilder("A", "one")
                                            .statement("5", "7.00", "7.00")
                                            .dated("2025-01-01", "2025-01-31")
                                            .done());
  EXPECT_TRUE(checked.is_proven());
  EXPECT_EQ(checked.from, day("2025-01-02"));
}

TEST(StatementCheck, TheOrderOfDocumentsDoesNotMatter) {
  const StatementPart one = part("A", "one", {"2025-01-02|5.00|||5.00"});
  const StatementPart two = part("A", "two", {"2025-01-02|5.00|||5.00"});
  const auto forth = check_statements({one, two}, {});
  const auto back = check_statements({two, one}, {});
  EXPECT_EQ(forth.at(0).pages, back.at(0).pages);
  EXPECT_EQ(forth.at(1).pages, back.at(1).pages);
}

}  // namespace
}  // namespace recoup
