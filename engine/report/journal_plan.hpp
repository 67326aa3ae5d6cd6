// journal_plan.hpp: which balances hold where a journal is added up day by day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/report/journal.hpp"

namespace recoup {

/// What stands behind the amount of a leg: a balance that holds, and words about those that do not.
struct LegBalance {
  std::optional<Money> asserted;
  std::vector<std::string> not_asserted;
};

/// What a movement puts on one of its legs, signed: a part of it, or the whole.
[[nodiscard]] Money amount_on(const Ledger& ledger, const Movement& movement, LegRow leg);

/// The balances of a journal's legs.
class JournalPlan {
 public:
  /// Errors: out_of_range.
  static Result<JournalPlan> make(const JournalCase& source);

  [[nodiscard]] LegBalance balance_of(LegRow leg) const;
  /// The gaps that stand before a leg.
  [[nodiscard]] std::vector<const Gap*> gaps_before(LegRow leg) const;
  /// The day on which an account's opening balance is written; none where the journal is empty.
  [[nodiscard]] std::optional<Date> opening_day(AccountRow account) const;

 private:
  explicit JournalPlan(const JournalCase& source) : source_(&source) {}

  Result<void> follow_statements();
  Result<void> follow_days();
  void find_first_days();

  const JournalCase* source_;
  std::vector<Money> by_statement_;  ///< By leg: the balance behind it as the statement runs,
  std::vector<Money> by_day_;        ///< and as the journal adds up.
  std::vector<std::optional<Date>> first_day_;  ///< By account.
  std::optional<Date> first_of_all_;
};

}  // namespace recoup
