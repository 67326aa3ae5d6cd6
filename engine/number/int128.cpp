#include "recoup/number/int128.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>

#include "recoup/base/check.hpp"
#include "recoup/number/proportion.hpp"

namespace recoup {
namespace {

using Wide = boost::multiprecision::int256_t;

/// Rounds down every share that `cut` makes of a weight, and gives the units left over to the
/// largest remainders.
template <typename Remainder, typename Cut>
std::vector<Int128> by_largest_remainder(Int128 whole, const std::vector<Int128>& weights,
                                         const Cut& cut) {
  struct Rest {
    Remainder remainder;
    std::size_t place;
  };
  std::vector<Int128> shares(weights.size());
  std::vector<Rest> rests(weights.size());
  Int128 left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto share = cut(weights[i]);
    shares[i] = share.quotient;
    rests[i] = {share.remainder, i};
    left -= share.quotient;
  }
  RECOUP_CHECK(left >= 0 && left < static_cast<Int128>(weights.size()));
  if (left == 0) return shares;
  const auto first_without = rests.begin() + static_cast<std::ptrdiff_t>(left);
  std::nth_element(rests.begin(), first_without, rests.end(), [](const Rest& a, const Rest& b) {
    return a.remainder != b.remainder ? a.remainder > b.remainder : a.place < b.place;
  });
  for (auto rest = rests.begin(); rest != first_without; ++rest) ++shares[rest->place];
  return shares;
}

}  // namespace

std::string text(Int128 value) {
  if (value == 0) return "0";
  std::string digits;
  // Taken digit by digit with the sign kept, because the smallest value has no positive twin.
  const bool negative = value < 0;
  while (value != 0) {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value /= 10;
  }
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::optional<Int128> parse_int128(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  Int128 value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    const auto shifted = checked_multiply(value, 10);
    if (!shifted) return std::nullopt;
    const int digit = c - '0';
    const auto next = negative ? checked_subtract(*shifted, digit) : checked_add(*shifted, digit);
    if (!next) return std::nullopt;
    value = *next;
  }
  return value;
}

Share multiply_divide(Int128 a, Int128 b, Int128 c) {
  RECOUP_CHECK(a >= 0 && b >= 0 && c > 0);
  if (const auto product = checked_multiply(a, b)) return {*product / c, *product % c};
  const Wide product = Wide(a) * Wide(b);
  const Wide quotient = product / Wide(c);
  RECOUP_CHECK(quotient <= Wide(std::numeric_limits<Int128>::max()));
  return {static_cast<Int128>(quotient), static_cast<Int128>(product % Wide(c))};
}

std::vector<Int128> apportion(Int128 whole, const std::vector<Int128>& weights) {
  RECOUP_CHECK(whole >= 0);
  Int128 sum = 0;
  for (const Int128 weight : weights) {
    RECOUP_CHECK(weight >= 0);
    const auto next = checked_add(sum, weight);
    RECOUP_CHECK(next.has_value());
    sum = *next;
  }
  RECOUP_CHECK(sum > 0);

  if (whole == sum) return weights;
  if (sum < Proportion::limit && whole < sum) {
    const Proportion proportion(static_cast<std::uint64_t>(whole), static_cast<std::uint64_t>(sum));
    return by_largest_remainder<std::uint64_t>(whole, weights, [&](Int128 weight) {
      return proportion.of(static_cast<std::uint64_t>(weight));
    });
  }
  return by_largest_remainder<Int128>(
      whole, weights, [&](Int128 weight) { return multiply_divide(whole, weight, sum); });
}

}  // namespace recoup
