// decided.hpp: what a person decided about accounts and transfers, as the facts of a case say it.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// Which names are one account: section "account_ties", with "account", "other", "same" (true or
/// false), and "by", "on" and "why". One without a "same" is undone and counts for nothing.
[[nodiscard]] std::vector<DecidedTie> decided_ties(const CaseFacts& facts);

/// "decided by A on 2026-01-05: reason", as far as the case says it.
[[nodiscard]] std::string decision_words(const CaseFacts& facts, const std::string& section,
                                         const std::string& key);

}  // namespace recoup
