#include <algorithm>
#include <map>

#include "schedule.hpp"

namespace recoup {
namespace {

struct FundsHeading {
  const char* heading;
  int sign;
};

FundsHeading heading_of(FundsKind kind) {
  switch (kind) {
    case FundsKind::asset_bought: return {"Assets bought", 1};
    case FundsKind::debt_repaid: return {"Debts repaid", 1};
    case FundsKind::other_application: return {"Other applications", 1};
    case FundsKind::loan_received: return {"Less loans received", -1};
    case FundsKind::asset_sold: return {"Less assets sold", -1};
    case FundsKind::gift_received: return {"Less gifts received", -1};
    case FundsKind::other_source: return {"Less other sources", -1};
  }
  return {"Other applications", 1};
}

/// What the balances of an own account grew by: its entries of the period, and what its gaps hide.
struct Growth {
  MinorUnits entries = 0;
  MinorUnits gaps = 0;
  std::size_t count = 0;
  std::size_t gap_count = 0;
  std::size_t foreign = 0;
  std::size_t first = 0;  ///< Rows of the first and the last entry of the period.
  std::size_t last = 0;
};

Result<Growth> growth_of(const MethodQuestion& question, std::size_t account) {
  const Ledger& ledger = question.ledger;
  Growth growth;
  const Error too_large{ErrorCode::out_of_range,
                        "entries of " + ledger.accounts[account],
                        "a sum within 128 bits",
                        {}};
  for (std::size_t i = ledger.first_leg[account]; i < ledger.first_leg[account + 1]; ++i) {
    if (!in_period(question.facts.period, ledger.booked_at[i].date())) continue;
    if (ledger.currency[i] != question.currency) {
      ++growth.foreign;
      continue;
    }
    const auto sum = checked_add(growth.entries, ledger.amount_minor[i]);
    if (!sum) return too_large;
    growth.entries = *sum;
    if (growth.count++ == 0) growth.first = i;
    growth.last = i;
  }
  for (const Gap& gap : ledger.gaps) {
    const std::size_t row = index(gap.before);
    const bool is_here = row >= ledger.first_leg[account] && row < ledger.first_leg[account + 1] &&
                         gap.held.currency() == question.currency;
    // Before the first entry of the period nobody knows on which side of its first day it lies.
    if (!is_here || growth.count == 0 || row <= growth.first || row > growth.last) continue;
    RECOUP_TRY(jump, gap.restart.minus(gap.held));
    const auto sum = checked_add(growth.gaps, jump.minor());
    if (!sum) return too_large;
    growth.gaps = *sum;
    ++growth.gap_count;
  }
  return growth;
}

Result<void> add_account(ScheduleBuilder& builder, const char* heading, std::size_t account) {
  const MethodQuestion& question = builder.question();
  const Ledger& ledger = question.ledger;
  RECOUP_TRY(growth, growth_of(question, account));
  const std::string& name = ledger.accounts[account];
  if (growth.foreign > 0) {
    builder.miss("what " + std::to_string(growth.foreign) + " entries of " + name +
                     " in other currencies were worth",
                 MissingEffect::either);
  }
  if (growth.count == 0) {
    builder.note("account " + name + " has no entry in the period");
    return {};
  }
  const auto place = [&](std::size_t row) {
    return StatedPlace{ledger.place[row].document, "", ledger.place[row].line, ""};
  };
  if (auto added = builder.add(heading, {heading,
                                         name,
                                         "growth of the balance: " + std::to_string(growth.count) +
                                             " entries, the first and the last of them cited",
                                         std::nullopt,
                                         Money(growth.entries, question.currency),
                                         {place(growth.first), place(growth.last)}});
      !added) {
    return added;
  }
  if (growth.gap_count == 0) return {};
  builder.miss("the entries of " + name + " in " + std::to_string(growth.gap_count) +
                   " gaps of its statements",
               MissingEffect::either);
  return builder.add(heading, {heading,
                               name,
                               "what the balances moved by in gaps",
                               std::nullopt,
                               Money(growth.gaps, question.currency),
                               {place(growth.last)}});
}

Result<void> add_funds(ScheduleBuilder& builder, int sign) {
  const MeansFacts& facts = builder.question().facts;
  for (const FundsItem& item : facts.funds) {
    const auto [heading, its_sign] = heading_of(item.kind);
    if (its_sign != sign) continue;
    const std::string& name = item.entry.place.field;
    if (!item.date) {
      builder.miss("the day of " + name, sign > 0 ? MissingEffect::raises : MissingEffect::lowers);
      continue;
    }
    if (!in_period(facts.period, item.date->value)) {
      builder.note(name + " lies outside the period");
      continue;
    }
    if (auto added = builder.add_stated(heading, item.entry, item.amount, sign, "the amount",
                                        item.date->value);
        !added) {
      return added;
    }
  }
  return {};
}

}  // namespace

Result<void> work_out_source_and_application(ScheduleBuilder& builder) {
  constexpr const char* bank = "Increase of bank balances";
  const std::vector<bool>& is_own = builder.question().credits.is_own;
  add_missing_holders(builder);
  builder.heading(bank);
  for (std::size_t account = 0; account < is_own.size(); ++account) {
    if (!is_own[account]) continue;
    if (auto added = add_account(builder, bank, account); !added) return added;
  }
  if (auto added = add_funds(builder, 1); !added) return added;
  if (auto added = add_spending(builder, "Living and other expenditure", false); !added) {
    return added;
  }
  if (auto taken = take_income(builder, "Less known legitimate income"); !taken) return taken;
  return add_funds(builder, -1);
}

}  // namespace recoup
