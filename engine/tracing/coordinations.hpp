// coordinations.hpp: which later credit financed which debit, as a person asserts it.
#pragma once

#include "recoup/tracing/movements.hpp"

namespace recoup {

/// Ties the asserted pairs to movements whose reversals are tied, and lists those that cannot be.
void tie_coordinations(const Ledger& ledger, const std::vector<CoordinationLink>& links,
                       Movements& movements);

}  // namespace recoup
