#include "recoup/ledger/account_key.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(AccountKey, LeavesBlanksHyphensAndSlashesOut) {
  EXPECT_EQ(account_key("20-11-22 12345678"), account_key("20112212345678"));
  EXPECT_EQ(account_key("GB29 NWBK 6016 1331 9268 19"), account_key("gb29nwbk60161331926819"));
  EXPECT_EQ(account_key("37040044/532013000"), "37040044532013000");
}

TEST(AccountKey, TakesNothingElseForTheSame) {
  EXPECT_NE(account_key("GB29NWBK60161331926819"), account_key("60-16-13 31926819"));
  EXPECT_NE(account_key("A"), account_key("A."));
  EXPECT_EQ(account_key("--"), "--");
  EXPECT_NE(account_key("Alpha"), account_key("alpha"));
  EXPECT_NE(account_key("B 2"), account_key("B2"));
}

}  // namespace
}  // namespace recoup
