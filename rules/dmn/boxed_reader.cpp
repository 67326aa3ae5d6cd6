#include "boxed_reader.hpp"

#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Names = std::vector<std::string>;

Error at_line(Error error, const Element& element) {
  error.place.line = element.line;
  return error;
}

Result<Expression> expression_in(const Element& element, const Names& names) {
  auto expression = Expression::parse(element.child_text("text"), names);
  if (!expression) return at_line(expression.error(), element);
  return expression;
}

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

Result<TableOutput> output_of(const Element& element, const Names& names) {
  TableOutput output;
  output.name = normal_name(element.attribute("name"));
  if (const Element* fallback = element.child("defaultOutputEntry")) {
    RECOUP_TRY(expression, expression_in(*fallback, names));
    output.default_output = std::move(expression);
  }
  if (const Element* values = element.child("outputValues")) {
    auto list = Expression::parse("[" + values->child_text("text") + "]", names);
    if (!list) return at_line(list.error(), *values);
    const Value ranked = list.value().evaluate({}).value;
    if (const auto* elements = ranked.as<Value::List>()) output.ranking = *elements;
  }
  return output;
}

Result<TableRule> rule_of(const Element& element, const DecisionTable& table,
                          const Names& annotation_names, const Names& names) {
  TableRule rule;
  rule.id = element.attribute("id");
  for (const Element* entry : element.children_named("inputEntry")) {
    const std::string text = entry->child_text("text");
    auto tests = UnaryTests::parse(text.empty() ? "-" : text, names);
    if (!tests) return at_line(tests.error(), *entry);
    rule.tests.push_back(std::move(tests).value());
  }
  for (const Element* entry : element.children_named("outputEntry")) {
    RECOUP_TRY(expression, expression_in(*entry, names));
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
  for (std::size_t i = 0; i < annotations.size(); ++i) {
    rule.annotations.push_back({i < annotation_names.size() ? annotation_names[i] : "",
                                annotations[i]->child_text("text")});
  }
  return rule;
}

Result<Boxed> table_of(const Element& element, const Names& names) {
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
    RECOUP_TRY(parsed, expression_in(*expression, names));
    table.inputs.push_back({std::move(parsed)});
  }
  for (const Element* output : element.children_named("output")) {
    RECOUP_TRY(read, output_of(*output, names));
    table.outputs.push_back(std::move(read));
  }
  if (table.outputs.empty()) {
    return at_line({ErrorCode::malformed, "a table without output", "an output", {}}, element);
  }
  Names annotation_names;
  for (const Element* annotation : element.children_named("annotation")) {
    annotation_names.push_back(annotation->attribute("name"));
  }
  for (const Element* rule : element.children_named("rule")) {
    RECOUP_TRY(read, rule_of(*rule, table, annotation_names, names));
    table.rules.push_back(std::move(read));
  }
  return Boxed{.kind = Boxed::Kind::table, .table = std::move(table)};
}

Result<Boxed> context_of(const Element& element, Names names) {
  Boxed context{.kind = Boxed::Kind::context};
  for (const Element* entry : element.children_named("contextEntry")) {
    const Element* variable = entry->child("variable");
    const std::string name = variable == nullptr ? "" : normal_name(variable->attribute("name"));
    RECOUP_TRY(part, read_boxed(*entry, names));
    context.parts.push_back(std::move(part));
    context.names.push_back(name);
    if (!name.empty()) names.push_back(name);
  }
  return context;
}

Result<Boxed> parts_of(const Element& element, Boxed::Kind kind, const Names& names) {
  Boxed boxed{.kind = kind};
  for (const Element& child : element.children) {
    // Each child is an expression itself: it is read as the only child of something.
    Element holder;
    holder.children.push_back(child);
    RECOUP_TRY(part, read_boxed(holder, names));
    if (part.kind != Boxed::Kind::none) boxed.parts.push_back(std::move(part));
  }
  return boxed;
}

Result<Boxed> relation_of(const Element& element, const Names& names) {
  Boxed relation{.kind = Boxed::Kind::relation};
  for (const Element* column : element.children_named("column")) {
    relation.names.push_back(normal_name(column->attribute("name")));
  }
  for (const Element* row : element.children_named("row")) {
    RECOUP_TRY(cells, parts_of(*row, Boxed::Kind::list, names));
    if (cells.parts.size() != relation.names.size()) {
      return at_line({ErrorCode::malformed, "a row", "one cell for each column", {}}, *row);
    }
    for (Boxed& cell : cells.parts) relation.parts.push_back(std::move(cell));
  }
  return relation;
}

Result<Boxed> invocation_of(const Element& element, const Names& names) {
  Boxed invocation{.kind = Boxed::Kind::invocation};
  const Element* called = element.child("literalExpression");
  if (called == nullptr) {
    return at_line({ErrorCode::malformed, "an invocation", "what it calls", {}}, element);
  }
  RECOUP_TRY(expression, expression_in(*called, names));
  invocation.expression = std::move(expression);
  for (const Element* binding : element.children_named("binding")) {
    const Element* parameter = binding->child("parameter");
    RECOUP_TRY(part, read_boxed(*binding, names));
    invocation.names.push_back(parameter == nullptr ? ""
                                                    : normal_name(parameter->attribute("name")));
    invocation.parts.push_back(std::move(part));
  }
  return invocation;
}

}  // namespace

Result<Boxed> read_function(const Element& element, std::vector<std::string> names) {
  Boxed function{.kind = Boxed::Kind::function};
  const std::string kind = element.attribute("kind");
  if (!kind.empty() && kind != "FEEL") {
    return at_line({ErrorCode::malformed, quoted(kind), "a function written in FEEL", {}}, element);
  }
  for (const Element* parameter : element.children_named("formalParameter")) {
    function.names.push_back(normal_name(parameter->attribute("name")));
    names.push_back(function.names.back());
  }
  RECOUP_TRY(body, read_boxed(element, names));
  function.parts.push_back(std::move(body));
  return function;
}

// The depth of a model is bounded by that of its XML.
Result<Boxed> read_boxed(const Element& parent, const std::vector<std::string>& names) {
  for (const Element& element : parent.children) {
    if (element.name == "literalExpression") {
      if (element.child_text("text").empty()) return Boxed{};
      RECOUP_TRY(expression, expression_in(element, names));
      return Boxed{.kind = Boxed::Kind::literal, .expression = std::move(expression)};
    }
    if (element.name == "decisionTable") return table_of(element, names);
    if (element.name == "context") return context_of(element, names);
    if (element.name == "list") return parts_of(element, Boxed::Kind::list, names);
    if (element.name == "relation") return relation_of(element, names);
    if (element.name == "invocation") return invocation_of(element, names);
    if (element.name == "functionDefinition") return read_function(element, names);
    for (const std::string_view unknown : {"conditional", "filter", "for", "some", "every"}) {
      if (element.name == unknown) {
        return at_line(
            {ErrorCode::malformed, quoted(element.name), "a boxed expression of DMN 1.3", {}},
            element);
      }
    }
  }
  return Boxed{};
}

}  // namespace recoup
