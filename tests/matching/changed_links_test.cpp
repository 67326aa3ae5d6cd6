// Links without some pairs, or on the rows of a ledger without some legs.

#include "recoup/matching/changed_links.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Link pair(std::uint32_t debit, std::uint32_t credit, std::optional<std::uint32_t> part = {}) {
  return {LegRow{debit}, LegRow{credit}, Confidence::strong, "seen", 1, part};
}

std::string told(const Links& links) {
  std::string out;
  for (const Link& link : links.matched) {
    out += std::to_string(index(link.debit)) + "-" + std::to_string(index(link.credit)) + " ";
  }
  out += "unmatched";
  for (const LegRow leg : links.unmatched) out += " " + std::to_string(index(leg));
  return out;
}

/// Debit 0 is credits 5 and 6; debits 1 and 2 make credit 7; debit 3 is credit 8; 4 is unmatched.
Links links_of_sums() {
  Links links;
  links.matched = {pair(0, 5, 0), pair(0, 6, 1), pair(1, 7, 2), pair(2, 7, 3), pair(3, 8)};
  links.parts = {{100}, {200}, {300}, {400}};
  links.unmatched = {LegRow{4}};
  return links;
}

TEST(ChangedLinks, PairsOfOneSumAreOneReading) {
  const Links links = links_of_sums();
  EXPECT_EQ(pairs_of_reading(links, 1), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(pairs_of_reading(links, 2), (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(pairs_of_reading(links, 4), (std::vector<std::size_t>{4}));
}

TEST(ChangedLinks, LegsOfAPairTakenApartAreUnmatchedUnlessAnotherPairHasThem) {
  EXPECT_EQ(told(without_pairs(links_of_sums(), {4})), "0-5 0-6 1-7 2-7 unmatched 3 4 8");
  EXPECT_EQ(told(without_pairs(links_of_sums(), {0})), "0-6 1-7 2-7 3-8 unmatched 4 5");
  EXPECT_EQ(told(without_pairs(links_of_sums(), {0, 1})), "1-7 2-7 3-8 unmatched 0 4 5 6");
  EXPECT_EQ(told(without_pairs(links_of_sums(), {})), told(links_of_sums()));
}

TEST(ChangedLinks, EverythingThatNamesALegMovesOrGoesWithIt) {
  Links links = links_of_sums();
  links.reversals = {{LegRow{4}, LegRow{8}, "back"}, {LegRow{1}, LegRow{8}, "gone"}};
  links.coordinations = {{LegRow{1}, LegRow{8}, "gone"}, {LegRow{4}, LegRow{8}, "financed"}};
  links.leads = {{LegRow{1}, "X", "gone"}, {LegRow{4}, "Y", "lead"}};
  links.cash = {{LegRow{4}, LegRow{1}, "gone"}, {LegRow{4}, LegRow{8}, "notes"}};
  std::vector<std::optional<LegRow>> rows = {LegRow{0}, std::nullopt, LegRow{1},
                                             LegRow{2}, LegRow{3},    LegRow{4},
                                             LegRow{5}, LegRow{6},    LegRow{7}};
  const Links moved = links_on_rows(links, rows);
  EXPECT_EQ(told(moved), "0-4 0-5 1-6 2-7 unmatched 3");
  ASSERT_EQ(moved.reversals.size(), 1U);
  EXPECT_EQ(moved.reversals[0].credit, LegRow{7});
  ASSERT_EQ(moved.coordinations.size(), 1U);
  EXPECT_EQ(moved.coordinations[0].debit, LegRow{3});
  ASSERT_EQ(moved.leads.size(), 1U);
  EXPECT_EQ(moved.leads[0].leg, LegRow{3});
  ASSERT_EQ(moved.cash.size(), 1U);
  EXPECT_EQ(moved.cash[0].paid_in, LegRow{7});
}

TEST(ChangedLinks, APairThatLosesALegLeavesTheOtherUnmatched) {
  std::vector<std::optional<LegRow>> rows(9);
  for (std::uint32_t row = 0; row < 8; ++row) rows[row] = LegRow{row};
  EXPECT_EQ(told(links_on_rows(links_of_sums(), rows)), "0-5 0-6 1-7 2-7 unmatched 3 4");
}

TEST(ChangedLinks, AReviewWithoutDebitsOrWithoutCreditsIsNone) {
  Links links;
  links.review = {{{LegRow{0}}, {LegRow{1}, LegRow{2}}, "two readings"}};
  std::vector<std::optional<LegRow>> rows = {LegRow{0}, std::nullopt, LegRow{1}};
  const Links one_less = links_on_rows(links, rows);
  ASSERT_EQ(one_less.review.size(), 1U);
  EXPECT_EQ(one_less.review[0].credits, std::vector<LegRow>{LegRow{1}});
  rows[2] = std::nullopt;
  const Links none = links_on_rows(links, rows);
  EXPECT_TRUE(none.review.empty());
  EXPECT_EQ(told(none), "unmatched 0");
}

}  // namespace
}  // namespace recoup
