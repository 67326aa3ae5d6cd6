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

void EndTally::add(const Lots& lots, Holding::Kind kind, const std::string& node,
                   Currency currency) {
  for (const Lot& lot : lots) {
    if (lot.tag != Lot::clean) sums_[{lot.tag, kind, node, currency}] += lot.amount;
  }
}

void EndTally::take_back(const Lots& lots, const std::string& end_point, Currency currency) {
  for (const Lot& lot : lots) {
    if (lot.tag == Lot::clean) continue;
    const auto at = sums_.find({lot.tag, Holding::Kind::end_point, end_point, currency});
    RECOUP_CHECK(at != sums_.end() && at->second >= lot.amount);
    at->second -= lot.amount;
    if (at->second == 0) sums_.erase(at);
  }
}

std::vector<Holding> EndTally::holdings() const {
  std::vector<Holding> holdings;
  for (const auto& [key, amount] : sums_) {
    holdings.push_back({key.source, key.kind, key.node, Money(amount, key.currency)});
  }
  std::sort(holdings.begin(), holdings.end(), largest_first);
  return holdings;
}

}  // namespace recoup
