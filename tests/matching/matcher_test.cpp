#include "recoup/matching/matcher.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"

namespace recoup {
namespace {

Ledger ledger_of(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return build_ledger({part("A", "a", a), part("B", "b", b)}, {}).value().ledger;
}

TEST(Matcher, PairsLegsThatNameEachOther) {
  const Ledger ledger =
      ledger_of({"2025-01-01|9.00", "2025-01-02|-5.00|B|d"}, {"2025-01-02|5.00|A|c"});
  const Links links = match(ledger);
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(ledger.text[index(links.matched[0].debit)].reference, "d");
  EXPECT_EQ(ledger.text[index(links.matched[0].credit)].reference, "c");
  EXPECT_EQ(links.unmatched.size(), 1U);
}

TEST(Matcher, NamesAmountAndTimeMustAllAgree) {
  for (const char* credit :
       {"2025-01-02|5.01|A", "2025-01-03|5.00|A", "2025-01-02|5.00|C", "2025-01-02|5.00|"}) {
    EXPECT_TRUE(match(ledger_of({"2025-01-02|-5.00|B"}, {credit})).matched.empty()) << credit;
  }
}

TEST(Matcher, ADateMatchesAnyTimeOnIt) {
  EXPECT_EQ(match(ledger_of({"2025-01-02|-5.00|B"}, {"2025-01-02T17:00|5.00|A"})).matched.size(),
            1U);
  EXPECT_TRUE(
      match(ledger_of({"2025-01-02T16:59|-5.00|B"}, {"2025-01-02T17:00|5.00|A"})).matched.empty());
}

TEST(Matcher, AlikePairsAreInterchangeableInStatementOrder) {
  const Ledger ledger = ledger_of({"2025-01-02|-5.00|B|d1", "2025-01-02|-5.00|B|d2"},
                                  {"2025-01-02|5.00|A|c1", "2025-01-02|5.00|A|c2"});
  const Links links = match(ledger);
  ASSERT_EQ(links.matched.size(), 2U);
  EXPECT_EQ(ledger.text[index(links.matched[1].credit)].reference, "c2");
}

TEST(Matcher, UnequalNumbersGoToReviewAndNobodyGuesses) {
  const Links links =
      match(ledger_of({"2025-01-02|-5.00|B", "2025-01-02|-5.00|B"}, {"2025-01-02|5.00|A"}));
  EXPECT_TRUE(links.matched.empty());
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_EQ(links.review[0].debits.size(), 2U);
  EXPECT_EQ(links.review[0].credits.size(), 1U);
  EXPECT_TRUE(links.unmatched.empty());
}

TEST(Matcher, TimesPartLegsThatAreOtherwiseAlike) {
  const Links links = match(ledger_of({"2025-01-02T09:00|-5.00|B", "2025-01-02T10:00|-5.00|B"},
                                      {"2025-01-02T10:00|5.00|A"}));
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].debit, LegRow{1});
  EXPECT_EQ(links.unmatched.size(), 1U);
}

TEST(Matcher, ATransferToTheSameAccountIsAPair) {
  const Links links = match(ledger_of({"2025-01-02|-5.00|A", "2025-01-02|5.00|A"}, {}));
  EXPECT_EQ(links.matched.size(), 1U);
}

TEST(Matcher, AmountsBeyondSixtyFourBitsAreToldApart) {
  const Links links = match(
      ledger_of({"2025-01-02|-300000000000000000.01|B", "2025-01-02|-300000000000000000.02|B"},
                {"2025-01-02|300000000000000000.02|A", "2025-01-02|300000000000000000.03|A"}));
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].debit, LegRow{1});
  EXPECT_EQ(links.matched[0].credit, LegRow{2});
  EXPECT_EQ(links.matched[0].alike, 1U);
  EXPECT_TRUE(links.review.empty());
}

TEST(Matcher, WhatSeveralLegsShareAndWhatTwoHaveAloneStandInOneOrder) {
  const Links links = match(ledger_of(
      {"2025-01-02|-5.00|B", "2025-01-03|-4.00|B", "2025-01-04|-5.00|B", "2025-01-04|-5.00|B"},
      {"2025-01-02|5.00|A", "2025-01-03|4.00|A", "2025-01-04|5.00|A", "2025-01-04|5.00|A"}));
  ASSERT_EQ(links.matched.size(), 4U);
  for (std::uint32_t i = 0; i < 4; ++i) {
    EXPECT_EQ(links.matched[i].debit, LegRow{i});
    EXPECT_EQ(links.matched[i].credit, LegRow{i + 4});
    EXPECT_EQ(links.matched[i].alike, i < 2 ? 1U : 2U);
  }
}

}  // namespace
}  // namespace recoup
