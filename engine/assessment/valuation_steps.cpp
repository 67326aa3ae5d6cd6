#include "matter_steps.hpp"
#include "recoup/base/text.hpp"

namespace recoup {

void write_valuation(StepList& steps, const AssessmentFacts& facts) {
  if (!facts.valuation.series) {
    if (facts.valuation.decision_on) {
      Step& step = steps.add("The file names no index for the change in the value of money.",
                             "POCA 2002 ss.80(2), 81(1)");
      steps.want(step, {"valuation/series: the index, as its publisher names it"});
    }
    return;
  }
  Step& step = steps.add(
      "The change in the value of money is taken from the index " + facts.valuation.series->value +
          ", from the month of each event to that of the decision, where the file states no "
          "figures "
          "of its own. The Act names no index; which is right is for a person to accept.",
      "POCA 2002 ss.80(2), 81(1)");
  step.citations.push_back(facts.valuation.series->citation);
  if (facts.valuation.decision_on) step.citations.push_back(facts.valuation.decision_on->citation);
  if (!facts.valuation.wanting.empty()) steps.want(step, {facts.valuation.wanting});
}

}  // namespace recoup
