// assessment_report.hpp: assessments and clocks as JSON for programs and as text for people.
#pragma once

#include <string>
#include <vector>

#include "recoup/assessment/assessment.hpp"
#include "recoup/clocks/deadlines.hpp"

namespace recoup {

[[nodiscard]] std::string assessment_json(const Assessment& assessment);
[[nodiscard]] std::string assessment_text(const Assessment& assessment);

[[nodiscard]] std::string deadlines_json(const std::vector<Deadline>& deadlines,
                                         const std::string& as_at);
[[nodiscard]] std::string deadlines_text(const std::vector<Deadline>& deadlines,
                                         const std::string& as_at);

}  // namespace recoup
