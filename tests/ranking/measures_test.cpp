#include "recoup/ranking/measures.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Measures, AShareHasFourDecimalsHalfUp) {
  Measures measures;
  measures.share("third", 1, 3, "one of three");
  measures.share("half", 1, 20000, "a half of the last place");
  EXPECT_EQ(text(measures.facts().find("third")->value), "0.3333");
  EXPECT_EQ(text(measures.facts().find("half")->value), "0.0001");
  EXPECT_EQ(measures.facts().find("third")->origin.derivation, "one of three");
}

TEST(Measures, AnAmountIsExactAndHasItsUnit) {
  Measures measures;
  measures.amount("value", Money(123456, gbp), "");
  EXPECT_EQ(shown(measures.facts().find("value")->value, "GBP"), "1,234.56 GBP");
}

TEST(Measures, WhatIsMissingNamesWhatToObtain) {
  Measures measures;
  measures.missing("convicted", "offences");
  EXPECT_TRUE(measures.facts().find("convicted")->value.is_unknown());
}

}  // namespace
}  // namespace recoup
