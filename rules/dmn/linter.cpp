#include "recoup/dmn/linter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Kind = OutlineName::Kind;

constexpr std::array<std::pair<SyntaxTrait, LintCode>, 9> codes = {
    {{SyntaxTrait::literal_number, LintCode::literal_threshold},
     {SyntaxTrait::literal_time, LintCode::literal_threshold},
     {SyntaxTrait::own_function, LintCode::custom_function},
     {SyntaxTrait::clock, LintCode::clock},
     {SyntaxTrait::time_equality, LintCode::time_equality},
     {SyntaxTrait::duration_arithmetic, LintCode::duration_arithmetic},
     {SyntaxTrait::uncertain_condition, LintCode::uncertain_condition},
     {SyntaxTrait::unrounded_division, LintCode::unrounded_division},
     {SyntaxTrait::foreign_pattern, LintCode::pattern}}};

LintCode code_of(SyntaxTrait trait) {
  for (const auto& [one, code] : codes) {
    if (one == trait) return code;
  }
  return LintCode::unreadable;
}

std::string_view expected_for(LintCode code) {
  switch (code) {
    case LintCode::literal_threshold:
      return "a parameter of the pack: a table holds no figure and no day itself";
    case LintCode::custom_function: return "functions of FEEL, and knowledge that the model names";
    case LintCode::clock: return "a fact: the day of the run decides nothing";
    case LintCode::time_equality: return "the order of the events as a fact";
    case LintCode::duration_arithmetic:
      return "a piece of knowledge called \"period ...\", with its authority and tests";
    case LintCode::uncertain_condition:
      return "a decision table: `if` takes the other branch where a fact is missing";
    case LintCode::unrounded_division: return "a rounding function around the division";
    case LintCode::pattern: return "a written pattern that RE2 reads, with the flags i, m and s";
    default: return "";
  }
}

class ModelLinter {
 public:
  ModelLinter(const std::string& document, const ModelOutline& outline, const LintBasis& basis)
      : document_(document), outline_(outline), basis_(basis) {}

  std::vector<LintRemark> run() {
    if (outline_.version != "20191111") {
      add(LintCode::newer_element, 1, "", "DMN of " + outline_.version,
          "DMN 1.3 (20191111), which every editor reads");
    }
    for (const OutlineText& extension : outline_.extensions) {
      add(LintCode::newer_element, extension.line, "", quoted(extension.text) + " of a vendor",
          "elements of the standard alone");
    }
    for (const OutlineName& name : outline_.names) check_name(name);
    for (const OutlineElement& element : outline_.elements) check_element(element);
    return std::move(remarks_);
  }

 private:
  void add(LintCode code, std::uint64_t line, const std::string& rule, std::string found,
           std::string expected) {
    remarks_.push_back({code, document_, line, rule, std::move(found), std::move(expected)});
  }

  void check_name(const OutlineName& name) {
    if (const std::string fault = name_fault(name.name); !fault.empty()) {
      add(LintCode::name, name.line, name.name, quoted(name.name) + ": " + fault,
          "words of letters and digits, a letter first, and no word of FEEL");
    }
    if (name.kind == Kind::input && !basis_.known.contains(name.name)) {
      add(LintCode::undefined_input, name.line, name.name, quoted(name.name),
          "an entry of the pack's facts.csv, or a parameter");
    }
  }

  /// What is known of a name that an element needs.
  NameUse use_of(const std::string& name) {
    NameUse use;
    const auto known = basis_.known.find(name);
    if (known != basis_.known.end()) use = known->second;
    for (const OutlineName& one : outline_.names) {
      if (one.name != name) continue;
      if (use.type.empty()) use.type = one.type;
      use.is_function = one.kind == Kind::knowledge;
      if (one.kind == Kind::decision) use.may_be_missing = any_need_may_be_missing(name);
    }
    return use;
  }

  /// A decision is as uncertain as what it needs. Requirements that run in a circle end here.
  bool any_need_may_be_missing(const std::string& decision) {
    const OutlineElement* element = outline_.find(decision);
    if (element == nullptr || depth_ > 50) return true;
    ++depth_;
    const bool any =
        std::any_of(element->needs.begin(), element->needs.end(), [&](const std::string& need) {
          const NameUse use = use_of(need);
          return !use.is_function && use.may_be_missing;
        });
    --depth_;
    return any;
  }

  NameUses scope_of(const OutlineElement& element) {
    NameUses scope;
    for (const std::string& need : element.needs) scope[need] = use_of(need);
    for (const std::string& parameter : element.parameters) scope[parameter];
    return scope;
  }

  void check_element(const OutlineElement& element) {
    const NameUses scope = scope_of(element);
    for (const OutlineText& box : element.newer) {
      add(LintCode::newer_element, box.line, element.name.name, "a boxed " + quoted(box.text),
          "the boxed expressions of DMN 1.3");
    }
    for (const OutlineText& kind : element.foreign) {
      add(LintCode::custom_function, kind.line, element.name.name,
          "a function of the kind " + quoted(kind.text), "a function written in FEEL");
    }
    for (const OutlineExpression& expression : element.expressions) {
      if (!element.foreign.empty()) break;
      NameUses inner = scope;
      for (const std::string& local : expression.locals) inner[local];
      check(expression.text, expression_syntax(expression.text.text, inner), element,
            element.name.name, inner);
    }
    for (const OutlineTable& table : element.tables) check_table(element, table, scope);
  }

  void check(const OutlineText& where, const Result<Syntax>& syntax, const OutlineElement& element,
             const std::string& rule, const NameUses& scope) {
    if (!syntax) {
      add(LintCode::unreadable, where.line, rule,
          quoted(where.text) + ": found " + syntax.error().found, syntax.error().expected);
      return;
    }
    for (const std::string& name : syntax.value().mentions) {
      if (scope.contains(name)) continue;
      add(LintCode::undefined_input, where.line, rule, quoted(name) + " in " + quoted(where.text),
          "a variable that the element requires");
    }
    const bool period =
        element.name.kind == Kind::knowledge && element.name.name.starts_with("period ");
    for (const SyntaxRemark& remark : syntax.value().remarks) {
      const LintCode code = code_of(remark.trait);
      if (code == LintCode::duration_arithmetic && period) continue;
      add(code, where.line, rule, quoted(remark.found), std::string(expected_for(code)));
    }
  }

  void check_table(const OutlineElement& element, const OutlineTable& table, NameUses scope) {
    for (const OutlineColumn& input : table.inputs) {
      check(input.expression, expression_syntax(input.expression.text, scope), element,
            element.name.name, scope);
    }
    for (const OutlineColumn& output : table.outputs) {
      if (output.otherwise.text.empty()) continue;
      check(output.otherwise, expression_syntax(output.otherwise.text, scope), element,
            element.name.name, scope);
    }
    for (const OutlineRule& rule : table.rules) check_rule(element, table, rule, scope);
    for (LintRemark& remark : table_coverage(table, scope, basis_.periods)) {
      remark.file = document_;
      if (remark.rule.empty()) remark.rule = element.name.name;
      remarks_.push_back(std::move(remark));
    }
  }

  void check_rule(const OutlineElement& element, const OutlineTable& table, const OutlineRule& rule,
                  NameUses& scope) {
    const std::string name = rule.id.empty() ? element.name.name : rule.id;
    if (rule.id.empty()) {
      add(LintCode::row_without_test, rule.line, name, "a rule without an id",
          "an id, by which tests and findings name the rule");
    }
    check_annotations(rule, name);
    for (std::size_t i = 0; i < rule.tests.size(); ++i) {
      if (i < table.inputs.size()) scope["?"] = input_use(table.inputs[i], scope);
      check(rule.tests[i], tests_syntax(rule.tests[i].text, scope), element, name, scope);
      scope.erase("?");
    }
    for (const OutlineText& output : rule.outputs) {
      check(output, expression_syntax(output.text, scope), element, name, scope);
    }
  }

  void check_annotations(const OutlineRule& rule, const std::string& name) {
    const std::string authority = rule.annotation("authority");
    if (authority.empty()) {
      add(LintCode::row_without_authority, rule.line, name, "no authority",
          "an annotation \"authority\" that names section and subsection");
    }
    const std::string mirror = authority + ": " + rule.annotation("reason");
    if (!authority.empty() && rule.description.text != mirror) {
      add(LintCode::annotation, rule.line, name, quoted(rule.description.text, 200),
          "the description \"AUTHORITY: REASON\" as the annotations have them");
    }
  }

  static NameUse input_use(const OutlineColumn& input, const NameUses& scope) {
    const auto found = scope.find(normal_name(input.expression.text));
    if (found != scope.end()) return found->second;
    NameUse use;
    use.type = input.type;
    return use;
  }

  const std::string& document_;
  const ModelOutline& outline_;
  const LintBasis& basis_;
  std::vector<LintRemark> remarks_;
  int depth_ = 0;
};

}  // namespace

std::string_view lint_code_text(LintCode code) {
  switch (code) {
    case LintCode::unreadable: return "unreadable";
    case LintCode::row_without_authority: return "row-without-authority";
    case LintCode::row_without_test: return "row-without-test";
    case LintCode::authority_without_law: return "authority-without-law";
    case LintCode::literal_threshold: return "literal-threshold";
    case LintCode::name: return "name";
    case LintCode::custom_function: return "custom-function";
    case LintCode::clock: return "clock";
    case LintCode::time_equality: return "time-equality";
    case LintCode::duration_arithmetic: return "duration-arithmetic";
    case LintCode::uncertain_condition: return "uncertain-condition";
    case LintCode::unrounded_division: return "unrounded-division";
    case LintCode::overlap: return "overlap";
    case LintCode::gap: return "gap";
    case LintCode::undefined_input: return "undefined-input";
    case LintCode::annotation: return "annotation";
    case LintCode::newer_element: return "newer-element";
    case LintCode::pattern: return "pattern";
    case LintCode::failed_test: return "failed-test";
    case LintCode::not_analysed: return "not-analysed";
  }
  return "";
}

std::vector<LintRemark> lint_model(const std::string& document, std::string_view bytes,
                                   const LintBasis& basis) {
  const auto outline = outline_model(document, bytes);
  if (!outline) {
    const Error& error = outline.error();
    return {{LintCode::unreadable, document, error.place.line, "", error.found, error.expected}};
  }
  return ModelLinter(document, outline.value(), basis).run();
}

}  // namespace recoup
