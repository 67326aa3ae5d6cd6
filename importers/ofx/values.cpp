#include "ofx/values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"

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

Error not_a_time(std::string_view text) {
  return Error{ErrorCode::malformed,
               quoted(text),
               "a date (20250304) or a date and a time (20250304091500.000[0:GMT])",
               {}};
}

/// The offset of "[-5:EST]", "[5.5]", "[-0330]", "[EST]" or "[-:EST]": in quarters of an hour.
/// Fails where the brackets hold anything else.
struct Offset {
  bool well_formed = false;
  std::optional<std::int16_t> minutes;
};

Offset parse_offset(std::string_view brackets) {
  if (brackets.empty()) return {true, std::nullopt};
  if (brackets.size() < 2 || brackets.front() != '[' || brackets.back() != ']') return {};
  std::string_view hours = brackets.substr(1, brackets.size() - 2);
  hours = trimmed(hours.substr(0, hours.find(':')));
  const bool behind = hours.starts_with("-");
  if (behind || hours.starts_with("+")) hours.remove_prefix(1);
  const bool is_a_name = std::none_of(hours.begin(), hours.end(), is_digit);
  if (is_a_name) return {true, std::nullopt};
  constexpr std::array<std::pair<std::string_view, int>, 7> fractions = {
      {{"", 0}, {".0", 0}, {".00", 0}, {".25", 15}, {".5", 30}, {".50", 30}, {".75", 45}}};
  const std::size_t point = std::min(hours.find('.'), hours.size());
  const std::string_view whole = hours.substr(0, point);
  const auto* const fraction =
      std::find_if(fractions.begin(), fractions.end(),
                   [&](const auto& known) { return known.first == hours.substr(point); });
  if (!all_digits(whole) || fraction == fractions.end()) return {};
  constexpr std::size_t hours_and_minutes = 4;
  if (whole.size() == hours_and_minutes && point == hours.size()) {
    const int minutes = number(whole.substr(0, 2)) * 60 + number(whole.substr(2));
    if (minutes > 14 * 60 || number(whole.substr(2)) % 15 != 0) return {};
    return {true, static_cast<std::int16_t>(behind ? -minutes : minutes)};
  }
  if (whole.size() > 2 || number(whole) > 14) return {};
  const int minutes = number(whole) * 60 + fraction->second;
  return {true, static_cast<std::int16_t>(behind ? -minutes : minutes)};
}

/// Microseconds of the day of "0915", "091500" or "091500.123"; nothing where it is no time.
std::optional<std::int64_t> parse_clock(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, point);
  const std::string_view fraction = text.substr(point);
  if (!all_digits(digits) || (digits.size() != 4 && digits.size() != 6)) return std::nullopt;
  const int hour = number(digits.substr(0, 2));
  const int minute = number(digits.substr(2, 2));
  const int second = digits.size() == 6 ? number(digits.substr(4, 2)) : 0;
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  std::int64_t micros = (hour * 3600 + minute * 60 + second) * micros_per_second;
  if (fraction.empty()) return micros;
  constexpr std::size_t decimals = 6;
  if (digits.size() != 6 || !all_digits(fraction.substr(1)) || fraction.size() > decimals + 1) {
    return std::nullopt;
  }
  std::string padded(fraction.substr(1));
  padded.resize(decimals, '0');
  return micros + number(padded);
}

/// Six digits, alone or in pairs between hyphens or blanks, as a sort code; "" where it is none.
std::string sort_code(std::string_view bank) {
  std::string digits(bank);
  if (bank.size() == 8 && (bank[2] == '-' || bank[2] == ' ') && bank[2] == bank[5]) {
    digits.erase(5, 1).erase(2, 1);
  }
  if (digits.size() != 6 || !all_digits(digits)) return "";
  return digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" + digits.substr(4, 2);
}

}  // namespace

Result<BookingTime> parse_ofx_time(std::string_view text) {
  const std::size_t bracket = std::min(text.find('['), text.size());
  const std::string_view digits = trimmed(text.substr(0, bracket));
  const Offset offset = parse_offset(trimmed(text.substr(bracket)));
  if (!offset.well_formed || digits.size() < 8 || !all_digits(digits.substr(0, 8))) {
    return not_a_time(text);
  }
  const auto date =
      make_date(number(digits.substr(0, 4)), static_cast<unsigned>(number(digits.substr(4, 2))),
                static_cast<unsigned>(number(digits.substr(6, 2))));
  if (!date) return Error{ErrorCode::malformed, quoted(text), "a day that the calendar has", {}};
  if (digits.size() == 8) return BookingTime(*date);
  const auto micros = parse_clock(digits.substr(8));
  if (!micros) return not_a_time(text);
  return BookingTime(CivilTime{midnight(*date).micros + *micros}, offset.minutes);
}

Result<Money> parse_ofx_amount(std::string_view text, Currency currency) {
  std::string plain(text);
  const std::size_t comma = plain.find(',');
  if (comma != std::string::npos && plain.find('.') == std::string::npos) {
    const std::size_t behind = plain.size() - comma - 1;
    if (plain.rfind(',') == comma && (behind == 1 || behind == 2)) plain[comma] = '.';
  }
  const std::size_t first = plain.find_first_not_of("+-");
  if (first != std::string::npos && first <= 1 && plain[first] == '.') plain.insert(first, 1, '0');
  const std::size_t point = plain.find('.');
  if (point != std::string::npos) {
    const std::size_t decimals = plain.size() - point - 1;
    const auto kept = static_cast<std::size_t>(currency.decimals());
    const bool zeros = plain.find_last_not_of('0') <= point + kept;
    if (decimals > std::max<std::size_t>(kept, 3) && zeros) {
      plain.erase(kept == 0 ? point : point + 1 + kept);
    }
  }
  auto sum = Money::parse_plain(plain, currency);
  if (sum) return sum;
  Error error = std::move(sum).error();
  error.found = quoted(text);
  return error;
}

std::string ofx_account_name(std::string_view bank, std::string_view account,
                             std::string_view currency) {
  const std::string code = currency == "GBP" ? sort_code(bank) : "";
  if (!code.empty()) {
    std::string digits = code;
    digits.erase(5, 1).erase(2, 1);
    constexpr std::size_t with_sort_code = 14;
    if (account.size() == with_sort_code && all_digits(account) && account.starts_with(digits)) {
      account.remove_prefix(digits.size());
    }
    return code + " " + std::string(account);
  }
  if (bank.empty()) return std::string(account);
  return std::string(bank) + " " + std::string(account);
}

}  // namespace recoup
