// reversals.hpp: which movements give back which.
#pragma once

#include "recoup/tracing/movements.hpp"

namespace recoup {

/// Ties each reversal's credit to the movement that it gives back, and lists those that cannot be.
void tie_reversals(const Ledger& ledger, const std::vector<ReversalLink>& reversals,
                   Movements& movements);

}  // namespace recoup
