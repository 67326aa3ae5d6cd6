#include <algorithm>

#include "matter_steps.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool begins_with(const HumanFinding& finding, std::string_view word) {
  const std::string answer = ascii_lower(trimmed(finding.answer));
  if (answer == word) return true;
  return answer.starts_with(word) && (answer[word.size()] == ',' || answer[word.size()] == ';');
}

/// What a finding is about: as it says, or by a word of its question where it does not say.
FindingMatter matter_of(const HumanFinding& finding) {
  if (finding.matter != FindingMatter::none) return finding.matter;
  const std::string question = ascii_lower(finding.question);
  if (question.find("proportion") != std::string::npos) return FindingMatter::proportionality;
  if (question.find("victim") != std::string::npos) return FindingMatter::victim_claim;
  return FindingMatter::none;
}

const char* authority_of(FindingMatter matter) {
  switch (matter) {
    case FindingMatter::proportionality: return "POCA 2002 s.6(5)";
    case FindingMatter::victim_claim: return "POCA 2002 s.6(6)";
    case FindingMatter::hidden_assets: return "POCA 2002 s.7(2)";
    case FindingMatter::injustice: return "POCA 2002 s.10(6)";
    case FindingMatter::undervalue: return "POCA 2002 s.78(1)";
    case FindingMatter::new_evidence: return "POCA 2002 ss.19-21";
    case FindingMatter::exchange_rates: return "POCA 2002 s.24(1)(c)";
    case FindingMatter::nothing_recoverable: return "POCA 2002 s.25A";
    default: return "finding of a person";
  }
}

void quote(StepList& steps, const HumanFinding& finding) {
  const FindingMatter matter = matter_of(finding);
  std::string sentence = (finding.author.empty() ? "A person" : finding.author) + " recorded";
  if (finding.date) sentence += " on " + long_text(finding.date->value);
  sentence +=
      ": " + recoup::quoted(finding.question, 400) + " - " + recoup::quoted(finding.answer, 400);
  if (!finding.reasons.empty()) sentence += ", because " + recoup::quoted(finding.reasons, 1000);
  Step& step = steps.add(sentence + ".", authority_of(matter));
  step.citations.push_back(finding.entry);
  if (finding.author.empty()) steps.want(step, {"findings/" + finding.id + ": its author"});
  if (finding.answer.empty()) steps.want(step, {"findings/" + finding.id + ": its answer"});
  if (finding.matter != FindingMatter::none || matter == FindingMatter::none) return;
  steps.note("Finding " + finding.id +
             " names no matter; by a word of its question it is read as "
             "one on \"" +
             std::string(text(matter)) + "\". Say so in the field \"matter\".");
}

/// Quotes the findings on a matter. Whether one of them closes it.
bool quote_all(StepList& steps, const AssessmentFacts& facts, FindingMatter matter) {
  bool closed = false;
  for (const HumanFinding& finding : facts.findings) {
    if (matter_of(finding) != matter) continue;
    quote(steps, finding);
    closed = closed || is_closed(finding);
  }
  return closed;
}

}  // namespace

bool says_yes(const HumanFinding& finding) { return begins_with(finding, "yes"); }

bool is_closed(const HumanFinding& finding) {
  return says_yes(finding) || begins_with(finding, "no");
}

const HumanFinding* find_closed(const std::vector<HumanFinding>& findings, FindingMatter matter,
                                std::string_view id) {
  const HumanFinding* found = nullptr;
  for (const HumanFinding& finding : findings) {
    if (finding.matter != matter || !is_closed(finding)) continue;
    if (finding.about == id) return &finding;
    if (finding.about.empty() && found == nullptr) found = &finding;
  }
  return found;
}

std::string finder(const HumanFinding& finding) {
  return (finding.author.empty() ? "a person" : finding.author) +
         (finding.date ? " on " + long_text(finding.date->value) : "");
}

void write_findings(StepList& steps, const AssessmentFacts& facts) {
  if (!quote_all(steps, facts, FindingMatter::proportionality)) {
    steps.want(steps.add(facts.proportionality.empty()
                             ? "Whether the order would be disproportionate is for a person to "
                               "find; nothing is computed."
                             : "Whether the order would be disproportionate is for a person to "
                               "find; the figures of the arguments decide nothing.",
                         "POCA 2002 s.6(5); R v Waya [2012] UKSC 51"),
               {"findings: on proportionality"});
  }
  if (!quote_all(steps, facts, FindingMatter::victim_claim)) {
    steps.want(steps.add("Whether a victim has started or intends a claim, which turns the duty "
                         "into a power, is for a person to find.",
                         "POCA 2002 ss.6(6), 7(3)"),
               {"findings: on claims of victims"});
  }
  for (const HumanFinding& finding : facts.findings) {
    const FindingMatter matter = matter_of(finding);
    const bool quoted_above =
        matter == FindingMatter::proportionality || matter == FindingMatter::victim_claim;
    if (!quoted_above) quote(steps, finding);
  }
}

}  // namespace recoup
