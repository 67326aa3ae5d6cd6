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

/// The property of the defendant less what has priority, never below nil.
struct FreeProperty {
  Money value{0, gbp};
  Money least{0, gbp};
  std::optional<Money> most;
  bool floored = false;  ///< The obligations were larger; the Act does not say whether they go on.
};
/// Errors: out_of_range.
[[nodiscard]] Result<FreeProperty> free_property(const Scenario& scenario);

}  // namespace recoup
