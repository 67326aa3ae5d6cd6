#include "recoup/number/fraction.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Fraction, StaysInLowestTermsWithAPositiveDenominator) {
  EXPECT_EQ(Fraction(6, -8).text(), "-3/4");
  EXPECT_EQ((Fraction(1, 3) + Fraction(1, 6)).text(), "1/2");
  EXPECT_EQ((Fraction(1, 3) / Fraction(2, 3)).text(), "1/2");
}

TEST(Fraction, ReadsFractionsAndDecimalsExactly) {
  EXPECT_EQ(Fraction::parse("3/4").value(), Fraction(3, 4));
  EXPECT_EQ(Fraction::parse("112.3").value(), Fraction(1123, 10));
  EXPECT_EQ(Fraction::parse("-0.5").value(), Fraction(-1, 2));
  for (const char* text : {"", "1/0", "1.", ".5", "1e3", "1/2/3", "a", "--1"}) {
    EXPECT_FALSE(Fraction::parse(text).has_value()) << text;
  }
}

// law.md 1.8, TV-UPL-1: 50,000.00 with the index at 112.3 then and 135.4 now.
TEST(Fraction, RoundsOnlyWhereAFigureLeaves) {
  const Fraction uplifted =
      Fraction(5000000) * Fraction::parse("135.4").value() / Fraction::parse("112.3").value();
  EXPECT_TRUE(uplifted.round_half_up().value() == 6028495);
  EXPECT_TRUE(Fraction(5, 2).round_half_up().value() == 3);
  EXPECT_TRUE(Fraction(-5, 2).round_half_up().value() == -3);
}

TEST(Fraction, RefusesToLeaveWhereItDoesNotFit) {
  EXPECT_FALSE(Fraction::parse("9" + std::string(60, '0')).value().round_half_up().has_value());
}

}  // namespace
}  // namespace recoup
