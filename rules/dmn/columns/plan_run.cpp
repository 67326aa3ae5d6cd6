// Runs the tables of a plan over the facts, batch by batch.
#include "plan_run.hpp"

#include <algorithm>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

using How = PlannedCell::How;

bool is_empty(const BatchWords& words) {
  std::uint64_t any = 0;
  for (const std::uint64_t word : words) any |= word;
  return any == 0;
}

/// The same answer in every row.
void set_all(BatchAnswers& answers, CellBits answer) {
  answers.yes.fill((answer & cell_yes) != 0 ? ~std::uint64_t{0} : 0);
  answers.missing.fill((answer & cell_missing) != 0 ? ~std::uint64_t{0} : 0);
  answers.error.fill((answer & cell_error) != 0 ? ~std::uint64_t{0} : 0);
  answers.is_open = answer > cell_yes;
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

}  // namespace

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

void PlanRun::make_classes() {
  const std::size_t columns = plan_.facts->columns().size();
  std::vector<std::vector<const CellKernel*>> by_column(columns);
  test_of_.resize(plan_.kernels.size());
  for (std::size_t i = 0; i < plan_.kernels.size(); ++i) {
    const CellKernel& kernel = plan_.kernels[i];
    if (kernel.column == CellKernel::no_column) continue;
    test_of_[i] = by_column[kernel.column].size();
    by_column[kernel.column].push_back(&kernel);
  }
  classified_.resize(columns, SIZE_MAX);
  for (std::size_t i = 0; i < columns; ++i) {
    classes_.emplace_back();
    if (!by_column[i].empty()) {
      classes_[i].emplace(by_column[i], plan_.facts->columns()[i]);
    }
  }
}

const BatchAnswers& PlanRun::kernel_answers(std::size_t kernel) {
  if (in_batch_[kernel] == first_) return answers_[kernel];
  in_batch_[kernel] = first_;
  const std::size_t column = plan_.kernels[kernel].column;
  if (column == CellKernel::no_column) {
    set_all(answers_[kernel], plan_.kernels[kernel].when_null);
    return answers_[kernel];
  }
  if (classified_[column] != first_) {
    classes_[column]->classify(plan_.facts->columns()[column], first_, count_);
    classified_[column] = first_;
  }
  classes_[column]->answer(test_of_[kernel], answers_[kernel]);
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

void PlanRun::collect(std::size_t decision, ColumnAnswers& answers) {
  const TableRun& run = runs_[plan_.decisions[decision]];
  add_pairs(run.rules, first_, false, answers.fired);
  add_pairs(run.rules, first_, true, answers.open);
  answers.conclusion_of.insert(answers.conclusion_of.end(), run.concluded.begin(),
                               run.concluded.begin() + static_cast<std::ptrdiff_t>(count_));
}

std::vector<ColumnAnswers> ColumnPlan::run() const {
  RECOUP_CHECK(state_->facts->rows() <= UINT32_MAX);
  return PlanRun(*state_).run();
}

Context ColumnPlanState::row(std::size_t place) const {
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
