// reversals.hpp: which movements give back which.
#pragma once

#include <map>

#include "recoup/tracing/movements.hpp"

namespace recoup {

/// The row of the movement to which each leg belongs.
[[nodiscard]] std::map<LegRow, std::uint32_t> rows_by_leg(const Movements& movements);

/// Ties each reversal's credit to the movement that it gives back, and lists those that cannot be.
void tie_reversals(const Ledger& ledger, const std::vector<ReversalLink>& reversals,
                   Movements& movements);

}  // namespace recoup
