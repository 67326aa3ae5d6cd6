#include "temporal.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

std::optional<Date> within_range(std::int64_t days_since_epoch) {
  const Date first = *make_date(1, 1, 1);
  const Date last = *make_date(9999, 12, 31);
  if (days_since_epoch < first.time_since_epoch().count()) return std::nullopt;
  if (days_since_epoch > last.time_since_epoch().count()) return std::nullopt;
  return Date(days(static_cast<days::rep>(days_since_epoch)));
}

/// Reads "12H" with the digits in front of one of `units`, in their order.
struct UnitReader {
  std::string_view rest{};
  bool any = false;
  bool fault = false;

  Int128 take(char unit) {
    std::size_t count = 0;
    while (count < rest.size() && is_digit(rest[count])) ++count;
    if (count == 0 || count >= rest.size() || rest[count] != unit) return 0;
    if (count > 18) {
      fault = true;
      return 0;
    }
    const auto value = parse_int128(rest.substr(0, count));
    rest.remove_prefix(count + 1);
    any = true;
    return value.value_or(0);
  }

  /// Seconds may have up to nine decimals. The result is in nanoseconds.
  Int128 take_seconds() {
    const std::size_t end = rest.find('S');
    if (end == std::string_view::npos || end == 0) return 0;
    const auto number = Decimal::parse(rest.substr(0, end));
    const auto nanos = number ? number.value().value.minor_units(9) : std::nullopt;
    if (!nanos || *nanos < 0 || !is_digit(rest.front()) || rest.substr(0, end).find('e') < end) {
      fault = true;
      return 0;
    }
    rest.remove_prefix(end + 1);
    any = true;
    return *nanos;
  }
};

Value not_a_duration(std::string_view text) {
  return Value::error(quoted(text) + " is no duration");
}

}  // namespace

Value date_value(std::string_view text) {
  const auto date = parse_date(text);
  if (!date) return Value::error(quoted(text) + " is no date");
  return Value(date.value());
}

Value duration_value(std::string_view text) {
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  if (rest.empty() || rest.front() != 'P') return not_a_duration(text);
  UnitReader reader{rest.substr(1)};
  const Int128 months = reader.take('Y') * 12 + reader.take('M');
  if (reader.any && reader.rest.empty() && !reader.fault) {
    if (months > INT64_MAX) return not_a_duration(text);
    const auto count = static_cast<std::int64_t>(months);
    return Value(MonthDuration{negative ? -count : count});
  }
  if (reader.any) return not_a_duration(text);
  Int128 nanos = reader.take('D') * nanos_per_day;
  if (!reader.rest.empty() && reader.rest.front() == 'T') {
    reader.rest.remove_prefix(1);
    if (reader.rest.empty()) return not_a_duration(text);
    nanos += reader.take('H') * 3600 * nanos_per_second;
    nanos += reader.take('M') * 60 * nanos_per_second;
    nanos += reader.take_seconds();
  }
  if (!reader.any || !reader.rest.empty() || reader.fault) return not_a_duration(text);
  return Value(DayDuration{negative ? -nanos : nanos});
}

Value temporal_value(std::string_view text) {
  const bool duration = text.substr(0, 1) == "P" || text.substr(0, 2) == "-P";
  return duration ? duration_value(text) : date_value(text);
}

std::string duration_text(DayDuration duration) {
  const bool negative = duration.nanos < 0;
  const Int128 nanos = negative ? -duration.nanos : duration.nanos;
  const Int128 second = nanos / nanos_per_second;
  std::string out = negative ? "-P" : "P";
  if (second >= 86'400) out += text(second / 86'400) + "D";
  std::string time;
  if (const Int128 hour = second / 3600 % 24; hour != 0) time += text(hour) + "H";
  if (const Int128 minute = second / 60 % 60; minute != 0) time += text(minute) + "M";
  const Int128 nanos_left = nanos % (60 * nanos_per_second);
  if (nanos_left != 0) time += Decimal::scaled(nanos_left, 9).value.text() + "S";
  if (nanos == 0) return "PT0S";
  return time.empty() ? out : out + "T" + time;
}

std::string duration_text(MonthDuration duration) {
  const bool negative = duration.months < 0;
  const Int128 months = negative ? -Int128{duration.months} : Int128{duration.months};
  if (months == 0) return "P0M";
  std::string out = negative ? "-P" : "P";
  if (months >= 12) out += text(months / 12) + "Y";
  if (months % 12 != 0) out += text(months % 12) + "M";
  return out;
}

std::optional<Date> add_months_clipped(Date date, std::int64_t months) {
  constexpr std::int64_t months_max = 120'000;
  if (months > months_max || months < -months_max) return std::nullopt;
  const year_month_day ymd(date);
  const auto month = ymd.year() / ymd.month() + std::chrono::months(static_cast<int>(months));
  const int year = static_cast<int>(month.year());
  if (year < 1 || year > 9999) return std::nullopt;
  const year_month_day target = month / ymd.day();
  if (target.ok()) return Date(target);
  return Date(month / std::chrono::last);
}

std::optional<Date> add_days(Date date, Int128 days_later) {
  constexpr Int128 days_max = 4'000'000;
  if (days_later > days_max || days_later < -days_max) return std::nullopt;
  return within_range(date.time_since_epoch().count() + static_cast<std::int64_t>(days_later));
}

}  // namespace recoup
