#include "account_blocks.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace recoup {
namespace {

/// A block of one account with an entry on each of these days of March 2025.
AccountBlock block(const char* account, std::initializer_list<unsigned> days) {
  AccountBlock made{account, {}};
  for (const unsigned day : days) {
    made.entries.push_back({account, BookingTime(*make_date(2025, 3, day)), Money(day, gbp),
                            std::nullopt, "", "", "", "", made.entries.size() + 1});
  }
  return made;
}

std::vector<Int128> amounts(const Import& import) {
  std::vector<Int128> minor;
  for (const Transaction& entry : import.transactions) minor.push_back(entry.amount.minor());
  return minor;
}

TEST(AccountBlocks, PutTheEarlierStatementOfAnAccountFirst) {
  Import import;
  place_blocks({block("A", {10, 12}), block("B", {1}), block("A", {4, 5})}, import);
  EXPECT_EQ(amounts(import), (std::vector<Int128>{4, 5, 1, 10, 12}));
  ASSERT_EQ(import.notes.size(), 1U);
  EXPECT_NE(import.notes[0].find("the earliest was put first"), std::string::npos);
}

TEST(AccountBlocks, LeaveStatementsThatOverlapAsTheyStand) {
  Import import;
  place_blocks({block("A", {4, 12}), block("A", {3, 5})}, import);
  EXPECT_EQ(amounts(import), (std::vector<Int128>{4, 12, 3, 5}));
  EXPECT_NE(import.notes.at(0).find("overlap"), std::string::npos);
}

TEST(AccountBlocks, TurnRoundOnlyWhatStandsNewestFirst) {
  std::vector<std::string> notes;
  auto newest_first = block("A", {5, 4, 4}).entries;
  EXPECT_TRUE(put_oldest_first(newest_first, "A", notes));
  EXPECT_EQ(newest_first.front().line, 3U);
  auto mixed = block("A", {5, 4, 6}).entries;
  EXPECT_FALSE(put_oldest_first(mixed, "A", notes));
  EXPECT_EQ(mixed.front().line, 1U);
  EXPECT_EQ(notes.size(), 2U);
  auto one_day = block("A", {5, 5}).entries;
  EXPECT_FALSE(put_oldest_first(one_day, "A", notes));
  EXPECT_EQ(notes.size(), 2U);
}

TEST(AccountBlocks, NameAnAccountThatTheDocumentDoesNotName) {
  const Document document = make_document("a.qif", "x");
  std::vector<std::string> notes;
  const std::string name = "unnamed account " + document.digest.short_text();
  EXPECT_EQ(name_for_unnamed(document, {}, 0, notes), name);
  EXPECT_EQ(name_for_unnamed(document, {}, 1, notes), name + " (2)");
  EXPECT_NE(notes.at(0).find("--account"), std::string::npos);
  ImportOptions options;
  options.account = "12345678";
  EXPECT_EQ(name_for_unnamed(document, options, 0, notes), "12345678");
  EXPECT_EQ(notes.size(), 3U);
}

TEST(AccountBlocks, AssumeACurrencyAndSaySo) {
  const Document document = make_document("a.qif", "x");
  std::vector<std::string> notes;
  EXPECT_EQ(assumed_currency(document, {}, usd, notes).value(), usd);
  EXPECT_NE(notes.at(0).find("USD was assumed, --currency names another"), std::string::npos);
  ImportOptions options;
  options.currency = "EUR";
  EXPECT_EQ(assumed_currency(document, options, usd, notes).value(), eur);
  options.currency = "EURO";
  const auto refused = assumed_currency(document, options, usd, notes);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_EQ(refused.error().place.document, "a.qif");
}

}  // namespace
}  // namespace recoup
