// Identity: the same statement line in several documents is one entry.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "ledger_fixture.hpp"
#include "recoup/ledger/population.hpp"
#include "retold_account.hpp"

namespace recoup {
namespace {

constexpr std::uint64_t accounts_told = 400;

Population merged(std::vector<StatementPart> parts) {
  return merge_parts(in_document_order(std::move(parts)));
}

const Telling& any_telling(SeededNumbers& numbers) {
  return tellings()[numbers.below(tellings().size())];
}

/// What happened to all accounts together.
struct RetellingCount {
  std::size_t accounts = 0;
  std::size_t exact = 0;
  std::size_t lost_in_silence = 0;  ///< Entries lost where no merging is a remark.
  std::size_t lines = 0;
  Retelling sum;
};

template <typename Chosen>
RetellingCount retell(Chosen chosen, bool told_by_balances = false) {
  RetellingCount count;
  for (std::uint64_t seed = 1; seed <= accounts_told; ++seed) {
    const RetoldAccount account = retold_account(seed, chosen);
    if (told_by_balances && !account.is_told_by_balances()) continue;
    const Retelling each = compare(account, merged(account.parts));
    ++count.accounts;
    if (each.lost == 0 && each.doubled == 0) ++count.exact;
    if (each.uncertain == 0) count.lost_in_silence += each.lost;
    count.lines += account.truth_of.size();
    count.sum.lost += each.lost;
    count.sum.doubled += each.doubled;
    count.sum.swapped += each.swapped;
    count.sum.uncertain += each.uncertain;
  }
  std::cout << count.exact << " of " << count.accounts << " accounts exact; of " << count.lines
            << " lines lost " << count.sum.lost << ", doubled " << count.sum.doubled << ", swapped "
            << count.sum.swapped << ", uncertain " << count.sum.uncertain << "\n";
  return count;
}

TEST(Identity, DocumentsThatStateTheirPeriodsAreMergedExactly) {
  const RetellingCount count =
      retell([](SeededNumbers& numbers) -> const Telling& { return tellings()[numbers.below(2)]; });
  EXPECT_EQ(count.exact, count.accounts);
}

TEST(Identity, BalancesOnEveryLineMergeExactlyWhereTheyTellLinesApart) {
  const RetellingCount count = retell(
      [](SeededNumbers& numbers) -> const Telling& { return tellings()[1 + numbers.below(2)]; },
      true);
  EXPECT_GT(count.accounts, accounts_told / 10);
  EXPECT_EQ(count.sum.swapped, 0U);
  EXPECT_EQ(count.exact, count.accounts);
}

TEST(Identity, ReferencesOfOneSystemMergeExactly) {
  const RetellingCount count =
      retell([](SeededNumbers&) -> const Telling& { return tellings()[3]; });
  EXPECT_EQ(count.sum.swapped, 0U);
  EXPECT_EQ(count.exact, count.accounts);
}

// Cut within a day, without balances and without common references, documents do not say what is
// the same: then most is right, and what may be wrong is a remark.
TEST(Identity, WhatDocumentsDoNotDetermineIsMostlyRightAndNeverSilent) {
  const RetellingCount count = retell(any_telling);
  EXPECT_EQ(count.lost_in_silence, 0U);
  EXPECT_LE(count.sum.lost * 1000, count.lines);
  EXPECT_GE(count.exact * 100, count.accounts * 80);
}

TEST(Identity, TheOrderOfImportNeverMatters) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RetoldAccount account = retold_account(seed, any_telling);
    std::vector<StatementPart> parts = account.parts;
    const Population first = merged(parts);
    std::reverse(parts.begin(), parts.end());
    const Population second = merged(parts);
    ASSERT_EQ(first.entries.size(), second.entries.size());
    for (std::size_t i = 0; i < first.entries.size(); ++i) {
      ASSERT_EQ(first.entries[i].place, second.entries[i].place) << "account of seed " << seed;
    }
  }
}

TEST(Identity, ThatAPartIsShownAgainChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const RetoldAccount account = retold_account(
        seed,
        [](SeededNumbers& numbers) -> const Telling& { return tellings()[numbers.below(2)]; });
    std::vector<StatementPart> parts = account.parts;
    const std::size_t count = merged(parts).entries.size();
    StatementPart again = parts[seed % parts.size()];
    again.document = sha256("again");
    for (Transaction& entry : again.entries) entry.description = "told in other words";
    parts.push_back(again);
    ASSERT_EQ(merged(parts).entries.size(), count) << "account of seed " << seed;
  }
}

StatementPart whole_days(StatementPart shown) {
  Statement statement;
  statement.from = shown.entries.front().booked_at.date();
  statement.until = shown.entries.back().booked_at.date();
  shown.statements.push_back(statement);
  shown.statement_numbers.push_back(1);
  return shown;
}

TEST(Identity, OfADayThatBothShowWholeTheLargerNumberCounts) {
  const Population population = merged(
      {whole_days(part("A", "one", {"2025-01-02|5.00", "2025-01-02|5.00", "2025-01-02|-1.00"})),
       whole_days(part("A", "two", {"2025-01-02|5.00||x1", "2025-01-02|-1.00||x2"}))});
  EXPECT_EQ(population.entries.size(), 3U);
  EXPECT_EQ(population.merged.size(), 2U);
  EXPECT_FALSE(population.merged[0].certain);  // the two documents do not agree about the day
}

TEST(Identity, TheLineThatSaysMostStandsForTheEntry) {
  StatementPart one = whole_days(part("A", "one", {"2025-01-02|5.00|||15.00"}));
  StatementPart two = whole_days(part("A", "two", {"2025-01-02|5.00|B|r7"}));
  for (const auto& parts : {std::vector{one, two}, std::vector{two, one}}) {
    const Population population = merged(parts);
    ASSERT_EQ(population.entries.size(), 1U);
    EXPECT_EQ(population.entries[0].place.document, sha256("two"));
    EXPECT_EQ(population.entries[0].entry.counterparty_account, "B");
    EXPECT_EQ(population.entries[0].entry.balance, Money(1500, gbp));
    ASSERT_EQ(population.merged.size(), 1U);
    EXPECT_TRUE(population.merged[0].certain);
  }
}

TEST(Identity, BalancesThatContradictAreTwoEntries) {
  EXPECT_EQ(merged({whole_days(part("A", "one", {"2025-01-02|5.00|||15.00"})),
                    whole_days(part("A", "two", {"2025-01-02|5.00|||25.00"}))})
                .entries.size(),
            2U);
}

TEST(Identity, TwoTimesOfADayThatWasCutAreTwoEntries) {
  EXPECT_EQ(merged({part("A", "one", {"2025-01-02T09:00|5.00"}),
                    part("A", "two", {"2025-01-02T10:00|5.00"})})
                .entries.size(),
            2U);
}

TEST(Identity, ADayInAnotherOrderIsTheSameDay) {
  const Population population = merged(
      {whole_days(part("A", "one", {"2025-01-02|5.00|||15.00", "2025-01-02|3.00|||18.00"})),
       whole_days(part("A", "two", {"2025-01-02|3.00|||13.00", "2025-01-02|5.00|||18.00"}))});
  EXPECT_EQ(population.entries.size(), 2U);
}

TEST(Identity, PrintedBalancesFixTheOrderOfADay) {
  const Population population = merged(
      {whole_days(part("A", "one", {"2025-01-02|5.00||r1", "2025-01-02|3.00||r2"})),
       whole_days(part("A", "two", {"2025-01-02|3.00|||13.00", "2025-01-02|5.00|||18.00"}))});
  ASSERT_EQ(population.entries.size(), 2U);
  EXPECT_EQ(population.entries[0].entry.amount, Money(300, gbp));
  EXPECT_EQ(population.entries[0].entry.reference, "r2");
}

StatementPart batch_details(const std::string& document) {
  StatementPart details = whole_days(
      part("A", document, {"2025-01-02|2.00|X", "2025-01-02|3.00|Y", "2025-01-02|9.00|Z"}));
  details.entries[0].details = {{"batch", "B77 GBP 5.00"}};
  details.entries[1].details = {{"batch", "B77 GBP 5.00"}};
  return details;
}

TEST(Identity, OneLineForABatchIsItsDetails) {
  const StatementPart lump =
      whole_days(part("A", "lump", {"2025-01-02|5.00||B77|15.00", "2025-01-02|9.00|||24.00"}));
  // The digest decides which document comes first: both ways round.
  for (const char* name : {"details", "details 1", "details 2", "details 3"}) {
    const Population population = merged({lump, batch_details(name)});
    ASSERT_EQ(population.entries.size(), 3U) << name;
    EXPECT_EQ(population.entries[0].entry.counterparty_account, "X");
    EXPECT_EQ(population.entries[1].entry.counterparty_account, "Y");
    EXPECT_EQ(population.entries[1].entry.balance, Money(1500, gbp));
    EXPECT_TRUE(std::any_of(population.merged.begin(), population.merged.end(),
                            [](const MergedEntry& merged) { return merged.is_sum; }));
  }
}

TEST(Identity, ABatchThatDoesNotAddUpStaysApart) {
  EXPECT_EQ(merged({whole_days(part("A", "lump", {"2025-01-02|5.01||B77"})), batch_details("b")})
                .entries.size(),
            4U);
}

TEST(Identity, ALineKeptApartIsAnEntryOfItsOwn) {
  const StatementPart one = part("A", "one", {"2025-01-02|5.00||r1"});
  const StatementPart two = part("A", "two", {"2025-01-02|5.00||r1"});
  EXPECT_EQ(merge_parts({one, two}, {{sha256("two"), 1}}).entries.size(), 2U);
  EXPECT_EQ(merge_parts({one, two}, {{sha256("one"), 1}}).entries.size(), 2U);
  EXPECT_EQ(merge_parts({one, two}, {{sha256("one"), 2}}).entries.size(), 1U);
}

}  // namespace
}  // namespace recoup
