// decimal.hpp: decimal numbers of 34 digits, as the rule language counts.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// An unsigned whole number of 128 bits.
__extension__ using UInt128 = unsigned __int128;

/// Which way a number goes that lies between two that can be held.
enum class Rounding : std::uint8_t {
  half_even,  ///< To the nearest; from the middle to the even one.
  half_up,    ///< To the nearest; from the middle away from zero.
  half_down,  ///< To the nearest; from the middle towards zero.
  up,         ///< Away from zero.
  down,       ///< Towards zero.
  floor,      ///< To the smaller.
  ceiling,    ///< To the larger.
};

struct Calculated;

/// A decimal number: a coefficient below 10^34 and a power of ten.
///
///   Shape  Value type, 32 bytes. Neither infinity nor NaN; zero has no sign.
///   Range  Exponent -6176 to 6111.
///   Exact  Every operation says whether its result is exact. An inexact one is the nearest number
///          of 34 digits, halves to even. 34 digits hold any sum of real money exactly; a quotient
///          need not.
///   Same   Equality and order are those of the number: 1.0 equals 1.
///   Cites  IEEE 754-2019 decimal128; OMG DMN 1.5, 10.3.2.3.1 number.
class Decimal {
 public:
  static constexpr int digits_max = 34;
  static constexpr int exponent_min = -6176;
  static constexpr int exponent_max = 6111;

  constexpr Decimal() noexcept = default;
  constexpr Decimal(int whole) noexcept  // NOLINT: by design
      : coefficient_(whole < 0 ? UInt128(-static_cast<std::int64_t>(whole)) : UInt128(whole)),
        negative_(whole < 0) {}

  /// Reads "-12.50", ".5" or "1.2e3"; more than 34 digits are rounded.
  ///
  /// Errors: malformed, out_of_range.
  static Result<Calculated> parse(std::string_view text);
  /// `minor` / 10^`decimals`: an amount of money as a number.
  static Calculated scaled(Int128 minor, int decimals);

  /// The four operations and the whole power. Nothing where the result is outside the range, where
  /// the divisor is zero, and for zero to a power that is not above zero but zero to zero, one.
  [[nodiscard]] std::optional<Calculated> plus(const Decimal& other) const;
  [[nodiscard]] std::optional<Calculated> minus(const Decimal& other) const;
  [[nodiscard]] std::optional<Calculated> times(const Decimal& other) const;
  [[nodiscard]] std::optional<Calculated> over(const Decimal& other) const;
  [[nodiscard]] std::optional<Calculated> power(std::int64_t exponent) const;
  /// Any power. One that is not whole is that of a positive number, and never exact.
  [[nodiscard]] std::optional<Calculated> power(const Decimal& exponent) const;
  /// Nothing for a number below zero; the logarithm is the natural one, and that of zero nothing.
  [[nodiscard]] std::optional<Calculated> square_root() const;
  [[nodiscard]] std::optional<Calculated> exponential() const;
  [[nodiscard]] std::optional<Calculated> logarithm() const;
  /// To `scale` digits behind the point (before it, where negative). Exact where nothing is lost.
  [[nodiscard]] std::optional<Calculated> rounded(int scale, Rounding rounding) const;

  [[nodiscard]] Decimal negated() const noexcept;
  [[nodiscard]] bool is_zero() const noexcept { return coefficient_ == 0; }
  [[nodiscard]] bool is_negative() const noexcept { return negative_; }
  /// The number as an integer, where it is one and fits.
  [[nodiscard]] std::optional<Int128> whole() const;
  /// The number times 10^`decimals`, where that is whole and fits: exact minor units.
  [[nodiscard]] std::optional<Int128> minor_units(int decimals) const;

  /// Digits with a point where needed and without zeros that say nothing: "-12.5". With an exponent
  /// only where the plain form would take more than fifty characters.
  [[nodiscard]] std::string text() const;

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  friend struct DecimalParts;

  UInt128 coefficient_ = 0;
  std::int32_t exponent_ = 0;
  bool negative_ = false;
};

/// A number, and whether it is exactly what the operation says.
struct Calculated {
  Decimal value;
  bool exact = true;
};

}  // namespace recoup
