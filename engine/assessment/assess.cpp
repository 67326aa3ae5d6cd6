#include <utility>

#include "recoup/assessment/assessment.hpp"
#include "recoup/base/text.hpp"
#include "scenario.hpp"
#include "steps.hpp"

namespace recoup {
namespace {

using Answer = LifestyleOutcome::Answer;

/// Why Part 2 does not reach the case; empty where it does.
Result<std::string> out_of_scope(const AssessmentFacts& facts, Date as_at,
                                 const Part2Rules& rules) {
  const auto first = rules.offences_from(as_at);
  if (!first && first.error().code != ErrorCode::not_found) return first.error();
  if (!first) return "no row of the rules covers " + iso_text(as_at);
  for (const Offence& offence : facts.offences) {
    if (!offence.from || offence.from->value >= first.value().value) continue;
    return "offence " + offence.id + " is stated to begin on " + long_text(offence.from->value) +
           ", before " + long_text(first.value().value) +
           "; earlier Acts apply to it and are not assessed here";
  }
  return std::string();
}

}  // namespace

Result<Assessment> assess(const AssessmentFacts& facts, const AssessmentQuestion& question,
                          const Part2Rules& rules) {
  Assessment assessment;
  assessment.case_id = facts.case_id;
  assessment.notes = facts.notes;
  assessment.notes.emplace_back(
      "Where no index is stated no change in the value of money has been applied.");
  RECOUP_TRY(refused, out_of_scope(facts, question.as_at, rules));
  if (!refused.empty()) {
    assessment.refused = std::move(refused);
    return assessment;
  }
  const Answer answer = question.lifestyle.answer;
  for (const bool lifestyle : {true, false}) {
    if (answer != Answer::undetermined && lifestyle != (answer == Answer::yes)) continue;
    RECOUP_TRY(scenario, assess_scenario(facts, question, rules, lifestyle));
    assessment.scenarios.push_back(std::move(scenario));
  }
  if (auto written = write_steps(facts, question, rules, assessment); !written) {
    return written.error();
  }
  return assessment;
}

}  // namespace recoup
