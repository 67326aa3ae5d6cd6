// scenario.hpp: the figures of one reading of the facts.
#pragma once

#include "items.hpp"
#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// Everything that follows where a criminal lifestyle is found, or is not.
///
/// Errors: those of `assess`.
[[nodiscard]] Result<Scenario> assess_scenario(const AssessmentFacts& facts,
                                               const AssessmentQuestion& question,
                                               const Part2Rules& rules, bool lifestyle);

}  // namespace recoup
