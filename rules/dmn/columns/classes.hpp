// classes.hpp: values of a column that no test tells apart, as small numbers.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "kernel.hpp"

namespace recoup {

/// Classes of the values of one column: within a class every test of a plan has one answer. Finding
/// the class of a row costs one search, and each test is then a comparison of small numbers.
class ColumnClasses {
 public:
  /// Classes for the kernels of this column.
  ColumnClasses(const std::vector<const CellKernel*>& kernels, const FactColumn& column);

  /// Finds the classes of `count` rows from `first` on, which is a multiple of 64.
  void classify(const FactColumn& column, std::size_t first, std::size_t count);

  /// Answers of the kernel, one of those for which the classes were made, for the rows that were
  /// classified last.
  void answer(std::size_t kernel, BatchAnswers& answers) const;

 private:
  /// Classes that answer with a bit, from one to another.
  struct ClassRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  using Ranges = std::vector<ClassRange>;
  struct ClassTest {
    std::array<Ranges, 3> ranges;    ///< Of yes, missing, error.
    std::vector<CellBits> by_class;  ///< Used where there are many ranges.
  };
  template <typename Small>
  static void set_bits(const ClassTest& test, std::size_t kind, const std::vector<Small>& classes,
                       BatchWords& words);

  void part_numbers(const std::vector<const CellKernel*>& kernels);
  void part_codes(const std::vector<const CellKernel*>& kernels);
  void add_test(const std::vector<CellBits>& answers);
  template <typename Small>
  void fill(const FactColumn& column, std::size_t first, std::size_t count,
            std::vector<Small>& classes) const;

  std::vector<std::int64_t> starts_;          ///< Of numbers and days: first value of each class.
  std::vector<std::uint32_t> class_of_code_;  ///< Of texts and truths.
  std::size_t values_ = 0;                    ///< Classes; behind them null, then missing.
  std::vector<ClassTest> tests_;
  /// Of the rows classified last, as small as the number of classes allows.
  std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>
      classes_;
};

}  // namespace recoup
