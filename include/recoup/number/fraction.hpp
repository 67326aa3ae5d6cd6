// fraction.hpp: exact fractions, for shares, rates and indices that are never rounded on the way.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// An exact fraction in lowest terms with a positive denominator.
///
///   Shape  Value type without a bound on its size.
///   Exact  Nothing here rounds, but `round_half_up`, which says so.
class Fraction {
 public:
  using Integer = boost::multiprecision::cpp_int;

  Fraction() : numerator_(0), denominator_(1) {}
  Fraction(Integer whole) : numerator_(std::move(whole)), denominator_(1) {}  // NOLINT: by design
  Fraction(int whole) : Fraction(Integer(whole)) {}                           // NOLINT: by design
  /// Requires denominator != 0.
  Fraction(Integer numerator, Integer denominator);

  /// Reads "3/4", "0.5", "112.3" or "7".
  ///
  /// Errors: malformed (another form, or a denominator of zero).
  static Result<Fraction> parse(std::string_view text);
  static Fraction from(Int128 whole);

  [[nodiscard]] const Integer& numerator() const noexcept { return numerator_; }
  [[nodiscard]] const Integer& denominator() const noexcept { return denominator_; }

  friend Fraction operator+(const Fraction& a, const Fraction& b);
  friend Fraction operator-(const Fraction& a, const Fraction& b);
  friend Fraction operator*(const Fraction& a, const Fraction& b);
  /// Requires b != 0.
  friend Fraction operator/(const Fraction& a, const Fraction& b);
  friend bool operator==(const Fraction& a, const Fraction& b) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);

  /// The nearest whole number; halves go away from zero, as law.md 0.3 says for a figure that
  /// leaves the engine.
  ///
  /// Errors: out_of_range (more than 128 bits).
  [[nodiscard]] Result<Int128> round_half_up() const;

  /// "3/4", or "7" where the denominator is one.
  [[nodiscard]] std::string text() const;

 private:
  Integer numerator_;
  Integer denominator_;
};

}  // namespace recoup
