// date.hpp: calendar days, civil time in London, and the law's way of counting periods.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// A calendar day of the Gregorian calendar, years 1 to 9999.
using Date = std::chrono::sys_days;

/// Civil time as a clock on a wall shows it, in microseconds since 1970-01-01T00:00 of that wall.
struct CivilTime {
  std::int64_t micros = 0;

  [[nodiscard]] Date date() const;
  /// Microseconds since the midnight that began the day.
  [[nodiscard]] std::int64_t micros_of_day() const;
  friend auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_hour = 3600 * micros_per_second;
constexpr std::int64_t micros_per_day = 24 * micros_per_hour;

/// The midnight with which `date` begins.
[[nodiscard]] CivilTime midnight(Date date);

/// The day `year`-`month`-`day`, or nothing where the calendar has no such day.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Reads "2025-03-04" and nothing else.
///
/// Errors: malformed (another form, or a day that does not exist: 30 February).
[[nodiscard]] Result<Date> parse_date(std::string_view text);

/// "2025-03-04".
[[nodiscard]] std::string iso_text(Date date);
/// "4 March 2025", as a statement for a court writes it.
[[nodiscard]] std::string long_text(Date date);
/// "Tue 4 Mar 2025", as a working prints it.
[[nodiscard]] std::string short_text(Date date);
/// "2025-03-04T09:15:00", with a fraction only where there is one.
[[nodiscard]] std::string iso_text(CivilTime time);

/// When an entry was booked, as the document says it: a day, or a day and a time, with or without
/// an offset from UTC.
///
///   Same   Printed again it is the text that was read, in the form of ISO 8601 with "T" and
///          seconds. A time without an offset is the bank's civil time.
class BookingTime {
 public:
  BookingTime() = default;
  explicit BookingTime(Date date) : civil_(midnight(date)) {}
  BookingTime(CivilTime civil, std::optional<std::int16_t> offset_minutes)
      : civil_(civil), has_time_(true), offset_minutes_(offset_minutes) {}

  /// Reads "2025-03-04", "2025-03-04T09:15", "2025-03-04 09:15:00.5", each with "Z" or "+01:00".
  ///
  /// Errors: malformed.
  static Result<BookingTime> parse(std::string_view text);

  /// Civil time as written.
  [[nodiscard]] CivilTime civil() const { return civil_; }
  [[nodiscard]] bool has_time() const { return has_time_; }
  [[nodiscard]] std::optional<std::int16_t> offset_minutes() const { return offset_minutes_; }

  /// Civil time in London, by which movements are ordered: a date alone is its midnight; a time
  /// with an offset is converted, a time without one is taken as it stands.
  [[nodiscard]] CivilTime order_key() const;
  /// The day of `order_key()`.
  [[nodiscard]] Date date() const { return order_key().date(); }
  [[nodiscard]] std::string text() const;

  friend bool operator==(const BookingTime&, const BookingTime&) = default;

 private:
  CivilTime civil_;
  bool has_time_ = false;
  std::optional<std::int16_t> offset_minutes_;
};

/// Whether two legs of one transfer can have been booked at these times: the same time, or a date
/// and any time on it.
[[nodiscard]] bool agree(const BookingTime& one, const BookingTime& other);

/// Civil time in London of a moment in UTC: an hour ahead in summer. Rules of 1972 to today; before
/// 1972 London is not converted and the time is returned as it is.
///
///   Cites  Summer Time Act 1972; SI 2002/262 (last Sundays of March and October, 01:00 UTC).
[[nodiscard]] CivilTime london_from_utc(CivilTime utc);

/// The same day number `months` later; where that month has no such day, the first day of the
/// month after it.
[[nodiscard]] Date add_months_rollforward(Date date, int months);

/// Last day of a period of `months` beginning with `first`; both days are in it.
///
///   Cites  POCA 2002 "beginning with", "starting with"; Dodds v Walker [1981] 1 WLR 1027.
[[nodiscard]] Date period_end(Date first, int months);

/// Last day of a period of `days` days starting with `first`; both days are in it.
[[nodiscard]] Date period_end_days(Date first, int days);

}  // namespace recoup
