#include "ends.hpp"

#include <algorithm>
#include <tuple>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

bool largest_first(const Holding& a, const Holding& b) {
  const auto key = [](const Holding& holding) {
    // The currency itself: a view of its code would outlive the copy that currency() returns.
    return std::tuple(std::string_view(holding.node), text(holding.kind),
                      holding.amount.currency());
  };
  if (a.source != b.source) return a.source < b.source;
  if (a.amount.minor() != b.amount.minor()) return a.amount.minor() > b.amount.minor();
  return key(a) < key(b);
}

}  // namespace

Lots& EndTally::sums_at(Holding::Kind kind, const std::string& node, Currency currency) {
  const auto [row, is_new] = rows_.try_emplace(node, static_cast<std::uint32_t>(ends_.size()));
  if (is_new) ends_.emplace_back();
  std::vector<End>& ends = ends_[row->second];
  for (End& end : ends) {
    if (end.kind == kind && end.currency == currency) return end.sums;
  }
  return ends.emplace_back(End{kind, currency, {}}).sums;
}

void EndTally::add(const Lots& lots, Holding::Kind kind, const std::string& node,
                   Currency currency) {
  if (is_tainted(lots)) add_by_tag(sums_at(kind, node, currency), lots);
}

void EndTally::take_back(const Lots& lots, const std::string& end_point, Currency currency) {
  Lots& sums = sums_at(Holding::Kind::end_point, end_point, currency);
  for (const Lot& lot : lots) {
    if (lot.tag == Lot::clean) continue;
    const auto at =
        std::lower_bound(sums.begin(), sums.end(), lot.tag,
                         [](const Lot& sum, std::uint32_t tag) { return sum.tag < tag; });
    RECOUP_CHECK(at != sums.end() && at->tag == lot.tag && at->amount >= lot.amount);
    at->amount -= lot.amount;
    if (at->amount == 0) sums.erase(at);
  }
}

std::vector<Holding> EndTally::holdings() const {
  std::vector<Holding> holdings;
  // In the order of a hash table, and sorted behind it by a key that no two have in common.
  for (const auto& [node, row] : rows_) {
    for (const End& end : ends_[row]) {
      for (const Lot& sum : end.sums) {
        if (sum.tag == Lot::clean) continue;
        holdings.push_back({sum.tag, end.kind, node, Money(sum.amount, end.currency)});
      }
    }
  }
  std::sort(holdings.begin(), holdings.end(), largest_first);
  return holdings;
}

}  // namespace recoup
