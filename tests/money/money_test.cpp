#include "recoup/money/money.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Money, RefusesToGuessTheDecimalMark) {
  EXPECT_FALSE(Money::parse("1.250,05", usd, DecimalMark::point).has_value());
  EXPECT_EQ(Money::parse("1.250", usd, DecimalMark::point).error().code, ErrorCode::malformed);
  EXPECT_TRUE(Money::parse("1.250", eur, DecimalMark::comma).value().minor() == 125000);
  EXPECT_TRUE(Money::parse("1,250.05", usd, DecimalMark::point).value().minor() == 125005);
}

TEST(Money, RefusesWhatIsNoExactAmount) {
  for (const char* text : {"", "-", ".5", "1.", "1,25.00", "12,345,67", "1234,567.00", "1e3", "£5",
                           " 5", "5 ", "1.005", "--5", "NaN", "1,,000"}) {
    EXPECT_FALSE(Money::parse(text, gbp, DecimalMark::point).has_value()) << text;
  }
  EXPECT_FALSE(Money::parse_plain("1,250.05", gbp).has_value());
  EXPECT_FALSE(Money::parse_plain("1.234,56", gbp).has_value());
  EXPECT_FALSE(Money::parse_plain("1.000", gbp).has_value());
  EXPECT_FALSE(Money::parse_plain("1.0", jpy).has_value());
}

TEST(Money, HoldsWeiAndRefusesFortyDigits) {
  EXPECT_EQ(Money::parse_plain("1234567.000000000000000001", eth).value().plain(),
            "1234567.000000000000000001");
  EXPECT_EQ(Money::parse_plain(std::string(40, '9'), gbp).error().code, ErrorCode::out_of_range);
}

TEST(Money, PrintsTheDecimalsOfItsCurrency) {
  EXPECT_EQ(Money(-5, gbp).plain(), "-0.05");
  EXPECT_EQ(Money(125005, usd).text(), "1250.05 USD");
  EXPECT_EQ(Money(7, jpy).plain(), "7");
  EXPECT_EQ(Money(0, gbp).plain(), "0.00");
  EXPECT_EQ(Money(-123456789, gbp).grouped(), "-1,234,567.89");
  EXPECT_EQ(Money(100000, gbp).grouped(), "1,000.00");
  EXPECT_EQ(Money(99900, gbp).grouped(), "999.00");
}

TEST(Money, SumsOutOfRangeAreErrors) {
  const Money most = Money::parse_plain("1701411834604692317316873037158841057.27", gbp).value();
  EXPECT_EQ(most.plus(Money(1, gbp)).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(Money(0, gbp).minus(most).value().minus(Money(2, gbp)).error().code,
            ErrorCode::out_of_range);
}

TEST(Money, ApportionAddsUpToTheWhole) {
  for (const std::vector<MinorUnits>& weights :
       {std::vector<MinorUnits>{1}, {1, 1, 1}, {0, 7, 2}, {33333, 66668}}) {
    for (const int minor : {0, 1, -1, 99, 50000, 125005, -125005}) {
      Money sum(0, usd);
      for (const Money part : Money(minor, usd).apportion(weights)) sum = sum.plus(part).value();
      EXPECT_EQ(sum, Money(minor, usd));
    }
  }
}

TEST(Money, ReadsWhatItPrints) {
  for (const int minor : {0, 1, -1, 10, 99, 100, -12345, 2147483647}) {
    EXPECT_EQ(Money::parse_plain(Money(minor, gbp).plain(), gbp).value(), Money(minor, gbp));
    EXPECT_EQ(Money::parse(Money(minor, gbp).grouped(), gbp, DecimalMark::point).value(),
              Money(minor, gbp));
  }
}

}  // namespace
}  // namespace recoup
