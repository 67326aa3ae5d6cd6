#include "recoup/number/int128.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace recoup {
namespace {

constexpr Int128 largest = std::numeric_limits<Int128>::max();
constexpr Int128 smallest = std::numeric_limits<Int128>::min();

TEST(Int128, TextAndParseAreInverse) {
  for (const Int128 value : {Int128{0}, Int128{-1}, Int128{42}, largest, smallest}) {
    EXPECT_TRUE(parse_int128(text(value)) == value);
  }
  EXPECT_EQ(text(largest), "170141183460469231731687303715884105727");
  EXPECT_FALSE(parse_int128("170141183460469231731687303715884105728").has_value());
  EXPECT_FALSE(parse_int128("").has_value());
  EXPECT_FALSE(parse_int128("-").has_value());
  EXPECT_FALSE(parse_int128("1 ").has_value());
}

TEST(Int128, OverflowIsNothing) {
  EXPECT_FALSE(checked_add(largest, 1).has_value());
  EXPECT_FALSE(checked_subtract(smallest, 1).has_value());
  EXPECT_FALSE(checked_multiply(largest, 2).has_value());
}

TEST(Int128, MultiplyDivideHasAProductOf256Bits) {
  const Share share = multiply_divide(largest, largest - 1, largest);
  EXPECT_TRUE(share.quotient == largest - 1);
  EXPECT_TRUE(share.remainder == 0);
  const Share third = multiply_divide(largest, 1, 3);
  EXPECT_TRUE(third.quotient * 3 + third.remainder == largest);
}

TEST(Apportion, GivesTheLeftOverUnitsToTheLargestRemainders) {
  // law.md 5.0, ledger L2: 500.00 out of 333.33 and 666.68.
  const auto shares = apportion(50000, {33333, 66668});
  EXPECT_TRUE(shares[0] == 16666);
  EXPECT_TRUE(shares[1] == 33334);
}

TEST(Apportion, TiesGoToTheEarlierWeight) {
  const auto shares = apportion(2, {1, 1, 1});
  EXPECT_TRUE(shares[0] == 1 && shares[1] == 1 && shares[2] == 0);
}

TEST(Apportion, AddsUpAndNeverExceedsAWeight) {
  std::mt19937_64 random(20251121);
  for (int round = 0; round < 20000; ++round) {
    std::vector<Int128> weights(1 + random() % 5);
    Int128 sum = 0;
    for (Int128& weight : weights) {
      weight = static_cast<Int128>(random() % 50);
      sum += weight;
    }
    if (sum == 0) continue;
    const Int128 whole = static_cast<Int128>(random()) % (sum + 1);
    Int128 total = 0;
    const auto shares = apportion(whole, weights);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      total += shares[i];
      EXPECT_TRUE(shares[i] <= weights[i]);
    }
    ASSERT_TRUE(total == whole);
  }
}

}  // namespace
}  // namespace recoup
