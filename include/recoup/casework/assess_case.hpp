// assess_case.hpp: assessment of a case from what the store holds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/assessment/assessment.hpp"
#include "recoup/casework/law.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/relevant_day.hpp"

namespace recoup {

/// An assessment with the findings of law on which it rests.
struct CaseAssessment {
  AssessmentFacts facts;
  Finding lifestyle;
  std::optional<RelevantDay> relevant_day;
  Assessment assessment;
};

/// What only the statements of a case tell an assessment.
struct StatementFindings {
  std::vector<CountedElsewhere> counted_elsewhere;
  std::map<std::string, TracedAmount> traced_assets;
};

/// What the case file states of benefit, means and gifts.
///
/// Errors: contradiction or malformed, as read_assessment_facts.
[[nodiscard]] Result<AssessmentFacts> assessment_facts(const LoadedCase& loaded);

/// Assesses a case of which only facts and seizures need be loaded.
///
/// Errors: as assessment_facts.
[[nodiscard]] Result<CaseAssessment> assess_records(const LoadedCase& loaded, const Law& law,
                                                    Date as_at, StatementFindings findings);

/// Assesses a case with what its statements and traces tell.
///
/// Errors: as assessment_facts; contradiction (a reference that stands on several entries).
[[nodiscard]] Result<CaseAssessment> assess_case(const LoadedCase& loaded, const Law& law,
                                                 Date as_at);

/// `recoup assess CASE`.
[[nodiscard]] Result<Reply> answer_assess(const Session& session, const std::string& case_id,
                                          const std::string& as_at, Form form);

}  // namespace recoup
