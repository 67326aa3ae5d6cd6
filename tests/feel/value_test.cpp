#include "recoup/feel/value.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Value number(const std::string& text) { return Value(Decimal::parse(text).value().value); }

TEST(Value, EqualsByItsMeaningAndAcrossTypesNotAtAll) {
  EXPECT_EQ(equal(number("1.0"), number("1")), true);
  EXPECT_EQ(equal(Value("a"), Value("b")), false);
  EXPECT_EQ(equal(Value(), Value()), true);
  EXPECT_EQ(equal(Value(), Value(false)), false);
  EXPECT_EQ(equal(number("0"), Value("0")), std::nullopt);
  EXPECT_EQ(equal(Value(Value::List{number("1")}), Value(Value::List{number("1.00")})), true);
  Context one;
  one.set("a", number("1"));
  one.set("b", number("2"));
  Context other;
  other.set("b", number("2"));
  other.set("a", number("1"));
  EXPECT_EQ(equal(Value(one), Value(other)), true);
  other.set("a", number("3"));
  EXPECT_EQ(equal(Value(one), Value(other)), false);
}

TEST(Value, HasAnOrderWhereTheLanguageHasOne) {
  EXPECT_EQ(compare(number("2"), number("10")), -1);
  EXPECT_EQ(compare(Value("b"), Value("a")), 1);
  EXPECT_EQ(compare(Value(MonthDuration{12}), Value(MonthDuration{12})), 0);
  EXPECT_EQ(compare(Value(true), Value(false)), std::nullopt);
  EXPECT_EQ(compare(Value(), number("1")), std::nullopt);
}

TEST(Value, NullKeepsTheReasonsOfBothSides) {
  const Value merged =
      merged_null(Value::missing("b"), merged_null(Value::missing("a"), Value::error("wrong")));
  EXPECT_EQ(merged.as<Null>()->missing, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(merged.as<Null>()->errors, std::vector<std::string>{"wrong"});
  EXPECT_TRUE(merged.is_unknown());
  EXPECT_FALSE(Value::error("wrong").is_unknown());
  EXPECT_FALSE(Value().is_unknown());
}

TEST(Value, PrintsAsTheLanguageDoes) {
  EXPECT_EQ(text(Value("x")), "x");
  EXPECT_EQ(text(Value(Value::List{Value("a \"b\""), number("1.50"), Value()})),
            "[\"a \\\"b\\\"\", 1.5, null]");
  EXPECT_EQ(text(Value(MonthDuration{-18})), "-P1Y6M");
  EXPECT_EQ(text(Value(DayDuration{Int128{90061} * 1'000'000'000})), "P1DT1H1M1S");
  EXPECT_EQ(text(Value(DayDuration{1'500'000'000})), "PT1.5S");
  EXPECT_EQ(text(Value(Range{{number("1")}, {}, true, false})), "[1..null)");
  EXPECT_EQ(normal_name("  two \n words "), "two words");
}

}  // namespace
}  // namespace recoup
