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

void add_reasons(CellOutcome& cell, const Value& value) {
  if (const Null* null = value.as<Null>()) {
    add_all(cell.missing, null->missing);
    add_all(cell.errors, null->errors);
  }
}

/// Says what the cell came to where its test said `passed`.
void judge_cell(CellOutcome& cell, const Value& passed, DecisionMode mode) {
  if (passed.is_true()) cell.answer = Answer::yes;
  if (mode == DecisionMode::standard || cell.answer == Answer::yes) return;
  add_reasons(cell, passed);
  // A test that says "no" to a value that went wrong has not looked at the fact behind it.
  if (passed.is_false() && cell.value.is_null()) add_reasons(cell, cell.value);
  if (!cell.missing.empty() || !cell.errors.empty()) cell.answer = Answer::open;
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
    add_all(rule.missing, cell.missing);
    add_all(rule.errors, cell.errors);
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
  std::vector<Value> inputs;
  for (const TableInput& input : table.inputs) {
    Evaluated value = input.expression.evaluate(scope, budget);
    outcome.exact = outcome.exact && value.exact;
    inputs.push_back(std::move(value.value));
  }
  outcome.rules.reserve(table.rules.size());
  for (const TableRule& rule : table.rules) {
    RuleOutcome& result = outcome.rules.emplace_back();
    result.id = rule.id;
    result.row = outcome.rules.size();
    result.annotations = rule.annotations;
    result.cells.reserve(rule.tests.size());
    for (std::size_t i = 0; i < rule.tests.size(); ++i) {
      if (rule.tests[i].is_any()) continue;
      const Evaluated passed = rule.tests[i].test(inputs[i], scope, budget);
      outcome.exact = outcome.exact && passed.exact;
      CellOutcome& cell = result.cells.emplace_back();
      cell.text = rule.texts[i];
      cell.value = inputs[i];
      judge_cell(cell, passed.value, mode);
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
