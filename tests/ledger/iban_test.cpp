#include "recoup/ledger/iban.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recoup {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(Iban, IsReadInGroupsAndInOneRun) {
  EXPECT_EQ(parse_iban("GB29 NWBK 6016 1331 9268 19").value().bban, "NWBK60161331926819");
  EXPECT_EQ(parse_iban("de89370400440532013000").value().country, "DE");
}

TEST(Iban, ADigitThatIsChangedIsNoIban) {
  const std::string good = "GB29NWBK60161331926819";
  for (std::size_t at = 2; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = bad[at] == '7' ? '5' : '7';
    EXPECT_FALSE(parse_iban(bad)) << bad;
  }
}

TEST(Iban, TheLengthIsTheCountrys) {
  EXPECT_FALSE(parse_iban("GB29NWBK6016133192681"));
  EXPECT_FALSE(parse_iban("30-44-55 87654321"));
  EXPECT_FALSE(parse_iban(""));
}

TEST(Iban, HoldsSortCodeAndAccountNumber) {
  EXPECT_THAT(domestic_keys(parse_iban("GB29NWBK60161331926819").value()),
              Contains("60161331926819"));
}

TEST(Iban, HoldsTheGermanNumberWithAndWithoutItsZeros) {
  const auto keys = domestic_keys(parse_iban("DE89370400440532013000").value());
  EXPECT_THAT(keys, Contains("370400440532013000"));
  EXPECT_THAT(keys, Contains("37040044532013000"));
}

TEST(Iban, OfACountryThatIsNotKnownTheWholeDomesticPartIsTheNumber) {
  EXPECT_THAT(domestic_keys({"XX", "12345678901"}), testing::ElementsAre("12345678901"));
  EXPECT_THAT(domestic_keys({"XX", "ABCDEFG1234"}), IsEmpty());
}

}  // namespace
}  // namespace recoup
