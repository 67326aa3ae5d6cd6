#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "recoup/casework/what_if.hpp"

namespace recoup {
namespace {

bool is_before(const WhatIfRow& a, const WhatIfRow& b) {
  const auto rest = [](const WhatIfRow& row) {
    return std::tuple(row.node, row.kind, row.as_it_stands.currency());
  };
  if (a.source != b.source) return a.source < b.source;
  if (a.as_it_stands.minor() != b.as_it_stands.minor()) {
    return a.as_it_stands.minor() > b.as_it_stands.minor();
  }
  if (a.what_if.minor() != b.what_if.minor()) return a.what_if.minor() > b.what_if.minor();
  return rest(a) < rest(b);
}

}  // namespace

WhatIfFigures compare_runs(const Trace& stands, const Trace& supposed,
                           const std::vector<std::uint32_t>& source_of) {
  using Both = std::pair<MinorUnits, MinorUnits>;
  std::map<std::tuple<std::uint32_t, Holding::Kind, std::string, Currency>, Both> figures;
  std::map<std::pair<std::uint32_t, Currency>, Both> totals;
  const auto add = [&](const Holding& holding, std::uint32_t source, MinorUnits Both::*side) {
    const Currency currency = holding.amount.currency();
    figures[{source, holding.kind, holding.node, currency}].*side += holding.amount.minor();
    totals[{source, currency}].*side += holding.amount.minor();
  };
  for (const Holding& holding : stands.holdings) add(holding, holding.source, &Both::first);
  for (const Holding& holding : supposed.holdings) {
    add(holding, source_of.at(holding.source), &Both::second);
  }
  WhatIfFigures out{stands.method, {}, {}};
  for (const auto& [key, both] : figures) {
    const auto& [source, kind, node, currency] = key;
    out.rows.push_back({source, kind, node, Money(both.first, currency),
                        Money(both.second, currency), Money(both.second - both.first, currency)});
  }
  std::sort(out.rows.begin(), out.rows.end(), is_before);
  for (const auto& [key, both] : totals) {
    const auto& [source, currency] = key;
    out.totals.push_back({source, Money(both.first, currency), Money(both.second, currency),
                          Money(both.second - both.first, currency)});
  }
  return out;
}

Result<WhatIfFigures> trace_supposed(const SupposedCase& supposed, const TraceQuestion& question,
                                     const TracedBoth& stands, std::vector<std::string>& notes) {
  TraceQuestion asked{supposed.sources, question.method, supposed.as_at, {}, false};
  if (!asked.as_at) asked.as_at = question.as_at;
  if (!question.accrue.empty()) asked.accrue = supposed.interest;
  auto traced = trace_both(supposed.ledger, supposed.movements, asked);
  if (!traced) {
    Error error = std::move(traced).error();
    error.found = "under what is supposed, " + error.found;
    return error;
  }
  const TracedBoth both = std::move(traced).value();
  if (both.leads.day_order != stands.leads.day_order) {
    notes.push_back(
        "where nothing proves the order within a day, the figures as they stand are "
        "those with " +
        std::string(text(stands.leads.day_order)) + ", and those under the what-if " + "with " +
        std::string(text(both.leads.day_order)) + ", under " + std::string(text(question.method)));
  }
  return compare_runs(stands.leads, both.leads, supposed.source_of);
}

}  // namespace recoup
