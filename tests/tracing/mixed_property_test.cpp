// Figures of law.md 5.6, 5.7, 5.8 and 5.11, to the penny.
#include "recoup/tracing/mixed_property.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Money pounds(std::string_view amount) { return Money::parse_plain(amount, gbp).value(); }

MixedProperty property(std::string_view traced, std::string_view price, std::string_view value) {
  return {pounds(traced), pounds(price), pounds(value)};
}

std::string share(std::string_view traced, std::string_view price, std::string_view value) {
  return traced_share(property(traced, price, value)).value().plain();
}

TEST(FoskettCase, TvFos1TheShareOfThePolicyIsMoreThanThePremiums) {
  const ClaimantElection election =
      elect(property("20440.00", "51100.00", "1000000.00"), pounds("0.00")).value();
  EXPECT_EQ(election.share.plain(), "400000.00");
  EXPECT_EQ(election.lien.plain(), "20440.00");
  EXPECT_EQ(election.greater, ClaimantElection::Choice::share);
}

TEST(FoskettCase, TvFos2TheLienIsMoreWhereTheAssetFell) {
  const ClaimantElection election =
      elect(property("30000.00", "100000.00", "80000.00"), pounds("0.00")).value();
  EXPECT_EQ(election.share.plain(), "24000.00");
  EXPECT_EQ(election.lien.plain(), "30000.00");
  EXPECT_EQ(election.greater, ClaimantElection::Choice::lien);
}

TEST(FoskettCase, InterestIsSecuredToo) {
  const ClaimantElection election =
      elect(property("30000.00", "100000.00", "110000.00"), pounds("3000.01")).value();
  EXPECT_EQ(election.share.plain(), "33000.00");
  EXPECT_EQ(election.lien.plain(), "33000.01");
  EXPECT_EQ(election.greater, ClaimantElection::Choice::lien);
}

TEST(ReOatway, TvOat1AChargeTakesNoMoreThanTheSharesAreWorth) {
  // 3,000 pounds of trust money, 2,137.12.3 of them in shares that fetched 2,475: in old pence.
  const MixedProperty shares{Money(513027, jpy), Money(513027, jpy), Money(594000, jpy)};
  EXPECT_EQ(elect(shares, Money(206973, jpy)).value().lien.plain(), "594000");
}

TEST(ReOatway, TvOat2TheCarIsWorthWhatItIsWorthNow) {
  EXPECT_EQ(share("5000.00", "5000.00", "4200.00"), "4200.00");
}

TEST(JonesVJones, TvFcj1AndTvFcj2ACleanSwapCarriesItsProfits) {
  EXPECT_EQ(share("11700.00", "11700.00", "50760.00"), "50760.00");
  EXPECT_EQ(share("5000.00", "5000.00", "7350.25"), "7350.25");
}

TEST(ReDiplock, TvDip1AVolunteersMoneyRanksEqually) {
  EXPECT_EQ(share("1000.00", "5000.00", "6000.00"), "1200.00");
}

TEST(Section306, Tv3061TwoFifthsOfThePurchase) {
  EXPECT_EQ(share("60000.00", "150000.00", "225000.00"), "90000.00");
}

TEST(Section306, Tv3062AMortgageReducedIsAFractionOfTheValueThen) {
  EXPECT_EQ(share("12000.00", "320000.00", "336000.00"), "12600.00");
}

TEST(MixedProperty, RoundsHalfUpAndOnlyOnce) {
  EXPECT_EQ(share("0.01", "0.02", "0.01"), "0.01");
  EXPECT_EQ(share("0.01", "0.03", "0.01"), "0.00");
  EXPECT_EQ(share("0.00", "0.03", "9.00"), "0.00");
}

TEST(MixedProperty, HoldsProductsBeyondOneHundredAndTwentyEightBits) {
  const Int128 large = (static_cast<Int128>(1) << 126);
  const MixedProperty property{Money(large - 1, gbp), Money(large, gbp), Money(large, gbp)};
  EXPECT_TRUE(traced_share(property).value() == Money(large - 1, gbp));
  EXPECT_FALSE(elect({Money(large, gbp), Money(large, gbp), Money(large, gbp)}, Money(large, gbp)));
}

TEST(MixedProperty, RefusesWhatCannotBe) {
  EXPECT_FALSE(traced_share(property("1.00", "0.00", "1.00")));
  EXPECT_FALSE(traced_share(property("2.00", "1.00", "1.00")));
  EXPECT_FALSE(traced_share(property("-1.00", "1.00", "1.00")));
  EXPECT_FALSE(traced_share(property("1.00", "1.00", "-1.00")));
  EXPECT_FALSE(traced_share({Money(1, gbp), Money(1, eur), Money(1, gbp)}));
  EXPECT_FALSE(elect(property("1.00", "1.00", "1.00"), pounds("-0.01")));
  EXPECT_FALSE(elect(property("1.00", "1.00", "1.00"), Money(1, eur)));
}

}  // namespace
}  // namespace recoup
