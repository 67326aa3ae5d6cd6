#include "recoup/clocks/confiscation.hpp"

#include "deadline_parts.hpp"
#include "recoup/base/check.hpp"

namespace recoup {

Deadline confiscation_deadline(const std::string& case_id, std::string_view rule_id, Date event,
                               const ClockLaw& law, CivilTime as_at) {
  RECOUP_CHECK(rule_id.starts_with("confiscation."));
  return days_deadline({case_id, "", DeadlineKind::confiscation, "event on " + short_text(event),
                        std::string(rule_id)},
                       event, law, as_at);
}

}  // namespace recoup
