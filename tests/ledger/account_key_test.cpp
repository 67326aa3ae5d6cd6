#include "recoup/ledger/account_key.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(AccountKey, LeavesBlanksHyphensAndSlashesOut) {
  EXPECT_EQ(account_key("20-11-22 12345678"), account_key("20112212345678"));
  EXPECT_EQ(account_key("GB29 NWBK 6016 1331 9268 19"), account_key("gb29nwbk60161331926819"));
  EXPECT_EQ(account_key("37040044/532013000"), "37040044532013000");
}

TEST(AccountKey, IsOfTheSpellingAlone) {
  EXPECT_NE(account_key("GB29NWBK60161331926819"), account_key("60-16-13 31926819"));
  EXPECT_NE(account_key("A"), account_key("A."));
  EXPECT_EQ(account_key("--"), "--");
  EXPECT_NE(account_key("Alpha"), account_key("ALPHA"));
  EXPECT_NE(account_key("B-2"), account_key("B2"));
}

constexpr const char* iban = "GB29 NWBK 6016 1331 9268 19";
constexpr const char* at_home = "60-16-13 31926819";

TEST(AccountNames, AnIbanAndTheNumberInsideItAreOneAccountAndTheReasonIsGiven) {
  const AccountNames names({iban, at_home, "20-11-22 12345678"}, {});
  EXPECT_EQ(*names.find("GB29NWBK60161331926819"), at_home);
  EXPECT_EQ(*names.find("601613-31926819"), at_home);
  ASSERT_EQ(names.ties().size(), 1U);
  EXPECT_EQ(names.ties()[0].other, iban);
  EXPECT_NE(names.ties()[0].why.find("check digits"), std::string::npos);
}

TEST(AccountNames, ASpellingThatNoDocumentShowsIsFoundByTheNumberInside) {
  EXPECT_EQ(*AccountNames({at_home}, {}).find(iban), at_home);
  EXPECT_EQ(*AccountNames({iban}, {}).find(at_home), iban);
  EXPECT_EQ(AccountNames({at_home}, {}).find("GB29NWBK60161331926818"), nullptr);
}

TEST(AccountNames, APersonKeepsThemApart) {
  const AccountNames names({iban, at_home}, {{at_home, iban, false, "two banks"}});
  EXPECT_EQ(*names.find(iban), iban);
  EXPECT_EQ(*names.find(at_home), at_home);
  EXPECT_TRUE(names.ties().empty());
  EXPECT_EQ(AccountNames({at_home}, {{at_home, iban, false, "two banks"}}).find(iban), nullptr);
}

TEST(AccountNames, APersonTiesAWalletToAnAccount) {
  const AccountNames names({at_home, "Wallet"}, {{"Wallet", at_home, true, "said the bank"},
                                                 {"Card 1111", at_home, true, "the same"}});
  EXPECT_EQ(*names.find("Wallet"), at_home);
  EXPECT_EQ(*names.find("Card 1111"), at_home);
  EXPECT_TRUE(names.are_one("Wallet", iban));
  EXPECT_FALSE(names.are_one("Card 2222", at_home));
}

TEST(AccountNames, ANumberInsideTwoIbansTiesNeither) {
  // Two banks of the Netherlands with one account number.
  const AccountNames names({"NL91ABNA0417164300", "NL61INGB0417164300", "0417164300"}, {});
  EXPECT_EQ(*names.find("0417164300"), "0417164300");
  EXPECT_TRUE(names.ties().empty());
}

}  // namespace
}  // namespace recoup
