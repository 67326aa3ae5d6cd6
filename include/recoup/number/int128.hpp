// int128.hpp: whole numbers of 128 bits, with overflow that cannot pass unseen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// A signed whole number of 128 bits: sixteen bytes, where Boost's checked form takes thirty-two.
__extension__ using Int128 = __int128;

[[nodiscard]] constexpr std::optional<Int128> checked_add(Int128 a, Int128 b) noexcept {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
  return sum;
}

[[nodiscard]] constexpr std::optional<Int128> checked_subtract(Int128 a, Int128 b) noexcept {
  Int128 difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) return std::nullopt;
  return difference;
}

[[nodiscard]] constexpr std::optional<Int128> checked_multiply(Int128 a, Int128 b) noexcept {
  Int128 product = 0;
  if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
  return product;
}

/// Decimal digits with a minus sign where negative.
[[nodiscard]] std::string text(Int128 value);

/// Reads an optional minus sign and decimal digits; nothing where the text is anything else or the
/// number does not fit.
[[nodiscard]] std::optional<Int128> parse_int128(std::string_view text);

/// `floor(a * b / c)` and what is left over, with a product of 256 bits.
///
/// Requires a >= 0, b >= 0, c > 0 and a quotient that fits.
struct Share {
  Int128 quotient = 0;
  Int128 remainder = 0;
};
[[nodiscard]] Share multiply_divide(Int128 a, Int128 b, Int128 c);

/// Cuts `whole` in proportion to `weights` by largest remainder: every share is rounded down, and
/// the units left over go one each to the largest remainders, ties to the earlier weight.
///
///   Exact  The shares add up to `whole`. No share exceeds its weight where `whole` does not exceed
///          the sum of the weights.
///
/// Requires whole >= 0, weights >= 0, and a sum of weights above zero that fits 128 bits.
[[nodiscard]] std::vector<Int128> apportion(Int128 whole, const std::vector<Int128>& weights);

}  // namespace recoup
