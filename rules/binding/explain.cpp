#include "explain.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A name of the tables with its value and unit, from wherever the finding has it.
std::string figure(const Finding& finding, std::string_view name) {
  for (const Fact& fact : finding.facts) {
    if (fact.name == name) return shown(fact.value, fact.unit);
  }
  for (const DatedFigure& parameter : finding.parameters) {
    if (table_name(parameter.name) == name) return shown(parameter.value, parameter.unit);
  }
  for (const Finding& other : finding.depends_on) {
    if (other.decision == name) return shown(other.value, "");
  }
  return "not known (" + std::string(name) + ")";
}

std::string unit_of(const Finding& finding, std::string_view name) {
  for (const Fact& fact : finding.facts) {
    if (fact.name == name) return fact.unit;
  }
  return "";
}

/// The sentence with every "{name}" replaced by its figure.
std::string filled(const Finding& finding, std::string_view sentence) {
  std::string out;
  while (true) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = sentence.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    out += sentence.substr(0, open);
    out += figure(finding, sentence.substr(open + 1, close - open - 1));
    sentence.remove_prefix(close + 1);
  }
  return out + std::string(sentence);
}

FindingCell cell_of(const CellText& text, const Value& value, Answer answer,
                    const Finding& finding) {
  FindingCell shown_cell{
      text.input, shown(value, unit_of(finding, text.input)), text.test, {}, answer};
  for (const std::string& name : text.mentioned) {
    shown_cell.bounds.push_back({name, figure(finding, name)});
  }
  return shown_cell;
}

FindingRule rule_of(const RuleOutcome& outcome, const std::vector<Value>& inputs,
                    const Finding& finding) {
  FindingRule rule;
  rule.rule = outcome.id();
  rule.row = outcome.row;
  rule.output = outcome.output;
  rule.missing = outcome.missing;
  rule.errors = outcome.errors;
  for (const Annotation& annotation : outcome.text->annotations) {
    if (annotation.name == "reason") rule.reason = filled(finding, annotation.text);
    if (annotation.name == "action") rule.action = filled(finding, annotation.text);
    if (annotation.name != "authority") continue;
    for (const std::string_view authority : split(annotation.text, ';')) {
      rule.authority.emplace_back(trimmed(authority));
    }
  }
  for (const CellOutcome& cell : outcome.cells) {
    if (outcome.answer == Answer::no && cell.answer != Answer::no) continue;
    rule.cells.push_back(
        cell_of(outcome.text->cells[cell.column], inputs[cell.column], cell.answer, finding));
    if (outcome.answer == Answer::no) break;
  }
  return rule;
}

std::string list_of(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::string authority_text(const FindingRule& rule) {
  return rule.authority.empty() ? "" : " [" + list_of(rule.authority) + "]";
}

std::string conclusion(const Finding& finding) {
  std::string out = finding.question;
  if (!finding.about.empty()) out += " (" + finding.about + ")";
  out += ": ";
  switch (finding.status) {
    case Status::determined:
      return out + shown(finding.value, "") +
             (finding.fired.empty() && !finding.hit_policy.empty() ? ", because no rule applies."
                                                                   : ".");
    case Status::undetermined:
      out += "not determined; to be obtained: " + list_of(finding.missing) + ".";
      if (finding.provisional) {
        out += " From what is known so far: " + shown(*finding.provisional, "") + ".";
      }
      return out;
    case Status::withheld: break;
  }
  return out + "withheld, because " + list_of(finding.errors) + ".";
}

std::string not_fired_text(const FindingRule& rule) {
  std::string out = "Rule " + rule.rule + " does not apply";
  if (!rule.cells.empty()) {
    const FindingCell& cell = rule.cells.back();
    out += ": " + cell.input + " is " + cell.value + ", and the rule asks for " + cell.test;
    for (const Bound& bound : cell.bounds) out += " (" + bound.name + " is " + bound.value + ")";
  }
  return out + "." + authority_text(rule);
}

std::string parameter_text(const DatedFigure& parameter) {
  std::string out = "Figure of the law: " + table_name(parameter.name) + " is " +
                    shown(parameter.value, parameter.unit) + " from " + long_text(parameter.from);
  if (parameter.to) out += " to " + long_text(*parameter.to);
  return out + " [" + parameter.authority + "].";
}

}  // namespace

void explain(const Outcome& outcome, Finding& finding) {
  finding.question = outcome.question.empty() ? outcome.decision : outcome.question;
  finding.decision = outcome.decision;
  finding.hit_policy = outcome.hit_policy;
  finding.status = outcome.status;
  finding.value = outcome.value;
  finding.provisional = outcome.provisional;
  finding.by_default = outcome.by_default;
  finding.missing = outcome.missing;
  finding.errors = outcome.errors;
  finding.exact = outcome.exact;
  for (const Outcome& other : outcome.depends_on) {
    Finding before;
    before.facts = finding.facts;
    before.parameters = finding.parameters;
    before.governing_date = finding.governing_date;
    before.pack_id = finding.pack_id;
    before.pack_version = finding.pack_version;
    before.pack_digest = finding.pack_digest;
    before.depends_on = finding.depends_on;
    explain(other, before);
    before.depends_on.clear();
    finding.depends_on.push_back(std::move(before));
  }
  for (const RuleOutcome& rule : outcome.rules) {
    auto& list = rule.answer == Answer::yes  ? finding.fired
                 : rule.answer == Answer::no ? finding.not_fired
                                             : finding.open;
    list.push_back(rule_of(rule, outcome.inputs, finding));
  }
}

std::vector<std::string> sentences(const Finding& finding) {
  std::vector<std::string> lines{conclusion(finding)};
  for (const FindingRule& rule : finding.fired) {
    lines.push_back((rule.reason.empty() ? "Rule " + rule.rule + " applies." : rule.reason) +
                    authority_text(rule));
  }
  for (const FindingRule& rule : finding.open) {
    lines.push_back("Rule " + rule.rule + " is open until this is known: " +
                    list_of(rule.missing.empty() ? rule.errors : rule.missing) + "." +
                    authority_text(rule));
  }
  for (const FindingRule& rule : finding.not_fired) lines.push_back(not_fired_text(rule));
  for (const DatedFigure& parameter : finding.parameters)
    lines.push_back(parameter_text(parameter));
  lines.push_back("Rules: pack " + finding.pack_id + " " + finding.pack_version + ", SHA-256 " +
                  finding.pack_digest.text() + ".");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].insert(0, std::to_string(i + 1) + ". ");
  }
  return lines;
}

}  // namespace recoup
