// matter_steps.hpp: the steps on matters beyond the plain figures; each one's file has its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/assessment.hpp"
#include "step_list.hpp"

namespace recoup {

/// From which index the change in the value of money is taken. Nothing where the file names none.
void write_valuation(StepList& steps, const AssessmentFacts& facts);

/// Persons' findings, quoted, and the questions that no one has answered yet.
void write_findings(StepList& steps, const AssessmentFacts& facts);

/// "Judge Brown on 1 May 2025".
[[nodiscard]] std::string finder(const HumanFinding& finding);

/// What hidden assets that a person found would add; never inferred. Errors: out_of_range.
Result<void> write_hidden_assets(StepList& steps, const AssessmentFacts& facts,
                                 const Scenario& scenario);

/// What each argument of proportionality would come to, and what findings that accept them leave.
/// Errors: out_of_range.
Result<void> write_proportionality(StepList& steps, const AssessmentFacts& facts,
                                   const Scenario& scenario);

/// What can still be enforced of orders against those who obtained together. Errors: out_of_range.
Result<void> write_joint_benefits(StepList& steps, const AssessmentFacts& facts, Date as_at);

/// What applications to reconsider an order come to. Errors: out_of_range.
Result<void> write_reconsiderations(StepList& steps, const AssessmentFacts& facts,
                                    const MatterAnswers& answers);

/// Time to pay, interest, and the term in default that interest leads to.
/// Errors: out_of_range; malformed: a parameter that is not of its kind.
Result<void> write_payments(StepList& steps, const AssessmentFacts& facts,
                            const AssessmentQuestion& question, const Part2Rules& rules);

/// "6 months", "5 years".
[[nodiscard]] std::string term_text(int months);

}  // namespace recoup
