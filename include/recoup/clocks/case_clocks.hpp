// case_clocks.hpp: the clocks that a conviction, an order or an investigation of a case starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/clocks/deadlines.hpp"
#include "recoup/records/case_fact.hpp"
#include "recoup/records/legal_step.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// A confiscation order of the case file.
struct ConfiscationOrder {
  std::string id;  ///< "proceedings" where only `proceedings.order_made` speaks of it.
  std::optional<Date> made;
  std::optional<Date> due;
  std::optional<Date> paid_on;

  friend bool operator==(const ConfiscationOrder&, const ConfiscationOrder&) = default;
};

/// What a case file says that starts or stops a clock.
struct ClockFacts {
  std::string case_id;
  bool is_convicted = false;
  std::optional<Date> convicted_on;  ///< The latest, where there are several: s.14(9), s.19(10).
  std::optional<bool> prosecutor_asks;
  std::vector<ConfiscationOrder> orders;  ///< In the order of the file.
  std::vector<LegalStep> steps;           ///< In the order of the file.
};

/// Reads the sections proceedings, offences, confiscation_orders and steps of one case.
///
/// Errors: those of read_legal_steps; malformed (a day that is none).
[[nodiscard]] Result<ClockFacts> read_clock_facts(const std::vector<CaseFact>& facts);

/// `seizure` with the orders of the steps that are about it; an order that its own list reports
/// with the same kind, time and end stands once.
[[nodiscard]] Seizure with_steps(Seizure seizure, const ClockFacts& facts);
/// Where the seizure was, as a step about it says; empty where none does.
[[nodiscard]] std::string region_of(const Seizure& seizure, const ClockFacts& facts);

/// The clocks of the case that are not about a seizure, soonest first as sort_deadlines has them.
///
///   Shape   What was done after `as_at` is not looked at. A right that was not used in time
///           (reconsideration) is no longer there.
///   Errors  None: what is missing or contradictory stands in the deadline.
///   Cites   POCA 2002 ss.11, 12, 14-21, 335-336A, 345, 362A-362J, 370; Limitation Act 1980 s.27A.
[[nodiscard]] std::vector<Deadline> deadlines_of_case(const ClockFacts& facts, const ClockLaw& law,
                                                      CivilTime as_at);

/// Steps about seizures that no list reports, each a clock whose facts are missing.
[[nodiscard]] std::vector<Deadline> unattached_steps(const ClockFacts& facts,
                                                     const std::vector<std::string>& seizure_ids);

/// Time that passes without a limit in the law: since a restraint order and its last report.
struct ElapsedTime {
  std::string case_id;
  std::string step_id;
  std::string what;  ///< "days since the restraint order".
  Date since;
  std::int64_t days = 0;
  std::string legal_basis;
  std::string note;

  friend bool operator==(const ElapsedTime&, const ElapsedTime&) = default;
};

/// Restraint orders that were not discharged, in the order of the file.
///
///   Cites  POCA 2002 ss.41(7A)-(7C), 42(7).
[[nodiscard]] std::vector<ElapsedTime> elapsed_times(const ClockFacts& facts, CivilTime as_at);

/// Steps that the law lets somebody take without a limit of time, once an order was made.
///
///   Cites  POCA 2002 ss.22, 23.
[[nodiscard]] std::vector<std::string> rights_without_limit(const ClockFacts& facts,
                                                            CivilTime as_at);

}  // namespace recoup
