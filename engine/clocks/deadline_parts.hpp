// deadline_parts.hpp: the pieces from which a deadline is put together.
#pragma once

#include <string>
#include <string_view>

#include "recoup/clocks/deadlines.hpp"

namespace recoup {

/// What a deadline is about, before anything is counted.
struct DeadlineSubject {
  std::string case_id;
  std::string seizure_id;
  DeadlineKind kind = DeadlineKind::initial_detention;
  std::string trigger;
  std::string rule_id;
};

/// A deadline without an end.
[[nodiscard]] Deadline blank_deadline(const DeadlineSubject& subject);

/// Fills in the last working day and how the clock stands at `as_at`.
void finish(Deadline& deadline, const Calendar& calendar, CivilTime as_at);

/// The end of a clock of hours that begins with `start`. Where only the day of `start` is known the
/// clock is counted from the midnight that began it, its earliest end.
[[nodiscard]] Deadline hours_deadline(const DeadlineSubject& subject, const BookingTime& start,
                                      const ClockLaw& law, CivilTime as_at);

/// The end of a clock of days, months or years that begins with the day `event`.
[[nodiscard]] Deadline days_deadline(const DeadlineSubject& subject, Date event,
                                     const ClockLaw& law, CivilTime as_at);

/// "Thu 22 Aug 2024 12:00", or the day alone where no time is known.
[[nodiscard]] std::string event_text(const BookingTime& time);

}  // namespace recoup
