#include "deadline_parts.hpp"

#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/clocks/advance.hpp"
#include "stopping_acts.hpp"

namespace recoup {
namespace {

using std::chrono::days;

std::string length_text(const ClockLength& length) {
  const std::string count = std::to_string(length.count);
  switch (length.unit) {
    case ClockUnit::hours: return count + " hours";
    case ClockUnit::days: return count + " days starting with the day";
    case ClockUnit::days_after: return count + " days starting with the day after";
    case ClockUnit::months: return count + " months beginning with the day";
    case ClockUnit::working_days: return count + " working days starting with the first one after";
    default: return count + " years beginning with the day";
  }
}

Deadline undetermined(Deadline deadline, const Error& error) {
  deadline.missing.push_back(error.found + " (" + error.expected + ")");
  return deadline;
}

/// What to obtain where the calendar does not reach.
std::string missing_calendar(const std::string& region, const Calendar& calendar,
                             const std::string& words) {
  if (calendar.region() == region) return words;
  return "the bank holidays of " + region + ", of which no calendar is held";
}

/// The last of so many working days behind `event`; nothing where the calendar does not reach.
std::optional<Date> last_working(const Calendar& calendar, Date event, int count) {
  Date date = event;
  while (count > 0) {
    date += days(1);
    if (!calendar.covers(date)) return std::nullopt;
    if (calendar.pause(date).empty()) --count;
  }
  return date;
}

}  // namespace

Deadline blank_deadline(const DeadlineSubject& subject) {
  Deadline deadline;
  deadline.case_id = subject.case_id;
  deadline.seizure_id = subject.seizure_id;
  deadline.step_id = subject.step_id;
  deadline.kind = subject.kind;
  deadline.trigger = subject.trigger;
  deadline.rule_id = subject.rule_id;
  deadline.region = subject.region;
  deadline.stops = stopping_act(subject.kind, subject.rule_id);
  return deadline;
}

void finish(Deadline& deadline, const ClockContext& context) {
  if (deadline.expiry) {
    deadline.last_working_day =
        context.law.calendars.of(deadline.region).last_working_day(*deadline.expiry);
  }
  if (!deadline.is_open()) return;
  if (!deadline.expiry) {
    deadline.status = DeadlineStatus::undetermined;
    return;
  }
  deadline.status =
      context.as_at < *deadline.expiry ? DeadlineStatus::running : DeadlineStatus::expired;
}

Deadline hours_deadline(const DeadlineSubject& subject, const BookingTime& start,
                        const ClockContext& context) {
  Deadline deadline = blank_deadline(subject);
  const auto length = context.law.rules.length(subject.rule_id, start.date());
  if (!length) return undetermined(deadline, length.error());
  deadline.legal_basis = length.value().authority;
  const Calendar& calendar = context.law.calendars.of(subject.region);
  const Advance walked =
      advance(calendar, start.order_key(), length.value().count * micros_per_hour);
  deadline.expiry = walked.end;
  deadline.working = length_text(length.value()) + ": ";
  if (walked.end) {
    deadline.working += walked.working;
  } else {
    deadline.missing.push_back(missing_calendar(subject.region, calendar, walked.working));
    deadline.working += "not counted";
  }
  if (!start.has_time()) {
    deadline.missing.push_back("the time of day of \"" + subject.trigger +
                               "\"; counted from midnight, the earliest end");
  }
  if (subject.region == "scotland" && walked.end) {
    deadline.missing.push_back(
        "the court holidays of the sheriff court district, which are left out as well; without "
        "them the earliest end is shown");
  }
  finish(deadline, context);
  return deadline;
}

Deadline days_deadline(const DeadlineSubject& subject, Date event, const ClockContext& context) {
  Deadline deadline = blank_deadline(subject);
  const auto length = context.law.rules.length(subject.rule_id, event);
  if (!length) return undetermined(deadline, length.error());
  deadline.legal_basis = length.value().authority;
  deadline.working = length_text(length.value()) + " " + short_text(event);
  std::optional<Date> last;
  if (length.value().unit == ClockUnit::working_days) {
    const Calendar& calendar = context.law.calendars.of(subject.region);
    last = last_working(calendar, event, length.value().count);
    if (!last) {
      deadline.missing.push_back(missing_calendar(
          subject.region, calendar, "a calendar that covers the days after " + short_text(event)));
    }
  } else {
    last = last_day(length.value(), event);
  }
  if (last) {
    end_on(deadline, *last);
    deadline.working += ": last day " + short_text(*last);
  }
  finish(deadline, context);
  return deadline;
}

Deadline stated_deadline(const DeadlineSubject& subject, Date last, const ClockContext& context) {
  Deadline deadline = blank_deadline(subject);
  end_on(deadline, last);
  deadline.working = "the order states " + short_text(last);
  finish(deadline, context);
  return deadline;
}

Date last_day_of(const Deadline& deadline) {
  RECOUP_CHECK(deadline.expiry.has_value());
  return CivilTime{deadline.expiry->micros - 1}.date();
}

void end_on(Deadline& deadline, Date last) { deadline.expiry = midnight(last + days(1)); }

void stop(Deadline& deadline, std::string act, DeadlineStatus how) {
  deadline.stopped_by = std::move(act);
  deadline.status = how;
}

std::string event_text(const BookingTime& time) {
  if (!time.has_time()) return short_text(time.date());
  // A midnight that is an event begins its day; only a midnight that ends a clock closes one.
  if (time.order_key().micros_of_day() == 0) return short_text(time.date()) + " 00:00";
  return expiry_text(time.order_key());
}

}  // namespace recoup
