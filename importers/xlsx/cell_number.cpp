#include "xlsx/cell_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "recoup/base/date.hpp"
#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

/// A number taken apart: digits with a point `decimals` places from their end.
struct CellDigits {
  bool is_negative = false;
  bool has_point = false;
  std::string digits;
  int decimals = 0;
};

std::size_t take_digits(std::string_view& text, std::string& into) {
  const std::size_t length =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  into += text.substr(0, length);
  text.remove_prefix(length);
  return length;
}

std::optional<int> take_exponent(std::string_view text) {
  constexpr int exponent_max = 400;
  if (text.starts_with('+')) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (exponent > exponent_max || exponent < -exponent_max) return std::nullopt;
  return exponent;
}

std::optional<CellDigits> take_apart(std::string_view text) {
  constexpr std::size_t digits_max = 400;
  CellDigits number;
  if (text.starts_with('-') || text.starts_with('+')) {
    number.is_negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::size_t count = take_digits(text, number.digits);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::size_t decimals = take_digits(text, number.digits);
    number.decimals = static_cast<int>(std::min(decimals, digits_max));
    number.has_point = true;
    count += decimals;
  }
  if (count == 0 || count > digits_max) return std::nullopt;
  if (text.empty()) return number;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  const auto exponent = take_exponent(text.substr(1));
  if (!exponent) return std::nullopt;
  number.decimals -= *exponent;
  number.has_point = true;
  return number;
}

Int128 power(Int128 base, int exponent) {
  Int128 value = 1;
  for (int i = 0; i < exponent; ++i) value *= base;
  return value;
}

/// `value` * 2^`shift` / 10^`decimals` to the nearest whole number, halves to the even one.
Int128 scaled_binary(Int128 value, int shift, int decimals) {
  const Int128 scale = power(10, decimals);
  const Int128 grown = value << shift;
  const Int128 quotient = grown / scale;
  const Int128 twice = (grown % scale) * 2;
  const bool is_up = twice > scale || (twice == scale && quotient % 2 != 0);
  return is_up ? quotient + 1 : quotient;
}

/// Whether `one` and `other`, both over 10^`decimals`, are the same binary number of 53 bits.
bool are_one_binary(Int128 one, Int128 other, int decimals) {
  constexpr int bits = 53;
  constexpr int shift_max = 68;  // A number of 17 digits has 57 bits, and 125 are at hand.
  int shift = 0;
  while (shift <= shift_max && scaled_binary(one, shift, decimals) < Int128{1} << (bits - 1)) {
    ++shift;
  }
  if (shift == 0 || shift > shift_max) return false;
  return scaled_binary(one, shift, decimals) == scaled_binary(other, shift, decimals);
}

/// Turns the machine's form of a decimal of fifteen digits back into that decimal.
bool shorten(CellDigits& number) {
  constexpr std::size_t typed = 15;
  constexpr int decimals_max = 20;
  const std::size_t first = number.digits.find_first_not_of('0');
  if (first == std::string::npos || !number.has_point) return false;
  const std::size_t significant = number.digits.size() - first;
  if (significant < 16 || significant > 17) return false;
  if (number.decimals < static_cast<int>(significant - typed) || number.decimals > decimals_max) {
    return false;
  }
  const auto whole = parse_int128(number.digits.substr(first));
  if (!whole) return false;
  const Int128 unit = power(10, static_cast<int>(significant - typed));
  const Int128 rounded = (*whole + unit / 2) / unit * unit;
  if (rounded == *whole || !are_one_binary(*whole, rounded, number.decimals)) return false;
  number.digits = text(rounded);
  return true;
}

std::string plain_text(CellDigits number) {
  std::string& digits = number.digits;
  if (number.decimals < 0) digits.append(static_cast<std::size_t>(-number.decimals), '0');
  const auto decimals = static_cast<std::size_t>(std::max(number.decimals, 0));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - decimals);
  std::string rest = digits.substr(digits.size() - decimals);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  rest.erase(rest.find_last_not_of('0') + 1);
  const bool is_zero = whole == "0" && rest.empty();
  return (number.is_negative && !is_zero ? "-" : "") + whole + (rest.empty() ? "" : "." + rest);
}

constexpr std::int64_t seconds_of_a_day = 86'400;
constexpr std::int64_t leap_day = 60;  ///< 29 February 1900, in the count from 1900.

/// The digits before the point, at most seven, as a number.
std::optional<std::int64_t> whole_days(std::string_view plain) {
  constexpr std::size_t digits_max = 7;
  const std::string_view whole = plain.substr(0, plain.find('.'));
  if (whole.empty() || whole.size() > digits_max) return std::nullopt;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  std::int64_t serial = 0;
  (void)std::from_chars(whole.data(), whole.data() + whole.size(), serial);
  return serial;
}

std::optional<Date> day_number(std::int64_t serial, DateSystem system) {
  if (system == DateSystem::from_1900 && (serial == 0 || serial == leap_day)) return std::nullopt;
  const Date first = system == DateSystem::from_1904 ? *make_date(1904, 1, 1)
                     : serial < leap_day             ? *make_date(1899, 12, 31)
                                                     : *make_date(1899, 12, 30);
  const Date day = first + std::chrono::days(serial);
  if (day > *make_date(9999, 12, 31)) return std::nullopt;
  return day;
}

/// Seconds of the day that the decimals stand for, 86,400 where they round up to the next day.
std::int64_t seconds_of(std::string_view decimals) {
  constexpr int used = 18;
  std::string digits(decimals.substr(0, used));
  digits.resize(used, '0');
  const Int128 scale = power(10, used);
  const Int128 scaled = parse_int128(digits).value_or(0) * seconds_of_a_day;
  return static_cast<std::int64_t>((scaled + scale / 2) / scale);
}

}  // namespace

std::optional<CellNumber> plain_number(std::string_view text) {
  auto number = take_apart(text);
  if (!number) return std::nullopt;
  const bool is_shortened = shorten(*number);
  return CellNumber{plain_text(*std::move(number)), is_shortened};
}

std::optional<std::string> day_of_serial(std::string_view plain, DateSystem system) {
  const auto serial = whole_days(plain);
  const auto day = serial ? day_number(*serial, system) : std::nullopt;
  if (!day) return std::nullopt;
  return iso_text(*day);
}

std::optional<std::string> moment_of_serial(std::string_view plain, DateSystem system) {
  auto serial = whole_days(plain);
  if (!serial || !day_number(*serial, system)) return std::nullopt;
  const std::size_t point = plain.find('.');
  std::int64_t seconds = point == std::string_view::npos ? 0 : seconds_of(plain.substr(point + 1));
  if (seconds == seconds_of_a_day) {
    seconds = 0;
    ++*serial;
    if (system == DateSystem::from_1900 && *serial == leap_day) ++*serial;
  }
  const auto day = day_number(*serial, system);
  if (!day) return std::nullopt;
  return iso_text(CivilTime{midnight(*day).micros + seconds * micros_per_second});
}

std::optional<std::string> time_of_serial(std::string_view plain) {
  if (plain != "0" && !plain.starts_with("0.")) return std::nullopt;
  const std::int64_t seconds = plain == "0" ? 0 : seconds_of(plain.substr(2));
  const CivilTime time{seconds % seconds_of_a_day * micros_per_second};
  const std::string text = iso_text(time);
  return text.substr(text.find('T') + 1);
}

}  // namespace recoup
