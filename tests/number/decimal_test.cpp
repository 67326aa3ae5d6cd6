#include "recoup/number/decimal.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Decimal number(const std::string& text) { return Decimal::parse(text).value().value; }

TEST(Decimal, AddsTenthsExactly) {
  const auto sum = number("0.1").plus(number("0.2"));
  ASSERT_TRUE(sum.has_value());
  EXPECT_TRUE(sum->exact);
  EXPECT_EQ(sum->value, number("0.3"));
  EXPECT_EQ(sum->value.text(), "0.3");
}

TEST(Decimal, TellsExactFromRounded) {
  EXPECT_TRUE(number("1").over(number("8"))->exact);
  EXPECT_EQ(number("1").over(number("8"))->value.text(), "0.125");
  const auto third = number("1").over(number("3"));
  EXPECT_FALSE(third->exact);
  EXPECT_EQ(third->value.text(), "0.3333333333333333333333333333333333");
  EXPECT_EQ(number("2").over(number("3"))->value.text(), "0.6666666666666666666666666666666667");
  EXPECT_FALSE(number("1e40").plus(number("1"))->exact);
  EXPECT_TRUE(number("1e33").plus(number("1"))->exact);
  EXPECT_FALSE(Decimal::parse("12345678901234567890123456789012345").value().exact);
}

TEST(Decimal, HalvesGoToTheEvenDigit) {
  EXPECT_EQ(number("10000000000000000000000000000000005"),
            number("1000000000000000000000000000000000e1"));
  EXPECT_EQ(number("10000000000000000000000000000000015"),
            number("1000000000000000000000000000000002e1"));
  EXPECT_EQ(number("100000000000000000000000000000000051"),
            number("1000000000000000000000000000000001e2"));
}

TEST(Decimal, RoundsAsItIsTold) {
  const struct {
    const char* from;
    Rounding rounding;
    const char* to;
  } table[] = {{"2.5", Rounding::half_even, "2"}, {"3.5", Rounding::half_even, "4"},
               {"2.5", Rounding::half_up, "3"},   {"-2.5", Rounding::half_up, "-3"},
               {"2.5", Rounding::half_down, "2"}, {"2.1", Rounding::up, "3"},
               {"-2.1", Rounding::up, "-3"},      {"2.9", Rounding::down, "2"},
               {"-2.1", Rounding::floor, "-3"},   {"-2.9", Rounding::ceiling, "-2"},
               {"0.001", Rounding::up, "1"},      {"0.001", Rounding::half_up, "0"}};
  for (const auto& row : table) {
    const auto result = number(row.from).rounded(0, row.rounding);
    EXPECT_EQ(result->value.text(), row.to) << row.from;
    EXPECT_FALSE(result->exact);
  }
  EXPECT_EQ(number("1234.567").rounded(2, Rounding::half_up)->value.text(), "1234.57");
  EXPECT_EQ(number("1250").rounded(-2, Rounding::half_even)->value.text(), "1200");
  EXPECT_TRUE(number("1.50").rounded(1, Rounding::half_even)->exact);
}

TEST(Decimal, OrderIsThatOfTheNumber) {
  EXPECT_EQ(number("1.0"), number("1"));
  EXPECT_EQ(number("-0"), number("0"));
  EXPECT_LT(number("4999.99"), number("5000"));
  EXPECT_LT(number("-2"), number("-1.5"));
  EXPECT_GT(number("1e6000"), number("9e5999"));
  EXPECT_LT(number("0"), number("1e-6000"));
}

TEST(Decimal, HasNoInfinity) {
  EXPECT_FALSE(number("1").over(number("0")).has_value());
  EXPECT_FALSE(number("9e6144").times(number("10")).has_value());
  EXPECT_FALSE(Decimal::parse("1e7000").has_value());
  EXPECT_TRUE(number("1e6144").times(number("0"))->value.is_zero());
  EXPECT_FALSE(number("1e-6176").times(number("0.1"))->exact);
}

TEST(Decimal, PowersAreWhole) {
  EXPECT_EQ(number("3").power(20)->value.text(), "3486784401");
  EXPECT_EQ(number("2").power(-3)->value.text(), "0.125");
  EXPECT_EQ(number("5").power(0)->value.text(), "1");
  EXPECT_FALSE(number("0").power(-1).has_value());
}

TEST(Decimal, MoneyGoesInAndComesOutUnchanged) {
  EXPECT_EQ(Decimal::scaled(125005, 2).value.text(), "1250.05");
  EXPECT_TRUE(number("1250.05").minor_units(2) == Int128{125005});
  EXPECT_TRUE(number("-0.01").minor_units(2) == Int128{-1});
  EXPECT_FALSE(number("0.001").minor_units(2).has_value());
  EXPECT_FALSE(number("1e38").minor_units(2).has_value());
  EXPECT_TRUE(number("1e2").whole() == Int128{100});
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1.", "1,000", "0x10", " 1", "1 ", "1e", "NaN", "--1"}) {
    EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
  }
  EXPECT_EQ(number(".5").text(), "0.5");
  EXPECT_EQ(number("1.2e3").text(), "1200");
  EXPECT_EQ(number("1.50").text(), "1.5");
}

}  // namespace
}  // namespace recoup
