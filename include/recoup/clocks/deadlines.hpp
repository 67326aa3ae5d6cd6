// deadlines.hpp: which statutory clocks run about a seizure, and when each ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/clocks/calendar.hpp"
#include "recoup/clocks/clock_rules.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// What ends.
enum class DeadlineKind : std::uint8_t {
  initial_detention,    ///< The hours after a seizure in which an order must be made.
  further_detention,    ///< The hours that a senior officer may add for a listed asset.
  detention_order,      ///< The detention order in force.
  detention_cap,        ///< The longest time from the first order.
  freezing_order,       ///< The freezing order in force.
  notice_objection,     ///< Time to object to a forfeiture notice.
  notice_set_aside,     ///< Time to ask for a forfeiture by notice to be set aside.
  lapse_bridge,         ///< The hours after a notice lapsed by objection.
  refusal_bridge,       ///< The hours after a court refused to forfeit money in an account.
  appeal,               ///< Time to appeal against a forfeiture order, or its refusal.
  payment,              ///< The day on which a confiscation order, or a slice of it, is due.
  payment_limit,        ///< The longest time to pay.
  interest_standstill,  ///< No interest while a timely application is undetermined.
  postponement,         ///< The longest postponement of confiscation proceedings.
  vary_sentence,        ///< Time to vary the sentence after a postponement.
  timetable,            ///< A day that the court set for a statement.
  reconsideration,      ///< Time to ask for an order, or for more, on fresh evidence.
  limitation,           ///< Time to begin civil recovery.
  production_order,     ///< Time to comply with a production order.
  account_monitoring,   ///< The longest time of an account monitoring order.
  wealth_response,      ///< The day on which an unexplained wealth order is to be answered.
  wealth_decision,      ///< Time to decide after an answer while property is frozen.
  wealth_limit,         ///< The longest such time with every extension.
  consent_notice,       ///< Time in which consent to a disclosed act may be refused.
  moratorium,           ///< Time in which the act stays forbidden after a refusal.
  moratorium_limit,     ///< The longest such time with every extension.
};

/// "initial detention", "detention order", …
[[nodiscard]] std::string_view text(DeadlineKind kind);

/// How a clock stands at an instant.
enum class DeadlineStatus : std::uint8_t {
  running,
  expired,
  undetermined,  ///< A fact, a rule or the calendar is missing; never a guess.
  held,          ///< Its end does nothing while an application or an appeal is undecided.
  stopped,       ///< Somebody did in time what the clock asks for.
};

/// "running", "expired", "undetermined", "held", "stopped".
[[nodiscard]] std::string_view text(DeadlineStatus status);

/// The end of one clock.
///
///   Same  Where a fact is missing and the law still gives an earliest end, `expiry` is that
///         earliest end and `missing` is not empty.
struct Deadline {
  std::string case_id;
  std::string seizure_id;  ///< Empty where the clock is not about a seizure.
  std::string step_id;     ///< Of the step, order or section of the case file; else empty.
  DeadlineKind kind = DeadlineKind::initial_detention;
  std::string legal_basis;               ///< "POCA 2002 s.295(1)-(1B)".
  std::string trigger;                   ///< "cash seized Thu 22 Aug 2024 12:00".
  std::string rule_id;                   ///< Parameter from which the length comes; may be empty.
  std::string region;                    ///< Whose calendar counts.
  std::optional<CivilTime> expiry;       ///< First moment outside the clock.
  std::optional<Date> last_working_day;  ///< Nothing also where the calendar does not reach.
  std::optional<Date> hard_cap;          ///< Last day to which further orders can carry.
  DeadlineStatus status = DeadlineStatus::undetermined;
  std::string working;                ///< How the end was counted.
  std::string stops;                  ///< Which act, and whose, stops the clock.
  std::string stopped_by;             ///< The act on record that stopped or holds it, or empty.
  std::vector<std::string> findings;  ///< What needs a person: an order longer than the law allows.
  std::vector<std::string> missing;   ///< What to obtain.

  /// Id of what it is about, for a person: of the seizure, else of the step.
  [[nodiscard]] const std::string& about() const {
    return seizure_id.empty() ? step_id : seizure_id;
  }
  /// Whether it may still end: neither held nor stopped.
  [[nodiscard]] bool is_open() const {
    return status != DeadlineStatus::held && status != DeadlineStatus::stopped;
  }
};

/// What the clocks are read from. Both must outlive the call.
struct ClockLaw {
  const ClockRules& rules;
  const Calendars& calendars;
};

/// The clocks about `seizure` on what was known at `as_at`, soonest first, those without an end
/// last.
///
///   Shape   Orders made after `as_at` are not looked at. Property that was returned, released or
///           destroyed has no clock; forfeited property only the appeal; drugs none. A right that
///           was not used in time (an appeal) is no longer there.
///   Range   The calendar is that of `region`; where it is empty, of the part of the United Kingdom
///           that the place names last ("Pier 3, Leith, Scotland"), else of England and Wales.
///   Errors  None: what is missing or contradictory stands in the deadline.
///   Cites   POCA 2002 ss.295-299, 303K-303S, 303Z3-303Z16, 303Z26-303Z41.
[[nodiscard]] std::vector<Deadline> deadlines_of(const Seizure& seizure, const ClockLaw& law,
                                                 CivilTime as_at, std::string_view region = {});

/// Soonest first, those that are held or stopped behind the others, those without an end last;
/// then by id and kind.
void sort_deadlines(std::vector<Deadline>& deadlines);

}  // namespace recoup
