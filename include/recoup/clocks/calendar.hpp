// calendar.hpp: the days on which the clocks that count hours stand still.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// The part of the United Kingdom whose law this program knows.
inline constexpr std::string_view england_and_wales = "england-and-wales";

/// Easter Sunday of the Gregorian calendar.
///
///   Cites  Calendar (New Style) Act 1750, 24 Geo. 2 c. 23, tables of Easter.
[[nodiscard]] Date easter_sunday(int year);

/// One bank holiday as somebody published it.
struct BankHoliday {
  std::string region;  ///< "england-and-wales", "scotland", "northern-ireland".
  Date date;
  std::string name;
};

/// A list of bank holidays that was published as a whole.
struct HolidayPublication {
  std::string version;  ///< "bank-holidays.json 0b1a57720123".
  std::vector<BankHoliday> holidays;
};

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
  /// A calendar that covers no year.
  explicit Calendar(std::string region) : region_(std::move(region)) {}

  /// `version` names the rows; the name of the document where it is empty.
  static Result<Calendar> parse(std::string_view csv, const std::string& document,
                                const std::string& version = {});

  /// This calendar with each year that `published` holds whole in place of its own: a year with a
  /// Good Friday and with a day in the second half of December. Other years are as they were.
  [[nodiscard]] Calendar updated(const HolidayPublication& published) const;

  [[nodiscard]] const std::string& region() const noexcept { return region_; }
  /// Where the days are from: "ew-part5-clocks 2026.1 for 2024 to 2026, holidays.json for 2027".
  [[nodiscard]] std::string version() const;
  /// What a publication changed in years that were known before it, in order of day.
  [[nodiscard]] const std::vector<std::string>& changes() const noexcept { return changes_; }
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
  struct Year {
    std::string version;
    std::map<Date, std::string> holidays;  ///< With their names.
  };

  void note_changes(const Year& before, const Year& now);

  std::string region_;
  std::map<int, Year> years_;
  std::vector<std::string> changes_;
};

/// The calendars of the parts of the United Kingdom.
class Calendars {
 public:
  Calendars() = default;
  explicit Calendars(Calendar calendar) { add(std::move(calendar)); }

  void add(Calendar calendar);
  /// Takes a publication into the calendar of every region that it names.
  void add(const HolidayPublication& published);

  /// The calendar of the region; one that covers no year where there is none.
  [[nodiscard]] const Calendar& of(std::string_view region) const;

 private:
  std::map<std::string, Calendar, std::less<>> by_region_;
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
