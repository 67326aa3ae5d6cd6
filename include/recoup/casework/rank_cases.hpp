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
  std::vector<std::string> compare = {};  ///< Two cases; which of them is above the other, and why.
  bool sensitivity = false;               ///< Each weight a little less, and a little more.
  std::vector<std::string> what_if = {};  ///< Each as `suppose_measures` reads it.
  std::optional<std::string> since = {};  ///< Against the last ranking recorded by this time.
  std::string pack = {};                  ///< A folder with another ranking pack.
  bool draft = false;                     ///< That pack may be one that nobody reviewed.
  std::string record_folder = {};         ///< Where rankings are recorded; empty: nowhere.
  bool record = false;                    ///< Record this one there.
  bool afresh = false;                    ///< Measure every case anew, whatever is kept.
};

/// Every dividing method's trace of a case; what each movement carried only where it is wanted.
[[nodiscard]] Result<std::vector<Trace>> all_traces(const LoadedCase& loaded,
                                                    const std::optional<CivilTime>& as_at,
                                                    bool wants_carried);

/// What only a case's statements and its traces tell of it.
///
///   Unit  Minor units of GBP; other currencies are left out.
struct LedgerMeasures {
  MinorUnits sources = 0;          ///< Sum of the sources that a statement shows.
  MinorUnits traced_least = 0;     ///< Least on each account under every method, added up.
  MinorUnits traced_low = 0;       ///< On accounts, under the method that leaves least there.
  MinorUnits traced_high = 0;      ///< Under the one that leaves most.
  MinorUnits traced_at_banks = 0;  ///< Of `traced_least`, what is not seized cash.
  std::int64_t unverified_lines = 0;
  std::optional<Date> last_booking;
  std::optional<Date> last_known_booking;    ///< The last of those up to the day of the question.
  MinorUnits left = 0;                       ///< To end points, in the last thirty days.
  MinorUnits held = 0;                       ///< On accounts now.
  std::vector<UnverifiedPeriod> unverified;  ///< On which its sources rest, and nothing proves.
  std::vector<CountedElsewhere> counted_elsewhere;  ///< Items of benefit of the case file.

  friend bool operator==(const LedgerMeasures&, const LedgerMeasures&) = default;
};

/// Loads nothing and traces everything: the dear part of a measurement.
[[nodiscard]] Result<LedgerMeasures> measure_ledger(const LoadedCase& loaded, CivilTime as_at);

/// Whether what was measured on one day is what would be measured on a later one from the same
/// records: once every booking is behind the thirty days that are looked back over, time alone
/// changes nothing.
[[nodiscard]] bool holds_also_on(const LedgerMeasures& sums, Date measured_on, Date later);

/// Measures a case of which only facts and seizures need be loaded: the facts that the ranking pack
/// asks for. `law.ranking` gives the chances and costs.
[[nodiscard]] Result<MeasuredCase> measure_records(const LoadedCase& loaded,
                                                   const LedgerMeasures& sums, const Law& law,
                                                   CivilTime as_at);

/// The ids of the operation's cases; of every case where `operation` is empty.
///
/// Errors: not_found (no case of that operation).
[[nodiscard]] Result<std::vector<std::string>> cases_of(const Session& session,
                                                        const std::string& operation);

/// `recoup rank`.
///
/// Errors: usage, not_found (operation, case, fact), and those of rank, of what is supposed and of
/// the folder of recorded rankings.
[[nodiscard]] Result<Reply> answer_rank(const Session& session, const RankRequest& request);

}  // namespace recoup
