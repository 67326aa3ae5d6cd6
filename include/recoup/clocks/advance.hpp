// advance.hpp: so many hours later, on a clock that stands still on excluded days.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "recoup/base/date.hpp"
#include "recoup/clocks/calendar.hpp"

namespace recoup {

/// Where a clock that counts hours ends, and how it got there.
struct Advance {
  std::optional<CivilTime> end;  ///< Nothing where the calendar does not reach.
  std::string working;  ///< "12 h Thu + 24 h Fri + 12 h Tue; Sat, Sun, bank holiday skipped".
};

/// The moment at which `micros` have passed since `from`, excluded days apart.
///
///   Exact  Civil time of the wall clock. Clock changes fall on Sundays, which are excluded.
///
/// Requires micros > 0.
[[nodiscard]] Advance advance(const Calendar& calendar, CivilTime from, std::int64_t micros);

/// "Thu 6 Mar 2025 09:15"; a midnight is printed as "end of Wed 7 May 2025", the day it closes.
[[nodiscard]] std::string expiry_text(CivilTime expiry);

}  // namespace recoup
