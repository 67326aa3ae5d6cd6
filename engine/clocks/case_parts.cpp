#include "case_parts.hpp"

#include <utility>

namespace recoup {

std::vector<const LegalStep*> CaseRecord::steps(StepKind kind) const {
  std::vector<const LegalStep*> found;
  for (const LegalStep& step : facts_.steps) {
    if (step.kind == kind && (!step.made || context_.knows(*step.made))) found.push_back(&step);
  }
  return found;
}

std::vector<const LegalStep*> CaseRecord::steps(StepKind kind, std::string_view of) const {
  std::vector<const LegalStep*> found = steps(kind);
  std::erase_if(found, [&](const LegalStep* step) { return !step->of.empty() && step->of != of; });
  return found;
}

DeadlineSubject CaseRecord::subject(DeadlineKind kind, const std::string& step, std::string trigger,
                                    std::string_view rule) const {
  return {facts_.case_id, "", kind, std::move(trigger), std::string(rule), step};
}

Deadline CaseRecord::without_day(const DeadlineSubject& subject, std::string what) const {
  Deadline deadline = blank_deadline(subject);
  deadline.missing.push_back(std::move(what));
  return deadline;
}

void limit_to_stated(Deadline& deadline, const std::optional<Date>& stated,
                     const ClockContext& context) {
  if (!deadline.expiry || !stated) return;
  const Date most = last_day_of(deadline);
  deadline.hard_cap = most;
  deadline.working += "; the order states " + short_text(*stated);
  if (*stated > most) {
    deadline.findings.push_back("the order is stated to last until " + short_text(*stated) +
                                "; the law allows until " + short_text(most) + " at most");
  } else {
    end_on(deadline, *stated);
  }
  finish(deadline, context);
}

std::string step_text(const LegalStep& step) {
  return std::string(text(step.kind)) + (step.made ? " of " + event_text(*step.made) : "");
}

}  // namespace recoup
