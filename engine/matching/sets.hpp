// sets.hpp: readings that hang together, and what of each set is certain.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "readings.hpp"

namespace recoup {

/// Readings that share legs, directly or through others. It refers to readings of somebody else.
using ReadingSet = std::span<const Reading>;

/// Of `count` things, the first with which each hangs together; `uses` says by leg which things
/// have it.
[[nodiscard]] std::vector<std::uint32_t> first_joined(
    std::size_t count, std::vector<std::pair<LegRow, std::uint32_t>> uses);

/// Readings, parted into sets.
///
///   Exact  Sets stand in order of their first readings, and readings in the order given.
class ReadingSets {
 public:
  explicit ReadingSets(std::vector<Reading> readings);

  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] std::span<Reading> operator[](std::size_t set) {
    return std::span(readings_).subspan(first_[set], first_[set + 1] - first_[set]);
  }
  [[nodiscard]] ReadingSet operator[](std::size_t set) const {
    return std::span(readings_).subspan(first_[set], first_[set + 1] - first_[set]);
  }

 private:
  std::vector<Reading> readings_;
  std::vector<std::size_t> first_;  // by set, and the end
};

/// How many legs the set has.
[[nodiscard]] std::size_t count_legs(ReadingSet set);

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
void mark_shared_words(const Ledger& ledger, std::span<Reading> set);

/// Requires no more than `set_legs_max` legs.
[[nodiscard]] SetAnswer answer_set(const Ledger& ledger, ReadingSet set);

}  // namespace recoup
