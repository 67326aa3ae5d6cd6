// decimal_parts.hpp: a decimal number with a coefficient of any size, on its way to 34 digits.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "recoup/number/decimal.hpp"

namespace recoup {

using Wide = boost::multiprecision::cpp_int;

/// A number taken apart, with a coefficient of any size. The only way to make a Decimal.
struct DecimalParts {
  bool negative = false;
  Wide coefficient = 0;
  std::int64_t exponent = 0;
  bool sticky = false;  ///< Something above zero and below the last digit was cut off.

  static DecimalParts of(const Decimal& number) {
    return {number.negative_, Wide(number.coefficient_), number.exponent_, false};
  }
  static UInt128 coefficient_of(const Decimal& number) { return number.coefficient_; }
  static std::int32_t exponent_of(const Decimal& number) { return number.exponent_; }
  static Decimal make(bool negative, UInt128 coefficient, std::int32_t exponent) {
    Decimal number;
    number.coefficient_ = coefficient;
    number.exponent_ = exponent;
    number.negative_ = negative && coefficient != 0;
    return number;
  }
};

[[nodiscard]] Wide power_of_ten(std::int64_t exponent);
/// Digits of a number that is not negative; one for zero.
[[nodiscard]] std::int64_t digit_count(const Wide& value);
/// The nearest number that can be held. Nothing where it is too large.
[[nodiscard]] std::optional<Calculated> finish(DecimalParts parts);

}  // namespace recoup
