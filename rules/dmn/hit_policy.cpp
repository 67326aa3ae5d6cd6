// What a table's hit policy makes of the rules that fired, and whether open rules could change it.

#include <algorithm>

#include "graph.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

using Rules = std::vector<const RuleOutcome*>;

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

std::string policy_name(const DecisionTable& table) {
  switch (table.hit_policy) {
    case HitPolicy::unique: return "UNIQUE";
    case HitPolicy::any: return "ANY";
    case HitPolicy::first: return "FIRST";
    case HitPolicy::priority: return "PRIORITY";
    case HitPolicy::rule_order: return "RULE ORDER";
    case HitPolicy::output_order: return "OUTPUT ORDER";
    case HitPolicy::collect: break;
  }
  switch (table.aggregation) {
    case Aggregation::none: return "COLLECT";
    case Aggregation::sum: return "COLLECT SUM";
    case Aggregation::min: return "COLLECT MIN";
    case Aggregation::max: return "COLLECT MAX";
    case Aggregation::count: return "COLLECT COUNT";
  }
  return "";
}

std::string rule_name(const RuleOutcome& rule) {
  return rule.id().empty() ? "rule " + std::to_string(rule.row) : rule.id();
}

bool same_output(const RuleOutcome& one, const RuleOutcome& other) {
  return equal(one.output, other.output).value_or(false);
}

/// Place of the output among the ranked values, output by output; what is not ranked comes last.
std::vector<std::size_t> rank(const DecisionTable& table, const Value& output) {
  std::vector<std::size_t> ranks;
  for (const TableOutput& column : table.outputs) {
    const auto* context = output.as<Context>();
    const Value* part =
        table.outputs.size() == 1 || context == nullptr ? &output : context->find(column.name);
    std::size_t place = 0;
    while (place < column.ranking.size() &&
           !(part != nullptr && equal(column.ranking[place], *part).value_or(false))) {
      ++place;
    }
    ranks.push_back(place);
  }
  return ranks;
}

Value outputs_of(const Rules& rules) {
  Value::List list;
  for (const RuleOutcome* rule : rules) list.push_back(rule->output);
  return Value(std::move(list));
}

Rules ranked(const DecisionTable& table, Rules rules) {
  std::stable_sort(rules.begin(), rules.end(), [&](const RuleOutcome* a, const RuleOutcome* b) {
    return rank(table, a->output) < rank(table, b->output);
  });
  return rules;
}

/// The aggregate of the outputs by the function of the language that has its name.
Value aggregate(const DecisionTable& table, const Rules& fired, bool& exact) {
  if (table.aggregation == Aggregation::none) return outputs_of(fired);
  const char* call = table.aggregation == Aggregation::sum   ? "sum(outputs)"
                     : table.aggregation == Aggregation::min ? "min(outputs)"
                     : table.aggregation == Aggregation::max ? "max(outputs)"
                                                             : "count(outputs)";
  Context scope;
  scope.set("outputs", outputs_of(fired));
  const Evaluated result = Expression::parse(call, {"outputs"}).value().evaluate(scope);
  exact = exact && result.exact;
  return result.value;
}

Value default_value(const DecisionTable& table, const Context& scope, bool& by_default) {
  Context outputs;
  for (const TableOutput& output : table.outputs) {
    if (!output.default_output) continue;
    by_default = true;
    Value value = output.default_output->evaluate(scope).value;
    if (table.outputs.size() == 1) return value;
    outputs.set(output.name, std::move(value));
  }
  return by_default ? Value(std::move(outputs)) : Value();
}

/// What the rules that fired give, or nothing where they contradict each other.
std::optional<Value> combined(const DecisionTable& table, const Rules& fired, bool& exact) {
  switch (table.hit_policy) {
    case HitPolicy::unique:
      if (fired.size() > 1) return std::nullopt;
      return fired.front()->output;
    case HitPolicy::any:
      for (const RuleOutcome* rule : fired) {
        if (!same_output(*rule, *fired.front())) return std::nullopt;
      }
      return fired.front()->output;
    case HitPolicy::first: return fired.front()->output;
    case HitPolicy::priority: return ranked(table, fired).front()->output;
    case HitPolicy::rule_order: return outputs_of(fired);
    case HitPolicy::output_order: return outputs_of(ranked(table, fired));
    case HitPolicy::collect: return aggregate(table, fired, exact);
  }
  RECOUP_CHECK(false);
  return std::nullopt;
}

/// Whether the conclusion could be another one if this open rule fired.
bool could_change(const DecisionTable& table, const RuleOutcome& open, const Rules& fired) {
  if (fired.empty()) return true;
  switch (table.hit_policy) {
    case HitPolicy::any: return !same_output(open, *fired.front());
    case HitPolicy::first:
      return open.row < fired.front()->row && !same_output(open, *fired.front());
    case HitPolicy::priority: {
      const RuleOutcome& best = *ranked(table, fired).front();
      return rank(table, open.output) < rank(table, best.output);
    }
    case HitPolicy::unique:
    case HitPolicy::collect:
    case HitPolicy::rule_order:
    case HitPolicy::output_order: return true;
  }
  return true;
}

void withhold(Outcome& outcome, std::vector<std::string> errors) {
  outcome.status = Status::withheld;
  add_all(outcome.errors, errors);
  outcome.value = Value(Null{outcome.missing, outcome.errors});
}

void contradict(Outcome& outcome, const Rules& fired) {
  std::string names;
  for (const RuleOutcome* rule : fired) names += (names.empty() ? "" : " and ") + rule_name(*rule);
  withhold(outcome, {names + " fire together, which the hit policy " + outcome.hit_policy +
                     " does not allow"});
}

}  // namespace

void conclude(const DecisionTable& table, const Context& scope, Outcome& outcome) {
  outcome.hit_policy = policy_name(table);
  Rules fired;
  for (const RuleOutcome& rule : outcome.rules) {
    if (rule.answer == Answer::yes) fired.push_back(&rule);
  }
  std::optional<Value> value;
  if (!fired.empty()) {
    value = combined(table, fired, outcome.exact);
    if (!value) return contradict(outcome, fired);
  } else {
    value = default_value(table, scope, outcome.by_default);
    const bool is_sum =
        table.hit_policy == HitPolicy::collect && table.aggregation == Aggregation::sum;
    // Nothing adds up to nothing; the standard leaves it open.
    if (is_sum && !outcome.by_default) value = Value(Decimal(0));
  }
  std::vector<std::string> errors;
  for (const RuleOutcome& rule : outcome.rules) {
    if (rule.answer != Answer::open || !could_change(table, rule, fired)) continue;
    add_all(outcome.missing, rule.missing);
    add_all(errors, rule.errors);
  }
  if (!errors.empty() && outcome.missing.empty()) return withhold(outcome, errors);
  if (!outcome.missing.empty()) {
    outcome.status = Status::undetermined;
    outcome.errors = errors;
    outcome.provisional = fired.empty() ? std::nullopt : value;
    outcome.by_default = false;
    outcome.value = Value(Null{outcome.missing, outcome.errors});
    return;
  }
  outcome.value = *value;
}

}  // namespace recoup
