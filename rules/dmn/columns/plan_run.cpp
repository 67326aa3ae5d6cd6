// Runs the tables of a plan over the facts, batch by batch.
#include <algorithm>
#include <bit>

#include "plan.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

using How = PlannedCell::How;
using Source = PlanName::Source;

template <typename Visit>
void each_row(const BatchWords& words, const Visit& visit) {
  for (std::size_t word = 0; word < batch_words; ++word) {
    for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
      visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
}

bool is_empty(const BatchWords& words) {
  std::uint64_t any = 0;
  for (const std::uint64_t word : words) any |= word;
  return any == 0;
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

class PlanRun {
 public:
  explicit PlanRun(const ColumnPlan::State& plan)
      : plan_(plan), answers_(plan.kernels.size()), in_batch_(plan.kernels.size(), SIZE_MAX) {
    for (const PlanTable& table : plan.tables) {
      runs_.emplace_back(table);
      runs_.back().rules.resize(table.rules.size());
      runs_.back().calculated.resize(table.inputs.size());
      runs_.back().alone.resize(table.rules.size());
    }
    tested_.resize(plan.conclusion_tests.size());
  }

  std::vector<ColumnAnswers> run();

 private:
  void run_batch(std::size_t table);
  void run_rule(std::size_t table, std::size_t rule, BatchWords& left);
  void apply(const BatchAnswers& answers, RuleBatch& rule, BatchWords& alive) const;
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

  const ColumnPlan::State& plan_;
  std::vector<TableRun> runs_;
  std::vector<BatchAnswers> answers_;
  std::vector<std::size_t> in_batch_;          ///< The batch in which a kernel ran last.
  std::vector<std::vector<CellBits>> tested_;  ///< Answers to conclusions, by their place.
  BatchAnswers scratch_;
  BatchWords rows_{};  ///< The rows of the batch.
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> fired_;
  std::vector<ConclusionBook::Open> open_;
};

std::vector<ColumnAnswers> PlanRun::run() {
  std::vector<ColumnAnswers> all(plan_.decisions.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].decision = plan_.tables[plan_.decisions[i]].element->name;
    all[i].conclusion_of.reserve(plan_.facts->rows());
  }
  for (first_ = 0; first_ < plan_.facts->rows(); first_ += batch_rows) {
    count_ = std::min(batch_rows, plan_.facts->rows() - first_);
    for (std::size_t word = 0; word < batch_words; ++word) {
      const std::size_t begin = word * 64;
      rows_[word] = begin + 64 <= count_ ? ~std::uint64_t{0}
                    : begin >= count_    ? 0
                                         : (std::uint64_t{1} << (count_ - begin)) - 1;
    }
    for (std::size_t table = 0; table < plan_.tables.size(); ++table) run_batch(table);
    for (std::size_t i = 0; i < all.size(); ++i) collect(i, all[i]);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].conclusions = runs_[plan_.decisions[i]].book.all();
  }
  return all;
}

const BatchAnswers& PlanRun::kernel_answers(std::size_t kernel) {
  if (in_batch_[kernel] != first_) {
    run_kernel(plan_.kernels[kernel], *plan_.facts, first_, count_, answers_[kernel]);
    in_batch_[kernel] = first_;
  }
  return answers_[kernel];
}

void PlanRun::run_batch(std::size_t place) {
  const PlanTable& table = plan_.tables[place];
  if (table.is_ordinary) return ordinary_batch(place);
  TableRun& run = runs_[place];
  for (auto& input : run.calculated) input.clear();
  BatchWords left = rows_;
  for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
    run.rules[rule].has_fired = run.rules[rule].is_open = false;
    if (!is_empty(left)) run_rule(place, rule, left);
  }
  conclude_batch(place);
}

void PlanRun::run_rule(std::size_t place, std::size_t rule, BatchWords& left) {
  const PlanTable& table = plan_.tables[place];
  RuleBatch& batch = runs_[place].rules[rule];
  BatchWords alive = left;
  batch.missing.fill(0);
  batch.error.fill(0);
  for (const PlanCell& cell : table.rules[rule]) {
    if (cell.how == How::by_row) {
      row_answers(place, cell, table.table->rules[rule].tests[cell.input], alive, scratch_);
      apply(scratch_, batch, alive);
    } else if (cell.how == How::conclusion) {
      conclusion_answers(cell, scratch_);
      apply(scratch_, batch, alive);
    } else {
      apply(kernel_answers(cell.place), batch, alive);
    }
    if (is_empty(alive)) return;
  }
  std::uint64_t any_fired = 0;
  std::uint64_t any_open = 0;
  for (std::size_t word = 0; word < batch_words; ++word) {
    batch.missing[word] &= alive[word];
    batch.error[word] &= alive[word];
    const std::uint64_t open = batch.missing[word] | batch.error[word];
    batch.fired[word] = alive[word] & ~open;
    any_fired |= batch.fired[word];
    any_open |= open;
  }
  batch.has_fired = any_fired != 0;
  batch.is_open = any_open != 0;
  if (table.table->hit_policy != HitPolicy::first) return;
  for (std::size_t word = 0; word < batch_words; ++word) left[word] &= ~batch.fired[word];
}

/// Takes the rows away in which the cell says no, and notes those in which it is open.
void PlanRun::apply(const BatchAnswers& answers, RuleBatch& rule, BatchWords& alive) const {
  if (!answers.is_open) {
    for (std::size_t word = 0; word < batch_words; ++word) alive[word] &= answers.yes[word];
    return;
  }
  for (std::size_t word = 0; word < batch_words; ++word) {
    alive[word] &= answers.yes[word] | answers.missing[word] | answers.error[word];
    rule.missing[word] |= answers.missing[word];
    rule.error[word] |= answers.error[word];
  }
}

void set_answer(BatchAnswers& answers, std::size_t row, CellBits bits) {
  const std::uint64_t bit = std::uint64_t{1} << (row % 64);
  if ((bits & cell_yes) != 0) answers.yes[row / 64] |= bit;
  if ((bits & cell_missing) != 0) answers.missing[row / 64] |= bit;
  if ((bits & cell_error) != 0) answers.error[row / 64] |= bit;
  answers.is_open = answers.is_open || bits > cell_yes;
}

void PlanRun::conclusion_answers(const PlanCell& cell, BatchAnswers& answers) {
  answers = {};
  const ConclusionTest& test = plan_.conclusion_tests[cell.place];
  const TableRun& other = runs_[test.table];
  std::vector<CellBits>& known = tested_[cell.place];
  for (std::size_t i = known.size(); i < other.book.all().size(); ++i) {
    const Value& value = other.book.full(static_cast<std::uint32_t>(i));
    known.push_back(cell_bits(test.test->test(value, test.constants).value, value));
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
    set_answer(answers, row, cell_bits(test.test(input, variables).value, input));
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
    known[row] = expression.evaluate(variables).value;
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

/// Adds the pairs of the batch by row, then by rule.
void add_pairs(const std::vector<RuleBatch>& rules, std::size_t first, bool open,
               std::vector<RuleAtRow>& pairs) {
  std::array<std::uint32_t, batch_rows + 1> begin{};
  const auto each = [&](const auto& visit) {
    for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
      const RuleBatch& batch = rules[rule];
      if (open ? !batch.is_open : !batch.has_fired) continue;
      BatchWords words = batch.fired;
      if (open) {
        for (std::size_t i = 0; i < batch_words; ++i) words[i] = batch.missing[i] | batch.error[i];
      }
      each_row(words, [&](std::size_t row) { visit(row, rule); });
    }
  };
  each([&](std::size_t row, std::uint32_t) { ++begin[row + 1]; });
  for (std::size_t row = 0; row < batch_rows; ++row) begin[row + 1] += begin[row];
  const std::size_t before = pairs.size();
  pairs.resize(before + begin[batch_rows]);
  each([&](std::size_t row, std::uint32_t rule) {
    pairs[before + begin[row]++] = {static_cast<std::uint32_t>(first + row), rule};
  });
}

void PlanRun::collect(std::size_t decision, ColumnAnswers& answers) {
  const TableRun& run = runs_[plan_.decisions[decision]];
  add_pairs(run.rules, first_, false, answers.fired);
  add_pairs(run.rules, first_, true, answers.open);
  answers.conclusion_of.insert(answers.conclusion_of.end(), run.concluded.begin(),
                               run.concluded.begin() + static_cast<std::ptrdiff_t>(count_));
}

}  // namespace

std::vector<ColumnAnswers> ColumnPlan::run() const {
  RECOUP_CHECK(state_->facts->rows() <= UINT32_MAX);
  return PlanRun(*state_).run();
}

Context ColumnPlan::State::row(std::size_t place) const {
  Context inputs = facts->row(place);
  for (const ContextEntry& constant : constants.entries) {
    if (inputs.find(constant.name) == nullptr) inputs.entries.push_back(constant);
  }
  return inputs;
}

Outcome ColumnPlan::explain(std::size_t decision, std::size_t row) const {
  const PlanTable& table = state_->tables[state_->decisions[decision]];
  return table.model.evaluate(table.element->name, state_->row(row), DecisionMode::court).value();
}

}  // namespace recoup
