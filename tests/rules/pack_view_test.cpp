#include "recoup/rules/pack_view.hpp"

#include <gtest/gtest.h>

#include "small_pack.hpp"

namespace recoup {
namespace {

TEST(PackView, PutsLawAndRowsSideBySide) {
  const PackView view = view_pack(small_pack()).value();
  ASSERT_EQ(view.provisions.size(), 3U);
  EXPECT_EQ(view.provisions[0].provision.authority, "Gifts Act 1901 s.1(1)");
  EXPECT_EQ(view.provisions[0].provision.uri, "https://example.org/1");
  EXPECT_EQ(view.provisions[0].provision.says, "A large gift.");
  EXPECT_EQ(view.provisions[0].rules, std::vector<std::string>{"large"});
  EXPECT_EQ(view.provisions[2].parameters, std::vector<std::string>{"gift.window"});
  ASSERT_EQ(view.tables.size(), 1U);
  EXPECT_EQ(view.tables[0].rules[1].cells, std::vector<std::string>{"< gift window"});
  EXPECT_EQ(view.find("large")->outputs, std::vector<std::string>{"true"});
  EXPECT_EQ(view.find("nothing"), nullptr);
  EXPECT_TRUE(view.provisions_without_row.empty());
  EXPECT_TRUE(view.rows_without_provision.empty());
  EXPECT_EQ(view.signatures.state, PackSignatures::State::unsigned_pack);
}

TEST(PackView, PrintsCellsFromWhatWasRead) {
  const PackView view =
      view_pack(small_pack_with("model/gifts.dmn", "&gt;= gift window", "&gt;=( (gift   window) )"))
          .value();
  EXPECT_EQ(view.find("large")->cells, std::vector<std::string>{">= gift window"});
}

TEST(PackView, ListsWhatStandsOnOneSideOnly) {
  const PackView view =
      view_pack(small_pack_with("law/gifts.md", "[Gifts Act 1901 s.1(1)]", "[Gifts Act 1901 s.9]"))
          .value();
  EXPECT_EQ(view.provisions_without_row, std::vector<std::string>{"Gifts Act 1901 s.9"});
  EXPECT_EQ(view.rows_without_provision,
            std::vector<std::string>{"rule large: Gifts Act 1901 s.1(1)"});
}

}  // namespace
}  // namespace recoup
