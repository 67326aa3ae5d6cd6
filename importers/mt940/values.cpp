#include "mt940/values.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t date_length = 6;
constexpr std::size_t code_length = 3;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_code(std::string_view text) {
  return text.size() == code_length && std::all_of(text.begin(), text.end(), is_capital);
}

Error no_day(std::string_view text) {
  return Error{ErrorCode::malformed, quoted(text), "a day that the calendar has", {}};
}

Error no_amount(std::string_view text, Currency currency) {
  return Error{ErrorCode::malformed,
               quoted(text),
               "an amount of " + std::string(currency.code()) + " with at most " +
                   std::to_string(currency.decimals()) + " decimals behind a comma",
               {}};
}

/// Where the mark stands; the size of the text where there is none.
std::size_t mark_of(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) return comma;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return text.size();
  const std::size_t behind = text.size() - point - 1;
  return behind == 1 || behind == 2 ? point : text.size();
}

}  // namespace

Result<Date> parse_mt940_date(std::string_view text) {
  if (text.size() != date_length || !all_digits(text)) {
    return Error{ErrorCode::malformed, quoted(text), "a date of six digits (250304)", {}};
  }
  const int year = two_digits(text, 0);
  constexpr int first_of_last_century = 80;
  const auto date = make_date(year + (year < first_of_last_century ? 2000 : 1900),
                              static_cast<unsigned>(two_digits(text, 2)),
                              static_cast<unsigned>(two_digits(text, 4)));
  if (!date) return no_day(text);
  return *date;
}

Result<Date> parse_mt940_entry_date(std::string_view text, Date near) {
  if (text.size() != 4 || !all_digits(text)) {
    return Error{ErrorCode::malformed, quoted(text), "a date of four digits (0304)", {}};
  }
  const int year = static_cast<int>(std::chrono::year_month_day(near).year());
  std::optional<Date> nearest;
  for (const int candidate : {year, year - 1, year + 1}) {
    const auto date = make_date(candidate, static_cast<unsigned>(two_digits(text, 0)),
                                static_cast<unsigned>(two_digits(text, 2)));
    if (!date) continue;
    const auto distance = [&](Date day) { return day < near ? near - day : day - near; };
    if (!nearest || distance(*date) < distance(*nearest)) nearest = date;
  }
  if (!nearest) return no_day(text);
  return *nearest;
}

Result<Money> parse_mt940_amount(std::string_view text, Currency currency) {
  const std::size_t mark = mark_of(text);
  const bool only_decimals = mark == 0 && text.starts_with(',') && text.size() > 1;
  const std::string_view whole = only_decimals ? "0" : text.substr(0, mark);
  std::string_view decimals = text.substr(std::min(mark + 1, text.size()));
  const auto kept = static_cast<std::size_t>(currency.decimals());
  while (decimals.size() > kept && decimals.back() == '0') decimals.remove_suffix(1);
  if (!all_digits(whole) || !std::all_of(decimals.begin(), decimals.end(), is_digit) ||
      decimals.size() > kept) {
    return no_amount(text, currency);
  }
  constexpr std::size_t digits_of_64_bits = 18;
  if (whole.size() + kept > digits_of_64_bits) {
    std::string plain(whole);
    if (!decimals.empty()) plain.append(".").append(decimals);
    auto sum = Money::parse_plain(plain, currency);
    if (sum) return sum;
    return Error{sum.error().code, quoted(text), sum.error().expected, {}};
  }
  std::int64_t minor = 0;
  for (const char digit : whole) minor = minor * 10 + (digit - '0');
  for (const char digit : decimals) minor = minor * 10 + (digit - '0');
  for (std::size_t i = decimals.size(); i < kept; ++i) minor *= 10;
  return Money(minor, currency);
}

Result<Mt940Balance> parse_mt940_balance(std::string_view text, Currency statement_currency) {
  constexpr std::size_t date_end = 1 + date_length;
  const bool is_debit = text.starts_with('D');
  if ((!is_debit && !text.starts_with('C')) || text.size() <= date_end ||
      !all_digits(text.substr(1, date_length))) {
    return Error{ErrorCode::malformed,
                 quoted(text),
                 "C or D, a date, a currency and an amount (C250304EUR1250,05)",
                 {}};
  }
  const auto date = parse_mt940_date(text.substr(1, date_length));
  std::string_view rest = text.substr(date_end);
  Currency currency = statement_currency;
  const bool names_currency = is_code(rest.substr(0, code_length));
  if (names_currency) {
    RECOUP_TRY(named, Currency::parse(rest.substr(0, code_length)));
    currency = named;
    rest.remove_prefix(code_length);
  }
  if (currency != statement_currency) {
    return Error{ErrorCode::contradiction,
                 quoted(text),
                 std::string(statement_currency.code()) + ", in which the statement is kept",
                 {}};
  }
  RECOUP_TRY(amount, parse_mt940_amount(rest, currency));
  return Mt940Balance{is_debit ? Money(-amount.minor(), currency) : amount,
                      date ? std::optional(date.value()) : std::nullopt, names_currency};
}

Result<Mt940Sum> parse_mt940_sum(std::string_view text) {
  const auto letters = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto digits = static_cast<std::size_t>(letters - text.begin());
  constexpr std::size_t count_digits_max = 15;
  const std::string_view code = text.substr(digits, code_length);
  if (digits == 0 || digits > count_digits_max || !is_code(code)) {
    return Error{ErrorCode::malformed,
                 quoted(text),
                 "a number of entries, a currency and an amount (3EUR13,37)",
                 {}};
  }
  std::uint64_t count = 0;
  for (const char digit : text.substr(0, digits)) {
    count = count * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  RECOUP_TRY(currency, Currency::parse(code));
  RECOUP_TRY(amount, parse_mt940_amount(text.substr(digits + code_length), currency));
  return Mt940Sum{count, amount};
}

std::string_view mt940_currency_code(std::string_view tag, std::string_view text) {
  std::size_t at = 0;
  if (tag.starts_with('6')) at = 1 + date_length;
  if (tag.starts_with("90")) {
    at = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
  }
  if (text.size() < at + code_length) return {};
  const std::string_view code = text.substr(at, code_length);
  return is_code(code) ? code : std::string_view();
}

bool has_form_of_iban(std::string_view text) {
  constexpr std::size_t shortest = 15;
  constexpr std::size_t longest = 34;
  return text.size() >= shortest && text.size() <= longest && is_capital(text[0]) &&
         is_capital(text[1]) && is_digit(text[2]) && is_digit(text[3]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_capital(c); });
}

bool is_iban(std::string_view text) {
  if (!has_form_of_iban(text)) return false;
  constexpr unsigned modulus = 97;
  unsigned remainder = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[(i + 4) % text.size()];
    const auto value = static_cast<unsigned>(is_digit(c) ? c - '0' : c - 'A' + 10);
    remainder = (remainder * (is_digit(c) ? 10 : 100) + value) % modulus;
  }
  return remainder == 1;
}

}  // namespace recoup
