#include "journal_plan.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace recoup {
namespace {

using Balances = std::map<Currency, Money>;

Result<Money> moved(Balances& balances, Money by) {
  Money& balance = balances.try_emplace(by.currency(), Money(0, by.currency())).first->second;
  RECOUP_TRY(next, balance.plus(by));
  balance = next;
  return next;
}

Money amount_of(const Ledger& ledger, LegRow leg) {
  return {ledger.amount_minor[index(leg)], ledger.currency[index(leg)]};
}

/// Something that moves an account's balance on a day: a leg, or the difference of a gap.
struct DayStep {
  Date day;
  Money by;
  std::optional<LegRow> leg;
};

}  // namespace

Money amount_on(const Ledger& ledger, const Movement& movement, LegRow leg) {
  return {movement.debit == leg ? -debited(ledger, movement) : credited(ledger, movement),
          ledger.currency[index(leg)]};
}

Result<JournalPlan> JournalPlan::make(const JournalCase& source) {
  JournalPlan plan(source);
  if (auto followed = plan.follow_statements(); !followed) return std::move(followed).error();
  if (auto followed = plan.follow_days(); !followed) return std::move(followed).error();
  plan.find_first_days();
  return plan;
}

Result<void> JournalPlan::follow_statements() {
  const Ledger& ledger = source_->build->ledger;
  std::vector<Balances> of_account(ledger.accounts.size());
  for (const OpeningBalance& opening : ledger.openings) {
    RECOUP_TRY(unused, moved(of_account[index(opening.account)], opening.amount));
    static_cast<void>(unused);
  }
  auto gap = ledger.gaps.begin();
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    Balances& balances = of_account[index(ledger.account[i])];
    for (; gap != ledger.gaps.end() && index(gap->before) == i; ++gap) {
      balances.insert_or_assign(gap->restart.currency(), gap->restart);
    }
    RECOUP_TRY(balance, moved(balances, amount_of(ledger, static_cast<LegRow>(i))));
    by_statement_.push_back(balance);
  }
  return {};
}

Result<void> JournalPlan::follow_days() {
  const Ledger& ledger = source_->build->ledger;
  std::vector<std::vector<DayStep>> of_account(ledger.accounts.size());
  const auto steps_of = [&](LegRow leg) -> std::vector<DayStep>& {
    return of_account[index(ledger.account[index(leg)])];
  };
  std::set<LegRow> passed;
  for (std::size_t i = 0; i < source_->movement_count; ++i) {
    const Movement& movement = source_->movements->in_order[i];
    // As the journal stands: the gaps of both legs, then the legs.
    for (MaybeLeg leg : {movement.debit, movement.credit}) {
      if (!leg || !passed.insert(*leg).second) continue;
      for (const Gap* gap : gaps_before(*leg)) {
        RECOUP_TRY(difference, gap->restart.minus(gap->held));
        steps_of(*leg).push_back({ledger.booked_at[index(*leg)].date(), difference, std::nullopt});
      }
    }
    for (MaybeLeg leg : {movement.debit, movement.credit}) {
      if (!leg) continue;
      steps_of(*leg).push_back(
          {ledger.booked_at[index(*leg)].date(), amount_on(ledger, movement, *leg), *leg});
    }
  }
  by_day_ = by_statement_;
  std::vector<Balances> balances(ledger.accounts.size());
  for (const OpeningBalance& opening : ledger.openings) {
    balances[index(opening.account)].insert_or_assign(opening.amount.currency(), opening.amount);
  }
  for (std::size_t account = 0; account < of_account.size(); ++account) {
    std::stable_sort(of_account[account].begin(), of_account[account].end(),
                     [](const DayStep& a, const DayStep& b) { return a.day < b.day; });
    for (const DayStep& step : of_account[account]) {
      RECOUP_TRY(balance, moved(balances[account], step.by));
      if (step.leg) by_day_[index(*step.leg)] = balance;
    }
  }
  return {};
}

void JournalPlan::find_first_days() {
  const Ledger& ledger = source_->build->ledger;
  first_day_.resize(ledger.accounts.size());
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const Date day = ledger.booked_at[i].date();
    std::optional<Date>& first = first_day_[index(ledger.account[i])];
    if (!first || day < *first) first = day;
    if (!first_of_all_ || day < *first_of_all_) first_of_all_ = day;
  }
}

std::optional<Date> JournalPlan::opening_day(AccountRow account) const {
  const std::optional<Date>& own = first_day_[index(account)];
  return own ? own : first_of_all_;
}

std::vector<const Gap*> JournalPlan::gaps_before(LegRow leg) const {
  const std::vector<Gap>& gaps = source_->build->ledger.gaps;
  std::vector<const Gap*> found;
  auto at = std::lower_bound(gaps.begin(), gaps.end(), leg,
                             [](const Gap& gap, LegRow row) { return gap.before < row; });
  for (; at != gaps.end() && at->before == leg; ++at) found.push_back(&*at);
  return found;
}

LegBalance JournalPlan::balance_of(LegRow leg) const {
  const LedgerBuild& build = *source_->build;
  const Money by_day = by_day_[index(leg)];
  const Money by_statement = by_statement_[index(leg)];
  LegBalance balance;
  const auto add = [&](Money stated, const std::string& where) {
    if (stated == by_day) {
      balance.asserted = stated;
    } else if (stated == by_statement) {
      balance.not_asserted.push_back(stated.text() + " is stated" + where +
                                     " and holds in the order of the statement, not day by day");
    } else {
      balance.not_asserted.push_back(stated.text() + " is stated" + where +
                                     " and the entries come to " + by_statement.text());
    }
  };
  if (build.prints_balance[index(leg)]) add(by_statement, "");
  const auto first =
      std::lower_bound(build.closings.begin(), build.closings.end(), leg,
                       [](const StatedClosing& closing, LegRow row) { return closing.last < row; });
  for (auto at = first; at != build.closings.end() && at->last == leg; ++at) {
    add(at->amount, " at the end, " + at->place.document.short_text() + " line " +
                        std::to_string(at->place.line) + ",");
  }
  return balance;
}

}  // namespace recoup
