// plan_run.hpp: the tables of a plan at work on a batch of rows.
#pragma once

#include <bit>
#include <optional>
#include <vector>

#include "classes.hpp"
#include "plan.hpp"

namespace recoup {

/// Visits the rows whose bit is set, in order.
template <typename Visit>
void each_row(const BatchWords& words, const Visit& visit) {
  for (std::size_t word = 0; word < batch_words; ++word) {
    for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
      visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
}

/// A rule in one batch.
struct RuleBatch {
  BatchWords fired{};
  BatchWords missing{};  ///< Open for want of a fact; so `error` for a fault.
  BatchWords error{};
  bool has_fired = false;
  bool is_open = false;
};

/// What a table found in the batch at hand, and what it concluded in all.
struct TableRun {
  explicit TableRun(const PlanTable& table) : book(table) {}

  ConclusionBook book;
  std::vector<RuleBatch> rules;
  std::vector<std::uint32_t> concluded = std::vector<std::uint32_t>(batch_rows);
  std::vector<std::vector<std::optional<Value>>> calculated{};  ///< Inputs of the batch's rows.
  std::vector<std::optional<std::uint32_t>> alone{};  ///< Conclusion where one rule alone fired.
};

/// One run of a plan.
class PlanRun {
 public:
  explicit PlanRun(const ColumnPlanState& plan)
      : plan_(plan), answers_(plan.kernels.size()), in_batch_(plan.kernels.size(), SIZE_MAX) {
    for (const PlanTable& table : plan.tables) {
      runs_.emplace_back(table);
      runs_.back().rules.resize(table.rules.size());
      runs_.back().calculated.resize(table.inputs.size());
      runs_.back().alone.resize(table.rules.size());
    }
    tested_.resize(plan.conclusion_tests.size());
    make_classes();
  }

  std::vector<ColumnAnswers> run();

 private:
  void run_batch(std::size_t table);
  void run_rule(std::size_t table, std::size_t rule, BatchWords& left);
  void apply(const BatchAnswers& answers, RuleBatch& rule, BatchWords& alive) const;
  void make_classes();
  const BatchAnswers& kernel_answers(std::size_t kernel);
  void conclusion_answers(const PlanCell& cell, BatchAnswers& answers);
  void row_answers(std::size_t table, const PlanCell& cell, const UnaryTests& test,
                   const BatchWords& alive, BatchAnswers& answers);
  Context scope(const PlanTable& table, const std::vector<std::size_t>& names, std::size_t row);
  Value name_value(const PlanTable& table, const PlanName& name, std::size_t row);
  const Value& input_value(std::size_t table, std::size_t input, std::size_t row, Value& held);
  void conclude_batch(std::size_t table);
  void conclude_row(std::size_t table, std::size_t row);
  void ordinary_batch(std::size_t table);
  void collect(std::size_t decision, ColumnAnswers& answers);

  const ColumnPlanState& plan_;
  std::vector<TableRun> runs_;
  std::vector<BatchAnswers> answers_;
  std::vector<std::size_t> in_batch_;                  ///< The batch in which a kernel ran last.
  std::vector<std::optional<ColumnClasses>> classes_;  ///< Of each column.
  std::vector<std::size_t> classified_;        ///< The batch in which a column was classified last.
  std::vector<std::size_t> test_of_;           ///< Of a kernel, within the classes of its column.
  std::vector<std::vector<CellBits>> tested_;  ///< Answers to conclusions, by their place.
  BatchAnswers scratch_;
  BatchWords rows_{};  ///< The rows of the batch.
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> fired_;
  std::vector<ConclusionBook::Open> open_;
};

}  // namespace recoup
