#include "conservation.hpp"

#include "recoup/base/check.hpp"

namespace recoup {

Conservation::Totals& Conservation::totals_of(std::uint32_t source, Currency currency) {
  Totals& first = totals_[source];
  if (!first.is_used) {
    first.is_used = true;
    first.currency = currency;
  }
  return first.currency == currency ? first : in_further_currencies_[{source, currency}];
}

void Conservation::add_tainted(const Lots& lots, Currency currency, MinorUnits Totals::*where,
                               int sign) {
  for (const Lot& lot : lots) {
    if (lot.tag == Lot::clean) continue;
    RECOUP_CHECK(lot.amount > 0);
    Totals& totals = totals_of(lot.tag, currency);
    totals.*where += sign * lot.amount;
    if (!std::exchange(totals.is_touched, true)) touched_.push_back(&totals);
  }
}

void Conservation::check_touched() {
  for (Totals* const totals : touched_) {
    RECOUP_CHECK(totals->on_accounts >= 0 && totals->ended >= 0);
    RECOUP_CHECK(totals->on_accounts + totals->ended == totals->came_in);
    totals->is_touched = false;
  }
  touched_.clear();
}

}  // namespace recoup
