// plan.hpp: decision tables made ready for columns of facts.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph.hpp"
#include "kernel.hpp"
#include "recoup/dmn/column_plan.hpp"

namespace recoup {

/// A variable in the scope of a table, or an input of it.
struct PlanName {
  enum class Source : std::uint8_t {
    constant,    ///< `constant`
    column,      ///< Column `place` of the facts.
    conclusion,  ///< What table `place` of the plan concludes.
    decision,    ///< What the decision of that name comes to, which is no table.
    expression,  ///< Input `place` of the table is calculated row by row.
  };

  std::string name;
  Source source = Source::constant;
  std::size_t place = 0;
  Value constant{};
};

/// A cell that is not "-".
struct PlanCell {
  std::size_t input = 0;  ///< Column of the table.
  PlannedCell::How how = PlannedCell::How::batch;
  std::size_t place = 0;             ///< Of the kernel, or of the test of conclusions.
  std::vector<std::size_t> names{};  ///< Variables that a cell tested by row mentions.
  std::string why{};
};

/// A test of what another table concludes.
struct ConclusionTest {
  std::size_t table = 0;
  const UnaryTests* test = nullptr;  ///< Of a table that the plan holds.
  Context constants;
};

struct PlanTable {
  DecisionModel model;
  const DmnElement* element = nullptr;  ///< Held by the model's graph; so is the table.
  const DecisionTable* table = nullptr;
  std::vector<PlanName> names;                ///< What the table needs.
  Context constants;                          ///< Those of them that are the same in every row.
  std::vector<PlanName> inputs;               ///< What each column of the table tests.
  std::vector<std::vector<PlanCell>> rules;   ///< Those tested over columns first.
  std::vector<std::optional<Value>> outputs;  ///< Of each rule, where it is the same in every row.
  bool is_constant = false;  ///< Whether outputs and default are the same in every row.
  bool is_ordinary = false;  ///< Whether the ordinary evaluator takes the table as a whole.
};

struct ColumnPlanState {
  std::shared_ptr<const FactColumns> facts;
  Context constants;
  std::vector<PlanTable> tables;  ///< Each behind those that it needs.
  std::vector<std::size_t> decisions;
  std::vector<CellKernel> kernels;
  std::vector<ConclusionTest> conclusion_tests;
  std::map<std::pair<const DmnElement*, const DmnGraph*>, std::size_t> table_of;
  std::map<CellKernel, std::size_t> kernel_of;
  std::map<std::string, std::size_t> dictionary_kernel_of;

  [[nodiscard]] Context row(std::size_t place) const;
};

/// What a table concludes from the rules that fired and those that are open, each pattern once.
class ConclusionBook {
 public:
  explicit ConclusionBook(const PlanTable& table) : table_(&table) {}

  /// An open rule, and why it is.
  struct Open {
    std::uint32_t rule = 0;
    CellBits why = 0;
    friend auto operator<=>(const Open&, const Open&) = default;
  };

  /// Place of the conclusion of a table whose outputs are the same in every row.
  std::uint32_t of(std::span<const std::uint32_t> fired, std::span<const Open> open);
  /// The same where the outputs hang on the variables of the row.
  std::uint32_t in_scope(std::span<const std::uint32_t> fired, std::span<const Open> open,
                         const Context& scope);
  std::uint32_t add(Outcome outcome);

  [[nodiscard]] const std::vector<RowConclusion>& all() const noexcept { return conclusions_; }
  /// The value with its reasons, as tables that need it see it; which facts are missing is left
  /// out.
  [[nodiscard]] const Value& full(std::uint32_t place) const { return full_[place]; }

 private:
  Outcome concluded(std::span<const std::uint32_t> fired, std::span<const Open> open,
                    const Context& scope) const;

  const PlanTable* table_;
  std::vector<RowConclusion> conclusions_;
  std::vector<Value> full_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> by_pattern_;
  std::map<std::string, std::uint32_t> by_text_;
  std::vector<std::uint32_t> pattern_;
};

/// Names in the scope of the table that the expression or cell mentions.
[[nodiscard]] std::vector<std::size_t> names_mentioned(const PlanTable& table,
                                                       const std::vector<std::string>& mentioned);

}  // namespace recoup
