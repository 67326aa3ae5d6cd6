#include "recoup/ledger/population.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"

namespace recoup {
namespace {

using Lines = std::vector<std::string>;

Lines references(const Population& population) {
  Lines out;
  for (const PlacedEntry& placed : population.entries) out.push_back(placed.entry.reference);
  return out;
}

TEST(Population, KeepsThePlaceOfTheDocumentThatShowsAnEntryFirst) {
  const Population population = merge_parts(
      {part("A", "one", {"2025-01-01|1.00||r1"}), part("A", "two", {"2025-01-01|1.00||r1"})});
  ASSERT_EQ(population.entries.size(), 1U);
  EXPECT_EQ(population.entries[0].place, (RecordPlace{sha256("one"), 1}));
  ASSERT_EQ(population.merged.size(), 1U);
  EXPECT_EQ(population.merged[0].merged, (RecordPlace{sha256("two"), 1}));
  EXPECT_TRUE(population.merged[0].certain);
}

TEST(Population, TellsEntriesApartByDayAmountCurrencyAndBalance) {
  const StatementPart one = part("A", "one", {"2025-01-01|1.00||r1|9.00"});
  for (const auto change : {
           +[](Transaction& t) { t.booked_at = BookingTime(make_date(2025, 1, 2).value()); },
           +[](Transaction& t) { t.amount = Money(101, gbp); },
           +[](Transaction& t) { t.amount = Money(100, eur); },
           +[](Transaction& t) { t.balance = Money(901, gbp); },
       }) {
    StatementPart two = part("A", "two", {"2025-01-01|1.00||r1|9.00"});
    change(two.entries[0]);
    EXPECT_EQ(merge_parts({one, two}).entries.size(), 2U);
  }
}

TEST(Population, TakesAnEntryInOtherWordsForTheSame) {
  const StatementPart one = part("A", "one", {"2025-01-01|1.00||r1|9.00"});
  for (const auto change : {
           +[](Transaction& t) { t.counterparty_account = "B"; },
           +[](Transaction& t) { t.counterparty_name = "B JONES"; },
           +[](Transaction& t) { t.description = "FPI RENT"; },
           +[](Transaction& t) { t.balance = std::nullopt; },
           +[](Transaction& t) { t.reference = ""; },
       }) {
    StatementPart two = part("A", "two", {"2025-01-01|1.00||r1|9.00"});
    change(two.entries[0]);
    const Population population = merge_parts({one, two});
    EXPECT_EQ(population.entries.size(), 1U);
    EXPECT_TRUE(population.merged.at(0).certain);
  }
}

TEST(Population, TellsEntriesOfOneLayoutApartByEveryWord) {
  StatementPart one = part("A", "one", {"2025-01-01|1.00||r1|9.00"});
  one.layout = "csv uk-bank 1";
  StatementPart same = part("A", "two", {"2025-01-01|1.00||r1|9.00"});
  same.layout = one.layout;
  EXPECT_EQ(merge_parts({one, same}).entries.size(), 1U);
  for (const auto change : {
           +[](Transaction& t) { t.reference = "r2"; },
           +[](Transaction& t) { t.description += " "; },
           +[](Transaction& t) { t.counterparty_account = "B"; },
           +[](Transaction& t) { t.counterparty_name = "B. Jones"; },
           +[](Transaction& t) { t.balance = std::nullopt; },
       }) {
    StatementPart two = same;
    change(two.entries[0]);
    EXPECT_EQ(merge_parts({one, two}).entries.size(), 2U);
    two.layout = "ofx ";
    EXPECT_EQ(merge_parts({one, two}).entries.size(), 1U);
  }
}

TEST(Population, OneBalanceUnderTwoReferencesIsOneEntryAndNotCertain) {
  const Population population = merge_parts({part("A", "one", {"2025-01-01|1.00||r1|9.00"}),
                                             part("A", "two", {"2025-01-01|1.00||B17|9.00"})});
  EXPECT_EQ(population.entries.size(), 1U);
  EXPECT_FALSE(population.merged.at(0).certain);
}

TEST(Population, MatchesAlikeEntriesOneByOne) {
  const Population population =
      merge_parts({part("A", "one", {"2025-01-01|1.00||r", "2025-01-01|1.00||r"}),
                   part("A", "two", {"2025-01-01|1.00||r"})});
  EXPECT_EQ(population.entries.size(), 2U);
  EXPECT_EQ(population.merged.size(), 1U);
}

TEST(Population, PutsEntriesOfALaterDocumentBetweenThoseThatBothShow) {
  const Population population = merge_parts(
      {part("A", "one", {"2025-01-01|1.00||r1", "2025-01-05|5.00||r5"}),
       part("A", "two", {"2025-01-01|1.00||r1", "2025-01-03|3.00||r3", "2025-01-05|5.00||r5"})});
  EXPECT_EQ(references(population), (Lines{"r1", "r3", "r5"}));
}

TEST(Population, PutsADocumentAmongTheDaysOfEarlierOnes) {
  const Population population = merge_parts(
      {part("A", "one",
            {"2025-01-01|1.00||r1", "2025-01-02|2.00||r2", "2025-01-20|3.00||r20",
             "2025-01-21|4.00||r21"}),
       part("A", "two", {"2025-01-05|5.00||r5", "2025-01-06|6.00||r6"}),
       part("A", "three", {"2025-01-02|2.00||r2", "2025-01-05|5.00||r5", "2025-01-10|7.00||r10"}),
       part("A", "four", {"2025-01-22|8.00||r22"}),
       part("A", "five", {"2024-12-31|9.00||r0", "2025-01-01|1.00||r1"})});
  EXPECT_EQ(references(population),
            (Lines{"r0", "r1", "r2", "r5", "r6", "r10", "r20", "r21", "r22"}));
  EXPECT_EQ(population.merged.size(), 3U);
}

TEST(Population, SaysWhereOnlyLikenessSpeaksForAMerging) {
  const Population population =
      merge_parts({part("A", "one", {"2025-01-01|1.00"}), part("A", "two", {"2025-01-01|1.00"})});
  ASSERT_EQ(population.merged.size(), 1U);
  EXPECT_FALSE(population.merged[0].certain);
}

TEST(DocumentOrder, GoesByTheFirstEntryThenByTheLast) {
  const std::vector<StatementPart> ordered =
      in_document_order({part("A", "long", {"2025-01-02|1.00", "2025-01-09|1.00"}),
                         part("A", "short", {"2025-01-02|1.00", "2025-01-03|1.00"}),
                         part("A", "first", {"2025-01-01|1.00", "2025-01-31|1.00"})});
  EXPECT_EQ(ordered[0].document, sha256("first"));
  EXPECT_EQ(ordered[1].document, sha256("short"));
  EXPECT_EQ(ordered[2].document, sha256("long"));
}

}  // namespace
}  // namespace recoup
