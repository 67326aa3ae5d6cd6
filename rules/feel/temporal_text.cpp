// How days, times and durations are written.

#include <algorithm>

#include "recoup/base/text.hpp"
#include "temporal.hpp"
#include "zones.hpp"

namespace recoup {
namespace {

/// Takes parts off the front of a text.
struct TemporalReader {
  std::string_view rest{};

  bool take(char sign) {
    if (rest.empty() || rest.front() != sign) return false;
    rest.remove_prefix(1);
    return true;
  }

  std::string_view take_digits() {
    std::size_t count = 0;
    while (count < rest.size() && is_digit(rest[count])) ++count;
    const std::string_view digits = rest.substr(0, count);
    rest.remove_prefix(count);
    return digits;
  }

  /// Two digits up to `most`.
  std::optional<int> take_pair(int most) {
    if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1])) return std::nullopt;
    const int value = (rest[0] - '0') * 10 + (rest[1] - '0');
    rest.remove_prefix(2);
    if (value > most) return std::nullopt;
    return value;
  }

  /// The digits behind a point as nanoseconds; 0 where there is no point.
  std::optional<std::int64_t> take_fraction() {
    if (!take('.')) return 0;
    const std::string_view digits = take_digits();
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::int64_t nanos = 0;
    for (std::size_t i = 0; i < 9; ++i)
      nanos = nanos * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return nanos;
  }
};

std::optional<std::int64_t> take_day(TemporalReader& reader) {
  const bool negative = reader.take('-');
  const std::string_view year = reader.take_digits();
  if (year.size() < 4 || year.size() > 9 || (year.size() > 4 && year.front() == '0')) {
    return std::nullopt;
  }
  const auto value = static_cast<std::int64_t>(parse_int128(year).value_or(0));
  if (!reader.take('-')) return std::nullopt;
  const auto month = reader.take_pair(12);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.take_pair(31);
  if (!day) return std::nullopt;
  return day_number({negative ? -value : value, *month, *day});
}

/// Nanoseconds since midnight; those of a whole day for "24:00:00".
std::optional<std::int64_t> take_clock(TemporalReader& reader) {
  const auto hour = reader.take_pair(24);
  if (!hour || !reader.take(':')) return std::nullopt;
  const auto minute = reader.take_pair(59);
  if (!minute || !reader.take(':')) return std::nullopt;
  const auto second = reader.take_pair(59);
  if (!second) return std::nullopt;
  const auto fraction = reader.take_fraction();
  if (!fraction) return std::nullopt;
  const std::int64_t nanos = (*hour * 3600 + *minute * 60 + *second) * nanos_per_second + *fraction;
  if (nanos > nanos_per_day) return std::nullopt;
  return nanos;
}

std::optional<FeelZone> take_zone(TemporalReader& reader) {
  if (reader.rest.empty()) return FeelZone{};
  if (reader.take('Z')) return FeelZone{0, ""};
  if (reader.take('@')) {
    const std::string region(reader.rest);
    reader.rest = {};
    if (!is_region(region)) return std::nullopt;
    return FeelZone{std::nullopt, region};
  }
  const bool east = reader.take('+');
  if (!east && !reader.take('-')) return std::nullopt;
  const auto hours = reader.take_pair(18);
  if (!hours || !reader.take(':')) return std::nullopt;
  const auto minutes = reader.take_pair(59);
  if (!minutes) return std::nullopt;
  int offset = *hours * 3600 + *minutes * 60;
  if (reader.take(':')) {
    const auto seconds = reader.take_pair(59);
    if (!seconds) return std::nullopt;
    offset += *seconds;
  }
  if (offset > 18 * 3600) return std::nullopt;
  return FeelZone{east ? offset : -offset, ""};
}

Value none(std::string_view text, std::string_view what) {
  return Value::error(quoted(text) + " is no " + std::string(what));
}

/// Reads "12H" with the digits in front of one of `units`, in their order.
struct UnitReader {
  TemporalReader reader{};
  bool any = false;
  bool fault = false;

  Int128 take(char unit) {
    const TemporalReader before = reader;
    const std::string_view digits = reader.take_digits();
    if (digits.empty() || !reader.take(unit)) {
      reader = before;
      return 0;
    }
    fault = fault || digits.size() > 18;
    any = true;
    return fault ? Int128{0} : parse_int128(digits).value_or(0);
  }

  /// Seconds may have up to nine decimals. The result is in nanoseconds.
  Int128 take_seconds() {
    const TemporalReader before = reader;
    const std::string_view digits = reader.take_digits();
    std::optional<std::int64_t> fraction = 0;
    if (reader.rest.starts_with(".S")) {
      reader.take('.');
    } else {
      fraction = reader.take_fraction();
    }
    if (digits.empty() || !reader.take('S')) {
      reader = before;
      return 0;
    }
    fault = fault || digits.size() > 18 || !fraction;
    any = true;
    if (fault) return 0;
    return parse_int128(digits).value_or(0) * nanos_per_second + *fraction;
  }
};

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string clock_text(std::int64_t nanos) {
  const std::int64_t seconds = nanos / nanos_per_second;
  std::string out = padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
                    padded(seconds % 60, 2);
  if (nanos % nanos_per_second == 0) return out;
  std::string fraction = padded(nanos % nanos_per_second, 9);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return out + "." + fraction;
}

std::string zone_text(const FeelZone& zone) {
  if (!zone.region.empty()) return "@" + zone.region;
  if (!zone.offset) return "";
  if (*zone.offset == 0) return "Z";
  const std::int32_t size = *zone.offset < 0 ? -*zone.offset : *zone.offset;
  std::string out =
      (*zone.offset < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2);
  return size % 60 == 0 ? out : out + ":" + padded(size % 60, 2);
}

}  // namespace

Value date_value(std::string_view text) {
  TemporalReader reader{text};
  const auto days = take_day(reader);
  if (!days || !reader.rest.empty()) return none(text, "date");
  return Value(FeelDate{*days});
}

Value time_value(std::string_view text) {
  TemporalReader reader{text};
  const auto nanos = take_clock(reader);
  const auto zone = nanos ? take_zone(reader) : std::nullopt;
  if (!zone || !reader.rest.empty()) return none(text, "time");
  return Value(FeelTime{*nanos % nanos_per_day, *zone});
}

Value date_time_value(std::string_view text) {
  TemporalReader reader{text};
  auto days = take_day(reader);
  if (days && reader.rest.empty()) return Value(FeelDateTime{*days, 0, {}});
  const auto nanos = days && reader.take('T') ? take_clock(reader) : std::nullopt;
  const auto zone = nanos ? take_zone(reader) : std::nullopt;
  if (!zone || !reader.rest.empty()) return none(text, "date and time");
  if (*nanos == nanos_per_day) ++*days;
  return Value(FeelDateTime{*days, *nanos % nanos_per_day, *zone});
}

Value duration_value(std::string_view text) {
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  if (rest.empty() || rest.front() != 'P') return none(text, "duration");
  UnitReader units{{rest.substr(1)}};
  const Int128 months = units.take('Y') * 12 + units.take('M');
  if (units.any) {
    if (!units.reader.rest.empty() || units.fault || months > INT64_MAX) {
      return none(text, "duration");
    }
    const auto count = static_cast<std::int64_t>(months);
    return Value(MonthDuration{negative ? -count : count});
  }
  Int128 nanos = units.take('D') * nanos_per_day;
  if (units.reader.take('T')) {
    if (units.reader.rest.empty()) return none(text, "duration");
    nanos += units.take('H') * 3600 * nanos_per_second;
    nanos += units.take('M') * 60 * nanos_per_second;
    nanos += units.take_seconds();
  }
  if (!units.any || !units.reader.rest.empty() || units.fault) return none(text, "duration");
  return Value(DayDuration{negative ? -nanos : nanos});
}

Value temporal_value(std::string_view text) {
  if (text.starts_with("P") || text.starts_with("-P")) return duration_value(text);
  if (text.substr(0, 3).find(':') != std::string_view::npos) return time_value(text);
  return text.find('T') == std::string_view::npos ? date_value(text) : date_time_value(text);
}

std::string temporal_text(FeelDate date) {
  const CivilDay civil = civil_day(date.days);
  const std::int64_t year = civil.year < 0 ? -civil.year : civil.year;
  return (civil.year < 0 ? "-" : "") + padded(year, 4) + "-" + padded(civil.month, 2) + "-" +
         padded(civil.day, 2);
}

std::string temporal_text(const FeelTime& time) {
  return clock_text(time.nanos) + zone_text(time.zone);
}

std::string temporal_text(const FeelDateTime& time) {
  return temporal_text(FeelDate{time.days}) + "T" + clock_text(time.nanos) + zone_text(time.zone);
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

}  // namespace recoup
