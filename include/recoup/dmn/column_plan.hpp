// column_plan.hpp: decision tables over columns of facts.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/columns.hpp"
#include "recoup/dmn/model.hpp"

namespace recoup {

struct ColumnPlanState;

/// A rule of a table and a row of the facts.
struct RuleAtRow {
  std::uint32_t row = 0;
  std::uint32_t rule = 0;  ///< Place in the table, from 0.
  friend bool operator==(const RuleAtRow&, const RuleAtRow&) = default;
};

/// What a table concludes for a row. The reasons stand in the explanation of the row.
struct RowConclusion {
  Status status = Status::determined;
  Value value;                       ///< Null unless determined.
  std::optional<Value> provisional;  ///< As in Outcome.
  bool by_default = false;
};

/// What one decision comes to in every row.
struct ColumnAnswers {
  std::string decision;
  std::vector<RuleAtRow> fired;  ///< By row, then by rule. Under FIRST only the first of a row.
  std::vector<RuleAtRow> open;   ///< Rules for which a fact is missing; under FIRST before the hit.
  std::vector<RowConclusion> conclusions;
  std::vector<std::uint32_t> conclusion_of;  ///< Place in `conclusions`, for each row.
};

/// How one cell of a table is tested.
struct PlannedCell {
  enum class How : std::uint8_t {
    always,      ///< "-"
    once,        ///< Its answer is the same in every row.
    batch,       ///< Over the column.
    dictionary,  ///< Once for each text of the column's dictionary.
    conclusion,  ///< Once for each conclusion of another table.
    by_row,      ///< Row by row, where the cells before it leave the rule alive.
  };

  std::string decision;
  std::size_t rule = 0;  ///< From 0.
  std::string input;     ///< As written.
  std::string test;      ///< As written.
  How how = How::batch;
  std::string why;  ///< Where it is tested row by row.
};

/// Decision tables, made ready for rows of facts.
///
///   Shape    Rows are taken 4,096 at a time. Cells that test the same are tested once for all
///            rules of all tables of the plan; what is not of the simple subset is left to the
///            ordinary evaluator, for rows that are still alive.
///   Promise  The conclusions are those of DecisionModel::evaluate in court mode, row by row.
///   Same     Equal facts give equal answers, in the order of the rows.
class ColumnPlan {
 public:
  /// `constants` are inputs that have one value for all rows. An input that is neither a column nor
  /// a constant is a missing fact.
  ColumnPlan(std::shared_ptr<const FactColumns> facts, Context constants);

  /// Adds a decision and the tables that it needs. Returns its place among the answers.
  ///
  /// Errors: not_found (no such decision), usage (a decision that is no table).
  Result<std::size_t> add(const DecisionModel& model, std::string_view decision);

  /// Answers every decision that was added, in that order.
  [[nodiscard]] std::vector<ColumnAnswers> run() const;

  /// What the ordinary evaluator makes of one row, with every reason.
  [[nodiscard]] Outcome explain(std::size_t decision, std::size_t row) const;

  /// How the cells of a decision that was added, and of the tables that it needs, are tested.
  [[nodiscard]] std::vector<PlannedCell> cells(std::size_t decision) const;

  /// Cells that are tested over columns, and how many different tests they are.
  struct Shared {
    std::size_t cells = 0;
    std::size_t tests = 0;
  };
  [[nodiscard]] Shared shared() const;

  /// What was made ready, for those that run it another way.
  [[nodiscard]] const std::shared_ptr<ColumnPlanState>& state() const noexcept { return state_; }

 private:
  std::shared_ptr<ColumnPlanState> state_;
};

/// The decisions of a model that are tables, in the order of the document.
[[nodiscard]] std::vector<std::string> table_decisions(const DecisionModel& model);

/// How many rows the ordinary evaluator has judged again.
struct Recheck {
  std::size_t rows = 0;
  std::size_t fired = 0;  ///< Pairs of `ColumnAnswers::fired` among them.
  std::size_t open = 0;
};

/// Judges again, with the ordinary evaluator, every row with a rule that fired or is open, and
/// every `sample`-th row besides (none where it is 0).
///
///   Errors  defect: the two differ. Never a fault of the data.
///
/// `visit`, where there is one, is handed each row with such a rule and its explanation, in order.
using RowVisitor = std::function<Result<void>(std::size_t row, const Outcome& outcome)>;
[[nodiscard]] Result<Recheck> recheck(const ColumnPlan& plan, std::size_t decision,
                                      const ColumnAnswers& answers, std::size_t sample,
                                      const RowVisitor& visit = {});

}  // namespace recoup
