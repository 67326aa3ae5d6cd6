// temporal.hpp: days, times and durations of the rule language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "recoup/base/date.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// Which clock a time was read from.
///
///   Shape  Nothing (a local clock, nobody says where), an offset, or a region; never both.
struct FeelZone {
  std::optional<std::int32_t> offset;  ///< Seconds east of UTC.
  std::string region;                  ///< A name of the tz database, "Europe/London".

  [[nodiscard]] bool is_local() const noexcept { return !offset && region.empty(); }
  friend bool operator==(const FeelZone&, const FeelZone&) = default;
};

/// A day of the proleptic Gregorian calendar.
///
///   Range  Years -999,999,999 to 999,999,999.
struct FeelDate {
  std::int64_t days = 0;  ///< Since 1 January 1970.
  friend auto operator<=>(const FeelDate&, const FeelDate&) = default;
};

/// A time of day. A leap second has none.
struct FeelTime {
  std::int64_t nanos = 0;  ///< Since midnight.
  FeelZone zone;
};

/// A day and a time on the clock of its zone.
struct FeelDateTime {
  std::int64_t days = 0;
  std::int64_t nanos = 0;
  FeelZone zone;
};

/// A duration of days, hours, minutes and seconds.
struct DayDuration {
  Int128 nanos = 0;
  friend auto operator<=>(const DayDuration&, const DayDuration&) = default;
};

/// A duration of years and months.
struct MonthDuration {
  std::int64_t months = 0;
  friend auto operator<=>(const MonthDuration&, const MonthDuration&) = default;
};

/// A day of the language as a day of the program, where it lies in the years 1 to 9999.
[[nodiscard]] std::optional<Date> calendar_date(FeelDate date);
[[nodiscard]] FeelDate feel_date(Date date);

}  // namespace recoup
