// clock_rules.hpp: how long each statutory clock runs, as data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/parameters/table.hpp"

namespace recoup {

/// How a length is counted.
enum class ClockUnit : std::uint8_t {
  hours,         ///< From the moment, excluded days apart.
  days,          ///< Calendar days, the day of the event being the first.
  days_after,    ///< Calendar days, the day after the event being the first.
  months,        ///< Calendar months beginning with the day of the event.
  years,         ///< Calendar years beginning with the day of the event.
  working_days,  ///< Working days, the first one after the day of the event being the first.
};

/// The length of one clock, as the law fixed it for one period.
struct ClockLength {
  int count = 0;
  ClockUnit unit = ClockUnit::hours;
  std::string rule_id;    ///< "cash.initial_detention".
  std::string authority;  ///< "POCA 2002 s.295(1)-(1B)".
};

/// The lengths of all clocks.
///
///   Shape   A ParameterTable of whole numbers above zero in the units "hours",
///           "days", "days after", "months", "years" or "working days".
///   Errors  Those of ParameterTable; malformed: another value or unit.
class ClockRules {
 public:
  static Result<ClockRules> parse(std::string_view csv, const std::string& document);

  /// The length in force on `governing`. Errors: not_found (undetermined: the rules do not cover
  /// that day, or have no such clock).
  [[nodiscard]] Result<ClockLength> length(std::string_view rule_id, Date governing) const;

 private:
  ParameterTable table_;
};

/// Last day of a period counted in days, months or years from the day of an event.
///
/// Requires a unit other than hours and working days.
[[nodiscard]] Date last_day(const ClockLength& length, Date event);

}  // namespace recoup
