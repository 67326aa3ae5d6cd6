// summarise.hpp: an operation's figures, added up from its records.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/rank_cases.hpp"
#include "recoup/report/rollup.hpp"

namespace recoup {

/// Weight and value of one drug.
struct DrugTotal {
  Int128 weight_milligrams = 0;
  Money value{0, gbp};
};

/// What an operation came to by a day. Every figure is a sum of records that name the operation.
struct OperationSummary {
  std::string operation;
  std::string as_at;
  std::vector<std::string> cases;
  std::map<std::string, DrugTotal> drugs;  ///< By kind.
  Money drugs_value{0, gbp};
  Money cash_seized{0, gbp};
  Money frozen{0, gbp};
  Money listed_assets{0, gbp};
  Money cryptoassets{0, gbp};
  Money under_investigation{0, gbp};           ///< Sum of the sources that the cases declare.
  std::map<std::string, std::int64_t> events;  ///< Counts by kind: "warrant", "arrest", …
  std::vector<std::string> left_out;           ///< Records that could not be counted, and why.
  std::vector<UnverifiedPeriod> unverified;    ///< On which sources of the cases rest.
  std::vector<std::string> remarks;            ///< What a person must settle.
};

/// The days that are counted, both of them.
struct SummaryDays {
  std::optional<Date> from;  ///< None: from the beginning.
  CivilTime until;
};

/// Adds a seizure to the figures, or says why it is not counted.
///
/// Errors: out_of_range.
Result<void> add_seizure(const Seizure& seizure, const SummaryDays& days,
                         OperationSummary& summary);
/// Adds what a case declares and what happened in it.
///
/// Errors: those of load_case; out_of_range.
Result<void> add_case(const LoadedCase& loaded, const SummaryDays& days, OperationSummary& summary);

/// Adds up the seizures, events and sources of the operation's cases up to `as_at`.
///
/// Errors: not_found (no case of that operation), out_of_range.
[[nodiscard]] Result<OperationSummary> summarise(const Session& session,
                                                 const std::string& operation,
                                                 const std::string& as_at);

/// How a summary is handed on.
enum class SummaryForm : std::uint8_t { text, json, csv, html, xlsx };

/// What `recoup summary` asks.
struct SummaryRequest {
  std::string operation;  ///< Empty: every one.
  std::string by;    ///< "operation", "unit", "force", "stage" or "kind"; empty: see `roll_up`.
  std::string from;  ///< First day that is counted; empty: from the beginning.
  std::string as_at;
  std::string form;    ///< "text", "json", "csv", "html" or "xlsx".
  std::string output;  ///< A file; empty: the answer. A workbook needs one.
};

/// Figures in groups: by operation where none is chosen; of one operation, without groups, its
/// figures, drugs and events.
///
/// Shape: a case is in the operation, unit, force and stage that its file says (`case.operation`,
/// `case.unit`, `case.force`, `investigation.stage`), a seizure in the operation that it names
/// itself. What is not stated is a group of its own.
/// Errors: usage, not_found, out_of_range, and those of load_case.
[[nodiscard]] Result<Rollup> roll_up(const Session& session, const SummaryRequest& request);

/// `recoup summary`.
///
/// Errors: those of roll_up; cannot_write.
[[nodiscard]] Result<Reply> answer_summary(const Session& session, const SummaryRequest& request);
/// The figures of one operation.
[[nodiscard]] Result<Reply> answer_summary(const Session& session, const std::string& operation,
                                           const std::string& as_at, Form form);

}  // namespace recoup
