#include "traced_assets.hpp"

#include <utility>

#include "declared_legs.hpp"
#include "recoup/casework/rank_cases.hpp"

namespace recoup {
namespace {

/// What an asset of the case file is to a trace.
struct AssetPlace {
  std::string id;
  std::string node;  ///< An account of the ledger, or the name of an end point.
  bool is_account = false;
  std::optional<LegRow> paid;  ///< The payment that bought it.
};

Result<std::vector<AssetPlace>> places_of(const LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  std::vector<AssetPlace> places;
  for (const HeldFact* entry : loaded.facts.entries("assets")) {
    const std::string& id = entry->fact.key;
    const auto field = [&](std::string_view name) {
      return loaded.facts.text_or_empty("assets", id, name);
    };
    AssetPlace place{id, field("account"), false, std::nullopt};
    if (place.node.empty()) continue;
    const auto account = ledger.find_account(place.node);
    const DeclaredLeg payment{place.node, field("reference"), field("document"),
                              line_number(field("line")), fact_place(*entry, "assets")};
    if (account && (!payment.reference.empty() || !payment.document.empty())) {
      RECOUP_TRY(found, find_leg(loaded, payment, *account));
      if (!found.leg) continue;
      place.paid = found.leg;
    } else if (account) {
      place.node = ledger.accounts[index(*account)];
      place.is_account = true;
    }
    places.push_back(std::move(place));
  }
  return places;
}

/// What one trace finds at the place, of all sources.
MinorUnits found_by(const LoadedCase& loaded, const Trace& trace, const AssetPlace& place) {
  const Ledger& ledger = loaded.build.ledger;
  MinorUnits sum = 0;
  if (place.paid) {
    if (ledger.currency[index(*place.paid)] != gbp) return 0;
    for (const Carried& carried : trace.carried) {
      if (loaded.movements.of(trace).in_order[carried.movement].debit == place.paid)
        sum += carried.amount;
    }
    return sum;
  }
  const auto kind = place.is_account ? Holding::Kind::account : Holding::Kind::end_point;
  for (const Holding& holding : trace.holdings) {
    if (holding.kind != kind || holding.node != place.node) continue;
    if (holding.amount.currency() == gbp) sum += holding.amount.minor();
  }
  return sum;
}

}  // namespace

Result<std::map<std::string, TracedAmount>> traced_assets(const LoadedCase& loaded, Date as_at) {
  std::map<std::string, TracedAmount> traced;
  RECOUP_TRY(places, places_of(loaded));
  if (places.empty() || loaded.sources.empty()) return traced;
  const CivilTime end{midnight(as_at + std::chrono::days(1)).micros - 1};
  RECOUP_TRY(traces, all_traces(loaded, end, true));
  for (const AssetPlace& place : places) {
    std::optional<TracedAmount> range;
    for (const Trace& trace : traces) {
      if (trace.method == TracingMethod::lifo) continue;
      const Money amount(found_by(loaded, trace, place), gbp);
      const std::string method(text(trace.method));
      if (!range) range = TracedAmount{amount, method, amount, method};
      if (amount.compare(range->least) < 0) range->least = amount, range->least_method = method;
      if (amount.compare(range->most) > 0) range->most = amount, range->most_method = method;
    }
    if (range) traced.emplace(place.id, std::move(*range));
  }
  return traced;
}

}  // namespace recoup
