#include "recoup/ledger/leg_texts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace recoup {
namespace {

TEST(LegTexts, GiveEveryLegItsOwnWords) {
  LegTexts texts;
  texts.push_back({"GB1", "Amble Ltd", "rent March", "r1"});
  texts.push_back({"", "Bray & Co", "rent March", "r2"});
  EXPECT_EQ(texts.size(), 2U);
  EXPECT_EQ(texts[0].counterparty_account, "GB1");
  EXPECT_EQ(texts[0].reference, "r1");
  EXPECT_EQ(texts[1].counterparty_account, "");
  EXPECT_EQ(texts[1].counterparty_name, "Bray & Co");
  EXPECT_EQ(texts[1].description, "rent March");
}

TEST(LegTexts, GiveOneNumberToOneTextWhereverItStands) {
  LegTexts texts;
  texts.push_back({"Amble", "Amble", "", "x"});
  texts.push_back({"", "amble", "Amble", ""});
  EXPECT_EQ(texts.ids(0).counterparty_account, texts.ids(0).counterparty_name);
  EXPECT_EQ(texts.ids(0).counterparty_name, texts.ids(1).description);
  EXPECT_NE(texts.ids(0).counterparty_name, texts.ids(1).counterparty_name);
  EXPECT_EQ(texts.ids(1).counterparty_account, TextId{});
  EXPECT_EQ(texts.ids(0).description, TextId{});
  EXPECT_EQ(texts.text_count(), 4U) << "nothing, Amble, x, amble";
}

TEST(TextPool, TellsAHundredThousandTextsApart) {
  TextPool pool;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    ASSERT_EQ(index(pool.add("payment " + std::to_string(i))), i + 1);
  }
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    ASSERT_EQ(index(pool.add("payment " + std::to_string(i))), i + 1);
    ASSERT_EQ(pool.text(static_cast<TextId>(i + 1)), "payment " + std::to_string(i));
  }
}

TEST(TextPool, TakesATextWithZeroBytesAndItsBeginningForTwo) {
  TextPool pool;
  const std::string with_zero("ab\0c", 4);
  EXPECT_NE(pool.add(with_zero), pool.add("ab"));
  EXPECT_EQ(pool.text(pool.add(with_zero)), with_zero);
}

}  // namespace
}  // namespace recoup
