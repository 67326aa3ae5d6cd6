// clocks_report.hpp: clocks as text for people, as JSON for programs and as a calendar file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recoup/clocks/calendar.hpp"
#include "recoup/clocks/case_clocks.hpp"
#include "recoup/clocks/deadlines.hpp"

namespace recoup {

/// A clock with the working days that are left.
struct ClockRow {
  Deadline deadline;
  std::optional<WorkingDays> left;  ///< Nothing where the end or the calendar is not known.
};

/// Where the bank holidays of one region are from.
struct CalendarUsed {
  std::string region;
  std::string version;
  std::vector<std::string> changes;  ///< What a published list changed.
};

/// The answer to `recoup clocks`.
struct ClocksAnswer {
  std::string as_at;  ///< As the person wrote it.
  CivilTime at;
  std::vector<ClockRow> rows;
  std::vector<ElapsedTime> elapsed;
  std::vector<std::string> without_limit;
  std::vector<CalendarUsed> calendars;
  std::optional<int> within;  ///< Only what ends within so many working days was asked for.
  std::size_t later = 0;      ///< So many end later and are left out.
  std::size_t stopped = 0;    ///< So many were stopped and are left out.
};

[[nodiscard]] std::string clocks_json(const ClocksAnswer& answer);
[[nodiscard]] std::string clocks_text(const ClocksAnswer& answer);

/// A calendar file of the clocks that have an end.
///
///   Shape   A clock of days is an event of its last day; a clock of hours an event at its moment,
///           in local time of Europe/London. What was stopped or is held is marked as cancelled, so
///           that an earlier file's event goes. A clock without an end is no event: the caller says
///           so (`without_end`).
///   Same    Equal answers give equal bytes; the stamp of each event is the instant of the answer.
///           A clock keeps its UID while its case, subject, kind and beginning are the same,
///           whatever its end.
///   Cites   RFC 5545.
[[nodiscard]] std::string clocks_calendar(const ClocksAnswer& answer);

/// Clocks of the answer that have no end and are in no calendar file.
[[nodiscard]] std::size_t without_end(const ClocksAnswer& answer);

}  // namespace recoup
