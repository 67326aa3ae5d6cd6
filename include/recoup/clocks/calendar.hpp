// calendar.hpp: the days on which the clocks that count hours stand still.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// Easter Sunday of the Gregorian calendar.
///
///   Cites  Calendar (New Style) Act 1750, 24 Geo. 2 c. 23, tables of Easter.
[[nodiscard]] Date easter_sunday(int year);

/// Bank holidays of one part of the United Kingdom, with the days that need no calendar: Saturdays,
/// Sundays, Christmas Day and Good Friday.
///
///   Shape   Rows `date,name,region,authority,uri,note`. The years covered are those with rows.
///   Errors  malformed: a field that is not in its form. contradiction: two regions in one file, a
///           year without a row between years that have some, or a Good Friday on another day than
///           Easter gives.
///   Cites   POCA 2002 s.295(1B), s.303K(5), s.303Z11(9), s.303Z27(3).
class Calendar {
 public:
  static Result<Calendar> parse(std::string_view csv, const std::string& document);

  [[nodiscard]] const std::string& region() const noexcept { return region_; }
  /// Whether the bank holidays of the year of `date` are known.
  [[nodiscard]] bool covers(Date date) const;
  /// Why the clock stands still on `date`: "Sat", "Sun", "Christmas Day", "Good Friday", "bank
  /// holiday"; empty where it runs.
  ///
  /// Requires covers(date).
  [[nodiscard]] std::string_view pause(Date date) const;

  /// The last working day of which some part lies before `expiry`; nothing where the calendar does
  /// not reach.
  [[nodiscard]] std::optional<Date> last_working_day(CivilTime expiry) const;

 private:
  std::string region_;
  int first_year_ = 0;
  int last_year_ = 0;
  std::vector<Date> holidays_;  // sorted
};

/// How many working days are left.
struct WorkingDays {
  int count = 0;
  bool at_least = false;  ///< The calendar ends before the deadline: there may be more.

  friend bool operator==(const WorkingDays&, const WorkingDays&) = default;
};

/// Working days after the day of `as_at` up to and including the last one before `expiry`: 0 where
/// today is the last. Nothing where the calendar does not cover the day of `as_at`.
[[nodiscard]] std::optional<WorkingDays> working_days_left(const Calendar& calendar,
                                                           CivilTime as_at, CivilTime expiry);

}  // namespace recoup
