#include "recoup/tracing/range.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace recoup {
namespace {

struct RangeKey {
  std::uint32_t source;
  Holding::Kind kind;
  std::string node;
  Currency currency;

  friend auto operator<=>(const RangeKey&, const RangeKey&) = default;
};

bool largest_first(const RangeRow& a, const RangeRow& b) {
  if (a.source != b.source) return a.source < b.source;
  if (a.most.minor() != b.most.minor()) return a.most.minor() > b.most.minor();
  return std::tuple(std::string_view(a.node), text(a.kind), a.most.currency()) <
         std::tuple(std::string_view(b.node), text(b.kind), b.most.currency());
}

}  // namespace

std::vector<RangeRow> range_over(const std::vector<Trace>& traces) {
  std::vector<const Trace*> counted;
  for (const TracingMethod method : dividing_methods) {
    if (method == TracingMethod::lifo) continue;
    for (const Trace& trace : traces) {
      if (trace.method == method) counted.push_back(&trace);
    }
  }
  std::map<RangeKey, std::vector<MinorUnits>> figures;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    for (const Holding& holding : counted[i]->holdings) {
      std::vector<MinorUnits>& row =
          figures[{holding.source, holding.kind, holding.node, holding.amount.currency()}];
      row.resize(counted.size(), 0);
      row[i] = holding.amount.minor();
    }
  }
  std::vector<RangeRow> range;
  for (const auto& [key, row] : figures) {
    const auto least = std::min_element(row.begin(), row.end());
    const auto most = std::max_element(row.begin(), row.end());
    range.push_back({key.source, key.kind, key.node, Money(*least, key.currency),
                     counted[static_cast<std::size_t>(least - row.begin())]->method,
                     Money(*most, key.currency),
                     counted[static_cast<std::size_t>(most - row.begin())]->method});
  }
  std::sort(range.begin(), range.end(), largest_first);
  return range;
}

}  // namespace recoup
