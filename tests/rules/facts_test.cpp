#include "recoup/rules/facts.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Value number(const std::string& text) { return Value(Decimal::parse(text).value().value); }

TEST(FactTable, AFactStatedAnewReplacesTheOlderOne) {
  FactTable table;
  table.set({"benefit", number("12.50"), "GBP", {"a.json", 3, ""}});
  table.set({"convicted", Value(true), "", {"a.json", 4, ""}});
  table.set({"benefit", number("17.25"), "GBP", {"b.json", 9, ""}});
  ASSERT_EQ(table.facts().size(), 2U);
  EXPECT_EQ(table.find("benefit")->origin, (Origin{"b.json", 9, ""}));
  EXPECT_EQ(table.find("nothing"), nullptr);
}

TEST(Shown, IsWhatAReaderExpects) {
  EXPECT_EQ(shown(number("18204.5"), "GBP"), "18,204.50 GBP");
  EXPECT_EQ(shown(number("1500"), "JPY"), "1,500 JPY");
  EXPECT_EQ(shown(number("0.125"), "GBP"), "0.125 GBP");
  EXPECT_EQ(shown(number("4"), "days"), "4 days");
  EXPECT_EQ(shown(Value(*make_date(2025, 3, 4)), ""), "4 March 2025");
  EXPECT_EQ(shown(Value(false), ""), "no");
  EXPECT_EQ(shown(Value(), ""), "none");
  EXPECT_EQ(shown(Value::missing("offences.O1.from"), "GBP"), "not known (offences.O1.from)");
}

}  // namespace
}  // namespace recoup
