// Strong: pairs that fall short of exact and that only one reading fits.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

/// Statements of A and B, each long before and long after everything else.
Ledger framed(std::vector<std::string> a, std::vector<std::string> b) {
  for (auto* lines : {&a, &b}) {
    lines->insert(lines->begin(), "2024-12-01|9.00|outside");
    lines->push_back("2025-12-01|9.00|outside");
  }
  return build_ledger({part("A", "a", a), part("B", "b", b)}, {}).value().ledger;
}

TEST(Strong, LegsThatNameEachOtherMayBeBookedDaysApart) {
  const Ledger ledger = framed({"2025-03-07|-5.00|B|d"}, {"2025-03-10|5.00|A|c"});
  const Links links = match_transfers(ledger);
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].confidence, Confidence::strong);
  EXPECT_THAT(reasons(ledger, links.matched[0]), HasSubstr("1 working day apart"));
  EXPECT_TRUE(links.review.empty());
}

TEST(Strong, NoTransferTakesLongerThanTheWindow) {
  EXPECT_TRUE(
      match_transfers(framed({"2025-03-07|-5.00|B"}, {"2025-03-17|5.00|A"})).matched.empty());
  EXPECT_TRUE(
      match_transfers(framed({"2025-03-07|-5.00|B"}, {"2025-03-05|5.00|A"})).matched.empty());
}

TEST(Strong, OneLegThatNamesTheOtherIsEnoughWhereNothingElseFits) {
  const Links links = match_transfers(framed({"2025-03-07|-5.00|B"}, {"2025-03-07|5.00|"}));
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].confidence, Confidence::strong);
}

TEST(Strong, EqualAmountsAloneAreNothing) {
  const Links links = match_transfers(framed({"2025-03-07|-5.00|"}, {"2025-03-07|5.00|"}));
  EXPECT_TRUE(links.matched.empty());
  EXPECT_TRUE(links.review.empty());
}

TEST(Strong, ALegThatNamesAnotherAccountIsNoPartner) {
  for (const char* credit : {"2025-03-07|5.00|C", "2025-03-07|5.00|30-00-01 00000007"}) {
    const Links links = match_transfers(framed({"2025-03-07|-5.00|B"}, {credit}));
    EXPECT_TRUE(links.matched.empty()) << credit;
    EXPECT_TRUE(links.review.empty()) << credit;
  }
}

TEST(Strong, TwoReadingsAreListedAndNobodyGuesses) {
  const Links links =
      match_transfers(framed({"2025-03-07|-5.00|B"}, {"2025-03-07|5.00|", "2025-03-10|5.00|"}));
  EXPECT_TRUE(links.matched.empty());
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_EQ(links.review[0].credits.size(), 2U);
}

TEST(Strong, TheReadingThatExplainsMoreIsTheOneThatFits) {
  // The credit that names A has no other debit to come from.
  const Ledger ledger =
      framed({"2025-03-07|-5.00|B"}, {"2025-03-07|5.00||silent", "2025-03-10|5.00|A|named"});
  const Links links = match_transfers(ledger);
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(ledger.text[index(links.matched[0].credit)].reference, "named");
}

TEST(Strong, ASmallerSilentCreditMayBeTheSameWithAChargeTakenOut) {
  const Links links = match_transfers(
      framed({"2025-03-07|-500.00|B"}, {"2025-03-07|500.00|", "2025-03-10|498.00|"}));
  EXPECT_TRUE(links.matched.empty());
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_THAT(links.review[0].why, HasSubstr("charge"));
}

TEST(Strong, AStatementThatEndsTooSoonLeavesADoubt) {
  const Ledger ledger =
      build_ledger(
          {part("A", "a",
                {"2024-12-01|9.00|outside", "2025-03-07|-5.00|B", "2025-12-01|9.00|outside"}),
           part("B", "b", {"2024-12-01|9.00|outside", "2025-03-07|5.00|"})},
          {})
          .value()
          .ledger;
  const Links links = match_transfers(ledger);
  EXPECT_TRUE(links.matched.empty());
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_THAT(links.review[0].why, HasSubstr("does not show all days"));
}

TEST(Strong, AlikeLegsOfOneDayArePairedInStatementOrder) {
  const Ledger ledger = framed({"2025-03-07|-5.00|B|d1", "2025-03-07|-5.00|B|d2"},
                               {"2025-03-10|5.00|A|c1", "2025-03-10|5.00|A|c2"});
  const Links links = match_transfers(ledger);
  ASSERT_EQ(links.matched.size(), 2U);
  EXPECT_EQ(ledger.text[index(links.matched[1].credit)].reference, "c2");
  EXPECT_THAT(links.matched[1].why, HasSubstr("alike"));
}

TEST(Strong, WhatIsLearnedOfTwoBanksDecidesWhereAllAgree) {
  std::vector<std::string> a;
  std::vector<std::string> b;
  for (int i = 0; i < 25; ++i) {
    const Date day = parse_date("2025-01-06").value() + std::chrono::days(7 * i);
    const std::string amount = std::to_string(100 + i) + ".00";
    a.push_back(iso_text(day) + "|-" + amount + "|B");
    b.push_back(iso_text(day + std::chrono::days(1)) + "|" + amount + "|A");
  }
  // Credited after one day each, or after two and none: both explain everything.
  a.insert(a.end(), {"2025-08-04|-5.00|B|d1", "2025-08-06|-5.00|B|d2"});
  b.insert(b.end(), {"2025-08-05|5.00|A|c1", "2025-08-07|5.00|A|c2"});
  const Ledger ledger = framed(a, b);
  const Links links = match_transfers(ledger);
  ASSERT_EQ(links.matched.size(), 27U);
  EXPECT_EQ(ledger.text[index(links.matched[26].credit)].reference, "c2");
  EXPECT_THAT(links.matched[26].why, HasSubstr("took 1 working day"));
  const Links unlearned = match_transfers(framed({a.end() - 2, a.end()}, {b.end() - 2, b.end()}));
  EXPECT_TRUE(unlearned.matched.empty());
  EXPECT_EQ(unlearned.review.size(), 1U);
}

TEST(Strong, APairThatAnExactOneCrossesWaits) {
  // The bank takes a day: 5 August's credit is 4 August's debit. By definition it is exact with the
  // debit of its own day; what is left must not become certain by it.
  const Links links = match_transfers(framed({"2025-08-04|-5.00|B", "2025-08-05|-5.00|B"},
                                             {"2025-08-05|5.00|A", "2025-08-06|5.00|A"}));
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].confidence, Confidence::exact);
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_THAT(links.review[0].why, HasSubstr("crosswise"));
}

TEST(Strong, SoManyThatTheyAreNotSearchedAreListed) {
  std::vector<std::string> a;
  std::vector<std::string> b;
  for (int i = 0; i < 260; ++i) {
    a.push_back("2025-03-07|-5.00|B");
    b.push_back("2025-03-10|5.00|");
  }
  const Links links = match_transfers(framed(a, b));
  EXPECT_TRUE(links.matched.empty());
  ASSERT_EQ(links.review.size(), 1U);
  EXPECT_EQ(links.review[0].debits.size(), 260U);
  EXPECT_THAT(links.review[0].why, HasSubstr("not searched"));
}

TEST(Strong, AnIbanNamesTheAccountInsideIt) {
  const Ledger ledger =
      build_ledger({part("60-16-13 31926819", "a", {"2025-03-07|-5.00|B"}),
                    part("B", "b", {"2025-03-07|5.00|GB29 NWBK 6016 1331 9268 19"})},
                   {})
          .value()
          .ledger;
  const Links links = match_transfers(ledger);
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].confidence, Confidence::exact);
}

TEST(Strong, AConfirmedPairComesFirstAndARejectedOneNever) {
  const Ledger ledger = framed({"2025-03-07|-5.00|B"}, {"2025-03-07|5.00|", "2025-03-10|5.00|"});
  TransferEvidence evidence;
  evidence.decided = {{LegRow{1}, LegRow{5}, true, "decided by A: seen"}};
  const Links links = match_transfers(ledger, evidence);
  ASSERT_EQ(links.matched.size(), 1U);
  EXPECT_EQ(links.matched[0].confidence, Confidence::confirmed);
  EXPECT_EQ(links.matched[0].credit, LegRow{5});
  evidence.decided[0].is_confirmed = false;
  const Links other = match_transfers(ledger, evidence);
  ASSERT_EQ(other.matched.size(), 1U);
  EXPECT_EQ(other.matched[0].credit, LegRow{4});
}

}  // namespace
}  // namespace recoup
