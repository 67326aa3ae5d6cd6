// matching_truth: how well transfers are found of which the truth is known.
//
//   matching_truth [WORLDS [TRANSFERS-A-WORLD [FIRST-SEED]]]

#include <charconv>
#include <cstring>
#include <iostream>

#include "truth_world.hpp"

namespace {

std::uint64_t number(int count, char** words, int at, std::uint64_t otherwise) {
  if (at >= count) return otherwise;
  std::uint64_t value = otherwise;
  std::from_chars(words[at], words[at] + std::strlen(words[at]), value);
  return value;
}

}  // namespace

int main(int count, char** words) {
  const std::uint64_t worlds = number(count, words, 1, 100);
  const std::uint64_t transfers = number(count, words, 2, 1000);
  const std::uint64_t first = number(count, words, 3, 1);
  recoup::TruthCount total;
  for (std::uint64_t seed = first; seed < first + worlds; ++seed) {
    const recoup::TruthWorld world = recoup::make_truth_world(seed, transfers);
    total.add(recoup::count_truth(world, seed));
  }
  std::cout << total.text();
  return total.wrong_exact + total.wrong_strong == 0 ? 0 : 1;
}
