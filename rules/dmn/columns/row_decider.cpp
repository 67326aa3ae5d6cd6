// One row after another through the tables of a plan, 64 rules at a time.
#include "recoup/dmn/row_decider.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "plan.hpp"
#include "recoup/base/check.hpp"
#include "recoup/feel/simple_test.hpp"
#include "row_index.hpp"

namespace recoup {
namespace {

using Source = PlanName::Source;

/// A cell that the ordinary evaluator tests.
struct SlowCell {
  std::size_t rule = 0;  ///< Within the block.
  std::size_t input = 0;
  const UnaryTests* test = nullptr;
  std::vector<std::size_t> names{};
};

/// An input by which the rules of a block are looked up.
struct IndexedInput {
  std::size_t input = 0;
  std::size_t fact = 0;
  RowIndex index{};
  std::vector<SlowCell> cells{};  ///< The same cells, for values of a type that is not indexed.
};

/// Up to 64 rules.
struct RuleBlock {
  std::uint64_t rules = 0;  ///< One bit for each.
  RuleMasks always{};       ///< What cells say that are the same in every row.
  std::vector<IndexedInput> inputs{};
  std::vector<SlowCell> slow{};
};

struct PatternHash {
  std::size_t operator()(const std::vector<std::uint64_t>& words) const noexcept {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    for (const std::uint64_t word : words) {
      hash = (hash ^ word) * 0xD6E8FEB86659FD93U;
      hash ^= hash >> 32U;
    }
    return hash;
  }
};

/// A table, and what it found in the row at hand.
struct RowTable {
  explicit RowTable(const PlanTable& made) : table(&made), book(made) {}

  const PlanTable* table;
  ConclusionBook book;
  std::vector<RuleBlock> blocks{};
  std::unordered_map<std::vector<std::uint64_t>, std::uint32_t, PatternHash> known{};
  std::vector<std::uint64_t> pattern{};  ///< Fired, missing and error bits of each block.
  std::uint32_t concluded = 0;
};

/// Makes the blocks of one table.
class BlockMaker {
 public:
  BlockMaker(const PlanTable& table) : table_(table) {}  // NOLINT: used as a function

  std::vector<RuleBlock> blocks() const {
    std::vector<RuleBlock> made;
    for (std::size_t first = 0; first < table_.rules.size(); first += 64) {
      made.push_back(block(first, std::min<std::size_t>(64, table_.rules.size() - first)));
    }
    return made;
  }

 private:
  RuleBlock block(std::size_t first, std::size_t count) const {
    RuleBlock made;
    made.rules = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    made.always.yes = made.rules;
    std::vector<std::vector<IndexedCell>> by_input(table_.inputs.size());
    for (std::size_t rule = 0; rule < count; ++rule) {
      for (const PlanCell& cell : table_.rules[first + rule]) {
        add(made, rule, cell, table_.table->rules[first + rule].tests[cell.input], by_input);
      }
    }
    for (std::size_t input = 0; input < by_input.size(); ++input) {
      if (!by_input[input].empty()) add_input(made, input, by_input[input]);
    }
    return made;
  }

  void add(RuleBlock& block, std::size_t rule, const PlanCell& cell, const UnaryTests& test,
           std::vector<std::vector<IndexedCell>>& by_input) const {
    const PlanName& source = table_.inputs[cell.input];
    if (cell.how == PlannedCell::How::once) {
      const CellBits bits =
          cell_bits(court_answer(test, source.constant, table_.constants), source.constant);
      const std::uint64_t bit = std::uint64_t{1} << rule;
      block.always.yes &= ~bit;
      if ((bits & cell_yes) != 0) block.always.yes |= bit & block.rules;
      if ((bits & cell_missing) != 0) block.always.missing |= bit;
      if ((bits & cell_error) != 0) block.always.error |= bit;
      return;
    }
    if (source.source == Source::column && cell.how != PlannedCell::How::by_row) {
      const SimpleReading reading = simple_test(test);
      auto bounds = reading.test && reading.test->is_ordered()
                        ? bounds_of(*reading.test, table_.constants)
                        : std::nullopt;
      if (bounds) {
        by_input[cell.input].push_back({rule, &test, std::move(*bounds)});
        return;
      }
    }
    block.slow.push_back(slow(rule, cell.input, test));
  }

  SlowCell slow(std::size_t rule, std::size_t input, const UnaryTests& test) const {
    return {rule, input, &test, names_mentioned(table_, test.mentioned())};
  }

  void add_input(RuleBlock& block, std::size_t input, const std::vector<IndexedCell>& cells) const {
    IndexedInput made{input, table_.inputs[input].place};
    for (const IndexedCell& cell : cells) made.cells.push_back(slow(cell.rule, input, *cell.test));
    if (made.index.build(cells, block.rules, table_.constants)) {
      block.inputs.push_back(std::move(made));
    } else {
      block.slow.insert(block.slow.end(), made.cells.begin(), made.cells.end());
    }
  }

  const PlanTable& table_;
};

/// Rules of a block that are alive, and why some of them are open.
struct BlockState {
  std::uint64_t alive = 0;
  std::uint64_t missing = 0;
  std::uint64_t error = 0;

  void apply(const RuleMasks& masks) {
    alive &= masks.yes | masks.missing | masks.error;
    missing |= masks.missing;
    error |= masks.error;
  }
};

}  // namespace

struct RowDecider::State {
  explicit State(ColumnPlanState& made) : plan(made) {
    for (const PlanTable& table : plan.tables) {
      tables.emplace_back(table);
      if (!table.is_ordinary) tables.back().blocks = BlockMaker(table).blocks();
    }
  }

  void decide(RowTable& run);
  bool decide_block(RowTable& run, const RuleBlock& block);
  void test(RowTable& run, const SlowCell& cell, BlockState& state);
  void conclude(RowTable& run);
  void list_rules(const RowTable& run);
  void ordinary(RowTable& run);
  Value value(const RowTable& run, const PlanName& name) const;
  Context scope(const RowTable& run, const std::vector<std::size_t>& names) const;
  Context facts_by_name() const;

  ColumnPlanState& plan;
  std::shared_ptr<ColumnPlanState> held{};
  std::vector<RowTable> tables{};
  std::span<const Value> facts{};
  std::vector<std::uint32_t> fired{};
  std::vector<std::uint32_t> open{};
  std::vector<ConclusionBook::Open> why_open{};
};

Context RowDecider::State::facts_by_name() const {
  Context inputs;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    inputs.entries.push_back({plan.facts->columns()[i].name(), facts[i]});
  }
  for (const ContextEntry& constant : plan.constants.entries) {
    if (inputs.find(constant.name) == nullptr) inputs.entries.push_back(constant);
  }
  return inputs;
}

Value RowDecider::State::value(const RowTable& run, const PlanName& name) const {
  switch (name.source) {
    case Source::constant: return name.constant;
    case Source::column: return facts[name.place];
    case Source::conclusion: {
      const RowTable& other = tables[name.place];
      return other.book.full(other.concluded);
    }
    case Source::decision:
      return run.table->model.evaluate(name.name, facts_by_name(), DecisionMode::court)
          .value()
          .value;
    case Source::expression: break;
  }
  const Expression& expression = run.table->table->inputs[name.place].expression;
  return court_value(expression, scope(run, names_mentioned(*run.table, expression.mentioned())));
}

Context RowDecider::State::scope(const RowTable& run, const std::vector<std::size_t>& names) const {
  Context variables;
  for (const std::size_t place : names) {
    const PlanName& name = run.table->names[place];
    variables.set(name.name, value(run, name));
  }
  return variables;
}

void RowDecider::State::test(RowTable& run, const SlowCell& cell, BlockState& state) {
  const std::uint64_t bit = std::uint64_t{1} << cell.rule;
  if ((state.alive & bit) == 0) return;
  const Value input = value(run, run.table->inputs[cell.input]);
  const CellBits bits = cell_bits(court_answer(*cell.test, input, scope(run, cell.names)), input);
  if (bits == 0) state.alive &= ~bit;
  if ((bits & cell_missing) != 0) state.missing |= bit;
  if ((bits & cell_error) != 0) state.error |= bit;
}

/// Returns whether the rules behind the block may still count.
bool RowDecider::State::decide_block(RowTable& run, const RuleBlock& block) {
  BlockState state{block.rules, 0, 0};
  state.apply(block.always);
  for (const IndexedInput& input : block.inputs) {
    if (state.alive == 0) break;
    if (const RuleMasks* masks = input.index.find(facts[input.fact])) {
      state.apply(*masks);
    } else {
      for (const SlowCell& cell : input.cells) test(run, cell, state);
    }
  }
  for (const SlowCell& cell : block.slow) test(run, cell, state);
  const std::uint64_t left_open = state.alive & (state.missing | state.error);
  std::uint64_t hits = state.alive & ~left_open;
  std::uint64_t before = ~std::uint64_t{0};
  const bool ends = run.table->table->hit_policy == HitPolicy::first && hits != 0;
  if (ends) {
    hits &= ~hits + 1;
    before = hits - 1;
  }
  run.pattern.push_back(hits);
  run.pattern.push_back(state.missing & left_open & before);
  run.pattern.push_back(state.error & left_open & before);
  return !ends;
}

void RowDecider::State::list_rules(const RowTable& run) {
  fired.clear();
  open.clear();
  why_open.clear();
  for (std::size_t i = 0; i + 2 < run.pattern.size(); i += 3) {
    const auto first = static_cast<std::uint32_t>(i / 3 * 64);
    for (std::uint64_t bits = run.pattern[i]; bits != 0; bits &= bits - 1) {
      fired.push_back(first + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
    const std::uint64_t any = run.pattern[i + 1] | run.pattern[i + 2];
    for (std::uint64_t bits = any; bits != 0; bits &= bits - 1) {
      const std::uint64_t bit = bits & (~bits + 1);
      CellBits why = (run.pattern[i + 1] & bit) != 0 ? cell_missing : CellBits{0};
      if ((run.pattern[i + 2] & bit) != 0) why |= cell_error;
      open.push_back(first + static_cast<std::uint32_t>(std::countr_zero(bits)));
      why_open.push_back({open.back(), why});
    }
  }
}

void RowDecider::State::conclude(RowTable& run) {
  if (run.table->is_constant) {
    const auto known = run.known.find(run.pattern);
    if (known != run.known.end()) {
      run.concluded = known->second;
      return;
    }
  }
  list_rules(run);
  if (run.table->is_constant) {
    run.concluded = run.book.of(fired, why_open);
    run.known.emplace(run.pattern, run.concluded);
    return;
  }
  std::vector<std::size_t> all(run.table->names.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  run.concluded = run.book.in_scope(fired, why_open, scope(run, all));
}

/// The table as a whole by the ordinary evaluator.
void RowDecider::State::ordinary(RowTable& run) {
  Outcome outcome =
      run.table->model.evaluate(run.table->element->name, facts_by_name(), DecisionMode::court)
          .value();
  run.pattern.assign((outcome.rules.size() + 63) / 64 * 3, 0);
  for (const RuleOutcome& rule : outcome.rules) {
    const std::size_t place = (rule.row - 1) / 64 * 3;
    const std::uint64_t bit = std::uint64_t{1} << ((rule.row - 1) % 64);
    if (rule.answer == Answer::yes) run.pattern[place] |= bit;
    if (rule.answer == Answer::open && !rule.missing.empty()) run.pattern[place + 1] |= bit;
    if (rule.answer == Answer::open && !rule.errors.empty()) run.pattern[place + 2] |= bit;
    const bool ends = run.table->table->hit_policy == HitPolicy::first;
    if (ends && rule.answer == Answer::yes) break;
  }
  run.concluded = run.book.add(std::move(outcome));
}

void RowDecider::State::decide(RowTable& run) {
  if (run.table->is_ordinary) return ordinary(run);
  run.pattern.clear();
  for (const RuleBlock& block : run.blocks) {
    if (!decide_block(run, block)) break;
  }
  conclude(run);
}

Result<RowDecider> RowDecider::make(const DecisionModel& model, std::string_view decision,
                                    const std::vector<std::string>& facts, Context constants) {
  std::vector<FactColumn> columns;
  for (const std::string& fact : facts) columns.emplace_back(fact, FactColumn::Kind::text);
  RECOUP_TRY(named, FactColumns::of(std::move(columns)));
  ColumnPlan plan(std::make_shared<const FactColumns>(std::move(named)), std::move(constants));
  RECOUP_TRY(place, plan.add(model, decision));
  RECOUP_CHECK(place == 0);
  RowDecider decider;
  decider.state_ = std::make_shared<State>(*plan.state());
  decider.state_->held = plan.state();
  return decider;
}

const RowConclusion& RowDecider::decide(std::span<const Value> facts) {
  State& state = *state_;
  RECOUP_CHECK(facts.size() == state.plan.facts->columns().size());
  state.facts = facts;
  for (RowTable& table : state.tables) state.decide(table);
  const RowTable& asked = state.tables[state.plan.decisions.front()];
  state.list_rules(asked);
  return asked.book.all()[asked.concluded];
}

const std::vector<std::uint32_t>& RowDecider::fired() const noexcept { return state_->fired; }
const std::vector<std::uint32_t>& RowDecider::open() const noexcept { return state_->open; }

}  // namespace recoup
