// interest_marks.hpp: which credits their bank says are interest.
#pragma once

#include <cstddef>
#include <vector>

#include "recoup/ledger/population.hpp"

namespace recoup {

/// Places of the credits that bear their format's own code for interest paid to the holder: INT in
/// OFX, NINT in MT940, ACMT or PMNT/MCOP with INTR in camt, 354 in BAI2. No words are read.
[[nodiscard]] std::vector<std::size_t> marked_interest(const Population& population,
                                                       const std::vector<StatementPart>& parts);

}  // namespace recoup
