#include "recoup/money/money.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The parts of an amount as they stand in the text, sign removed.
struct Written {
  bool negative = false;
  std::string_view whole;
  std::string_view decimals;
  bool has_mark = false;
};

Written take_apart(std::string_view text, char mark) {
  Written written;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    written.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t at = text.find(mark);
  written.whole = text.substr(0, at);
  written.has_mark = at != std::string_view::npos;
  if (written.has_mark) written.decimals = text.substr(at + 1);
  return written;
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

/// Whether `whole` is digits, alone or in groups of three behind a first group of one to three.
bool well_grouped(std::string_view whole, char separator) {
  const auto groups = split(whole, separator);
  for (const std::string_view group : groups) {
    if (!all_digits(group)) return false;
  }
  if (groups.size() == 1) return true;
  if (groups.front().size() > 3) return false;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3) return false;
  }
  return true;
}

std::string expectation(Currency currency, char mark) {
  if (currency.decimals() == 0) {
    return "a whole number of " + std::string(currency.code());
  }
  return "an amount of " + std::string(currency.code()) + " with at most " +
         std::to_string(currency.decimals()) + " decimals behind " +
         (mark == '.' ? "a point" : "a comma");
}

/// The amount where so few digits are written that 64 bits hold them; else nothing.
std::optional<std::int64_t> count_few(const Written& written, int decimals) {
  constexpr std::size_t digits_of_64_bits = 18;
  const auto wanted = static_cast<std::size_t>(decimals);
  if (written.whole.size() + std::max(wanted, written.decimals.size()) > digits_of_64_bits) {
    return std::nullopt;
  }
  std::int64_t minor = 0;
  for (const char c : written.whole) {
    if (is_digit(c)) minor = minor * 10 + (c - '0');
  }
  for (const char c : written.decimals) minor = minor * 10 + (c - '0');
  for (std::size_t i = written.decimals.size(); i < wanted; ++i) minor *= 10;
  return written.negative ? -minor : minor;
}

/// Digits of `whole` (separators skipped) and `decimals`, filled up to the currency's decimals.
std::optional<Int128> count_minor(const Written& written, int decimals) {
  if (const auto few = count_few(written, decimals)) return *few;
  Int128 minor = 0;
  const auto push = [&](char c) {
    const auto shifted = checked_multiply(minor, 10);
    const auto next = !shifted           ? std::nullopt
                      : written.negative ? checked_subtract(*shifted, c - '0')
                                         : checked_add(*shifted, c - '0');
    if (!next) return false;
    minor = *next;
    return true;
  };
  for (const char c : written.whole) {
    if (is_digit(c) && !push(c)) return std::nullopt;
  }
  for (const char c : written.decimals) {
    if (!push(c)) return std::nullopt;
  }
  for (auto i = static_cast<int>(written.decimals.size()); i < decimals; ++i) {
    if (!push('0')) return std::nullopt;
  }
  return minor;
}

Result<Money> read(std::string_view text, const Written& written, Currency currency, char mark) {
  const auto decimals = static_cast<std::size_t>(currency.decimals());
  const bool bad_decimals = written.has_mark && !all_digits(written.decimals);
  if (bad_decimals || written.decimals.size() > decimals) {
    return Error{ErrorCode::malformed, quoted(text), expectation(currency, mark), {}};
  }
  const auto minor = count_minor(written, currency.decimals());
  if (!minor) {
    return Error{ErrorCode::out_of_range, quoted(text), "an amount of at most 128 bits", {}};
  }
  return Money(*minor, currency);
}

}  // namespace

Result<Money> Money::parse(std::string_view text, Currency currency, DecimalMark mark) {
  const char point = static_cast<char>(mark);
  const Written written = take_apart(text, point);
  if (!well_grouped(written.whole, mark == DecimalMark::point ? ',' : '.')) {
    return Error{ErrorCode::malformed, quoted(text), expectation(currency, point), {}};
  }
  return read(text, written, currency, point);
}

Result<Money> Money::parse_plain(std::string_view text, Currency currency) {
  const Written written = take_apart(text, '.');
  if (!all_digits(written.whole)) {
    return Error{
        ErrorCode::malformed, quoted(text), expectation(currency, '.') + " and without groups", {}};
  }
  return read(text, written, currency, '.');
}

Result<Money> Money::plus(Money other) const {
  RECOUP_CHECK(currency_ == other.currency_);
  const auto sum = checked_add(minor_, other.minor_);
  if (!sum) {
    return Error{
        ErrorCode::out_of_range, plain() + " + " + other.plain(), "a sum of at most 128 bits", {}};
  }
  return Money(*sum, currency_);
}

Result<Money> Money::minus(Money other) const {
  RECOUP_CHECK(currency_ == other.currency_);
  const auto difference = checked_subtract(minor_, other.minor_);
  if (!difference) {
    return Error{ErrorCode::out_of_range,
                 plain() + " - " + other.plain(),
                 "a difference of at most 128 bits",
                 {}};
  }
  return Money(*difference, currency_);
}

std::strong_ordering Money::compare(Money other) const {
  RECOUP_CHECK(currency_ == other.currency_);
  if (minor_ < other.minor_) return std::strong_ordering::less;
  if (minor_ > other.minor_) return std::strong_ordering::greater;
  return std::strong_ordering::equal;
}

std::vector<Money> Money::apportion(const std::vector<MinorUnits>& weights) const {
  RECOUP_CHECK(minor_ != std::numeric_limits<MinorUnits>::min());
  const bool negative = minor_ < 0;
  std::vector<Money> parts;
  parts.reserve(weights.size());
  for (const Int128 share : recoup::apportion(negative ? -minor_ : minor_, weights)) {
    parts.emplace_back(negative ? -share : share, currency_);
  }
  return parts;
}

std::string Money::plain() const {
  std::string digits = recoup::text(minor_);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  const auto decimals = static_cast<std::size_t>(currency_.decimals());
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  return negative ? "-" + digits : digits;
}

std::string Money::text() const { return plain() + " " + std::string(currency_.code()); }

std::string Money::grouped() const {
  std::string out = plain();
  const std::size_t first = out.front() == '-' ? 1 : 0;
  const std::size_t point = out.find('.');
  std::size_t at = point == std::string::npos ? out.size() : point;
  while (at > first + 3) {
    at -= 3;
    out.insert(at, 1, ',');
  }
  return out;
}

}  // namespace recoup
