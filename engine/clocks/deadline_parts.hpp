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
  std::string step_id = {};
  std::string region = std::string(england_and_wales);
};

/// The law, and the instant for which it is asked.
struct ClockContext {
  const ClockLaw& law;
  CivilTime as_at;

  /// Whether what bears this time was there at the instant.
  [[nodiscard]] bool knows(const BookingTime& time) const {
    return time.has_time() ? time.order_key() <= as_at : time.date() <= as_at.date();
  }
};

/// A deadline without an end.
[[nodiscard]] Deadline blank_deadline(const DeadlineSubject& subject);

/// Fills in the last working day and how the clock stands; what was stopped or held stays so.
void finish(Deadline& deadline, const ClockContext& context);

/// The end of a clock of hours that begins with `start`. Where only the day of `start` is known the
/// clock is counted from the midnight that began it, its earliest end.
[[nodiscard]] Deadline hours_deadline(const DeadlineSubject& subject, const BookingTime& start,
                                      const ClockContext& context);

/// The end of a clock of days, months, years or working days that begins with the day `event`.
[[nodiscard]] Deadline days_deadline(const DeadlineSubject& subject, Date event,
                                     const ClockContext& context);

/// A deadline on a day that a court set.
[[nodiscard]] Deadline stated_deadline(const DeadlineSubject& subject, Date last,
                                       const ClockContext& context);

/// Last day inside the clock.
///
/// Requires that the deadline has an end.
[[nodiscard]] Date last_day_of(const Deadline& deadline);

/// Moves the end to the last day `last`.
void end_on(Deadline& deadline, Date last);

/// Takes the clock as stopped (or held) by `act`.
void stop(Deadline& deadline, std::string act, DeadlineStatus how = DeadlineStatus::stopped);

/// "Thu 22 Aug 2024 12:00", or the day alone where no time is known.
[[nodiscard]] std::string event_text(const BookingTime& time);

}  // namespace recoup
