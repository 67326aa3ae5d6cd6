// case_parts.hpp: what the clocks of a case share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deadline_parts.hpp"
#include "recoup/clocks/case_clocks.hpp"

namespace recoup {

/// The facts of a case as they stood at an instant. The facts must outlive it.
class CaseRecord {
 public:
  CaseRecord(const ClockFacts& facts, const ClockContext& context)
      : facts_(facts), context_(context) {}

  [[nodiscard]] const ClockFacts& facts() const { return facts_; }
  [[nodiscard]] const ClockContext& context() const { return context_; }

  /// Steps of a kind that were made by the instant, or that state no day, in the order of the file.
  [[nodiscard]] std::vector<const LegalStep*> steps(StepKind kind) const;
  /// Those of them about `id`; where the file names nothing, about everything of its kind.
  [[nodiscard]] std::vector<const LegalStep*> steps(StepKind kind, std::string_view of) const;
  /// Whether the step had ended by the instant.
  [[nodiscard]] bool has_ended(const LegalStep& step) const {
    return step.ended && context_.knows(*step.ended);
  }

  [[nodiscard]] DeadlineSubject subject(DeadlineKind kind, const std::string& step,
                                        std::string trigger, std::string_view rule) const;
  /// A clock whose beginning is not on record.
  [[nodiscard]] Deadline without_day(const DeadlineSubject& subject, std::string what) const;

 private:
  const ClockFacts& facts_;
  ClockContext context_;
};

/// Ends the clock on the day that an order states, never later than it would end without it.
void limit_to_stated(Deadline& deadline, const std::optional<Date>& stated,
                     const ClockContext& context);

/// "s16-statement of Tue 4 Mar 2025".
[[nodiscard]] std::string step_text(const LegalStep& step);

void add_conviction_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines);
void add_timetable_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines);
void add_payment_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines);
void add_investigation_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines);

}  // namespace recoup
