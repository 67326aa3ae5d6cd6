// summarise.hpp: an operation's figures, added up from its records.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "recoup/casework/rank_cases.hpp"

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
};

/// Adds up the seizures, events and sources of the operation's cases up to `as_at`.
///
/// Errors: not_found (no case of that operation), out_of_range.
[[nodiscard]] Result<OperationSummary> summarise(const Session& session,
                                                 const std::string& operation,
                                                 const std::string& as_at);

/// `recoup summary --operation OP`.
[[nodiscard]] Result<Reply> answer_summary(const Session& session, const std::string& operation,
                                           const std::string& as_at, Form form);

}  // namespace recoup
