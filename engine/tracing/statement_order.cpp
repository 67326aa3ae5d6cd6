#include "statement_order.hpp"

#include <algorithm>
#include <map>

#include "recoup/base/check.hpp"

namespace recoup {

StatementOrder::StatementOrder(const Ledger& ledger, const Links& links, DayOrder day_order) {
  if (day_order == DayOrder::as_listed || ledger.unordered.empty()) return;
  std::map<LegRow, LegRow> debit_of;
  for (const ReversalLink& link : links.reversals) {
    if (ledger.amount_minor[index(link.debit)] < 0) debit_of.emplace(link.credit, link.debit);
  }
  legs_.resize(ledger.leg_count());
  for (std::size_t i = 0; i < legs_.size(); ++i) legs_[i] = static_cast<LegRow>(i);
  for (const UnorderedLegs& run : ledger.unordered) {
    const auto first = legs_.begin() + static_cast<std::ptrdiff_t>(index(run.first));
    const auto end = legs_.begin() + static_cast<std::ptrdiff_t>(index(run.end));
    const auto rank = [&](LegRow leg) {
      if (ledger.amount_minor[index(leg)] < 0) return 1;
      if (day_order == DayOrder::debits_first) return 2;
      // That a credit gives a debit of the day back proves that it came later.
      const auto debit = debit_of.find(leg);
      const bool follows =
          debit != debit_of.end() && debit->second >= run.first && debit->second < run.end;
      return follows ? 2 : 0;
    };
    std::stable_sort(first, end, [&](LegRow a, LegRow b) { return rank(a) < rank(b); });
    runs_.push_back({index(run.first), index(run.end)});
  }
  places_.resize(legs_.size());
  for (std::size_t place = 0; place < legs_.size(); ++place) places_[index(legs_[place])] = place;
}

StatementOrder::Span StatementOrder::span_of(std::size_t place) const {
  const auto run = std::upper_bound(runs_.begin(), runs_.end(), place,
                                    [](std::size_t at, const Span& each) { return at < each.end; });
  if (run == runs_.end() || place < run->first) return {place, place + 1};
  return *run;
}

std::string_view text(DayOrder order) {
  switch (order) {
    case DayOrder::as_listed: return "as-listed";
    case DayOrder::credits_first: return "credits-first";
    case DayOrder::debits_first: return "debits-first";
  }
  RECOUP_CHECK(false && "an order without a name");
}

}  // namespace recoup
