#include "recoup/tracing/day_order.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace recoup {
namespace {

std::map<Currency, MinorUnits> totals_on_accounts(const Trace& trace) {
  std::map<Currency, MinorUnits> totals;
  for (const Holding& holding : trace.holdings) {
    MinorUnits& total = totals[holding.amount.currency()];
    if (holding.kind == Holding::Kind::account) total += holding.amount.minor();
  }
  return totals;
}

/// Whether less is left on accounts in the first currency in which the two differ.
bool leaves_less(const Trace& one, const Trace& other) {
  std::map<Currency, std::pair<MinorUnits, MinorUnits>> both;
  for (const auto& [currency, total] : totals_on_accounts(one)) both[currency].first = total;
  for (const auto& [currency, total] : totals_on_accounts(other)) both[currency].second = total;
  for (const auto& [currency, totals] : both) {
    if (totals.first != totals.second) return totals.first < totals.second;
  }
  return false;
}

}  // namespace

bool is_mixed(const Ledger& ledger, const UnorderedLegs& legs) {
  const auto first = ledger.amount_minor.begin() + static_cast<std::ptrdiff_t>(index(legs.first));
  const auto end = ledger.amount_minor.begin() + static_cast<std::ptrdiff_t>(index(legs.end));
  const auto debits = std::count_if(first, end, [](MinorUnits amount) { return amount < 0; });
  return debits != 0 && debits != end - first;
}

OrderedMovements order_both(const Ledger& ledger, const Links& links) {
  OrderedMovements ordered{order_movements(ledger, links, DayOrder::credits_first), std::nullopt};
  const bool matters =
      std::any_of(ledger.unordered.begin(), ledger.unordered.end(),
                  [&](const UnorderedLegs& legs) { return is_mixed(ledger, legs); });
  if (matters) ordered.debits_first = order_movements(ledger, links, DayOrder::debits_first);
  return ordered;
}

Result<TracedBoth> trace_both(const Ledger& ledger, const OrderedMovements& movements,
                              const TraceQuestion& question) {
  RECOUP_TRY(first, trace(ledger, movements.first, question));
  if (!movements.debits_first) return TracedBoth{std::move(first), std::nullopt};
  RECOUP_TRY(second, trace(ledger, *movements.debits_first, question));
  if (leaves_less(second, first)) std::swap(first, second);
  return TracedBoth{std::move(first), std::move(second)};
}

std::vector<DayOrderRow> day_order_range(const TracedBoth& traced) {
  if (!traced.other) return {};
  using Key = std::tuple<std::uint32_t, Holding::Kind, std::string, Currency>;
  std::map<Key, std::pair<MinorUnits, MinorUnits>> figures;
  for (const Trace* trace : {&traced.leads, &*traced.other}) {
    for (const Holding& holding : trace->holdings) {
      auto& both = figures[{holding.source, holding.kind, holding.node, holding.amount.currency()}];
      (trace->day_order == DayOrder::debits_first ? both.second : both.first) =
          holding.amount.minor();
    }
  }
  std::vector<DayOrderRow> rows;
  for (const auto& [key, both] : figures) {
    const auto& [source, kind, node, currency] = key;
    rows.push_back({source, kind, node, Money(both.first, currency), Money(both.second, currency)});
  }
  return rows;
}

}  // namespace recoup
