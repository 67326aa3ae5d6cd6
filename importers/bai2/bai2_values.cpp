#include "bai2/bai2_values.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Result<Bai2Kind> bai2_kind(std::string_view code) {
  const Error unknown{ErrorCode::malformed,
                      quoted(code),
                      "a type code of BAI2: three digits, 001 to 799 or 890 to 999",
                      {}};
  if (code.size() != 3 || !all_digits(code) || code == "000") return unknown;
  const int value = number(code);
  const int in_range = value % 300;
  if (value < 100) return Bai2Kind::status;
  if (value < 700) {
    if (in_range == 100 || in_range == 101) return Bai2Kind::total;
    return value < 400 ? Bai2Kind::credit : Bai2Kind::debit;
  }
  if (value < 800) return Bai2Kind::loan;
  if (value < 890) return unknown;
  if (value < 900) return Bai2Kind::information;
  if (value < 920) return Bai2Kind::status;
  return value < 960 ? Bai2Kind::credit : Bai2Kind::debit;
}

Result<Date> parse_bai2_date(std::string_view text) {
  const bool long_form = text.size() == 8;
  if (!all_digits(text) || (text.size() != 6 && !long_form)) {
    return Error{ErrorCode::malformed, quoted(text), "a day as six digits (YYMMDD)", {}};
  }
  constexpr int pivot = 70;
  const std::string_view month_and_day = text.substr(text.size() - 4);
  const int short_year = number(text.substr(0, 2));
  const int year =
      long_form ? number(text.substr(0, 4)) : short_year + (short_year < pivot ? 2000 : 1900);
  const auto date = make_date(year, static_cast<unsigned>(number(month_and_day.substr(0, 2))),
                              static_cast<unsigned>(number(month_and_day.substr(2))));
  if (date) return *date;
  return Error{ErrorCode::malformed, quoted(text), "a day that the calendar has", {}};
}

Result<Money> parse_bai2_amount(std::string_view text, Currency currency) {
  std::string_view digits = text;
  const bool signed_plus = digits.starts_with("+");
  const bool signed_minus = digits.starts_with("-");
  if (signed_plus || signed_minus) digits.remove_prefix(1);
  if (!all_digits(digits)) {
    return Error{ErrorCode::malformed,
                 quoted(text),
                 "an amount in minor units: a sign or none, and digits without a point",
                 {}};
  }
  const auto value = parse_int128(digits);
  if (!value) {
    return Error{ErrorCode::out_of_range, quoted(text), "an amount of at most 128 bits", {}};
  }
  return Money(signed_minus ? -*value : *value, currency);
}

Result<Bai2Funds> read_bai2_funds(const Bai2Record& record, std::size_t index) {
  Bai2Funds funds;
  const std::string type = ascii_lower(trimmed(record.field(index)));
  const auto fault = [&](std::string_view found, const char* expected) {
    return Error{ErrorCode::malformed, quoted(found), expected, {"", record.line(), "funds type"}};
  };
  if (type == "s") {
    funds.field_count = 4;
  } else if (type == "v") {
    funds.field_count = 3;
    const std::string_view day = trimmed(record.field(index + 1));
    if (!day.empty()) {
      auto date = parse_bai2_date(day);
      if (!date) return fault(day, "the value date (YYMMDD) of funds of type V");
      funds.value_date = date.value();
    }
  } else if (type == "d") {
    constexpr std::size_t digits_max = 3;
    const std::string_view count = trimmed(record.field(index + 1));
    if (!all_digits(count) || count.size() > digits_max) {
      return fault(count, "the number of distributions of funds of type D");
    }
    funds.field_count = 2 + 2 * static_cast<std::size_t>(number(count));
  } else if (type != "" && type != "0" && type != "1" && type != "2" && type != "z") {
    return fault(record.field(index), "a funds type: 0, 1, 2, S, V, D, Z or nothing");
  }
  // The time of a value date at the end of a record may be left out.
  const std::size_t needed = type == "v" ? 2 : funds.field_count;
  if (funds.field_count > 1 && index + needed > record.fields.size()) {
    return fault(record.field(index), "all fields that belong to this funds type");
  }
  for (std::size_t i = 0; i < funds.field_count && !type.empty(); ++i) {
    if (i > 0) funds.text += ',';
    funds.text += trimmed(record.field(index + i));
  }
  return funds;
}

}  // namespace recoup
