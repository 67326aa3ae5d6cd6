// Decision tables as they are read.

#include <array>

#include "boxed_reader.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Result<HitPolicy> hit_policy_of(const Element& table) {
  constexpr std::array<std::pair<std::string_view, HitPolicy>, 8> policies = {
      {{"", HitPolicy::unique},
       {"UNIQUE", HitPolicy::unique},
       {"ANY", HitPolicy::any},
       {"FIRST", HitPolicy::first},
       {"PRIORITY", HitPolicy::priority},
       {"COLLECT", HitPolicy::collect},
       {"RULE ORDER", HitPolicy::rule_order},
       {"OUTPUT ORDER", HitPolicy::output_order}}};
  const std::string written = table.attribute("hitPolicy");
  for (const auto& [word, policy] : policies) {
    if (written == word) return policy;
  }
  return at_line({ErrorCode::malformed, quoted(written), "a hit policy such as UNIQUE", {}}, table);
}

Result<Aggregation> aggregation_of(const Element& table) {
  constexpr std::array<std::pair<std::string_view, Aggregation>, 5> aggregations = {
      {{"", Aggregation::none},
       {"SUM", Aggregation::sum},
       {"MIN", Aggregation::min},
       {"MAX", Aggregation::max},
       {"COUNT", Aggregation::count}}};
  const std::string written = table.attribute("aggregation");
  for (const auto& [word, aggregation] : aggregations) {
    if (written == word) return aggregation;
  }
  return at_line({ErrorCode::malformed, quoted(written), "SUM, MIN, MAX or COUNT", {}}, table);
}

Result<TableOutput> output_of(const Element& element, const ReadingPlace& place) {
  TableOutput output;
  output.name = normal_name(element.attribute("name"));
  if (const Element* fallback = element.child("defaultOutputEntry")) {
    RECOUP_TRY(expression, read_expression(*fallback, place));
    output.default_output = std::move(expression);
  }
  if (const Element* values = element.child("outputValues")) {
    auto list = Expression::parse("[" + values->child_text("text") + "]", place.scope);
    if (!list) return at_line(list.error(), *values);
    const Value ranked = list.value().evaluate({}).value;
    if (const auto* elements = ranked.as<Value::List>()) output.ranking = *elements;
  }
  return output;
}

Result<TableRule> rule_of(const Element& element, const DecisionTable& table,
                          const std::vector<std::string>& annotation_names,
                          const ReadingPlace& place) {
  TableRule rule;
  for (const Element* entry : element.children_named("inputEntry")) {
    const std::string text = entry->child_text("text");
    auto tests = UnaryTests::parse(text.empty() ? "-" : text, place.scope);
    if (!tests) return at_line(tests.error(), *entry);
    rule.tests.push_back(std::move(tests).value());
  }
  for (const Element* entry : element.children_named("outputEntry")) {
    RECOUP_TRY(expression, read_expression(*entry, place));
    rule.outputs.push_back(std::move(expression));
  }
  if (rule.tests.size() != table.inputs.size() || rule.outputs.size() != table.outputs.size()) {
    return at_line({ErrorCode::malformed,
                    std::to_string(rule.tests.size()) + " input and " +
                        std::to_string(rule.outputs.size()) + " output entries",
                    "one for each column of the table",
                    {}},
                   element);
  }
  const auto annotations = element.children_named("annotationEntry");
  RuleText text{element.attribute("id"), {}, {}};
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    text.annotations.push_back({i < annotation_names.size() ? annotation_names[i] : "",
                                annotations[i]->child_text("text")});
  }
  for (std::uint32_t i = 0; i < rule.tests.size(); ++i) {
    text.cells.push_back(
        {table.inputs[i].expression.text(), rule.tests[i].text(), rule.tests[i].bounds()});
    if (!rule.tests[i].is_any()) rule.telling.push_back(i);
  }
  rule.text = std::make_shared<const RuleText>(std::move(text));
  return rule;
}

}  // namespace

Result<Boxed> read_table(const Element& element, const ReadingPlace& place) {
  DecisionTable table;
  RECOUP_TRY(policy, hit_policy_of(element));
  RECOUP_TRY(aggregation, aggregation_of(element));
  table.hit_policy = policy;
  table.aggregation = aggregation;
  for (const Element* input : element.children_named("input")) {
    const Element* expression = input->child("inputExpression");
    if (expression == nullptr) {
      return at_line({ErrorCode::malformed, "a column", "an inputExpression in it", {}}, *input);
    }
    RECOUP_TRY(parsed, read_expression(*expression, place));
    table.inputs.push_back({std::move(parsed)});
  }
  for (const Element* output : element.children_named("output")) {
    RECOUP_TRY(read, output_of(*output, place));
    table.outputs.push_back(std::move(read));
  }
  if (table.outputs.empty()) {
    return at_line({ErrorCode::malformed, "a table without output", "an output", {}}, element);
  }
  std::vector<std::string> annotation_names;
  for (const Element* annotation : element.children_named("annotation")) {
    annotation_names.push_back(annotation->attribute("name"));
  }
  for (const Element* rule : element.children_named("rule")) {
    RECOUP_TRY(read, rule_of(*rule, table, annotation_names, place));
    table.rules.push_back(std::move(read));
  }
  return Boxed{.kind = Boxed::Kind::table, .table = std::move(table)};
}

}  // namespace recoup
