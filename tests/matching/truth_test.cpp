// Truth: transfers that are known are found, and none is certain and wrong.

#include <gtest/gtest.h>

#include <iostream>

#include "truth_world.hpp"

namespace recoup {
namespace {

constexpr std::uint64_t worlds_told = 12;
constexpr std::size_t transfers_told = 400;

TEST(Truth, WhatIsCertainIsRightAndWhatDocumentsDetermineIsFound) {
  TruthCount total;
  for (std::uint64_t seed = 1; seed <= worlds_told; ++seed) {
    total.add(count_truth(make_truth_world(seed, transfers_told), seed));
  }
  std::cout << total.text();
  EXPECT_EQ(total.wrong_exact, 0U);
  EXPECT_EQ(total.wrong_strong, 0U);
  EXPECT_EQ(total.against_contract, 0U);
  EXPECT_GT(total.determined * 10, total.transfers * 6);
  EXPECT_GE(total.determined_found * 100, total.determined * 99);
}

TEST(Truth, TheOrderOfImportNeverMatters) {
  const TruthWorld world = make_truth_world(77, transfers_told);
  std::vector<StatementPart> parts = world.documents();
  const Ledger first = build_ledger(parts, {}).value().ledger;
  std::reverse(parts.begin(), parts.end());
  const Ledger second = build_ledger(parts, {}).value().ledger;
  const Links one = match_transfers(first, world.evidence());
  const Links other = match_transfers(second, world.evidence());
  ASSERT_EQ(one.matched.size(), other.matched.size());
  for (std::size_t i = 0; i < one.matched.size(); ++i) {
    EXPECT_EQ(one.matched[i].debit, other.matched[i].debit);
    EXPECT_EQ(one.matched[i].credit, other.matched[i].credit);
    EXPECT_EQ(one.matched[i].why, other.matched[i].why);
  }
}

}  // namespace
}  // namespace recoup
