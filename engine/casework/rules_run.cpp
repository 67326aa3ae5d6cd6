#include "recoup/casework/rules_run.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/dmn/column_plan.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"
#include "rules_source.hpp"

namespace recoup {
namespace {

constexpr std::size_t sample_rows = 1000;  // Of rows in which nothing was found, one in so many.

/// The parameters of a pack on a day, by the names that tables have for them.
Result<Context> parameters_on(const RulesSource& source, const std::optional<std::string>& on) {
  std::optional<Date> day;
  if (on) {
    const auto date = parse_date(*on);
    if (!date) return Error{ErrorCode::usage, quoted(*on), "a day such as 2025-03-04", {}};
    day = date.value();
  }
  Context constants;
  if (!source.pack) return constants;
  const DatedFigures& figures = source.pack->parameters();
  for (const DatedFigure& each : figures.all()) {
    const std::string name = table_name(each.name);
    if (constants.find(name) != nullptr) continue;
    const DatedFigure* figure = day ? figures.at(name, *day) : nullptr;
    constants.set(name, figure != nullptr ? figure->value
                        : day             ? Value::missing(name + " on " + iso_text(*day))
                                          : Value::missing("the day that governs " + name));
  }
  return constants;
}

std::string_view status_name(Status status) {
  switch (status) {
    case Status::determined: return "determined";
    case Status::undetermined: return "undetermined";
    case Status::withheld: return "withheld";
  }
  return "";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

/// Counts over all rows.
struct RunCounts {
  std::size_t determined = 0;
  std::size_t undetermined = 0;
  std::size_t withheld = 0;
};

RunCounts counts_of(const ColumnAnswers& answers) {
  RunCounts counts;
  for (const std::uint32_t conclusion : answers.conclusion_of) {
    switch (answers.conclusions[conclusion].status) {
      case Status::determined: ++counts.determined; break;
      case Status::undetermined: ++counts.undetermined; break;
      case Status::withheld: ++counts.withheld; break;
    }
  }
  return counts;
}

/// One run, with what is told of it.
class RulesRun {
 public:
  RulesRun(ColumnPlan plan, std::vector<FeatureValues> features, const PieceSink& out, Form form)
      : plan_(std::move(plan)), features_(std::move(features)), out_(out), form_(form) {}

  void mark_draft() { is_draft_ = true; }
  Result<Reply> tell(std::vector<std::string> unused);

 private:
  void tell_row(std::size_t row, const Outcome& outcome);
  void tell_text(std::size_t row, const Outcome& outcome);
  void tell_json(std::size_t row, const Outcome& outcome);
  void tell_summary(const ColumnAnswers& answers, const Recheck& checked,
                    const std::vector<std::string>& unused);

  ColumnPlan plan_;
  std::vector<FeatureValues> features_;
  PieceWriter out_;
  Form form_;
  bool is_draft_ = false;
  std::size_t told_ = 0;
};

Result<Reply> RulesRun::tell(std::vector<std::string> unused) {
  const std::vector<ColumnAnswers> all = plan_.run();
  const ColumnAnswers& answers = all.front();
  if (form_ == Form::json) {
    out_ << "{\n" << (is_draft_ ? "\"marking\": \"DRAFT\",\n" : "") << "\"rows\": [";
  } else if (is_draft_) {
    out_ << "DRAFT\n\n";
  }
  RECOUP_TRY(checked, recheck(plan_, 0, answers, sample_rows,
                              [&](std::size_t row, const Outcome& outcome) -> Result<void> {
                                tell_row(row, outcome);
                                return {};
                              }));
  tell_summary(answers, checked, unused);
  if (auto finished = out_.finish(); !finished) return finished.error();
  const RunCounts counts = counts_of(answers);
  return Reply{"", counts.undetermined + counts.withheld > 0};
}

void RulesRun::tell_row(std::size_t row, const Outcome& outcome) {
  if (form_ == Form::json) {
    tell_json(row, outcome);
  } else {
    tell_text(row, outcome);
  }
  ++told_;
}

/// The rules that count: under FIRST none behind the first that fired.
std::vector<const RuleOutcome*> rules_that_count(const Outcome& outcome) {
  std::vector<const RuleOutcome*> rules;
  for (const RuleOutcome& rule : outcome.rules) {
    if (rule.answer == Answer::no) continue;
    rules.push_back(&rule);
    if (rule.answer == Answer::yes && outcome.hit_policy == "FIRST") break;
  }
  return rules;
}

std::string rule_name(const RuleOutcome& rule) {
  return rule.id().empty() ? "rule " + std::to_string(rule.row) : rule.id();
}

void RulesRun::tell_text(std::size_t row, const Outcome& outcome) {
  out_ << "row " << std::to_string(row + 1) << ": " << status_name(outcome.status);
  if (outcome.status == Status::determined) out_ << ", " << printable(text(outcome.value));
  out_ << "\n";
  for (const FeatureValues& feature : features_) {
    const FactColumn& column = feature.column();
    std::vector<std::string> rows;
    for (const std::uint32_t each : feature.contributing(row)) {
      rows.push_back(std::to_string(each + 1));
    }
    const std::string value = column.is_missing(row) ? "missing" : text(column.value(row));
    out_ << "  " << printable(column.name()) << ": " << printable(value) << "; of rows "
         << (rows.empty() ? "none" : joined(rows)) << "\n";
  }
  for (const RuleOutcome* rule : rules_that_count(outcome)) {
    const bool fired = rule->answer == Answer::yes;
    out_ << "  " << printable(rule_name(*rule)) << (fired ? " fires" : " is open");
    if (!rule->missing.empty()) out_ << "; missing: " << printable(joined(rule->missing));
    if (!rule->errors.empty()) out_ << "; " << printable(joined(rule->errors));
    out_ << "\n";
    for (const Annotation& annotation : rule->text->annotations) {
      out_ << "    " << printable(annotation.name) << ": " << printable(annotation.text) << "\n";
    }
  }
}

void RulesRun::tell_json(std::size_t row, const Outcome& outcome) {
  JsonWriter json(JsonWriter::Layout::compact);
  json.begin_object().name("row").integer(row + 1).member("status", status_name(outcome.status));
  if (outcome.status == Status::determined) json.member("value", text(outcome.value));
  json.name("features").begin_array();
  for (const FeatureValues& feature : features_) {
    json.begin_object().member("name", feature.column().name());
    json.member("value", text(feature.column().value(row)));
    json.name("missing").truth(feature.column().is_missing(row)).name("of_rows").begin_array();
    for (const std::uint32_t each : feature.contributing(row)) json.integer(each + 1);
    json.end_array().end_object();
  }
  json.end_array().name("rules").begin_array();
  for (const RuleOutcome* rule : rules_that_count(outcome)) {
    json.begin_object().member("rule", rule->id()).name("number").integer(rule->row);
    json.member("answer", rule->answer == Answer::yes ? "fired" : "open");
    json.members("missing", rule->missing).members("errors", rule->errors);
    json.name("annotations").begin_array();
    for (const Annotation& annotation : rule->text->annotations) {
      json.begin_object().member("name", annotation.name).member("text", annotation.text);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  out_ << (told_ == 0 ? "\n" : ",\n") << json.take();
}

void RulesRun::tell_summary(const ColumnAnswers& answers, const Recheck& checked,
                            const std::vector<std::string>& unused) {
  const RunCounts counts = counts_of(answers);
  if (form_ == Form::json) {
    JsonWriter json(JsonWriter::Layout::compact);
    json.begin_object().member("decision", answers.decision);
    json.name("rows").integer(answers.conclusion_of.size()).name("told").integer(told_);
    json.name("fired").integer(answers.fired.size()).name("open").integer(answers.open.size());
    json.name("determined").integer(counts.determined);
    json.name("undetermined").integer(counts.undetermined);
    json.name("withheld").integer(counts.withheld).name("judged_twice").integer(checked.rows);
    json.members("unused_columns", unused).end_object();
    out_ << (told_ == 0 ? "],\n" : "\n],\n") << "\"summary\": " << json.take() << "\n}\n";
    return;
  }
  out_ << std::to_string(answers.conclusion_of.size())
       << " rows: " << std::to_string(answers.fired.size()) << " rules fired, "
       << std::to_string(answers.open.size()) << " open; " << std::to_string(counts.determined)
       << " rows determined, " << std::to_string(counts.undetermined) << " undetermined, "
       << std::to_string(counts.withheld) << " withheld; " << std::to_string(checked.rows)
       << " judged twice\n";
  if (!unused.empty()) out_ << "not used: " << printable(joined(unused)) << "\n";
  if (is_draft_) out_ << "\nDRAFT\n";
}

std::string_view how_name(PlannedCell::How how) {
  switch (how) {
    case PlannedCell::How::always: return "passes always";
    case PlannedCell::How::once: return "once";
    case PlannedCell::How::batch: return "batch";
    case PlannedCell::How::dictionary: return "once for each text";
    case PlannedCell::How::conclusion: return "once for each conclusion";
    case PlannedCell::How::by_row: return "row by row";
  }
  return "";
}

/// Columns without rows, of the kinds that the model or its cells tell.
Result<FactColumns> columns_for(const TypedModel& model, const std::optional<Pack>& pack) {
  std::vector<FactColumn> columns;
  for (const InputType& input : model.inputs) {
    if (pack && pack->parameters().has(input.name)) continue;
    const auto kind = input.kind() ? input.kind() : kind_by_cells(model.model, input.name);
    columns.emplace_back(input.name, kind.value_or(FactColumn::Kind::text));
  }
  return FactColumns::of(std::move(columns));
}

/// Any value of every parameter: which one makes no difference to how a cell is tested.
Context parameters_for(const TypedModel& model, const std::optional<Pack>& pack) {
  Context constants;
  for (const InputType& input : model.inputs) {
    if (!pack) break;
    for (const DatedFigure& figure : pack->parameters().all()) {
      if (table_name(figure.name) == input.name) constants.set(input.name, figure.value);
    }
  }
  return constants;
}

}  // namespace

Result<Reply> run_rules(const RulesRunRequest& request, const PieceSink& out) {
  RECOUP_TRY(source, read_rules(request.rules, request.asks_for_draft));
  RECOUP_TRY(chosen, choose_decision(source, request.decision));
  RECOUP_TRY(constants, parameters_on(source, request.on));
  RECOUP_TRY(given, read_fact_rows(request.rows, chosen.model->inputs));
  const auto needed = chosen.model->model.inputs_of(chosen.decision);
  RECOUP_TRY(featured, with_features(source, needed, std::move(given), constants));
  const auto facts = std::make_shared<const FactColumns>(std::move(featured.facts));
  ColumnPlan plan(facts, std::move(constants));
  if (auto added = plan.add(chosen.model->model, chosen.decision); !added) return added.error();
  std::vector<std::string> unused;
  for (const FactColumn& column : facts->columns()) {
    if (!std::binary_search(needed.begin(), needed.end(), column.name())) {
      unused.push_back(column.name());
    }
  }
  RulesRun run(std::move(plan), std::move(featured.features), out, request.form);
  if (source.is_draft) run.mark_draft();
  return run.tell(std::move(unused));
}

Result<Reply> explain_rules_plan(const std::string& rules, const std::string& decision, Form form) {
  RECOUP_TRY(source, read_rules(rules, true));
  if (!decision.empty()) {
    if (auto chosen = choose_decision(source, decision); !chosen) return chosen.error();
  }
  TextTable table({"decision", "rule", "input", "cell", "tested", "why"},
                  {Align::left, Align::right, Align::left, Align::left, Align::left, Align::left});
  JsonWriter json;
  json.begin_object();
  if (source.is_draft) json.member("marking", "DRAFT");
  json.name("cells").begin_array();
  for (const TypedModel& model : source.models) {
    RECOUP_TRY(columns, columns_for(model, source.pack));
    ColumnPlan plan(std::make_shared<const FactColumns>(std::move(columns)),
                    parameters_for(model, source.pack));
    for (const std::string& name : table_decisions(model.model)) {
      if (!decision.empty() && name != normal_name(decision)) continue;
      RECOUP_TRY(place, plan.add(model.model, name));
      for (const PlannedCell& cell : plan.cells(place)) {
        table.row({printable(cell.decision), std::to_string(cell.rule + 1), printable(cell.input),
                   printable(cell.test), std::string(how_name(cell.how)), printable(cell.why)});
        json.begin_object().member("decision", cell.decision);
        json.name("rule").integer(cell.rule + 1).member("input", cell.input);
        json.member("cell", cell.test).member("tested", how_name(cell.how));
        json.member("why", cell.why).end_object();
      }
    }
  }
  json.end_array().end_object();
  return Reply{
      form == Form::json ? json.take() : (source.is_draft ? "DRAFT\n\n" : "") + table.text(),
      false};
}

}  // namespace recoup
