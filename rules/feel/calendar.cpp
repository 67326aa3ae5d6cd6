// Days by number, and moments by the clock of a zone.

#include "temporal.hpp"
#include "zones.hpp"

namespace recoup {
namespace {

constexpr std::int64_t year_max = 999'999'999;
constexpr std::int64_t days_per_cycle = 146'097;  // 400 years.

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t floor_over(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Requires a day that the calendar has. Years begin in March here, so that a leap day ends one.
std::int64_t number_of(const CivilDay& civil) {
  const std::int64_t year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const std::int64_t cycle = floor_over(year, 400);
  const std::int64_t year_of_cycle = year - cycle * 400;
  const int month = civil.month > 2 ? civil.month - 3 : civil.month + 9;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + civil.day - 1;
  const std::int64_t day_of_cycle =
      year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
  constexpr std::int64_t days_to_1970 = 719'468;
  return cycle * days_per_cycle + day_of_cycle - days_to_1970;
}

constexpr Int128 day_in_nanos = nanos_per_day;

}  // namespace

CivilDay civil_day(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t cycle = floor_over(shifted, days_per_cycle);
  const std::int64_t day = shifted - cycle * days_per_cycle;
  const std::int64_t year = (day - day / 1460 + day / 36'524 - day / 146'096) / 365;
  const std::int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
  const auto month = static_cast<int>((5 * day_of_year + 2) / 153);
  CivilDay civil;
  civil.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  civil.month = month < 10 ? month + 3 : month - 9;
  civil.year = year + cycle * 400 + (civil.month <= 2 ? 1 : 0);
  return civil;
}

std::optional<std::int64_t> day_number(const CivilDay& civil) {
  if (civil.year > year_max || civil.year < -year_max) return std::nullopt;
  if (civil.month < 1 || civil.month > 12 || civil.day < 1) return std::nullopt;
  if (civil.day > days_in_month(civil.year, civil.month)) return std::nullopt;
  return number_of(civil);
}

int iso_weekday(std::int64_t days) {
  const std::int64_t since_monday = days + 3;  // 1 January 1970 was a Thursday.
  return static_cast<int>(since_monday - floor_over(since_monday, 7) * 7) + 1;
}

bool is_in_range(Int128 days) {
  static const std::int64_t first = number_of({-year_max, 1, 1});
  static const std::int64_t last = number_of({year_max, 12, 31});
  return days >= first && days <= last;
}

std::optional<std::int64_t> add_months_clipped(std::int64_t days, std::int64_t months) {
  if (months > 24 * year_max || months < -24 * year_max) return std::nullopt;
  CivilDay civil = civil_day(days);
  const std::int64_t total = civil.year * 12 + civil.month - 1 + months;
  civil.year = floor_over(total, 12);
  civil.month = static_cast<int>(total - civil.year * 12) + 1;
  if (civil.year > year_max || civil.year < -year_max) return std::nullopt;
  civil.day = std::min(civil.day, days_in_month(civil.year, civil.month));
  return number_of(civil);
}

std::optional<Date> calendar_date(FeelDate date) {
  const CivilDay civil = civil_day(date.days);
  if (civil.year < 1 || civil.year > 9999) return std::nullopt;
  return Date(std::chrono::days(static_cast<std::chrono::days::rep>(date.days)));
}

FeelDate feel_date(Date date) { return FeelDate{date.time_since_epoch().count()}; }

std::optional<std::int32_t> offset_of(const FeelTime& time) {
  if (time.zone.region.empty()) return time.zone.offset;
  return region_standard_offset(time.zone.region);
}

std::optional<std::int32_t> offset_of(const FeelDateTime& time) {
  if (time.zone.region.empty()) return time.zone.offset;
  return region_offset_at_clock(time.zone.region, time.days, time.nanos);
}

Int128 moment(const FeelDateTime& time) {
  const Int128 offset = Int128{offset_of(time).value_or(0)} * nanos_per_second;
  return time.days * day_in_nanos + time.nanos - offset;
}

std::optional<FeelDateTime> at_moment(Int128 nanos, const FeelZone& zone) {
  if (!is_in_range(nanos / day_in_nanos)) return std::nullopt;
  const std::int32_t offset =
      zone.region.empty() ? zone.offset.value_or(0) : region_offset_at_moment(zone.region, nanos);
  const Int128 clock = nanos + Int128{offset} * nanos_per_second;
  Int128 days = clock / day_in_nanos;
  if (clock % day_in_nanos < 0) --days;
  if (!is_in_range(days)) return std::nullopt;
  return FeelDateTime{static_cast<std::int64_t>(days),
                      static_cast<std::int64_t>(clock - days * day_in_nanos), zone};
}

FeelDateTime utc_midnight(FeelDate date) { return {date.days, 0, FeelZone{0, ""}}; }

}  // namespace recoup
