// sources.hpp: the declared sources, tied to the movements and opening balances that bring them in.
#pragma once

#include <map>
#include <vector>

#include "lots.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// Where tainted money comes into the accounts.
struct SourceLots {
  std::vector<bool> has_source;                                ///< By leg.
  std::map<LegRow, Lots> by_credit;                            ///< Tainted lots of a credit.
  std::map<std::pair<AccountRow, Currency>, Lots> by_opening;  ///< Of an opening balance.
};

/// Checks the sources against the ledger and sorts them by where they come in.
///
/// Errors: contradiction (a source on a debit, on a transfer between two traced accounts, or
/// sources larger than what brings them in).
[[nodiscard]] Result<SourceLots> sort_sources(const Ledger& ledger, const Movements& movements,
                                              const std::vector<Source>& sources);

}  // namespace recoup
