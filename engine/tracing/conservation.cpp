#include "conservation.hpp"

#include "recoup/base/check.hpp"

namespace recoup {

Conservation::Totals& Conservation::totals_of(std::uint32_t source, Currency currency) {
  std::vector<Totals>& of_source = totals_[source];
  for (Totals& totals : of_source) {
    if (totals.currency == currency) return totals;
  }
  of_source.push_back({currency, 0, 0, 0});
  return of_source.back();
}

void Conservation::add(const Lots& lots, Currency currency, MinorUnits Totals::*where, int sign) {
  for (const Lot& lot : lots) {
    if (lot.tag == Lot::clean) continue;
    RECOUP_CHECK(lot.amount > 0);
    totals_of(lot.tag, currency).*where += sign * lot.amount;
    touched_.push_back(lot.tag);
  }
}

void Conservation::check() {
  for (const std::uint32_t source : touched_) {
    for (const Totals& totals : totals_[source]) {
      RECOUP_CHECK(totals.on_accounts >= 0 && totals.ended >= 0);
      RECOUP_CHECK(totals.on_accounts + totals.ended == totals.came_in);
    }
  }
  touched_.clear();
}

}  // namespace recoup
