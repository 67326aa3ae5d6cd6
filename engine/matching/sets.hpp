// sets.hpp: readings that hang together, and what of each set is certain.
#pragma once

#include <string>
#include <vector>

#include "readings.hpp"

namespace recoup {

/// Readings that share legs, directly or through others.
using ReadingSet = std::vector<Reading>;

/// The sets, in order of their first debit.
[[nodiscard]] std::vector<ReadingSet> sets_of(std::vector<Reading> readings);

/// How many legs the set has.
[[nodiscard]] std::size_t count_legs(const ReadingSet& set);

/// A larger set is not searched.
inline constexpr std::size_t set_legs_max = 64;

/// A pair that every best reading of its set has.
struct CertainPair {
  Reading reading;
  std::uint32_t alike = 1;  ///< So many are alike and were paired in statement order.
};

/// What the best readings of a set come to.
struct SetAnswer {
  std::int64_t weight = 0;
  std::vector<CertainPair> certain;
};

/// Marks words that stand on one debit and one credit of the set alone.
void mark_shared_words(const Ledger& ledger, ReadingSet& set);

/// Requires no more than `set_legs_max` legs.
[[nodiscard]] SetAnswer answer_set(const Ledger& ledger, const ReadingSet& set);

}  // namespace recoup
