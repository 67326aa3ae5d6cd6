// What a table concludes in a row, found by the function that concludes for the explained
// evaluator.
#include "plan.hpp"

namespace recoup {
namespace {

Value output_of(const PlanTable& table, std::size_t rule, const Context& scope) {
  if (table.outputs[rule]) return *table.outputs[rule];
  Context outputs;
  const DecisionTable& logic = *table.table;
  for (std::size_t i = 0; i < logic.outputs.size(); ++i) {
    Value output = court_value(logic.rules[rule].outputs[i], scope);
    if (logic.outputs.size() == 1) return output;
    outputs.set(logic.outputs[i].name, std::move(output));
  }
  return Value(std::move(outputs));
}

}  // namespace

Outcome ConclusionBook::concluded(std::span<const std::uint32_t> fired, std::span<const Open> open,
                                  const Context& scope) const {
  Outcome outcome;
  const auto add = [&](std::uint32_t rule, CellBits why) {
    RuleOutcome result;
    result.text = table_->table->rules[rule].text;
    result.row = rule + 1;
    result.answer = why == 0 ? Answer::yes : Answer::open;
    result.output = output_of(*table_, rule, scope);
    if ((why & cell_missing) != 0) result.missing = {"a fact"};
    if ((why & cell_error) != 0) result.errors = {"a fault"};
    outcome.rules.push_back(std::move(result));
  };
  auto next = open.begin();
  for (const std::uint32_t rule : fired) {
    for (; next != open.end() && next->rule < rule; ++next) add(next->rule, next->why);
    add(rule, 0);
  }
  for (; next != open.end(); ++next) add(next->rule, next->why);
  conclude(*table_->table, scope, outcome);
  settle(*table_->element, DecisionMode::court, outcome);
  return outcome;
}

std::uint32_t ConclusionBook::add(Outcome outcome) {
  RowConclusion conclusion;
  conclusion.status = outcome.status;
  if (outcome.status == Status::determined) conclusion.value = outcome.value;
  conclusion.provisional = std::move(outcome.provisional);
  conclusion.by_default = outcome.by_default;
  conclusions_.push_back(std::move(conclusion));
  full_.push_back(std::move(outcome.value));
  return static_cast<std::uint32_t>(conclusions_.size() - 1);
}

std::uint32_t ConclusionBook::of(std::span<const std::uint32_t> fired, std::span<const Open> open) {
  pattern_.assign(fired.begin(), fired.end());
  for (const Open& rule : open) {
    pattern_.push_back(UINT32_MAX - rule.why);
    pattern_.push_back(rule.rule);
  }
  const auto known = by_pattern_.find(pattern_);
  if (known != by_pattern_.end()) return known->second;
  const std::uint32_t place = add(concluded(fired, open, table_->constants));
  by_pattern_.emplace(pattern_, place);
  return place;
}

std::uint32_t ConclusionBook::in_scope(std::span<const std::uint32_t> fired,
                                       std::span<const Open> open, const Context& scope) {
  Outcome outcome = concluded(fired, open, scope);
  if (outcome.status != Status::determined) return add(std::move(outcome));
  const std::string key = (outcome.by_default ? "default " : "") +
                          std::string(type_name(outcome.value)) + " " + text(outcome.value);
  const auto [known, is_new] = by_text_.try_emplace(key, 0);
  if (is_new) known->second = add(std::move(outcome));
  return known->second;
}

}  // namespace recoup
