#include "recoup/money/currency.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Currency, KnowsTheDecimalsOfIso4217AndOfTwoCryptoassets) {
  const struct {
    const char* code;
    int decimals;
  } table[] = {{"GBP", 2}, {"JPY", 0},  {"KWD", 3}, {"CLF", 4},
               {"BTC", 8}, {"ETH", 18}, {"AED", 2}, {"ZWL", 2},
               {"DEM", 2}, {"NLG", 2}};
  for (const auto& row : table) {
    EXPECT_EQ(Currency::parse(row.code).value().decimals(), row.decimals) << row.code;
  }
  EXPECT_EQ(Currency::parse("GBP").value(), gbp);
}

TEST(Currency, RefusesOtherCodes) {
  for (const char* code : {"gbp", "GB", "GBPX", "", "XXX", "QQQ"}) {
    EXPECT_FALSE(Currency::parse(code).has_value()) << code;
  }
}

}  // namespace
}  // namespace recoup
