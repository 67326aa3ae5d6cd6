// schedule.hpp: puts a method's schedule together, so that its lines add up to its figure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "recoup/methods/methods.hpp"

namespace recoup {

/// A day or days of the case file against the period of the question.
enum class InPeriod : std::uint8_t { inside, outside, across, not_stated };

/// Collects lines, totals in the order in which headings begin, and what is missing.
class ScheduleBuilder {
 public:
  ScheduleBuilder(FinancialMethod method, const MethodQuestion& question);

  [[nodiscard]] const MethodQuestion& question() const noexcept { return question_; }

  /// A heading that is printed even where no line stands below it.
  void heading(const std::string& name);
  /// A line below its heading. `amount` is as it enters the figure.
  Result<void> add(const std::string& heading, ScheduleLine line);
  /// An amount of the case file, added or (`sign` -1) taken away; where it is not stated or in
  /// another currency it is missing, and counting it would have had `effect`.
  Result<void> add_stated(const std::string& heading, const MeansEntry& entry,
                          const Maybe<Money>& amount, int sign, const std::string& field,
                          std::optional<Date> date = std::nullopt);
  /// A leg of the ledger.
  Result<void> add_leg(const std::string& heading, LegRow leg, int sign, std::string description);

  void miss(std::string what, MissingEffect effect) {
    schedule_.missing.push_back({std::move(what), effect});
  }
  void note(std::string sentence) { schedule_.notes.push_back(std::move(sentence)); }
  /// There is no figure, whatever the lines come to.
  void withhold() { withheld_ = true; }

  [[nodiscard]] MethodSchedule& schedule() noexcept { return schedule_; }
  [[nodiscard]] MethodSchedule finish() &&;

 private:
  const MethodQuestion& question_;
  MethodSchedule schedule_;
  Money sum_;
  bool withheld_ = false;
};

/// Where days lie in the period; across: partly. Requires a period of which both ends are stated.
[[nodiscard]] InPeriod in_period(const MeansPeriod& period, const Maybe<Date>& from,
                                 const Maybe<Date>& to);
[[nodiscard]] bool in_period(const MeansPeriod& period, Date day);

/// Whether the period is stated. Where it is not, that is missing and nothing is worked out.
[[nodiscard]] bool has_period(ScheduleBuilder& builder);

/// The spending of the period that `counts` below `heading`, added.
Result<void> add_spending(ScheduleBuilder& builder, const std::string& heading, bool cash_alone);
/// The net income of the period below `heading`, taken away.
Result<void> take_income(ScheduleBuilder& builder, const std::string& heading);

/// The own credits of the period in the question's currency, in row order. The first call of a
/// schedule names what was left out.
[[nodiscard]] std::vector<const ClassifiedCredit*> credits_of_period(ScheduleBuilder& builder);

/// Names every fact that is missing about whose the accounts are.
void add_missing_holders(ScheduleBuilder& builder);

// The four methods.
Result<void> work_out_net_worth(ScheduleBuilder& builder);
Result<void> work_out_source_and_application(ScheduleBuilder& builder);
Result<void> work_out_bank_deposits(ScheduleBuilder& builder);
Result<void> work_out_income_and_credits(ScheduleBuilder& builder);

}  // namespace recoup
