// kernel.hpp: a test of one column, made ready for batches of rows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "recoup/dmn/columns.hpp"
#include "recoup/feel/expression.hpp"
#include "recoup/feel/simple_test.hpp"

namespace recoup {

constexpr std::size_t batch_rows = 4096;
constexpr std::size_t batch_words = batch_rows / 64;
using BatchWords = std::array<std::uint64_t, batch_words>;

/// What a cell answers. None of the bits is a no; `cell_yes` stands alone; the others are why the
/// cell is open, and may stand together.
using CellBits = std::uint8_t;
constexpr CellBits cell_yes = 1;
constexpr CellBits cell_missing = 2;
constexpr CellBits cell_error = 4;

/// The answer of a cell in court mode, where its test said `passed` of `input`.
[[nodiscard]] CellBits cell_bits(const Value& passed, const Value& input);

/// The answers of a batch.
struct BatchAnswers {
  BatchWords yes{};
  BatchWords missing{};
  BatchWords error{};
  bool is_open = false;  ///< Whether `missing` or `error` has a bit.
};

/// Answers to every value that a column can hold. They are found by putting the test to the
/// ordinary evaluator: there is no second meaning of a test.
struct CellKernel {
  /// Rows with a number or day up to `last` and above the stretch before.
  struct Stretch {
    std::int64_t last = 0;
    CellBits answer = 0;
    friend auto operator<=>(const Stretch&, const Stretch&) = default;
  };

  static constexpr std::size_t no_column = SIZE_MAX;

  std::size_t column = no_column;  ///< None where the answer is `when_null` in every row.
  CellBits when_null = 0;
  CellBits when_missing = 0;
  std::vector<Stretch> stretches;  ///< The last one reaches to the end of the numbers.
  std::vector<CellBits> by_code;   ///< Of texts by their codes; of truths false, true.

  friend auto operator<=>(const CellKernel&, const CellKernel&) = default;
};

/// The values at which the test can change its answer, or nothing where it names a variable that is
/// not among the constants, or compares with what no column can hold.
[[nodiscard]] std::optional<std::vector<Value>> bounds_of(const SimpleTest& test,
                                                          const Context& constants);

/// Puts the test to every stretch of the column that its bounds leave, or to every text of its
/// dictionary. Requires a column of texts or truths, or an ordered test.
[[nodiscard]] CellKernel make_kernel(const UnaryTests& test, const std::vector<Value>& bounds,
                                     const FactColumn& column, std::size_t place,
                                     const Context& constants);

/// The kernel of a test that says the same in every row.
[[nodiscard]] CellKernel uniform_kernel(CellBits answer);

/// The value of an expression, and what a test says of an input, each in an evaluation of its own
/// as before a court.
[[nodiscard]] Value court_value(const Expression& expression, const Context& variables);
[[nodiscard]] Value court_answer(const UnaryTests& tests, const Value& input,
                                 const Context& variables);

}  // namespace recoup
