// assessment_report.hpp: assessments as JSON for programs and as text for people.
#pragma once

#include <string>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

[[nodiscard]] std::string assessment_json(const Assessment& assessment);
[[nodiscard]] std::string assessment_text(const Assessment& assessment);

}  // namespace recoup
