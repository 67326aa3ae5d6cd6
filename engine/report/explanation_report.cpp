#include "recoup/report/explanation_report.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

std::string_view status_text(Status status) {
  switch (status) {
    case Status::determined: return "determined";
    case Status::undetermined: return "undetermined";
    case Status::withheld: return "withheld";
  }
  return "";
}

std::string_view answer_text(Answer answer) {
  switch (answer) {
    case Answer::no: return "false";
    case Answer::yes: return "true";
    case Answer::open: return "undetermined";
  }
  return "";
}

std::string source_text(const Origin& origin) {
  std::string out = origin.document;
  if (origin.line > 0) out += " line " + std::to_string(origin.line);
  if (!origin.derivation.empty()) out += (out.empty() ? "" : "; ") + origin.derivation;
  return out;
}

std::string period_text(const DatedFigure& figure) {
  return iso_text(figure.from) + " " + (figure.to ? iso_text(*figure.to) : "-");
}

std::string figure_line(const DatedFigure& figure) {
  return figure.name + " " + text(figure.value) + " " + figure.unit + " " + period_text(figure) +
         " " + figure.authority + "\n";
}

Digest digest_of(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return sha256(all);
}

/// Truth values and nothing stand as they are; amounts and all else are texts.
void add_value(JsonWriter& json, const char* name, const Value& value) {
  json.name(name);
  if (value.is_null()) {
    json.null();
  } else if (const bool* truth = value.as<bool>()) {
    json.truth(*truth);
  } else {
    json.text(text(value));
  }
}

class RecordWriter {
 public:
  RecordWriter(JsonWriter& json, const ExplanationFrame& frame) : json_(json), frame_(frame) {}

  /// Writes the finding as C-`number`, and those that it depends on behind it.
  void write(const Finding& finding, int& next) {
    const int number = next++;
    json_.begin_object().member("conclusion", "C-" + std::to_string(number));
    json_.member("question", finding.question);
    if (!finding.about.empty()) json_.member("about", finding.about);
    add_value(json_, "value", finding.value);
    json_.member("status", status_text(finding.status));
    if (finding.provisional) add_value(json_, "provisional", *finding.provisional);
    json_.member("decision", finding.decision).member("hit_policy", finding.hit_policy);
    json_.name("by_default").truth(finding.by_default);
    add_rules(finding);
    json_.members("missing", finding.missing).members("errors", finding.errors);
    add_parameters(finding);
    add_facts(finding);
    json_.name("arithmetic").begin_object().name("exact").truth(finding.exact);
    json_.members("roundings", frame_.roundings).end_object();
    std::vector<std::string> depends;
    int below = next;
    for (const Finding& one : finding.depends_on) {
      depends.push_back("C-" + std::to_string(below));
      below += count(one);
    }
    json_.members("depends_on", depends);
    add_identity(finding);
    json_.end_object();
    for (const Finding& one : finding.depends_on) write(one, next);
  }

 private:
  static int count(const Finding& finding) {
    int all = 1;
    for (const Finding& one : finding.depends_on) all += count(one);
    return all;
  }

  void add_rules(const Finding& finding) {
    json_.name("fired").begin_array();
    for (const FindingRule& rule : finding.fired) {
      begin_rule(rule);
      json_.member("reason", rule.reason);
      add_value(json_, "output", rule.output);
      add_cells(rule);
      json_.end_object();
    }
    json_.end_array().name("not_fired").begin_array();
    for (const FindingRule& rule : finding.not_fired) {
      begin_rule(rule);
      json_.member("first_false", rule.cells.empty() ? "" : rule.cells.back().input);
      add_cells(rule);
      json_.end_object();
    }
    json_.end_array().name("undetermined").begin_array();
    for (const FindingRule& rule : finding.open) {
      begin_rule(rule);
      json_.members("missing", rule.missing).members("errors", rule.errors);
      add_cells(rule);
      json_.end_object();
    }
    json_.end_array();
  }

  void begin_rule(const FindingRule& rule) {
    json_.begin_object().member("rule", rule.rule).name("row").integer(rule.row);
    json_.members("authority", rule.authority);
  }

  void add_cells(const FindingRule& rule) {
    json_.name("cells").begin_array();
    for (const FindingCell& cell : rule.cells) {
      json_.begin_object().member("input", cell.input).member("value", cell.value);
      json_.member("test", cell.test).name("bounds").begin_array();
      for (const Bound& bound : cell.bounds) {
        json_.begin_object().member("name", bound.name).member("value", bound.value).end_object();
      }
      json_.end_array().member("result", answer_text(cell.answer)).end_object();
    }
    json_.end_array();
  }

  void add_parameters(const Finding& finding) {
    json_.name("parameters").begin_array();
    for (const DatedFigure& figure : finding.parameters) {
      json_.begin_object().member("name", figure.name).member("value", text(figure.value));
      json_.member("unit", figure.unit);
      json_.member("at", finding.governing_date ? iso_text(*finding.governing_date) : "");
      json_.member("from", iso_text(figure.from));
      json_.name("to");
      figure.to ? json_.text(iso_text(*figure.to)) : json_.null();
      json_.member("authority", figure.authority).member("verified_by", figure.verified_by);
      json_.member("row", figure.document + ":" + std::to_string(figure.line));
      json_.member("row_sha256", sha256(figure_line(figure)).text()).end_object();
    }
    json_.end_array();
  }

  void add_facts(const Finding& finding) {
    json_.name("facts").begin_array();
    for (const Fact& fact : finding.facts) {
      json_.begin_object().member("name", fact.name);
      add_value(json_, "value", fact.value);
      json_.member("unit", fact.unit).member("source", source_text(fact.origin));
      if (!fact.origin.author.empty()) {
        json_.name("finding_of_a_person").begin_object().member("author", fact.origin.author);
        json_.member("on", fact.origin.found_on)
            .member("reasons", fact.origin.reasons)
            .end_object();
      }
      json_.end_object();
    }
    json_.end_array();
  }

  void add_identity(const Finding& finding) {
    json_.name("pack").begin_object().member("id", finding.pack_id);
    json_.member("version", finding.pack_version).member("sha256", finding.pack_digest.text());
    json_.member("signatures", frame_.signatures).end_object();
    json_.member("parameters_sha256", parameters_digest(finding).text());
    json_.member("facts_sha256", facts_digest(finding).text());
    json_.name("engine").begin_object().member("version", frame_.program_version);
    json_.member("build_sha256", frame_.program_sha256);
    json_.member("tck", text(kit_score)).end_object();
  }

  JsonWriter& json_;
  const ExplanationFrame& frame_;
};

/// Sentences on facts that persons found, which the rules' own sentences do not tell.
std::string persons_text(const Finding& finding) {
  std::string out;
  for (const Fact& fact : finding.facts) {
    if (fact.origin.author.empty()) continue;
    out += "   Found by a person: " + printable(fact.name) + " is " +
           printable(shown(fact.value, fact.unit)) + ", " + printable(fact.origin.author);
    if (!fact.origin.found_on.empty()) out += ", " + printable(fact.origin.found_on);
    if (!fact.origin.reasons.empty()) out += ", because " + printable(fact.origin.reasons);
    out += ".\n";
  }
  return out;
}

void add_text(const Finding& finding, int& next, std::string& out) {
  out += "C-" + std::to_string(next++) + "\n";
  for (const std::string& line : sentences(finding)) out += printable(line) + "\n";
  out += persons_text(finding) + "\n";
  for (const Finding& one : finding.depends_on) add_text(one, next, out);
}

}  // namespace

Digest facts_digest(const Finding& finding) {
  std::vector<std::string> lines;
  for (const Fact& fact : finding.facts) {
    const Origin& origin = fact.origin;
    lines.push_back(fact.name + " " + text(fact.value) + " " + fact.unit + " " +
                    source_text(origin) + " " + origin.author + " " + origin.found_on + " " +
                    origin.reasons + "\n");
  }
  return digest_of(std::move(lines));
}

Digest parameters_digest(const Finding& finding) {
  std::vector<std::string> lines;
  for (const DatedFigure& figure : finding.parameters) lines.push_back(figure_line(figure));
  return digest_of(std::move(lines));
}

std::string explanation_json(const Finding& finding, const ExplanationFrame& frame) {
  JsonWriter json;
  json.begin_object();
  if (frame.is_draft) json.member("marking", "DRAFT");
  json.name("draft").truth(frame.is_draft).name("conclusions").begin_array();
  int next = 1;
  RecordWriter(json, frame).write(finding, next);
  json.end_array().members("sentences", sentences(finding));
  json.members("facts_not_asked_for", frame.unasked).end_object();
  return json.take();
}

std::string explanation_text(const Finding& finding, const ExplanationFrame& frame) {
  std::string out = frame.is_draft ? "DRAFT\n\n" : "";
  int next = 1;
  add_text(finding, next, out);
  out += "Pack " + finding.pack_id + ": " + frame.signatures + ".\nFacts SHA-256 " +
         facts_digest(finding).text() + ", figures SHA-256 " + parameters_digest(finding).text() +
         ".\nrecoup " + frame.program_version + ", SHA-256 " + frame.program_sha256 + ".\n";
  for (const std::string& name : frame.unasked) {
    out += "Stated, and not asked for by this decision: " + printable(name) + ".\n";
  }
  return out + (frame.is_draft ? "\nDRAFT\n" : "");
}

}  // namespace recoup
