// What is left to the ordinary evaluator row by row, and what each row comes to.
#include <algorithm>

#include "plan_run.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

using Source = PlanName::Source;

void set_answer(BatchAnswers& answers, std::size_t row, CellBits bits) {
  const std::uint64_t bit = std::uint64_t{1} << (row % 64);
  if ((bits & cell_yes) != 0) answers.yes[row / 64] |= bit;
  if ((bits & cell_missing) != 0) answers.missing[row / 64] |= bit;
  if ((bits & cell_error) != 0) answers.error[row / 64] |= bit;
  answers.is_open = answers.is_open || bits > cell_yes;
}

}  // namespace

void PlanRun::conclusion_answers(const PlanCell& cell, BatchAnswers& answers) {
  answers = {};
  const ConclusionTest& test = plan_.conclusion_tests[cell.place];
  const TableRun& other = runs_[test.table];
  std::vector<CellBits>& known = tested_[cell.place];
  for (std::size_t i = known.size(); i < other.book.all().size(); ++i) {
    const Value& value = other.book.full(static_cast<std::uint32_t>(i));
    known.push_back(cell_bits(court_answer(*test.test, value, test.constants), value));
  }
  for (std::size_t row = 0; row < count_; ++row) {
    set_answer(answers, row, known[other.concluded[row]]);
  }
}

void PlanRun::row_answers(std::size_t place, const PlanCell& cell, const UnaryTests& test,
                          const BatchWords& alive, BatchAnswers& answers) {
  answers = {};
  each_row(alive, [&](std::size_t row) {
    Value held;
    const Value& input = input_value(place, cell.input, row, held);
    const Context variables = scope(plan_.tables[place], cell.names, row);
    set_answer(answers, row, cell_bits(court_answer(test, input, variables), input));
  });
}

Context PlanRun::scope(const PlanTable& table, const std::vector<std::size_t>& names,
                       std::size_t row) {
  Context variables;
  for (const std::size_t place : names) {
    const PlanName& name = table.names[place];
    variables.set(name.name, name_value(table, name, row));
  }
  return variables;
}

/// Requires a name of the scope; `row` counts within the batch.
Value PlanRun::name_value(const PlanTable& table, const PlanName& name, std::size_t row) {
  switch (name.source) {
    case Source::constant: return name.constant;
    case Source::column: return plan_.facts->columns()[name.place].value(first_ + row);
    case Source::conclusion: {
      const TableRun& other = runs_[name.place];
      return other.book.full(other.concluded[row]);
    }
    case Source::decision:
      return table.model.evaluate(name.name, plan_.row(first_ + row), DecisionMode::court)
          .value()
          .value;
    case Source::expression: break;
  }
  RECOUP_CHECK(false);
  return Value();
}

/// The value that a column of the table tests. `held` keeps it where nothing else does.
const Value& PlanRun::input_value(std::size_t place, std::size_t input, std::size_t row,
                                  Value& held) {
  const PlanTable& table = plan_.tables[place];
  const PlanName& source = table.inputs[input];
  if (source.source != Source::expression) {
    held = name_value(table, source, row);
    return held;
  }
  auto& known = runs_[place].calculated[input];
  known.resize(batch_rows);
  if (!known[row]) {
    const Expression& expression = table.table->inputs[input].expression;
    const Context variables = scope(table, names_mentioned(table, expression.mentioned()), row);
    known[row] = court_value(expression, variables);
  }
  return *known[row];
}

void PlanRun::ordinary_batch(std::size_t place) {
  TableRun& run = runs_[place];
  const PlanTable& table = plan_.tables[place];
  run.rules.assign(table.table->rules.size(), RuleBatch{});
  for (std::size_t row = 0; row < count_; ++row) {
    Outcome outcome =
        table.model.evaluate(table.element->name, plan_.row(first_ + row), DecisionMode::court)
            .value();
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    bool masked = false;
    for (const RuleOutcome& rule : outcome.rules) {
      RuleBatch& batch = run.rules[rule.row - 1];
      if (masked || rule.answer == Answer::no) continue;
      if (rule.answer == Answer::yes) {
        batch.fired[row / 64] |= bit;
        batch.has_fired = true;
        masked = table.table->hit_policy == HitPolicy::first;
        continue;
      }
      if (!rule.missing.empty()) batch.missing[row / 64] |= bit;
      if (!rule.errors.empty()) batch.error[row / 64] |= bit;
      batch.is_open = true;
    }
    run.concluded[row] = run.book.add(std::move(outcome));
  }
}

void PlanRun::conclude_batch(std::size_t place) {
  const PlanTable& table = plan_.tables[place];
  TableRun& run = runs_[place];
  BatchWords fired{};
  BatchWords mixed{};  // Rows in which several rules fired, or one is open.
  for (const RuleBatch& rule : run.rules) {
    for (std::size_t word = 0; rule.has_fired && word < batch_words; ++word) {
      mixed[word] |= fired[word] & rule.fired[word];
      fired[word] |= rule.fired[word];
    }
    for (std::size_t word = 0; rule.is_open && word < batch_words; ++word) {
      mixed[word] |= rule.missing[word] | rule.error[word];
    }
  }
  if (!table.is_constant) {
    for (std::size_t row = 0; row < count_; ++row) conclude_row(place, row);
    return;
  }
  // Most rows come to nothing, or to one rule: their conclusions are known beforehand.
  bool none = false;
  for (std::size_t word = 0; word < batch_words; ++word) {
    none = none || (rows_[word] & ~fired[word] & ~mixed[word]) != 0;
  }
  if (none) std::fill(run.concluded.begin(), run.concluded.end(), run.book.of({}, {}));
  for (std::uint32_t rule = 0; rule < run.rules.size(); ++rule) {
    if (!run.rules[rule].has_fired) continue;
    if (!run.alone[rule]) run.alone[rule] = run.book.of({&rule, 1}, {});
    const std::uint32_t alone = *run.alone[rule];
    each_row(run.rules[rule].fired, [&](std::size_t row) { run.concluded[row] = alone; });
  }
  each_row(mixed, [&](std::size_t row) { conclude_row(place, row); });
}

void PlanRun::conclude_row(std::size_t place, std::size_t row) {
  const PlanTable& table = plan_.tables[place];
  TableRun& run = runs_[place];
  fired_.clear();
  open_.clear();
  const std::size_t word = row / 64;
  for (std::uint32_t rule = 0; rule < run.rules.size(); ++rule) {
    const RuleBatch& batch = run.rules[rule];
    if (batch.has_fired && ((batch.fired[word] >> (row % 64)) & 1U) != 0) fired_.push_back(rule);
    if (!batch.is_open) continue;
    CellBits why = ((batch.missing[word] >> (row % 64)) & 1U) != 0 ? cell_missing : CellBits{0};
    if (((batch.error[word] >> (row % 64)) & 1U) != 0) why |= cell_error;
    if (why != 0) open_.push_back({rule, why});
  }
  if (table.is_constant) {
    run.concluded[row] = run.book.of(fired_, open_);
    return;
  }
  std::vector<std::size_t> all(table.names.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  run.concluded[row] = run.book.in_scope(fired_, open_, scope(table, all, row));
}

}  // namespace recoup
