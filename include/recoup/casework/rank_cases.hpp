// rank_cases.hpp: measures every case and puts them in order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/assess_case.hpp"
#include "recoup/ranking/ranking.hpp"

namespace recoup {

/// What `recoup rank` asks.
struct RankRequest {
  std::string operation;               ///< Empty: every case.
  std::optional<std::string> explain;  ///< A case whose place is to be explained.
  std::string as_at;
  Form form = Form::text;
};

/// Every dividing method's trace of a case; what each movement carried only where it is wanted.
[[nodiscard]] Result<std::vector<Trace>> all_traces(const LoadedCase& loaded,
                                                    const std::optional<CivilTime>& as_at,
                                                    bool wants_carried);

/// What only a case's statements and its traces tell of it.
///
///   Unit  Minor units of GBP; other currencies are left out.
struct LedgerMeasures {
  MinorUnits sources = 0;       ///< Sum of the sources that a statement shows.
  MinorUnits traced_least = 0;  ///< Least on each account under every method, added up.
  MinorUnits traced_low = 0;    ///< On accounts, under the method that leaves least there.
  MinorUnits traced_high = 0;   ///< Under the one that leaves most.
  std::int64_t unverified_lines = 0;
  std::optional<Date> last_booking;
  std::optional<Date> last_known_booking;  ///< The last of those up to the day of the question.
  MinorUnits left = 0;                     ///< To end points, in the last thirty days.
  MinorUnits held = 0;                     ///< On accounts now.

  friend bool operator==(const LedgerMeasures&, const LedgerMeasures&) = default;
};

/// Loads nothing and traces everything: the dear part of a measurement.
[[nodiscard]] Result<LedgerMeasures> measure_ledger(const LoadedCase& loaded, CivilTime as_at);

/// Whether what was measured on one day is what would be measured on a later one from the same
/// records: once every booking is behind the thirty days that are looked back over, time alone
/// changes nothing.
[[nodiscard]] bool holds_also_on(const LedgerMeasures& sums, Date measured_on, Date later);

/// Measures a case of which only facts and seizures need be loaded.
[[nodiscard]] Result<MeasuredCase> measure_records(const LoadedCase& loaded,
                                                   const LedgerMeasures& sums, const Law& law,
                                                   CivilTime as_at);

/// Measures a case from its records: the facts that the ranking pack asks for.
[[nodiscard]] Result<MeasuredCase> measure(const LoadedCase& loaded, const Law& law,
                                           CivilTime as_at);

/// The ids of the operation's cases; of every case where `operation` is empty.
///
/// Errors: not_found (no case of that operation).
[[nodiscard]] Result<std::vector<std::string>> cases_of(const Session& session,
                                                        const std::string& operation);

/// `recoup rank`.
[[nodiscard]] Result<Reply> answer_rank(const Session& session, const RankRequest& request);

}  // namespace recoup
