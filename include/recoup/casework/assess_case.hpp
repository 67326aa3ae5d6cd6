// assess_case.hpp: assessment of a case from what the store holds.
#pragma once

#include <optional>

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

/// Errors: contradiction or malformed, as read_assessment_facts.
[[nodiscard]] Result<CaseAssessment> assess_case(const LoadedCase& loaded, const Law& law,
                                                 Date as_at);

/// `recoup assess CASE`.
[[nodiscard]] Result<Reply> answer_assess(const Session& session, const std::string& case_id,
                                          const std::string& as_at, Form form);

}  // namespace recoup
