#include "recoup/ledger/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger_fixture.hpp"

namespace recoup {
namespace {

std::vector<std::string> references(const Ledger& ledger) {
  std::vector<std::string> out;
  for (std::size_t leg = 0; leg < ledger.leg_count(); ++leg) {
    out.emplace_back(ledger.text[leg].reference);
  }
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

/// One statement with its two balances around the entries.
StatementPart stated(const std::string& document, const std::vector<std::string>& lines,
                     const std::string& opening, const std::string& closing) {
  StatementPart shown = part("A", document, lines);
  Statement statement;
  statement.account = "A";
  statement.currency = gbp;
  if (!opening.empty()) statement.opening = Money::parse_plain(opening, gbp).value();
  if (!closing.empty()) statement.closing = Money::parse_plain(closing, gbp).value();
  shown.statements.push_back(statement);
  shown.statement_numbers.push_back(1);
  for (Transaction& entry : shown.entries) entry.statement = 1;
  return shown;
}

TEST(LedgerBuilder, AStatementsOpeningBalanceBeginsTheAccount) {
  const auto build = build_ledger({stated("one", {"2025-01-01|1.00||r1"}, "7.00", "8.00")}, {});
  ASSERT_EQ(build.value().ledger.openings.size(), 1U);
  EXPECT_EQ(build.value().ledger.openings[0].amount, Money(700, gbp));
  EXPECT_TRUE(build.value().remarks.empty());
}

TEST(LedgerBuilder, AClosingBalanceAloneTellsTheOpeningBalance) {
  const auto build = build_ledger({stated("one", {"2025-01-01|1.00||r1"}, "", "8.00")}, {});
  ASSERT_EQ(build.value().ledger.openings.size(), 1U);
  EXPECT_EQ(build.value().ledger.openings[0].amount, Money(700, gbp));
}

TEST(LedgerBuilder, AnOpeningBalanceThatDoesNotCarryOnIsAGap) {
  const auto build = build_ledger({stated("one", {"2025-01-01|1.00||r1"}, "0.00", "1.00"),
                                   stated("two", {"2025-03-01|2.00||r2"}, "6.00", "8.00")},
                                  {});
  const Ledger& ledger = build.value().ledger;
  ASSERT_EQ(ledger.gaps.size(), 1U);
  EXPECT_EQ(ledger.gaps[0].before, LegRow{1});
  EXPECT_EQ(ledger.gaps[0].held, Money(100, gbp));
  EXPECT_EQ(ledger.gaps[0].restart, Money(600, gbp));
  ASSERT_EQ(build.value().remarks.size(), 1U);
  EXPECT_EQ(build.value().remarks[0].found, "opening balance 6.00 GBP");
  EXPECT_EQ(build.value().remarks[0].expected, "1.00 GBP (a difference of 5.00)");
}

TEST(LedgerBuilder, StatementsThatCarryOnHaveNoGap) {
  const auto build = build_ledger({stated("two", {"2025-02-01|2.00||r2"}, "1.00", "3.00"),
                                   stated("one", {"2025-01-01|1.00||r1"}, "0.00", "1.00")},
                                  {});
  EXPECT_TRUE(build.value().ledger.gaps.empty());
  EXPECT_TRUE(build.value().remarks.empty());
}

TEST(LedgerBuilder, SaysWhichLegsPrintABalanceAndWhereEachStatementEnds) {
  const auto build =
      build_ledger({stated("two", {"2025-02-01|2.00||r2|3.00"}, "1.00", "3.00"),
                    stated("one", {"2025-01-01|0.50||r0", "2025-01-02|0.50||r1"}, "0.00", "1.00")},
                   {});
  EXPECT_EQ(build.value().prints_balance, (std::vector<bool>{false, false, true}));
  const std::vector<StatedClosing>& closings = build.value().closings;
  ASSERT_EQ(closings.size(), 2U);
  EXPECT_EQ(closings[0].last, LegRow{1});
  EXPECT_EQ(closings[0].amount, Money(100, gbp));
  EXPECT_EQ(closings[0].place.document, sha256("one"));
  EXPECT_EQ(closings[1].last, LegRow{2});
}

TEST(LedgerBuilder, AClosingBalanceThatIsNotReachedIsARemark) {
  const auto build = build_ledger({stated("one", {"2025-01-01|1.00||r1"}, "0.00", "1.50")}, {});
  EXPECT_TRUE(build.value().ledger.gaps.empty());
  ASSERT_EQ(build.value().remarks.size(), 1U);
  EXPECT_EQ(build.value().remarks[0].kind, LedgerRemark::Kind::statement_differs);
  EXPECT_EQ(build.value().remarks[0].found, "closing balance 1.50 GBP");
}

TEST(LedgerBuilder, WhatCouldBeDrawnIsNoBalanceOfTheAccount) {
  StatementPart shown = part("A", "one", {"2025-01-01|1.00||r1"});
  shown.balances.push_back(
      {"A", StatementBalance::Kind::available, make_date(2025, 1, 2).value(), Money(900, gbp), 9});
  EXPECT_TRUE(build_ledger({shown}, {}).value().ledger.openings.empty());
}

TEST(LedgerBuilder, EntriesMayShareALine) {
  StatementPart one = part("A", "x", {"2025-03-01|3.00||r1", "2025-03-02|5.00||r2"});
  for (Transaction& each : one.entries) each.line = 1;
  one.balances = {
      {"A", StatementBalance::Kind::opening, make_date(2025, 3, 1).value(), Money(1000, gbp), 1},
      {"A", StatementBalance::Kind::closing, make_date(2025, 3, 2).value(), Money(1800, gbp), 1}};
  const LedgerBuild build = build_ledger({one}, {}).value();
  EXPECT_TRUE(build.remarks.empty());
  EXPECT_TRUE(build.ledger.gaps.empty());
}

TEST(LedgerBuilder, OneAccountMayBeSpelledInTwoWays) {
  const auto build = build_ledger({part("20-11-22 12345678", "one", {"2025-01-01|1.00||r1"}),
                                   part("20112212345678", "two", {"2025-01-01|1.00||r1"})},
                                  {{"201122-12345678", Money(500, gbp), {sha256("case"), 4}}});
  const Ledger& ledger = build.value().ledger;
  EXPECT_EQ(ledger.accounts, Names{"20-11-22 12345678"});
  EXPECT_EQ(ledger.leg_count(), 1U);
  EXPECT_EQ(ledger.openings.at(0).amount, Money(500, gbp));
  EXPECT_EQ(ledger.find_account("20 11 22 12345678"), AccountRow{0});
  EXPECT_FALSE(ledger.find_account("20-11-22 12345679"));
}

TEST(LedgerBuilder, APersonMayKeepALineApart) {
  const std::vector<StatementPart> parts = {part("A", "one", {"2025-01-01|1.00||r1"}),
                                            part("A", "two", {"2025-01-01|1.00||r1"})};
  const auto merged = build_ledger(parts, {});
  EXPECT_EQ(merged.value().ledger.leg_count(), 1U);
  ASSERT_EQ(merged.value().same_entries.size(), 1U);
  EXPECT_EQ(merged.value().same_entries[0].reference, "r1");
  const auto apart = build_ledger(parts, {}, {{"A", {sha256("two"), 1}, "paid twice"}});
  EXPECT_EQ(apart.value().ledger.leg_count(), 2U);
  const auto unknown = build_ledger(parts, {}, {{"A", {sha256("two"), 8}, "paid twice"}});
  EXPECT_EQ(unknown.value().remarks.back().kind, LedgerRemark::Kind::merged_lines);
  EXPECT_EQ(unknown.value().remarks.front().kind, LedgerRemark::Kind::kept_apart_unknown);
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
