// case_matters.hpp: what an assessment takes from series, clocks and tables that it cannot see.
#pragma once

#include "recoup/assessment/assessment.hpp"
#include "recoup/casework/law.hpp"
#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// Gives each benefit item, gift and application without index figures of its own those of the
/// series that the file names: of the month of its event, and of the month of the decision (the day
/// of `valuation`, else of the order, else `as_at`; of an application its own day).
///
///   Same  A month that the series does not state stays without a figure, and says why; it is never
///         taken from another month.
void fill_index_figures(AssessmentFacts& facts, const LoadedCase& loaded, Date as_at);

/// What clocks and tables answer about applications and orders of the case file.
///
/// Errors: what is wrong with a pack.
[[nodiscard]] Result<MatterAnswers> answer_matters(const AssessmentFacts& facts, const Law& law,
                                                   Date as_at);

}  // namespace recoup
