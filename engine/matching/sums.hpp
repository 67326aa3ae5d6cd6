// sums.hpp: one leg that is the sum of several on the other side.
#pragma once

#include <vector>

#include "named_pairs.hpp"

namespace recoup {

/// A leg and those that make it up, all of which give the other account's number.
struct Sum {
  LegRow whole{};
  std::vector<LegRow> parts;  ///< In order; two to `sum_parts_max`.
};

inline constexpr std::size_t sum_parts_max = 6;
/// More candidates for one sum are not searched.
inline constexpr std::size_t sum_candidates_max = 16;

/// What the search for sums came to.
struct FoundSums {
  std::vector<Sum> sums;          ///< Every one there is; several may share legs.
  std::vector<Sum> not_searched;  ///< With their candidates, which are too many.
};

[[nodiscard]] FoundSums sums_between(const Field& field);

}  // namespace recoup
