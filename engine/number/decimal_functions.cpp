// Roots, powers that are not whole, exponentials and logarithms.

#include <algorithm>
#include <boost/multiprecision/cpp_dec_float.hpp>

#include "decimal_parts.hpp"

namespace recoup {
namespace {

/// A number with digits to spare, for results that no decimal number can be.
using LongNumber = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<100>>;

LongNumber long_number(const Decimal& number) {
  const DecimalParts parts = DecimalParts::of(number);
  return LongNumber((parts.negative ? "-" : "") + parts.coefficient.str() + "e" +
                    std::to_string(parts.exponent));
}

template <typename Function>
std::optional<Calculated> transcendental(const Function& function) {
  const LongNumber result = function();
  if (!boost::multiprecision::isfinite(result)) return std::nullopt;
  const auto number = Decimal::parse(result.str(60, std::ios_base::scientific));
  if (!number) return std::nullopt;
  return Calculated{number.value().value, false};
}

}  // namespace

std::optional<Calculated> Decimal::power(const Decimal& exponent) const {
  if (const auto whole = exponent.whole()) {
    constexpr Int128 exponent_limit = 1'000'000'000;
    if (*whole > exponent_limit || *whole < -exponent_limit) return std::nullopt;
    return power(static_cast<std::int64_t>(*whole));
  }
  if (is_negative() || is_zero()) return std::nullopt;
  return transcendental([&] { return pow(long_number(*this), long_number(exponent)); });
}

std::optional<Calculated> Decimal::square_root() const {
  if (is_negative()) return std::nullopt;
  DecimalParts parts = DecimalParts::of(*this);
  // An even exponent, and twice as many digits as the root is to have, with one to round by.
  std::int64_t shift =
      std::max<std::int64_t>(0, 2 * (digits_max + 2) - digit_count(parts.coefficient));
  if ((parts.exponent - shift) % 2 != 0) ++shift;
  Wide rest;
  const Wide root =
      boost::multiprecision::sqrt(Wide(parts.coefficient * power_of_ten(shift)), rest);
  DecimalParts result{false, root, (parts.exponent - shift) / 2, rest != 0};
  while (!result.sticky && result.coefficient != 0 && result.coefficient % 10 == 0) {
    result.coefficient /= 10;
    ++result.exponent;
  }
  return finish(result);
}

std::optional<Calculated> Decimal::exponential() const {
  if (is_zero()) return Calculated{Decimal(1), true};
  const Decimal limit(15'000);  // e^15000 is outside the range, and e^-15000 rounds to zero.
  if (*this > limit) return std::nullopt;
  if (*this < limit.negated()) return Calculated{Decimal(), false};
  return transcendental([&] { return exp(long_number(*this)); });
}

std::optional<Calculated> Decimal::logarithm() const {
  if (is_negative() || is_zero()) return std::nullopt;
  if (*this == Decimal(1)) return Calculated{Decimal(), true};
  return transcendental([&] { return log(long_number(*this)); });
}

}  // namespace recoup
