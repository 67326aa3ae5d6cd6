// text_numbers.hpp: numbers texts in the order in which they first occur.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// Gives each different text a number from 0.
///
///   Cost  One look at a table of 16 bytes a slot, and one comparison.
class TextNumbers {
 public:
  TextNumbers();

  /// The number of `text`, which is new where it is `size()` before the call.
  std::uint32_t number(std::string_view text);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const {
    const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(texts_).substr(begin, ends_[number] - begin);
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;
    bool is_taken = false;
  };

  void grow();

  std::string texts_;                ///< One behind the other.
  std::vector<std::uint64_t> ends_;  ///< Where each of them ends.
  std::vector<Slot> slots_;          ///< A power of two, at most half of them taken.
};

/// A hash that is the same on every machine of one byte order.
[[nodiscard]] std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0);

}  // namespace recoup
