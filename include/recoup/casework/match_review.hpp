// match_review.hpp: a person decides which legs are one transfer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "recoup/casework/questions.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// A set of legs that more than one reading fits, as it is put to a person.
struct OpenMatch {
  std::string why;
  std::vector<std::pair<LegRow, LegRow>> pairs;  ///< The debit and the credit of each reading.
  std::string key;  ///< The same for the same legs, whatever else is decided.
};

/// The sets to review, in their order.
[[nodiscard]] std::vector<OpenMatch> open_matches(const MatchedPopulation& matched);

/// An entry in one line: account, day, amount, words, and where it stands.
[[nodiscard]] std::string entry_line(const Ledger& ledger, LegRow leg);

/// What a person decided of two legs.
struct MatchDecision {
  std::string case_id;
  LegRow debit{};
  LegRow credit{};
  bool is_confirmed = false;
  std::string why;
};

/// Keeps the decision as a document of the case, with who and when, as every other record is kept.
///
/// Errors: those of the store.
[[nodiscard]] Result<void> record_decision(Session& session, const Ledger& ledger,
                                           const MatchDecision& decision);

}  // namespace recoup
