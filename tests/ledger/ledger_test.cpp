#include "recoup/ledger/ledger.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Ledger, FindsAnAccountByItsWholeName) {
  Ledger ledger;
  ledger.accounts = {"20-11-22 12345678", "30-44-55 87654321", "cash"};
  EXPECT_EQ(ledger.find_account("20-11-22 12345678"), AccountRow{0});
  EXPECT_EQ(ledger.find_account("cash"), AccountRow{2});
  EXPECT_FALSE(ledger.find_account("20-11-22"));
  EXPECT_FALSE(ledger.find_account("20-11-22 12345678 "));
  EXPECT_FALSE(ledger.find_account(""));
  EXPECT_FALSE(ledger.find_account("zzz"));
}

TEST(Ledger, FindsNothingWhereThereIsNothing) {
  EXPECT_FALSE(Ledger{}.find_account("cash"));
  EXPECT_EQ(Ledger{}.leg_count(), 0U);
}

}  // namespace
}  // namespace recoup
