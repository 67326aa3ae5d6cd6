#include "interest.hpp"

#include <algorithm>
#include <set>

namespace recoup {
namespace {

PocketKey pocket_of(const Ledger& ledger, LegRow leg) {
  return {ledger.account[index(leg)], ledger.currency[index(leg)]};
}

Error no_interest(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return Error{ErrorCode::contradiction,
               "interest on " + place.document.short_text() + ":" + std::to_string(place.line),
               "a credit that comes from no traced account and gives no debit back",
               {}};
}

}  // namespace

Result<Accrual> Accrual::make(const Ledger& ledger, const Movements& movements, std::size_t count,
                              const std::vector<InterestCredit>& credits) {
  Accrual accrual;
  std::map<LegRow, const InterestCredit*> wanted;
  for (const InterestCredit& each : credits) {
    if (ledger.amount_minor[index(each.credit)] <= 0) return no_interest(ledger, each.credit);
    wanted.emplace(each.credit, &each);
  }
  if (wanted.empty()) return accrual;
  std::map<PocketKey, Date> earned_until;
  for (std::size_t row = 0; row < count; ++row) {
    const Movement& movement = movements.in_order[row];
    for (const auto& leg : {movement.debit, movement.credit}) {
      if (leg) {
        earned_until.try_emplace(pocket_of(ledger, *leg), ledger.booked_at[index(*leg)].date());
      }
    }
    const auto found = movement.credit ? wanted.find(*movement.credit) : wanted.end();
    if (found == wanted.end()) continue;
    if (movement.debit || movement.reverses || movement.part != 0) {
      return no_interest(ledger, *movement.credit);
    }
    const PocketKey key = pocket_of(ledger, *movement.credit);
    const Date until = ledger.booked_at[index(*movement.credit)].date();
    const Date from = found->second->from.value_or(earned_until[key]);
    earned_until[key] = until;
    EarningPocket& pocket =
        accrual.pockets_.try_emplace(key, EarningPocket{from, {}}).first->second;
    pocket.reached = std::min(pocket.reached, from);
    pocket.periods.push_back({*movement.credit, from, until, {}});
  }
  return accrual;
}

bool Accrual::pass_to(const PocketKey& key, const LotStore& held, Date day) {
  const auto found = pockets_.find(key);
  if (found == pockets_.end() || day <= found->second.reached) return true;
  EarningPocket& pocket = found->second;
  for (AccrualPeriod& period : pocket.periods) {
    const Date first = std::max(period.from, pocket.reached);
    const Date end = std::min(period.until, day);
    if (first >= end) continue;
    for (const Lot& lot : held.lots()) {
      const auto weight = checked_multiply(lot.amount, (end - first).count());
      Int128& sum = period.weights[lot.tag];
      const auto next = weight ? checked_add(sum, *weight) : std::nullopt;
      if (!next) return false;
      sum = *next;
    }
  }
  pocket.reached = day;
  return true;
}

const AccrualPeriod* Accrual::of(const PocketKey& key, LegRow credit) const {
  const auto found = pockets_.find(key);
  if (found == pockets_.end()) return nullptr;
  for (const AccrualPeriod& period : found->second.periods) {
    if (period.credit == credit) return &period;
  }
  return nullptr;
}

std::optional<Lots> interest_lots(const AccrualPeriod& period, MinorUnits amount) {
  std::vector<Int128> weights;
  Int128 sum = 0;
  for (const auto& [tag, weight] : period.weights) {
    const auto next = checked_add(sum, weight);
    if (!next) return std::nullopt;
    sum = *next;
    weights.push_back(weight);
  }
  Lots lots;
  if (sum == 0) {
    append(lots, {Lot::clean, amount});
    return lots;
  }
  const std::vector<Int128> shares = apportion(amount, weights);
  std::size_t i = 0;
  for (const auto& [tag, weight] : period.weights) append(lots, {tag, shares[i++]});
  return lots;
}

}  // namespace recoup
