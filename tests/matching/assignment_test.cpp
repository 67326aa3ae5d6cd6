#include "assignment.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

std::size_t certain(const BestAssignment& best) {
  std::size_t count = 0;
  for (const TakenUnits& taken : best.shares) count += taken.is_certain ? 1 : 0;
  return count;
}

TEST(Assignment, TakesTheBestOverallAndNotTheBestFirst) {
  // 0-0 alone is the heaviest, but 0-1 with 1-0 explains more.
  const BestAssignment best = best_assignment({1, 1}, {1, 1}, {{0, 0, 5}, {0, 1, 4}, {1, 0, 4}});
  EXPECT_EQ(best.weight, 8);
  EXPECT_EQ(certain(best), 2U);
}

TEST(Assignment, SaysWhereAnotherOneExplainsAsMuch) {
  const BestAssignment best =
      best_assignment({1, 1}, {1, 1}, {{0, 0, 2}, {0, 1, 2}, {1, 0, 2}, {1, 1, 2}});
  EXPECT_EQ(best.weight, 4);
  EXPECT_EQ(certain(best), 0U);
  EXPECT_EQ(certain(best_assignment({1, 1}, {1}, {{0, 0, 2}, {1, 0, 2}})), 0U);
  EXPECT_EQ(certain(best_assignment({1, 1}, {1}, {{0, 0, 3}, {1, 0, 2}})), 1U);
}

TEST(Assignment, AlikeLegsGoTogether) {
  const BestAssignment best = best_assignment({2}, {2}, {{0, 0, 3}});
  ASSERT_EQ(best.shares.size(), 1U);
  EXPECT_EQ(best.shares[0].units, 2U);
  EXPECT_TRUE(best.shares[0].is_certain);
}

TEST(Assignment, WhatTheRestLeavesOpenIsCertainAllTheSame) {
  // 2-2 stands apart from a square of which nothing tells.
  const BestAssignment best = best_assignment(
      {1, 1, 1}, {1, 1, 1}, {{0, 0, 2}, {0, 1, 2}, {1, 0, 2}, {1, 1, 2}, {2, 2, 1}});
  EXPECT_EQ(best.weight, 5);
  EXPECT_EQ(certain(best), 1U);
}

TEST(Assignment, AgreesWithEveryAssignmentTriedOut) {
  std::uint64_t seed = 7;
  const auto next = [&](std::uint64_t count) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>((seed >> 33) % count);
  };
  for (int world = 0; world < 300; ++world) {
    std::vector<Offer> offers;
    for (std::uint32_t d = 0; d < 4; ++d) {
      for (std::uint32_t c = 0; c < 4; ++c) {
        if (next(2) == 0) offers.push_back({d, c, static_cast<std::int32_t>(1 + next(3))});
      }
    }
    std::int64_t most = 0;
    std::vector<std::uint32_t> in_all(offers.size(), 0);
    std::uint32_t best_count = 0;
    for (std::uint32_t chosen = 0; chosen < (1U << offers.size()); ++chosen) {
      std::uint32_t debits = 0;
      std::uint32_t credits = 0;
      std::int64_t weight = 0;
      bool fits = true;
      for (std::size_t i = 0; i < offers.size() && fits; ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        fits = (debits >> offers[i].debit & 1U) == 0 && (credits >> offers[i].credit & 1U) == 0;
        debits |= 1U << offers[i].debit;
        credits |= 1U << offers[i].credit;
        weight += offers[i].weight;
      }
      if (!fits || weight < most) continue;
      if (weight > most) {
        most = weight;
        best_count = 0;
        in_all.assign(offers.size(), 0);
      }
      ++best_count;
      for (std::size_t i = 0; i < offers.size(); ++i) in_all[i] += chosen >> i & 1U;
    }
    const BestAssignment best = best_assignment({1, 1, 1, 1}, {1, 1, 1, 1}, offers);
    ASSERT_EQ(best.weight, most) << world;
    for (const TakenUnits& taken : best.shares) {
      ASSERT_EQ(taken.is_certain, in_all[taken.offer] == best_count) << world;
    }
  }
}

}  // namespace
}  // namespace recoup
