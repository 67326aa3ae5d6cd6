#include "recoup/number/fraction.hpp"

#include <limits>
#include <optional>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Integer = Fraction::Integer;

// No share, rate or index in a document is longer; a longer one is an attack, not a number.
constexpr std::size_t digits_max = 200;

std::optional<Integer> parse_digits(std::string_view digits) {
  if (digits.empty() || digits.size() > digits_max) return std::nullopt;
  Integer value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Fraction> parse_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  const auto whole = parse_digits(text.substr(0, point));
  if (!whole) return std::nullopt;
  if (point == std::string_view::npos) return Fraction(*whole);
  const std::string_view decimals = text.substr(point + 1);
  const auto part = parse_digits(decimals);
  if (!part) return std::nullopt;
  Integer scale = 1;
  for (std::size_t i = 0; i < decimals.size(); ++i) scale *= 10;
  return Fraction(*whole * scale + *part, scale);
}

}  // namespace

Fraction::Fraction(Integer numerator, Integer denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  RECOUP_CHECK(denominator_ != 0);
  if (denominator_ < 0) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
  const Integer divisor = boost::multiprecision::gcd(numerator_, denominator_);
  if (divisor > 1) {
    numerator_ /= divisor;
    denominator_ /= divisor;
  }
}

Result<Fraction> Fraction::parse(std::string_view text) {
  const Error malformed{
      ErrorCode::malformed, quoted(text), "a fraction (3/4) or a decimal (0.75)", {}};
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  const std::size_t slash = rest.find('/');
  std::optional<Fraction> value;
  if (slash == std::string_view::npos) {
    value = parse_decimal(rest);
  } else {
    const auto numerator = parse_digits(rest.substr(0, slash));
    const auto denominator = parse_digits(rest.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return malformed;
    value = Fraction(*numerator, *denominator);
  }
  if (!value) return malformed;
  return negative ? Fraction(0) - *value : *value;
}

Fraction Fraction::from(Int128 whole) { return Fraction(Integer(whole)); }

Fraction operator+(const Fraction& a, const Fraction& b) {
  return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_,
          a.denominator_ * b.denominator_};
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return {a.numerator_ * b.denominator_ - b.numerator_ * a.denominator_,
          a.denominator_ * b.denominator_};
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  RECOUP_CHECK(b.numerator_ != 0);
  return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  const Integer left = a.numerator_ * b.denominator_;
  const Integer right = b.numerator_ * a.denominator_;
  if (left < right) return std::strong_ordering::less;
  if (left > right) return std::strong_ordering::greater;
  return std::strong_ordering::equal;
}

Result<Int128> Fraction::round_half_up() const {
  const bool negative = numerator_ < 0;
  const Integer size = negative ? Integer(-numerator_) : numerator_;
  Integer rounded = (size * 2 + denominator_) / (denominator_ * 2);
  if (negative) rounded = -rounded;
  if (rounded > Integer(std::numeric_limits<Int128>::max()) ||
      rounded < Integer(std::numeric_limits<Int128>::min())) {
    return Error{ErrorCode::out_of_range, rounded.str(), "a figure of at most 128 bits", {}};
  }
  return static_cast<Int128>(rounded);
}

std::string Fraction::text() const {
  if (denominator_ == 1) return numerator_.str();
  return numerator_.str() + "/" + denominator_.str();
}

}  // namespace recoup
