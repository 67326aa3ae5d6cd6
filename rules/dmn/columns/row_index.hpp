// row_index.hpp: which rules a value of an input leaves alive.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernel.hpp"

namespace recoup {

/// Answers of up to 64 rules, one bit a rule.
struct RuleMasks {
  std::uint64_t yes = 0;
  std::uint64_t missing = 0;
  std::uint64_t error = 0;

  void set(std::size_t rule, CellBits bits) {
    const std::uint64_t bit = std::uint64_t{1} << rule;
    yes |= (bits & cell_yes) != 0 ? bit : 0;
    missing |= (bits & cell_missing) != 0 ? bit : 0;
    error |= (bits & cell_error) != 0 ? bit : 0;
  }
};

/// Values of one type, parted by bounds: before the first, at it, behind it, and so on.
template <typename T>
struct PartedByBounds {
  std::vector<T> bounds;         ///< Sorted, without doubles.
  std::vector<RuleMasks> masks;  ///< Twice as many as bounds, and one.

  [[nodiscard]] std::size_t place(const T& value) const {
    std::size_t low = 0;
    std::size_t high = bounds.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      const auto order = value <=> bounds[middle];
      if (order == 0) return 2 * middle + 1;
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 2 * low;
  }
};

/// One cell of an input whose answer changes at its bounds alone.
struct IndexedCell {
  std::size_t rule = 0;  ///< Within the 64.
  const UnaryTests* test = nullptr;
  std::vector<Value> bounds{};
};

/// What every value of an input means for up to 64 rules.
class RowIndex {
 public:
  /// Puts the cells to values of every stretch. False where a stretch has no value to put them to:
  /// then nothing is indexed. Rules without a cell pass with everything.
  [[nodiscard]] bool build(const std::vector<IndexedCell>& cells, std::uint64_t rules,
                           const Context& constants);

  /// The answers to this value, or nothing where it is of a type that no bound can have.
  [[nodiscard]] const RuleMasks* find(const Value& value) const;

 private:
  void put_to_all(const std::vector<IndexedCell>& cells, const Context& constants);

  PartedByBounds<Decimal> numbers_;
  PartedByBounds<FeelDate> days_;
  PartedByBounds<std::string> texts_;
  std::array<RuleMasks, 2> truths_{};
  std::array<RuleMasks, 4> gaps_{};  ///< Known to be none; missing; a fault; both.
};

}  // namespace recoup
