// contract_pairs.hpp: the exact pairs by the words that define them, found the plain way.
#pragma once

#include <set>
#include <utility>

#include "truth_world.hpp"

namespace recoup {

/// What two legs that name each other's account with the same amount and date make.
struct ContractPairs {
  std::set<std::pair<LegRow, LegRow>> exact;  ///< Alike ones in statement order.
  std::set<LegRow> in_review;  ///< Alike ones of which debits and credits differ in number.
};

/// Of a ledger of the world's documents, whose bookings have dates alone.
ContractPairs contract_pairs(const TruthWorld& world, const Ledger& ledger);

}  // namespace recoup
