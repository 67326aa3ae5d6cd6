#include "recoup/number/proportion.hpp"

#include <gtest/gtest.h>

#include <random>

#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

void expect_as_divided(std::uint64_t weight, std::uint64_t part, std::uint64_t whole) {
  const Share slow = multiply_divide(weight, part, whole);
  const Proportion::Share fast = Proportion(part, whole).of(weight);
  ASSERT_EQ(Int128{fast.quotient}, slow.quotient) << weight << " * " << part << " / " << whole;
  ASSERT_EQ(Int128{fast.remainder}, slow.remainder) << weight << " * " << part << " / " << whole;
}

TEST(Proportion, CutsAsTheLongDivisionDoesAtItsLimits) {
  constexpr std::uint64_t most = Proportion::limit - 1;
  for (const std::uint64_t whole : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3}, most / 2,
                                    most / 2 + 1, most - 1, most}) {
    for (const std::uint64_t part : {std::uint64_t{0}, whole / 3, whole / 2, whole - 1}) {
      for (const std::uint64_t weight :
           {std::uint64_t{0}, std::uint64_t{1}, whole / 2, whole - 1, whole}) {
        expect_as_divided(weight, part, whole);
      }
    }
  }
}

TEST(Proportion, CutsAsTheLongDivisionDoesInAMillionRandomCases) {
  std::mt19937_64 random(20250304);
  for (int i = 0; i < 1'000'000; ++i) {
    const std::uint64_t whole = (random() >> (1 + random() % 62)) + 1;
    if (whole >= Proportion::limit) continue;
    expect_as_divided(random() % (whole + 1), random() % whole, whole);
  }
}

}  // namespace
}  // namespace recoup
