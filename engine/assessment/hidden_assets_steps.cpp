#include "items.hpp"
#include "matter_steps.hpp"

namespace recoup {
namespace {

/// The smaller of the benefit and the available amount that a finding leads to.
Result<void> write_recoverable_with(StepList& steps, const HumanFinding& finding,
                                    const Scenario& scenario, Money available) {
  if (!scenario.benefit) return {};
  const AssessedFigure& benefit = *scenario.benefit;
  const bool whole = available.compare(benefit.value) >= 0;
  const Money recoverable = whole ? benefit.value : available;
  Step& step =
      steps.add("With that finding the recoverable amount would be " + pounds(recoverable) +
                    (whole ? ", the whole benefit." : ", still below the benefit."),
                "POCA 2002 s.7(1)-(2)");
  step.figure = recoverable;
  step.citations.push_back(finding.entry);
  steps.want(step, benefit.missing);
  if (!whole && scenario.available) steps.want(step, scenario.available->missing);
  return {};
}

Result<void> write_one(StepList& steps, const HumanFinding& finding, const Scenario& scenario) {
  const std::string name = "findings/" + finding.id;
  if (!finding.amount || finding.amount->value.currency() != gbp) {
    Step& step = steps.add("The finding of " + finder(finding) +
                               " that there are hidden assets gives no amount in sterling; nothing "
                               "is added.",
                           "POCA 2002 s.7(2)");
    step.citations.push_back(finding.entry);
    steps.want(step, {name + "/amount: what the hidden assets come to, in sterling"});
    return {};
  }
  const Money hidden = finding.amount->value;
  const Money known = scenario.available ? scenario.available->value : Money(0, gbp);
  RECOUP_TRY(with, known.plus(hidden));
  Step& step = steps.add("The available amount as known is " +
                             (scenario.available ? pounds(known) : std::string("not stated")) +
                             "; with the finding of " + finder(finding) + " that assets of " +
                             pounds(hidden) + " are hidden it would be " + pounds(with) +
                             ". Hidden assets are never inferred here.",
                         "POCA 2002 ss.7(2), 9");
  step.figure = with;
  step.citations = {finding.entry, finding.amount->citation};
  if (!scenario.available) {
    steps.want(step, {"assets: what the defendant holds, and gifts made"});
  } else {
    steps.want(step, scenario.available->missing);
  }
  return write_recoverable_with(steps, finding, scenario, with);
}

}  // namespace

Result<void> write_hidden_assets(StepList& steps, const AssessmentFacts& facts,
                                 const Scenario& scenario) {
  for (const HumanFinding& finding : facts.findings) {
    if (finding.matter != FindingMatter::hidden_assets || !says_yes(finding)) continue;
    if (auto written = write_one(steps, finding, scenario); !written) return written;
  }
  return {};
}

}  // namespace recoup
