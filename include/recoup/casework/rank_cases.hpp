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

/// Every dividing method's trace of a case.
[[nodiscard]] Result<std::vector<Trace>> all_traces(const LoadedCase& loaded,
                                                    const std::optional<CivilTime>& as_at);

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
