// matcher.hpp: finds the two legs of each transfer.
#pragma once

#include "recoup/matching/links.hpp"

namespace recoup {

/// Pairs legs that name each other.
///
///   Exact  Two legs that name each other's account with the same amount and booking time are a
///          pair. Several such pairs alike between the same two accounts are interchangeable and
///          are paired in statement order where debits and credits are equal in number; otherwise
///          all of them go to review. A date matches the same date or any time on it.
///   Cost   O(N log N) time, O(N) memory.
[[nodiscard]] Links match(const Ledger& ledger);

}  // namespace recoup
