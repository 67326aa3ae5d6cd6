// Which rules of a table fire, which do not, and which stay open.

#include <algorithm>

#include "graph.hpp"

namespace recoup {
namespace {

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

void add_reasons(CellReasons& reasons, const Value& value) {
  if (const Null* null = value.as<Null>()) {
    add_all(reasons.missing, null->missing);
    add_all(reasons.errors, null->errors);
  }
}

/// What the cell came to where its test said `passed` of `input`.
CellOutcome judged_cell(std::uint32_t column, const Value& input, const Value& passed,
                        DecisionMode mode) {
  if (passed.is_true()) return {column, Answer::yes};
  // A test that says "no" to a value that went wrong has not looked at the fact behind it.
  const bool looked = passed.is_false() && !input.is_null();
  if (mode == DecisionMode::standard || looked) return {column, Answer::no};
  CellReasons reasons;
  add_reasons(reasons, passed);
  if (passed.is_false()) add_reasons(reasons, input);
  if (reasons.missing.empty() && reasons.errors.empty()) return {column, Answer::no};
  return {column, Answer::open, std::make_shared<const CellReasons>(std::move(reasons))};
}

/// No where any cell is; else open where any cell is; else yes.
void join_cells(RuleOutcome& rule) {
  rule.answer = Answer::yes;
  for (const CellOutcome& cell : rule.cells) {
    if (cell.answer == Answer::no) rule.answer = Answer::no;
    if (cell.answer == Answer::open && rule.answer == Answer::yes) rule.answer = Answer::open;
  }
  if (rule.answer != Answer::open) return;
  for (const CellOutcome& cell : rule.cells) {
    if (cell.reasons == nullptr) continue;
    add_all(rule.missing, cell.reasons->missing);
    add_all(rule.errors, cell.reasons->errors);
  }
}

Value output_of(const DecisionTable& table, const TableRule& rule, const Context& scope,
                FeelBudget& budget, bool& exact) {
  Context outputs;
  for (std::size_t i = 0; i < table.outputs.size(); ++i) {
    Evaluated output = rule.outputs[i].evaluate(scope, budget);
    exact = exact && output.exact;
    if (table.outputs.size() == 1) return std::move(output.value);
    outputs.set(table.outputs[i].name, std::move(output.value));
  }
  return Value(std::move(outputs));
}

}  // namespace

Outcome evaluate_table(const DecisionTable& table, const Context& scope, DecisionMode mode,
                       FeelBudget& budget) {
  Outcome outcome;
  outcome.inputs.reserve(table.inputs.size());
  for (const TableInput& input : table.inputs) {
    Evaluated value = input.expression.evaluate(scope, budget);
    outcome.exact = outcome.exact && value.exact;
    outcome.inputs.push_back(std::move(value.value));
  }
  outcome.rules.reserve(table.rules.size());
  for (const TableRule& rule : table.rules) {
    RuleOutcome& result = outcome.rules.emplace_back();
    result.text = rule.text;
    result.row = outcome.rules.size();
    result.cells.reserve(rule.telling.size());
    for (const std::uint32_t column : rule.telling) {
      const Value& input = outcome.inputs[column];
      const Evaluated passed = rule.tests[column].test(input, scope, budget);
      outcome.exact = outcome.exact && passed.exact;
      result.cells.push_back(judged_cell(column, input, passed.value, mode));
    }
    join_cells(result);
    if (result.answer != Answer::no) {
      result.output = output_of(table, rule, scope, budget, outcome.exact);
    }
  }
  conclude(table, scope, outcome);
  return outcome;
}

}  // namespace recoup
