// assignment.hpp: the best assignment of debits to credits, and what of it is certain.
#pragma once

#include <cstdint>
#include <vector>

namespace recoup {

/// That a debit may go with a credit, and how much that explains. Above zero.
struct Offer {
  std::uint32_t debit = 0;
  std::uint32_t credit = 0;
  std::int32_t weight = 0;
};

/// How many units of an offer the best assignment takes.
struct TakenUnits {
  std::uint32_t offer = 0;
  std::uint32_t units = 0;
  bool is_certain = false;  ///< Every assignment that explains as much takes as many.
};

struct BestAssignment {
  std::int64_t weight = 0;
  std::vector<TakenUnits> shares;  ///< Above zero, in order of the offers.
};

/// Takes units of the offers, so that no debit and no credit gives more units than it has and the
/// sum of the weights is the greatest.
///
///   Exact  Which of several best assignments is found is not fixed where nothing is certain.
///   Cost   O(units x (debits + credits) x offers): for small sets.
[[nodiscard]] BestAssignment best_assignment(const std::vector<std::uint32_t>& debit_units,
                                             const std::vector<std::uint32_t>& credit_units,
                                             const std::vector<Offer>& offers);

}  // namespace recoup
