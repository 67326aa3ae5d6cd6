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
  initial_detention,  ///< The hours after a seizure in which an order must be made.
  further_detention,  ///< The hours that a senior officer may add for a listed asset.
  detention_order,    ///< The detention order in force.
  detention_cap,      ///< The longest time from the first order.
  freezing_order,     ///< The freezing order in force.
  notice_objection,   ///< Time to object to a forfeiture notice.
  notice_set_aside,   ///< Time to ask for a forfeiture by notice to be set aside.
  lapse_bridge,       ///< The hours after a notice lapsed by objection.
  appeal,             ///< Time to appeal against a forfeiture order.
  confiscation,       ///< A clock that a conviction or a confiscation order starts.
};

/// "initial detention", "detention order", …
[[nodiscard]] std::string_view text(DeadlineKind kind);

/// How a clock stands at an instant.
enum class DeadlineStatus : std::uint8_t {
  running,
  expired,
  undetermined,  ///< A fact, a rule or the calendar is missing; never a guess.
};

/// "running", "expired", "undetermined".
[[nodiscard]] std::string_view text(DeadlineStatus status);

/// The end of one clock.
///
///   Same  Where a fact is missing and the law still gives an earliest end, `expiry` is that
///         earliest end and `missing` is not empty.
struct Deadline {
  std::string case_id;
  std::string seizure_id;
  DeadlineKind kind = DeadlineKind::initial_detention;
  std::string legal_basis;               ///< "POCA 2002 s.295(1)-(1B)".
  std::string trigger;                   ///< "cash seized Thu 22 Aug 2024 12:00".
  std::string rule_id;                   ///< Parameter from which the length comes.
  std::optional<CivilTime> expiry;       ///< First moment outside the clock.
  std::optional<Date> last_working_day;  ///< Nothing also where the calendar does not reach.
  std::optional<Date> hard_cap;          ///< Last day to which further orders can carry.
  DeadlineStatus status = DeadlineStatus::undetermined;
  std::string working;                ///< How the end was counted.
  std::vector<std::string> findings;  ///< What needs a person: an order longer than the law allows.
  std::vector<std::string> missing;   ///< What to obtain.
};

/// What the clocks are read from. Both must outlive the call.
struct ClockLaw {
  const ClockRules& rules;
  const Calendar& calendar;
};

/// The clocks that run about `seizure` on what was known at `as_at`, soonest first, those without
/// an end last.
///
///   Shape   Orders made after `as_at` are not looked at. Property that was returned, released or
///           destroyed has no clock; forfeited property only the appeal, while it runs; drugs none.
///   Errors  None: what is missing or contradictory stands in the deadline.
///   Cites   POCA 2002 ss.295-299, 303K-303S, 303Z3-303Z16, 303Z26-303Z37.
[[nodiscard]] std::vector<Deadline> deadlines_of(const Seizure& seizure, const ClockLaw& law,
                                                 CivilTime as_at);

}  // namespace recoup
