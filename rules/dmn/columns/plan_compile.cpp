// Makes a decision table ready for columns: which cells are tested over them, and which are not.
#include <algorithm>

#include "plan.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/feel/simple_test.hpp"

namespace recoup {
namespace {

using How = PlannedCell::How;
using Source = PlanName::Source;

/// Adds one table to a plan.
class TableCompiler {
 public:
  TableCompiler(ColumnPlanState& plan, const DecisionModel& model)
      : plan_(plan), graph_(*model.graph()) {
    table_.model = model;
  }

  std::size_t compile(const DmnElement& element);

 private:
  std::optional<PlanName> name_of(const DmnElement& needed);
  std::optional<Value> knowledge(const DmnElement& element) const;
  PlanName input_of(const Expression& expression, std::size_t place) const;
  void compile_rules();
  PlanCell cell_of(const UnaryTests& test, std::size_t input);
  PlanCell over_column(const UnaryTests& test, std::size_t input, std::size_t column);
  PlanCell once(const UnaryTests& test, std::size_t input);
  PlanCell of_conclusion(const UnaryTests& test, std::size_t input, std::size_t table);
  std::size_t kernel_place(CellKernel kernel);
  std::size_t dictionary_kernel(const UnaryTests& test, std::size_t column);
  void compile_outputs();
  [[nodiscard]] bool is_constant(const std::vector<std::string>& mentioned) const;

  ColumnPlanState& plan_;
  const DmnGraph& graph_;
  PlanTable table_;
};

/// The value of a function, where it hangs on other functions alone.
std::optional<Value> TableCompiler::knowledge(const DmnElement& element) const {
  Context scope;
  for (const DmnNeed& need : element.needs) {
    const DmnElement& other = graph_.elements[need.element];
    if (other.kind != DmnElement::Kind::knowledge || !need.import_name.empty()) return std::nullopt;
    auto value = knowledge(other);
    if (!value) return std::nullopt;
    scope.set(other.name, std::move(*value));
  }
  return knowledge_value(element, scope, DecisionMode::court);
}

/// Whether every value of such a column is of the type.
bool fits(FactColumn::Kind kind, const FeelTypePtr& type) {
  if (type == nullptr || type->kind == FeelType::Kind::any) return true;
  if (!type->allowed.empty()) return false;
  switch (kind) {
    case FactColumn::Kind::number: return type->kind == FeelType::Kind::number;
    case FactColumn::Kind::date: return type->kind == FeelType::Kind::date;
    case FactColumn::Kind::truth: return type->kind == FeelType::Kind::boolean;
    case FactColumn::Kind::text: return type->kind == FeelType::Kind::string;
  }
  return false;
}

std::optional<PlanName> TableCompiler::name_of(const DmnElement& needed) {
  PlanName name{needed.name};
  if (needed.kind == DmnElement::Kind::service) return std::nullopt;
  if (needed.kind == DmnElement::Kind::knowledge) {
    auto value = knowledge(needed);
    if (!value) return std::nullopt;
    name.constant = std::move(*value);
  } else if (needed.kind == DmnElement::Kind::input) {
    const Value* constant = plan_.constants.find(needed.name);
    if (const auto column = plan_.facts->find(needed.name)) {
      if (!fits(plan_.facts->columns()[*column].kind(), needed.type)) return std::nullopt;
      name.source = Source::column;
      name.place = *column;
    } else {
      name.constant = constant != nullptr ? *constant : Value::missing(needed.name);
      if (needed.type) name.constant = coerced(std::move(name.constant), *needed.type);
    }
  } else if (needed.logic.kind == Boxed::Kind::table) {
    name.source = Source::conclusion;
    const auto known = plan_.table_of.find({&needed, &graph_});
    name.place = known != plan_.table_of.end() ? known->second
                                               : TableCompiler(plan_, table_.model).compile(needed);
  } else {
    name.source = Source::decision;
  }
  return name;
}

std::size_t TableCompiler::compile(const DmnElement& element) {
  table_.element = &element;
  table_.table = &*element.logic.table;
  for (const DmnNeed& need : element.needs) {
    auto name = need.import_name.empty() ? name_of(graph_.elements[need.element]) : std::nullopt;
    table_.is_ordinary = table_.is_ordinary || !name;
    if (!name) break;
    if (name->source == Source::constant) table_.constants.set(name->name, name->constant);
    table_.names.push_back(std::move(*name));
  }
  if (!table_.is_ordinary) {
    for (std::size_t i = 0; i < table_.table->inputs.size(); ++i) {
      table_.inputs.push_back(input_of(table_.table->inputs[i].expression, i));
    }
    compile_rules();
    compile_outputs();
  }
  const std::size_t place = plan_.tables.size();
  plan_.table_of[{&element, &graph_}] = place;
  plan_.tables.push_back(std::move(table_));
  return place;
}

PlanName TableCompiler::input_of(const Expression& expression, std::size_t place) const {
  if (const auto bare = bare_name(expression)) {
    for (const PlanName& name : table_.names) {
      if (name.name == *bare && name.source != Source::decision) return name;
    }
  }
  if (is_constant(expression.mentioned())) {
    return {expression.text(), Source::constant, 0, court_value(expression, table_.constants)};
  }
  return {expression.text(), Source::expression, place};
}

bool TableCompiler::is_constant(const std::vector<std::string>& mentioned) const {
  const auto places = names_mentioned(table_, mentioned);
  return std::all_of(places.begin(), places.end(), [&](std::size_t place) {
    return table_.names[place].source == Source::constant;
  });
}

void TableCompiler::compile_rules() {
  for (const TableRule& rule : table_.table->rules) {
    std::vector<PlanCell> cells;
    for (std::size_t i = 0; i < rule.tests.size(); ++i) {
      if (!rule.tests[i].is_any()) cells.push_back(cell_of(rule.tests[i], i));
    }
    // The order changes no answer, and what costs most is left for the fewest rows.
    std::stable_sort(cells.begin(), cells.end(), [](const PlanCell& a, const PlanCell& b) {
      return (a.how == How::by_row) < (b.how == How::by_row);
    });
    table_.rules.push_back(std::move(cells));
  }
}

PlanCell TableCompiler::cell_of(const UnaryTests& test, std::size_t input) {
  const PlanName& source = table_.inputs[input];
  PlanCell cell{.input = input, .how = How::by_row};
  if (!is_constant(test.mentioned())) {
    cell.why = "it names a fact of the row";
  } else if (source.source == Source::constant) {
    return once(test, input);
  } else if (source.source == Source::column) {
    cell = over_column(test, input, source.place);
  } else if (source.source == Source::conclusion) {
    return of_conclusion(test, input, source.place);
  } else {
    cell.why = "its input is calculated";
  }
  if (cell.how == How::by_row) cell.names = names_mentioned(table_, test.mentioned());
  return cell;
}

PlanCell TableCompiler::once(const UnaryTests& test, std::size_t input) {
  const Value& value = table_.inputs[input].constant;
  const CellBits answer = cell_bits(court_answer(test, value, table_.constants), value);
  return {.input = input, .how = How::once, .place = kernel_place(uniform_kernel(answer))};
}

PlanCell TableCompiler::of_conclusion(const UnaryTests& test, std::size_t input,
                                      std::size_t table) {
  plan_.conclusion_tests.push_back({table, &test, table_.constants});
  return {.input = input, .how = How::conclusion, .place = plan_.conclusion_tests.size() - 1};
}

PlanCell TableCompiler::over_column(const UnaryTests& test, std::size_t input, std::size_t column) {
  const FactColumn& facts = plan_.facts->columns()[column];
  if (facts.kind() == FactColumn::Kind::text || facts.kind() == FactColumn::Kind::truth) {
    return {.input = input,
            .how = facts.kind() == FactColumn::Kind::text ? How::dictionary : How::batch,
            .place = dictionary_kernel(test, column)};
  }
  PlanCell cell{.input = input, .how = How::by_row};
  const SimpleReading reading = simple_test(test);
  if (!reading.test) {
    cell.why = reading.why_not;
  } else if (!reading.test->is_ordered()) {
    cell.why = "it looks into a text, and the column holds none";
  } else if (const auto bounds = bounds_of(*reading.test, table_.constants)) {
    cell.how = How::batch;
    cell.place = kernel_place(make_kernel(test, *bounds, facts, column, table_.constants));
  } else {
    cell.why = "what it compares with is of a type that has no column";
  }
  return cell;
}

std::size_t TableCompiler::kernel_place(CellKernel kernel) {
  const auto [known, is_new] = plan_.kernel_of.try_emplace(std::move(kernel), plan_.kernels.size());
  if (is_new) plan_.kernels.push_back(known->first);
  return known->second;
}

/// Tests with the same words are the same where they name no variable, or the same ones of a model.
std::size_t TableCompiler::dictionary_kernel(const UnaryTests& test, std::size_t column) {
  std::string key = std::to_string(column) + "\n" + test.text();
  if (!names_mentioned(table_, test.mentioned()).empty()) {
    for (const std::string& name : test.mentioned()) key += "\n" + name;
    key += "\n" + std::to_string(plan_.tables.size()) + " " + table_.element->id;
  }
  const auto known = plan_.dictionary_kernel_of.find(key);
  if (known != plan_.dictionary_kernel_of.end()) return known->second;
  const std::size_t place =
      kernel_place(make_kernel(test, {}, plan_.facts->columns()[column], column, table_.constants));
  plan_.dictionary_kernel_of.emplace(std::move(key), place);
  return place;
}

void TableCompiler::compile_outputs() {
  table_.is_constant = true;
  const DecisionTable& logic = *table_.table;
  for (const TableOutput& output : logic.outputs) {
    if (output.default_output && !is_constant(output.default_output->mentioned())) {
      table_.is_constant = false;
    }
  }
  for (const TableRule& rule : logic.rules) {
    const bool constant =
        std::all_of(rule.outputs.begin(), rule.outputs.end(),
                    [&](const Expression& output) { return is_constant(output.mentioned()); });
    table_.is_constant = table_.is_constant && constant;
    table_.outputs.push_back(std::nullopt);
    if (!constant) continue;
    Context outputs;
    for (std::size_t i = 0; i < logic.outputs.size(); ++i) {
      outputs.set(logic.outputs[i].name, court_value(rule.outputs[i], table_.constants));
    }
    table_.outputs.back() =
        logic.outputs.size() == 1 ? outputs.entries.front().value : Value(std::move(outputs));
  }
}

}  // namespace

std::vector<std::size_t> names_mentioned(const PlanTable& table,
                                         const std::vector<std::string>& mentioned) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    if (std::binary_search(mentioned.begin(), mentioned.end(), table.names[i].name)) {
      places.push_back(i);
    }
  }
  return places;
}

std::vector<std::string> table_decisions(const DecisionModel& model) {
  std::vector<std::string> names;
  for (const DmnElement& element : model.graph()->elements) {
    if (element.kind == DmnElement::Kind::decision && element.logic.kind == Boxed::Kind::table) {
      names.push_back(element.name);
    }
  }
  return names;
}

ColumnPlan::ColumnPlan(std::shared_ptr<const FactColumns> facts, Context constants)
    : state_(std::make_shared<ColumnPlanState>()) {
  RECOUP_CHECK(facts != nullptr);
  state_->facts = std::move(facts);
  state_->constants = std::move(constants);
}

Result<std::size_t> ColumnPlan::add(const DecisionModel& model, std::string_view decision) {
  const std::string wanted = normal_name(decision);
  for (const DmnElement& element : model.graph()->elements) {
    if (element.kind != DmnElement::Kind::decision || element.name != wanted) continue;
    if (element.logic.kind != Boxed::Kind::table) {
      return Error{ErrorCode::usage, quoted(decision), "a decision that is a decision table", {}};
    }
    const auto known = state_->table_of.find({&element, model.graph().get()});
    state_->decisions.push_back(known != state_->table_of.end()
                                    ? known->second
                                    : TableCompiler(*state_, model).compile(element));
    return state_->decisions.size() - 1;
  }
  return Error{ErrorCode::not_found,
               quoted(decision),
               "a decision of the model " + quoted(model.name()),
               {}};
}

std::vector<PlannedCell> ColumnPlan::cells(std::size_t decision) const {
  const PlanTable& table = state_->tables[state_->decisions[decision]];
  std::vector<PlannedCell> cells;
  for (std::size_t rule = 0; rule < table.table->rules.size(); ++rule) {
    const TableRule& written = table.table->rules[rule];
    for (std::size_t i = 0; i < written.tests.size(); ++i) {
      PlannedCell cell{
          table.element->name,     rule,        table.table->inputs[i].expression.text(),
          written.tests[i].text(), How::always, ""};
      if (table.is_ordinary) {
        cell.how = How::by_row;
        cell.why = "a function of the model hangs on facts";
      } else {
        for (const PlanCell& planned : table.rules[rule]) {
          if (planned.input != i) continue;
          cell.how = planned.how;
          cell.why = planned.why;
        }
      }
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

ColumnPlan::Shared ColumnPlan::shared() const {
  Shared shared;
  for (const PlanTable& table : state_->tables) {
    for (const auto& rule : table.rules) {
      shared.cells += static_cast<std::size_t>(std::count_if(
          rule.begin(), rule.end(), [](const PlanCell& cell) { return cell.how != How::by_row; }));
    }
  }
  shared.tests = state_->kernels.size() + state_->conclusion_tests.size();
  return shared;
}

}  // namespace recoup
