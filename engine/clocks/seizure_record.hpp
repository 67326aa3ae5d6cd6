// seizure_record.hpp: what is known of a seizure at an instant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deadline_parts.hpp"
#include "recoup/records/legal_step.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// A seizure with the orders that were made by the instant. The seizure must outlive it.
class SeizureRecord {
 public:
  SeizureRecord(const Seizure& seizure, const ClockContext& context, std::string region);

  [[nodiscard]] const Seizure& seizure() const { return seizure_; }
  [[nodiscard]] const ClockContext& context() const { return context_; }
  /// "cash", "account", "listed_asset", "cryptoasset": the first part of its rules' names.
  [[nodiscard]] std::string chapter() const;
  /// The same in words: "listed asset".
  [[nodiscard]] std::string thing() const;

  /// The orders of one kind that were made by the instant, in order of time.
  [[nodiscard]] std::vector<const SeizureOrder*> orders(StepKind kind) const;
  /// The last application of the kind that is undecided at the instant, or nothing.
  [[nodiscard]] const SeizureOrder* pending(StepKind kind) const;
  /// Whether a request for evidence overseas was outstanding on the day.
  [[nodiscard]] const SeizureOrder* request_on(Date day) const;

  [[nodiscard]] DeadlineSubject subject(DeadlineKind kind, std::string trigger,
                                        std::string_view rule) const;

 private:
  const Seizure& seizure_;
  ClockContext context_;
  std::string region_;
};

/// "forfeiture-application made Tue 4 Mar 2025".
[[nodiscard]] std::string act_text(std::string_view what, const BookingTime& made);

/// Adds the clocks of the hours, orders and caps by which property is held.
void add_holding_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines);

/// Adds the clocks of a forfeiture notice and of what follows an objection.
void add_notice_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines);

/// Adds the clocks that follow a decision on forfeiture.
void add_decision_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines);

/// Marks what a pending application for forfeiture, or an appeal, keeps.
void hold_what_is_kept(const SeizureRecord& record, std::vector<Deadline>& deadlines);

}  // namespace recoup
