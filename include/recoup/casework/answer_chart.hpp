// answer_chart.hpp: a drawing of a trace or of an account, and the table that says the same.
#pragma once

#include <optional>
#include <string>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// What `recoup chart` asks.
struct ChartRequest {
  std::string case_id;
  std::string kind;                     ///< "sankey" or "balance".
  std::optional<std::string> method;    ///< A name of TracingMethod; a sankey needs one.
  std::optional<std::string> account;   ///< A balance needs one,
  std::optional<std::string> currency;  ///< and this, where the account has several.
  std::optional<std::string> as_at;     ///< A date or a date and time.
  std::string file;                     ///< Where the drawing goes.
};

/// Days for which the band of a balance is worked out at most; beyond, they are evenly apart.
inline constexpr std::size_t traced_days_max = 400;

/// Writes the drawing as SVG. The reply is its table, and asks for a person where a trace of the
/// case would.
///
///   Exact   The band of a balance is, for each day on which it can change, what `recoup trace
///           --as-at` of that day gives for the account.
///   Errors  usage (no such kind, method, currency or time, or one that is missing), not_found (no
///           such case or account, or nothing that could be drawn), those of the tracer,
///           cannot_write.
[[nodiscard]] Result<Reply> answer_chart(const Session& session, const ChartRequest& request);

}  // namespace recoup
