#include <gtest/gtest.h>

#include "lags.hpp"
#include "recoup/matching/party_name.hpp"
#include "working_days.hpp"

namespace recoup {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(WorkingDays, LeaveOutSaturdaysAndSundays) {
  EXPECT_EQ(working_days(day("2025-03-06"), day("2025-03-07")), 1);  // Thursday, Friday
  EXPECT_EQ(working_days(day("2025-03-07"), day("2025-03-08")), 0);  // Saturday
  EXPECT_EQ(working_days(day("2025-03-07"), day("2025-03-10")), 1);  // Monday
  EXPECT_EQ(working_days(day("2025-03-08"), day("2025-03-10")), 1);
  EXPECT_EQ(working_days(day("2025-03-10"), day("2025-03-07")), -1);
  EXPECT_EQ(working_days(day("1969-12-19"), day("1970-01-02")), 10);
}

TEST(PartyName, IsOneInManySpellings) {
  EXPECT_EQ(party_key("NORTHGATE TRADING LTD."), party_key("The Northgate Trading Limited"));
  EXPECT_EQ(party_key("Mr J.P. O'Neill"), party_key("JP ONEILL"));
  EXPECT_EQ(party_key("Smith and Sons"), party_key("SMITH & SONS"));
  EXPECT_NE(party_key("Northgate Trading Ltd"), party_key("Northgate Holdings Ltd"));
  EXPECT_EQ(party_key("Mr"), "");
}

TEST(PartyName, OneThatWasCutOffIsTheWhole) {
  EXPECT_TRUE(is_one_party(party_key("NORTHGATE TRADI"), party_key("Northgate Trading Limited")));
  EXPECT_FALSE(is_one_party(party_key("J SMITH"), party_key("J Smithson")));
  EXPECT_EQ(party_key("AMBER ESTATES LIMI"), party_key("Amber Estates Ltd"));
  EXPECT_FALSE(is_one_party("", ""));
}

TEST(Lags, TheBankIsSeenInEverySpellingOfItsAccount) {
  EXPECT_EQ(bank_of("60-16-13 31926819"), bank_of("GB29NWBK60161331926819"));
  EXPECT_EQ(bank_of("DE89370400440532013000"), "DE37040044");
  EXPECT_EQ(bank_of("Wallet"), "Wallet");
}

}  // namespace
}  // namespace recoup
