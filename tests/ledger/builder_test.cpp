#include "recoup/ledger/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger_fixture.hpp"

namespace recoup {
namespace {

std::vector<std::string> references(const Ledger& ledger) {
  std::vector<std::string> out;
  for (const LegText& text : ledger.text) out.push_back(text.reference);
  return out;
}

using Names = std::vector<std::string>;

TEST(LedgerBuilder, PutsDocumentsInOrderOfTimeWhateverTheOrderOfImport) {
  std::vector<StatementPart> parts = {
      part("A", "march", {"2025-03-01|3.00||r3", "2025-03-31|4.00||r4"}),
      part("A", "january", {"2025-01-01|1.00||r1", "2025-01-31|2.00||r2"}),
      part("B", "other", {"2025-02-01|9.00||r9"})};
  std::sort(parts.begin(), parts.end(), [](auto& a, auto& b) { return a.document < b.document; });
  do {
    const Ledger ledger = build_ledger(parts, {}).value().ledger;
    EXPECT_EQ(references(ledger), (Names{"r1", "r2", "r3", "r4", "r9"}));
    EXPECT_EQ(ledger.accounts, (Names{"A", "B"}));
  } while (std::next_permutation(parts.begin(), parts.end(),
                                 [](auto& a, auto& b) { return a.document < b.document; }));
}

TEST(LedgerBuilder, PartsOfOneDayFollowTheirBalances) {
  const auto build = build_ledger({part("A", "x", {"2025-03-01|3.00||late|18.00"}),
                                   part("A", "y", {"2025-03-01|5.00||early|15.00"})},
                                  {});
  EXPECT_EQ(references(build.value().ledger), (Names{"early", "late"}));
  EXPECT_TRUE(build.value().remarks.empty());
}

TEST(LedgerBuilder, AnEntryInTwoDocumentsCountsOnce) {
  const auto build =
      build_ledger({part("A", "one", {"2025-01-01|1.00||r1", "2025-01-02|2.00||r2"}),
                    part("A", "two", {"2025-01-02|2.00||r2", "2025-01-03|3.00||r3"})},
                   {});
  EXPECT_EQ(references(build.value().ledger), (Names{"r1", "r2", "r3"}));
  ASSERT_EQ(build.value().remarks.size(), 1U);
  EXPECT_EQ(build.value().remarks[0].kind, LedgerRemark::Kind::merged_lines);
}

TEST(LedgerBuilder, IdenticalEntriesOfOneDocumentStaySeveral) {
  const auto build =
      build_ledger({part("A", "one", {"2025-01-01|1.00", "2025-01-01|1.00"}),
                    part("A", "two", {"2025-01-01|1.00", "2025-01-01|1.00", "2025-01-02|7.00"})},
                   {});
  EXPECT_EQ(build.value().ledger.leg_count(), 3U);
  EXPECT_EQ(build.value().remarks.front().kind, LedgerRemark::Kind::merged_lines_uncertain);
}

TEST(LedgerBuilder, AStatementCutWithinADayLosesNothing) {
  const auto build =
      build_ledger({part("A", "one", {"2025-01-01|1.00", "2025-01-02|2.00", "2025-01-02|5.00"}),
                    part("A", "two", {"2025-01-02|5.00", "2025-01-02|8.00"})},
                   {});
  EXPECT_EQ(build.value().ledger.leg_count(), 5U);
}

TEST(LedgerBuilder, TheStatementsOpeningBalanceWinsOverTheCaseFile) {
  const DeclaredOpening declared{"A", Money(100, gbp), {sha256("case"), 4}};
  const auto build = build_ledger(
      {part("A", "one", {"2025-01-01|1.00||r1", "2025-01-02|2.00||r2|10.00"})}, {declared});
  ASSERT_EQ(build.value().ledger.openings.size(), 1U);
  EXPECT_EQ(build.value().ledger.openings[0].amount, Money(700, gbp));
  ASSERT_EQ(build.value().remarks.size(), 1U);
  EXPECT_EQ(build.value().remarks[0].kind, LedgerRemark::Kind::opening_differs);
}

TEST(LedgerBuilder, ABalanceThatDoesNotFollowIsAGapWithItsDifference) {
  const auto build = build_ledger(
      {part("A", "one",
            {"2025-01-01|5.00||r1|5.00", "2025-01-02|2.00||r2|9.00", "2025-01-03|1.00||r3|10.00"})},
      {});
  const Ledger& ledger = build.value().ledger;
  ASSERT_EQ(ledger.gaps.size(), 1U);
  EXPECT_EQ(ledger.gaps[0].before, LegRow{1});
  EXPECT_EQ(ledger.gaps[0].held, Money(500, gbp));
  EXPECT_EQ(ledger.gaps[0].restart, Money(700, gbp));
  ASSERT_EQ(build.value().remarks.size(), 1U);
  EXPECT_EQ(build.value().remarks[0].expected, "7.00 GBP (a difference of 2.00)");
  EXPECT_EQ(build.value().remarks[0].place.line, 2U);
}

TEST(LedgerBuilder, SumsOutOfRangeAreErrors) {
  const std::string most = "1701411834604692317316873037158841057.27";
  const auto build =
      build_ledger({part("A", "one", {"2025-01-01|" + most, "2025-01-02|" + most})}, {});
  ASSERT_FALSE(build.has_value());
  EXPECT_EQ(build.error().code, ErrorCode::out_of_range);
}

TEST(Ledger, FindsAccountsByName) {
  const Ledger ledger = build_ledger({part("B", "one", {"2025-01-01|1.00"})}, {}).value().ledger;
  EXPECT_EQ(ledger.find_account("B"), AccountRow{0});
  EXPECT_FALSE(ledger.find_account("A").has_value());
}

}  // namespace
}  // namespace recoup
