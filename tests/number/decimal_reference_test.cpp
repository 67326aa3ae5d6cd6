// Our decimals beside those of another implementation of IEEE 754, digit for digit.

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "recoup/number/decimal.hpp"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
extern "C" {
#include <bid_conf.h>
#include <bid_functions.h>
}

namespace recoup {
namespace {

constexpr _IDEC_round nearest_even = 0;

/// A result of the other implementation: its text, "" where it is no number, and whether exact.
struct Reference {
  std::string text;
  bool exact = true;
};

BID_UINT128 other(const std::string& text) {
  _IDEC_flags flags = 0;
  std::string copy = text;
  return bid128_from_string(copy.data(), nearest_even, &flags);
}

/// What the call gives. It sets the flags that it is handed.
template <typename Call>
Reference reference_of(const Call& call) {
  _IDEC_flags flags = 0;
  const BID_UINT128 value = call(&flags);
  std::array<char, 64> text{};
  _IDEC_flags ignored = 0;
  bid128_to_string(text.data(), value, &ignored);
  const bool is_number = std::string(text.data()).find_first_of("nN") == std::string::npos;
  return {is_number ? text.data() : "", (flags & BID_INEXACT_EXCEPTION) == 0};
}

std::string random_number(std::mt19937_64& random, int exponent_max) {
  const std::size_t digits = 1 + random() % 34;
  std::string text = random() % 2 == 0 ? "-" : "";
  for (std::size_t i = 0; i < digits; ++i) {
    // Runs of nines and zeros are where rounding carries and ties are met.
    const auto kind = random() % 4;
    text += kind == 0 ? '9' : kind == 1 ? '0' : static_cast<char>('0' + random() % 10);
  }
  if (random() % 3 == 0) text += "5";
  const int exponent = static_cast<int>(random() % static_cast<unsigned>(2 * exponent_max + 1));
  return text.substr(0, 34) + "e" + std::to_string(exponent - exponent_max);
}

using Ours = std::optional<Calculated> (Decimal::*)(const Decimal&) const;
using Theirs = BID_UINT128 (*)(BID_UINT128, BID_UINT128, _IDEC_round, _IDEC_flags*);

void expect_same(const std::string& a, const std::string& b, char sign, Ours ours, Theirs theirs) {
  const Reference reference = reference_of(
      [&](_IDEC_flags* flags) { return theirs(other(a), other(b), nearest_even, flags); });
  const Decimal x = Decimal::parse(a).value().value;
  const Decimal y = Decimal::parse(b).value().value;
  const auto result = (x.*ours)(y);
  const std::string calculation = a + " " + sign + " " + b;
  ASSERT_EQ(result.has_value(), !reference.text.empty()) << calculation;
  if (!result) return;
  EXPECT_EQ(result->value, Decimal::parse(reference.text).value().value)
      << calculation << ": theirs " << reference.text << ", ours " << result->value.text();
  EXPECT_EQ(result->exact, reference.exact) << calculation;
}

void run(unsigned seed, int rounds, int exponent_max) {
  std::mt19937_64 random(seed);
  for (int i = 0; i < rounds && !::testing::Test::HasFailure(); ++i) {
    const std::string a = random_number(random, exponent_max);
    const std::string b = random_number(random, exponent_max);
    expect_same(a, b, '+', &Decimal::plus, &bid128_add);
    expect_same(a, b, '-', &Decimal::minus, &bid128_sub);
    expect_same(a, b, '*', &Decimal::times, &bid128_mul);
    expect_same(a, b, '/', &Decimal::over, &bid128_div);
    const Decimal x = Decimal::parse(a).value().value;
    const Decimal y = Decimal::parse(b).value().value;
    _IDEC_flags flags = 0;
    EXPECT_EQ(x < y, bid128_quiet_less(other(a), other(b), &flags) != 0) << a << " < " << b;
    EXPECT_EQ(x == y, bid128_quiet_equal(other(a), other(b), &flags) != 0) << a << " = " << b;
  }
}

TEST(DecimalReference, OrdinaryNumbersGiveTheSame) { run(1, 20'000, 20); }
TEST(DecimalReference, FarApartNumbersGiveTheSame) { run(2, 20'000, 100); }
TEST(DecimalReference, TheEndsOfTheRangeGiveTheSame) { run(3, 5'000, 6'000); }

TEST(DecimalReference, SquareRootsGiveTheSame) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 20'000 && !HasFailure(); ++i) {
    std::string a = random_number(random, 200);
    if (a.front() == '-') a.erase(0, 1);
    const Reference reference = reference_of(
        [&](_IDEC_flags* flags) { return bid128_sqrt(other(a), nearest_even, flags); });
    const auto root = Decimal::parse(a).value().value.square_root();
    ASSERT_TRUE(root.has_value()) << a;
    EXPECT_EQ(root->value, Decimal::parse(reference.text).value().value) << a;
    EXPECT_EQ(root->exact, reference.exact) << a;
  }
}

TEST(DecimalReference, RoundingToAScaleGivesTheSame) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 20'000 && !HasFailure(); ++i) {
    const std::string a = random_number(random, 20);
    const int scale = static_cast<int>(random() % 12) - 4;
    const BID_UINT128 unit = other("1e" + std::to_string(-scale));
    const Reference reference = reference_of(
        [&](_IDEC_flags* flags) { return bid128_quantize(other(a), unit, nearest_even, flags); });
    // Theirs refuses a result of more than 34 digits, where ours has nothing to cut off.
    if (reference.text.empty()) continue;
    const auto rounded = Decimal::parse(a).value().value.rounded(scale, Rounding::half_even);
    ASSERT_TRUE(rounded.has_value()) << a;
    EXPECT_EQ(rounded->value, Decimal::parse(reference.text).value().value) << a << " to " << scale;
    EXPECT_EQ(rounded->exact, reference.exact) << a << " to " << scale;
  }
}

}  // namespace
}  // namespace recoup
