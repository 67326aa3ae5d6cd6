#include "recoup/number/decimal.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

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

namespace {

using boost::multiprecision::abs;

Wide power_of_ten(std::int64_t exponent) {
  return boost::multiprecision::pow(Wide(10), static_cast<unsigned>(exponent));
}

std::int64_t digit_count(const Wide& value) {
  return value == 0 ? 1 : static_cast<std::int64_t>(value.str().size());
}

/// Whether a number cut to `kept` goes one up, where `twice` compares twice the cut part with the
/// last unit kept (-1, 0, 1) and something was cut.
bool goes_up(const Wide& kept, int twice, bool negative, Rounding rounding) {
  switch (rounding) {
    case Rounding::half_even: return twice > 0 || (twice == 0 && kept % 2 == 1);
    case Rounding::half_up: return twice >= 0;
    case Rounding::half_down: return twice > 0;
    case Rounding::up: return true;
    case Rounding::down: return false;
    case Rounding::floor: return negative;
    case Rounding::ceiling: return !negative;
  }
  RECOUP_CHECK(false);
  return false;
}

/// Takes `count` digits off the end. Returns whether nothing was lost.
bool cut(DecimalParts& parts, std::int64_t count, Rounding rounding) {
  const std::int64_t length = digit_count(parts.coefficient);
  // Everything goes: what is left is below half of a unit, however far below.
  if (count > length + 1) {
    parts.sticky = parts.sticky || parts.coefficient != 0;
    parts.coefficient = 0;
    parts.exponent += count;
    if (!parts.sticky) return true;
    if (goes_up(parts.coefficient, -1, parts.negative, rounding)) parts.coefficient = 1;
    parts.sticky = false;
    return false;
  }
  const Wide unit = power_of_ten(count);
  const Wide rest = parts.coefficient % unit;
  const bool exact = rest == 0 && !parts.sticky;
  Wide kept = parts.coefficient / unit;
  if (!exact) {
    int twice = Wide(rest * 2).compare(unit);
    if (twice == 0 && parts.sticky) twice = 1;
    if (goes_up(kept, twice, parts.negative, rounding)) ++kept;
  }
  parts.coefficient = kept;
  parts.exponent += count;
  parts.sticky = false;
  return exact;
}

std::optional<Calculated> finish(DecimalParts parts) {
  bool exact = !parts.sticky;
  const std::int64_t surplus = std::max(digit_count(parts.coefficient) - Decimal::digits_max,
                                        Decimal::exponent_min - parts.exponent);
  if (surplus > 0) exact = cut(parts, surplus, Rounding::half_even) && exact;
  // Rounding 99…9 up makes one digit more, which is a zero.
  if (digit_count(parts.coefficient) > Decimal::digits_max) {
    parts.coefficient /= 10;
    ++parts.exponent;
  }
  if (parts.coefficient == 0) return Calculated{Decimal(), exact};
  while (parts.exponent > Decimal::exponent_max) {
    parts.coefficient *= 10;
    --parts.exponent;
    if (digit_count(parts.coefficient) > Decimal::digits_max) return std::nullopt;
  }
  return Calculated{DecimalParts::make(parts.negative, static_cast<UInt128>(parts.coefficient),
                                       static_cast<std::int32_t>(parts.exponent)),
                    exact};
}

Wide signed_coefficient(const DecimalParts& parts) {
  return parts.negative ? Wide(-parts.coefficient) : parts.coefficient;
}

constexpr UInt128 ten_to_17 = 100'000'000'000'000'000ULL;

/// The digits of a literal, or nothing where it is none.
struct Literal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool take_sign(std::string_view& text) {
  if (text.empty() || (text.front() != '-' && text.front() != '+')) return false;
  const bool negative = text.front() == '-';
  text.remove_prefix(1);
  return negative;
}

std::optional<Literal> take_apart(std::string_view text) {
  Literal literal;
  literal.negative = take_sign(text);
  literal.digits = take_digits(text);
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const std::string_view decimals = take_digits(text);
    if (decimals.empty()) return std::nullopt;
    literal.digits += decimals;
    literal.exponent = -static_cast<std::int64_t>(decimals.size());
  }
  if (literal.digits.empty()) return std::nullopt;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    const bool negative = take_sign(text);
    const std::string_view exponent = take_digits(text);
    if (exponent.empty() || exponent.size() > 9) return std::nullopt;
    const int value = std::stoi(std::string(exponent));
    literal.exponent += negative ? -value : value;
  }
  if (!text.empty()) return std::nullopt;
  return literal;
}

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

Result<Calculated> Decimal::parse(std::string_view text) {
  constexpr std::size_t length_max = 10'000;
  const auto literal = text.size() <= length_max ? take_apart(text) : std::nullopt;
  if (!literal) return Error{ErrorCode::malformed, quoted(text), "a number such as -12.50", {}};
  const std::size_t first = literal->digits.find_first_not_of('0');
  const Wide coefficient =
      first == std::string::npos ? Wide(0) : Wide(literal->digits.substr(first));
  const auto number = finish({literal->negative, coefficient, literal->exponent, false});
  if (!number) return Error{ErrorCode::out_of_range, quoted(text), "a number below 10^6145", {}};
  return *number;
}

Calculated Decimal::scaled(Int128 minor, int decimals) {
  const auto number = finish({minor < 0, abs(Wide(minor)), -decimals, false});
  RECOUP_CHECK(number.has_value());
  return *number;
}

std::optional<Calculated> Decimal::plus(const Decimal& other) const {
  if (exponent_ == other.exponent_ && negative_ == other.negative_) {
    const UInt128 sum = coefficient_ + other.coefficient_;
    if (sum < ten_to_17 * ten_to_17) {
      return Calculated{DecimalParts::make(negative_, sum, exponent_), true};
    }
  }
  DecimalParts a = DecimalParts::of(*this);
  DecimalParts b = DecimalParts::of(other);
  const std::int64_t exponent = std::min(a.exponent, b.exponent);
  const Wide sum = signed_coefficient(a) * power_of_ten(a.exponent - exponent) +
                   signed_coefficient(b) * power_of_ten(b.exponent - exponent);
  return finish({sum < 0, abs(sum), exponent, false});
}

std::optional<Calculated> Decimal::minus(const Decimal& other) const {
  return plus(other.negated());
}

std::optional<Calculated> Decimal::times(const Decimal& other) const {
  const DecimalParts a = DecimalParts::of(*this);
  const DecimalParts b = DecimalParts::of(other);
  return finish(
      {a.negative != b.negative, a.coefficient * b.coefficient, a.exponent + b.exponent, false});
}

std::optional<Calculated> Decimal::over(const Decimal& other) const {
  if (other.is_zero()) return std::nullopt;
  const DecimalParts a = DecimalParts::of(*this);
  const DecimalParts b = DecimalParts::of(other);
  const std::int64_t shift = std::max<std::int64_t>(
      0, digits_max + 1 + digit_count(b.coefficient) - digit_count(a.coefficient));
  const Wide dividend = a.coefficient * power_of_ten(shift);
  DecimalParts quotient{a.negative != b.negative, dividend / b.coefficient,
                        a.exponent - b.exponent - shift, dividend % b.coefficient != 0};
  // An exact quotient keeps no zeros that the division alone put there.
  const std::int64_t ideal = a.exponent - b.exponent;
  while (!quotient.sticky && quotient.coefficient != 0 && quotient.exponent < ideal &&
         quotient.coefficient % 10 == 0) {
    quotient.coefficient /= 10;
    ++quotient.exponent;
  }
  return finish(quotient);
}

std::optional<Calculated> Decimal::power(std::int64_t exponent) const {
  if (is_zero() && exponent < 0) return std::nullopt;
  if (exponent < 0) {
    const auto inverse = power(exponent == INT64_MIN ? INT64_MAX : -exponent);
    if (!inverse || inverse->value.is_zero()) return std::nullopt;
    const auto result = Decimal(1).over(inverse->value);
    if (!result) return std::nullopt;
    return Calculated{result->value, result->exact && inverse->exact};
  }
  Calculated result{Decimal(1), true};
  Calculated square{*this, true};
  for (std::int64_t left = exponent; left > 0; left /= 2) {
    if (left % 2 == 1) {
      const auto product = result.value.times(square.value);
      if (!product) return std::nullopt;
      result = {product->value, result.exact && square.exact && product->exact};
    }
    if (left == 1) break;
    const auto next = square.value.times(square.value);
    if (!next) return std::nullopt;
    square = {next->value, square.exact && next->exact};
  }
  return result;
}

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

std::optional<Calculated> Decimal::rounded(int scale, Rounding rounding) const {
  DecimalParts parts = DecimalParts::of(*this);
  const std::int64_t surplus = -static_cast<std::int64_t>(scale) - parts.exponent;
  if (surplus <= 0) return Calculated{*this, true};
  const bool exact = cut(parts, surplus, rounding);
  const auto result = finish(parts);
  if (!result) return std::nullopt;
  return Calculated{result->value, exact && result->exact};
}

Decimal Decimal::negated() const noexcept {
  Decimal number = *this;
  number.negative_ = !negative_ && coefficient_ != 0;
  return number;
}

std::optional<Int128> Decimal::whole() const { return minor_units(0); }

std::optional<Int128> Decimal::minor_units(int decimals) const {
  if (is_zero()) return Int128{0};
  const std::int64_t shift = static_cast<std::int64_t>(exponent_) + decimals;
  // 10^39 is beyond 128 bits, and a coefficient has at most 34 digits to lose.
  if (shift > 39 || shift < -digits_max) return std::nullopt;
  Wide value(coefficient_);
  if (shift >= 0) {
    value *= power_of_ten(shift);
  } else {
    const Wide unit = power_of_ten(-shift);
    if (value % unit != 0) return std::nullopt;
    value /= unit;
  }
  if (value > Wide(UInt128(~UInt128{0}) >> 1U)) return std::nullopt;
  const auto size = static_cast<Int128>(static_cast<UInt128>(value));
  return negative_ ? -size : size;
}

std::string Decimal::text() const {
  if (is_zero()) return "0";
  std::string digits = Wide(coefficient_).str();
  std::int64_t exponent = exponent_;
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  const std::string sign = negative_ ? "-" : "";
  constexpr std::int64_t plain_max = 50;
  const auto length = static_cast<std::int64_t>(digits.size());
  if (exponent > 0) {
    if (length + exponent > plain_max) return sign + digits + "E" + std::to_string(exponent);
    return sign + digits + std::string(static_cast<std::size_t>(exponent), '0');
  }
  if (exponent == 0) return sign + digits;
  if (-exponent > plain_max) return sign + digits + "E" + std::to_string(exponent);
  if (length <= -exponent) {
    digits.insert(0, static_cast<std::size_t>(-exponent - length + 1), '0');
  }
  digits.insert(digits.size() - static_cast<std::size_t>(-exponent), 1, '.');
  return sign + digits;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.negative_ != b.negative_) {
    return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  if (a.exponent_ == b.exponent_ || a.is_zero() || b.is_zero()) {
    const auto order = a.coefficient_ == b.coefficient_  ? std::strong_ordering::equal
                       : a.coefficient_ < b.coefficient_ ? std::strong_ordering::less
                                                         : std::strong_ordering::greater;
    return a.negative_ ? 0 <=> order : order;
  }
  const std::int64_t exponent = std::min(a.exponent_, b.exponent_);
  const Wide left = Wide(a.coefficient_) * power_of_ten(a.exponent_ - exponent);
  const Wide right = Wide(b.coefficient_) * power_of_ten(b.exponent_ - exponent);
  const int order = left.compare(right) * (a.negative_ ? -1 : 1);
  return order <=> 0;
}

}  // namespace recoup
