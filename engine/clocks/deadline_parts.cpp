#include "deadline_parts.hpp"

#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

std::string length_text(const ClockLength& length) {
  const std::string count = std::to_string(length.count);
  switch (length.unit) {
    case ClockUnit::hours: return count + " hours";
    case ClockUnit::days: return count + " days starting with the day";
    case ClockUnit::days_after: return count + " days starting with the day after";
    case ClockUnit::months: return count + " months beginning with the day";
    default: return count + " years beginning with the day";
  }
}

Deadline undetermined(Deadline deadline, const Error& error) {
  deadline.missing.push_back(error.found + " (" + error.expected + ")");
  return deadline;
}

}  // namespace

Deadline blank_deadline(const DeadlineSubject& subject) {
  Deadline deadline;
  deadline.case_id = subject.case_id;
  deadline.seizure_id = subject.seizure_id;
  deadline.kind = subject.kind;
  deadline.trigger = subject.trigger;
  deadline.rule_id = subject.rule_id;
  return deadline;
}

void finish(Deadline& deadline, const Calendar& calendar, CivilTime as_at) {
  if (!deadline.expiry) {
    deadline.status = DeadlineStatus::undetermined;
    return;
  }
  deadline.last_working_day = calendar.last_working_day(*deadline.expiry);
  deadline.status = as_at < *deadline.expiry ? DeadlineStatus::running : DeadlineStatus::expired;
}

Deadline hours_deadline(const DeadlineSubject& subject, const BookingTime& start,
                        const ClockLaw& law, CivilTime as_at) {
  Deadline deadline = blank_deadline(subject);
  const auto length = law.rules.length(subject.rule_id, start.date());
  if (!length) return undetermined(deadline, length.error());
  deadline.legal_basis = length.value().authority;
  const Advance walked =
      advance(law.calendar, start.order_key(), length.value().count * micros_per_hour);
  deadline.expiry = walked.end;
  deadline.working = length_text(length.value()) + ": " + walked.working;
  if (!walked.end) deadline.missing.push_back(walked.working);
  if (!start.has_time()) {
    deadline.missing.push_back("the time of day of \"" + subject.trigger +
                               "\"; counted from midnight, the earliest end");
  }
  finish(deadline, law.calendar, as_at);
  return deadline;
}

Deadline days_deadline(const DeadlineSubject& subject, Date event, const ClockLaw& law,
                       CivilTime as_at) {
  Deadline deadline = blank_deadline(subject);
  const auto length = law.rules.length(subject.rule_id, event);
  if (!length) return undetermined(deadline, length.error());
  deadline.legal_basis = length.value().authority;
  const Date last = last_day(length.value(), event);
  deadline.expiry = midnight(last + std::chrono::days(1));
  deadline.working =
      length_text(length.value()) + " " + short_text(event) + ": last day " + short_text(last);
  finish(deadline, law.calendar, as_at);
  return deadline;
}

std::string event_text(const BookingTime& time) {
  if (!time.has_time()) return short_text(time.date());
  // A midnight that is an event begins its day; only a midnight that ends a clock closes one.
  if (time.order_key().micros_of_day() == 0) return short_text(time.date()) + " 00:00";
  return expiry_text(time.order_key());
}

}  // namespace recoup
