#include "recoup/base/date.hpp"

#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Sun", "Mon", "Tue", "Wed",
                                                           "Thu", "Fri", "Sat"};

/// Reads exactly `count` digits at the front of `text` and removes them.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

Error not_a_time(std::string_view text) {
  return Error{ErrorCode::malformed,
               quoted(text),
               "a date (2025-03-04) or a date and a time (2025-03-04T09:15:00)",
               {}};
}

/// Reads up to six decimals of a second behind the point.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
  std::int64_t micros = 0;
  std::int64_t unit = micros_per_second / 10;
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) {
    if (unit == 0) return std::nullopt;
    micros += unit * (text[count] - '0');
    unit /= 10;
    ++count;
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return micros;
}

/// Reads "09:15", "09:15:00" or "09:15:00.25" as microseconds of the day.
std::optional<std::int64_t> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t micros = *hour * micros_per_hour + *minute * 60 * micros_per_second;
  if (!take(text, ':')) return micros;
  const auto second = take_digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  micros += *second * micros_per_second;
  if (!take(text, '.')) return micros;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  return micros + *fraction;
}

/// Reads "Z", "+01:00" or "-0530" as minutes ahead of UTC.
std::optional<std::int16_t> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return std::int16_t{0};
  const bool behind = !text.empty() && text.front() == '-';
  if (!take(text, behind ? '-' : '+')) return std::nullopt;
  const auto hours = take_digits(text, 2);
  take(text, ':');
  const auto minutes = take_digits(text, 2);
  if (!hours || !minutes || *hours > 18 || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  return static_cast<std::int16_t>(behind ? -offset : offset);
}

std::string two_digits(std::int64_t value) {
  std::string text = std::to_string(value);
  return text.size() < 2 ? "0" + text : text;
}

/// The Sunday on or after `day` of the month.
Date sunday_from(std::chrono::year year, unsigned month, unsigned day) {
  const Date from = year / std::chrono::month(month) / std::chrono::day(day);
  const unsigned weekday = std::chrono::weekday(from).c_encoding();
  return from + days((7 - weekday) % 7);
}

/// First and last moment, in UTC, of British Summer Time in `year`.
struct SummerTime {
  CivilTime begin;
  CivilTime end;
};

// The statutory orders of each year fixed the Sundays; these rules reproduce them from 1972 on.
SummerTime summer_time(std::chrono::year year) {
  const int y = static_cast<int>(year);
  const std::int64_t hour = (y <= 1980 ? 2 : 1) * micros_per_hour;
  const unsigned march = y <= 1980 ? 16 : 25;
  const unsigned october = y <= 1989 ? 23 : (y <= 1995 ? 22 : 25);
  const std::int64_t begin = midnight(sunday_from(year, 3, march)).micros;
  const std::int64_t end = midnight(sunday_from(year, 10, october)).micros;
  return {{begin + hour}, {end + hour}};
}

}  // namespace

Date CivilTime::date() const {
  const std::int64_t day =
      micros >= 0 ? micros / micros_per_day : -((micros_per_day - 1 - micros) / micros_per_day);
  return Date(days(day));
}

std::int64_t CivilTime::micros_of_day() const { return micros - midnight(date()).micros; }

CivilTime midnight(Date date) {
  return {static_cast<std::int64_t>(date.time_since_epoch().count()) * micros_per_day};
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const year_month_day ymd{std::chrono::year(year), std::chrono::month(month),
                           std::chrono::day(day)};
  if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
  return Date(ymd);
}

Result<Date> parse_date(std::string_view text) {
  std::string_view rest = text;
  const auto year = take_digits(rest, 4);
  const bool dash = take(rest, '-');
  const auto month = take_digits(rest, 2);
  const bool second_dash = take(rest, '-');
  const auto day = take_digits(rest, 2);
  if (!year || !dash || !month || !second_dash || !day || !rest.empty()) {
    return Error{ErrorCode::malformed, quoted(text), "a date such as 2025-03-04", {}};
  }
  const auto date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date) {
    return Error{ErrorCode::malformed, quoted(text), "a day that the calendar has", {}};
  }
  return *date;
}

std::string iso_text(Date date) {
  const year_month_day ymd(date);
  std::string year = std::to_string(static_cast<int>(ymd.year()));
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "-" + two_digits(static_cast<unsigned>(ymd.month())) + "-" +
         two_digits(static_cast<unsigned>(ymd.day()));
}

std::string long_text(Date date) {
  const year_month_day ymd(date);
  return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
         std::string(month_names[static_cast<unsigned>(ymd.month()) - 1]) + " " +
         std::to_string(static_cast<int>(ymd.year()));
}

std::string short_text(Date date) {
  const year_month_day ymd(date);
  return std::string(weekday_names[std::chrono::weekday(date).c_encoding()]) + " " +
         std::to_string(static_cast<unsigned>(ymd.day())) + " " +
         std::string(month_names[static_cast<unsigned>(ymd.month()) - 1].substr(0, 3)) + " " +
         std::to_string(static_cast<int>(ymd.year()));
}

std::string iso_text(CivilTime time) {
  const std::int64_t micros = time.micros_of_day();
  const std::int64_t second = micros / micros_per_second;
  std::string text = iso_text(time.date()) + "T" + two_digits(second / 3600) + ":" +
                     two_digits(second / 60 % 60) + ":" + two_digits(second % 60);
  if (const std::int64_t fraction = micros % micros_per_second; fraction != 0) {
    std::string decimals = std::to_string(fraction);
    decimals.insert(0, 6 - decimals.size(), '0');
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text;
}

Result<BookingTime> BookingTime::parse(std::string_view text) {
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return text.size() > 10 ? not_a_time(text) : date.error();
  std::string_view rest = text.size() > 10 ? text.substr(10) : std::string_view();
  if (rest.empty()) return BookingTime(date.value());
  if (!take(rest, 'T') && !take(rest, ' ')) return not_a_time(text);
  const auto micros = take_time(rest);
  if (!micros) return not_a_time(text);
  const CivilTime civil{midnight(date.value()).micros + *micros};
  if (rest.empty()) return BookingTime(civil, std::nullopt);
  const auto offset = take_offset(rest);
  if (!offset || !rest.empty()) return not_a_time(text);
  return BookingTime(civil, offset);
}

CivilTime BookingTime::order_key() const {
  if (!offset_minutes_) return civil_;
  return london_from_utc({civil_.micros - *offset_minutes_ * 60 * micros_per_second});
}

std::string BookingTime::text() const {
  if (!has_time_) return iso_text(civil_.date());
  std::string text = iso_text(civil_);
  if (!offset_minutes_) return text;
  if (*offset_minutes_ == 0) return text + "Z";
  const int size = *offset_minutes_ < 0 ? -*offset_minutes_ : *offset_minutes_;
  return text + (*offset_minutes_ < 0 ? "-" : "+") + two_digits(size / 60) + ":" +
         two_digits(size % 60);
}

bool agree(const BookingTime& one, const BookingTime& other) {
  if (one.has_time() && other.has_time()) return one.order_key() == other.order_key();
  return one.date() == other.date();
}

CivilTime london_from_utc(CivilTime utc) {
  const std::chrono::year year = year_month_day(utc.date()).year();
  if (static_cast<int>(year) < 1972) return utc;
  const SummerTime summer = summer_time(year);
  if (utc < summer.begin || utc >= summer.end) return utc;
  return {utc.micros + micros_per_hour};
}

Date add_months_rollforward(Date date, int months) {
  const year_month_day ymd(date);
  const auto month = ymd.year() / ymd.month() + std::chrono::months(months);
  const year_month_day target = month / ymd.day();
  if (target.ok()) return Date(target);
  return Date((month + std::chrono::months(1)) / std::chrono::day(1));
}

Date period_end(Date first, int months) { return add_months_rollforward(first, months) - days(1); }

Date period_end_days(Date first, int days_count) { return first + days(days_count - 1); }

}  // namespace recoup
