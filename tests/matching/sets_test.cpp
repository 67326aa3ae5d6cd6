// What hangs together: sets of readings, reviews that share legs, and what is learned of banks.

#include "sets.hpp"

#include <gtest/gtest.h>

#include "lags.hpp"
#include "ledger_fixture.hpp"
#include "search.hpp"

namespace recoup {
namespace {

Reading reading(std::uint32_t debit, std::uint32_t credit) {
  return {static_cast<LegRow>(debit), static_cast<LegRow>(credit)};
}

std::vector<std::pair<LegRow, LegRow>> pairs_of(ReadingSet set) {
  std::vector<std::pair<LegRow, LegRow>> pairs;
  for (const Reading& each : set) pairs.emplace_back(each.debit, each.credit);
  return pairs;
}

TEST(ReadingSets, StandInTheOrderOfTheirFirstReadings) {
  const ReadingSets sets({reading(7, 20), reading(3, 21), reading(5, 20)});
  ASSERT_EQ(sets.size(), 2U);
  using Pairs = std::vector<std::pair<LegRow, LegRow>>;
  EXPECT_EQ(pairs_of(sets[0]), (Pairs{{LegRow{7}, LegRow{20}}, {LegRow{5}, LegRow{20}}}));
  EXPECT_EQ(pairs_of(sets[1]), (Pairs{{LegRow{3}, LegRow{21}}}));
}

TEST(ReadingSets, TwoThatAThirdReadingJoinsAreOne) {
  const ReadingSets sets({reading(1, 10), reading(2, 11), reading(1, 12), reading(2, 12)});
  ASSERT_EQ(sets.size(), 1U);
  EXPECT_EQ(count_legs(sets[0]), 5U);
}

TEST(ReadingSets, OfNothingThereAreNone) { EXPECT_EQ(ReadingSets({}).size(), 0U); }

TEST(ReadingSets, OneReadingAloneIsCertainAndWeighsWhatItSays) {
  Reading only = reading(0, 1);
  only.debit_says = Says::number;
  const SetAnswer answer = answer_set(Ledger{}, ReadingSet(&only, 1));
  ASSERT_EQ(answer.certain.size(), 1U);
  EXPECT_EQ(answer.certain[0].alike, 1U);
  EXPECT_EQ(answer.weight, only.weight());
}

TEST(JoinedReviews, AreOneUnderTheFirstReason) {
  Links links;
  links.review.push_back({{LegRow{1}}, {LegRow{9}, LegRow{4}}, "first"});
  links.review.push_back({{LegRow{2}}, {LegRow{5}}, "alone"});
  links.review.push_back({{LegRow{3}}, {LegRow{6}}, "third"});
  links.review.push_back({{LegRow{3}, LegRow{1}}, {LegRow{4}}, "joins the first and the third"});
  join_reviews(links);
  ASSERT_EQ(links.review.size(), 2U);
  EXPECT_EQ(links.review[0].debits, (std::vector<LegRow>{LegRow{1}, LegRow{3}}));
  EXPECT_EQ(links.review[0].credits, (std::vector<LegRow>{LegRow{4}, LegRow{6}, LegRow{9}}));
  EXPECT_EQ(links.review[0].why, "first");
  EXPECT_EQ(links.review[1].why, "alone");
}

TEST(Lags, CountEachTwoBanksByThemselvesHoweverOftenTheyAreSettled) {
  const Ledger ledger =
      build_ledger({part("20-11-22 12345678", "a", {"2025-01-02|-5.00", "2025-01-03|6.00"}),
                    part("60-16-13 31926819", "b", {"2025-01-02|5.00"}),
                    part("Wallet", "c", {"2025-01-04|-6.00"})},
                   {})
          .value()
          .ledger;
  const auto payer = static_cast<LegRow>(ledger.first_leg[0]);
  const auto payee = static_cast<LegRow>(ledger.first_leg[1]);
  const auto wallet = static_cast<LegRow>(ledger.first_leg[2]);
  Lags lags(ledger);
  EXPECT_EQ(lags.range(payer, payee), nullptr);
  for (int i = 0; i < 12; ++i) lags.learn(payer, payee, 1);
  for (int i = 0; i < 30; ++i) lags.learn(wallet, payer, 3);
  lags.settle();
  EXPECT_EQ(lags.range(payer, payee), nullptr);
  for (int i = 0; i < 8; ++i) lags.learn(payer, payee, 2);
  lags.settle();
  ASSERT_NE(lags.range(payer, payee), nullptr);
  EXPECT_EQ(lags.range(payer, payee)->count, LagRange::count_min);
  EXPECT_EQ(lags.range(payer, payee)->least, 1);
  EXPECT_EQ(lags.range(payer, payee)->most, 2);
  EXPECT_EQ(lags.range(wallet, payer)->least, 3);
  EXPECT_EQ(lags.range(payee, payer), nullptr);
  EXPECT_EQ(lags.words(payer, payee),
            "all of 20 certain transfers between these banks took 1 to 2 working days");
}

}  // namespace
}  // namespace recoup
