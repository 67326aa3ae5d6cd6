// world.hpp: small random ledgers, each the child of one seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "penny_ledger.hpp"

namespace recoup {

/// Random numbers that are the same on every machine, which those of the standard distributions are
/// not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// From 0 to `count` - 1.
  std::size_t below(std::size_t count) { return engine_() % count; }
  /// True once in `count` throws.
  bool one_in(std::size_t count) { return below(count) == 0; }

  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[below(values.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

/// The ledger of `seed`: one to four accounts and up to 25 movements, with what goes wrong in real
/// papers: missing legs, twins, overdrafts, gaps, contradictions, equal times.
PennyCase make_world(std::uint64_t seed);

/// What a reader needs to see the same world: its statements as canonical CSV, then its opening
/// balances, sources and moment as comment lines.
std::string world_text(const PennyCase& world);

}  // namespace recoup
