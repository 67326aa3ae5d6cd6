// steps.hpp: the numbered sentences of an assessment.
#pragma once

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// Writes the steps of `assessment` from its scenarios, in the order in which the Act takes the
/// decisions, and collects what is missing.
///
/// Errors: those of `assess`.
[[nodiscard]] Result<void> write_steps(const AssessmentFacts& facts,
                                       const AssessmentQuestion& question, const Part2Rules& rules,
                                       Assessment& assessment);

}  // namespace recoup
