// row_decider.hpp: one row after another through a decision table, without an explanation.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/dmn/column_plan.hpp"

namespace recoup {

/// A decision table made ready for single rows.
///
///   Shape    The bounds of the cells part the values of an input into stretches; for each stretch
///            it is known which rules may still fire. Cells that are not of the simple subset are
///            left to the ordinary evaluator, for rules that are still alive.
///   Promise  The conclusion is that of DecisionModel::evaluate in court mode.
///   Cost     No text is made and nothing is allocated for a pattern of rules that came before.
///   Threads  One thread at a time.
class RowDecider {
 public:
  /// `facts` names what each row gives, in that order; `constants` are inputs that are the same in
  /// every row; any other input is a missing fact.
  ///
  /// Errors: as ColumnPlan::add; contradiction (a fact named twice).
  static Result<RowDecider> make(const DecisionModel& model, std::string_view decision,
                                 const std::vector<std::string>& facts, Context constants);

  /// The conclusion for one row. Holds until the next call.
  ///
  /// Requires one value for each fact; one that is missing is unknown (`Value::missing`).
  const RowConclusion& decide(std::span<const Value> facts);

  /// Rules that fired in the row decided last, from 0; under FIRST the first alone.
  [[nodiscard]] const std::vector<std::uint32_t>& fired() const noexcept;
  /// Rules that are open in it; under FIRST those before the one that fired.
  [[nodiscard]] const std::vector<std::uint32_t>& open() const noexcept;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace recoup
