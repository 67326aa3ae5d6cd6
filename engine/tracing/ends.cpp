#include "ends.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

/// A holding before its node is written out.
struct HeldSum {
  Lot lot;
  std::uint32_t node_place;  ///< In byte order of the names.
  Holding::Kind kind;
  Currency currency;
};

bool largest_first(const HeldSum& a, const HeldSum& b) {
  if (a.lot.tag != b.lot.tag) return a.lot.tag < b.lot.tag;
  if (a.lot.amount != b.lot.amount) return a.lot.amount > b.lot.amount;
  if (a.node_place != b.node_place) return a.node_place < b.node_place;
  // The currency itself: a view of its code would outlive the copy that currency() returns.
  return std::tuple(text(a.kind), a.currency) < std::tuple(text(b.kind), b.currency);
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
  // Out of the order of a hash table.
  std::vector<std::pair<std::string_view, std::uint32_t>> nodes(rows_.begin(), rows_.end());
  std::sort(nodes.begin(), nodes.end());
  std::vector<HeldSum> sums;
  for (std::uint32_t place = 0; place < nodes.size(); ++place) {
    for (const End& end : ends_[nodes[place].second]) {
      for (const Lot& sum : end.sums) {
        if (sum.tag != Lot::clean) sums.push_back({sum, place, end.kind, end.currency});
      }
    }
  }
  std::sort(sums.begin(), sums.end(), largest_first);
  std::vector<Holding> holdings;
  holdings.reserve(sums.size());
  for (const HeldSum& sum : sums) {
    holdings.push_back({sum.lot.tag, sum.kind, std::string(nodes[sum.node_place].first),
                        Money(sum.lot.amount, sum.currency)});
  }
  return holdings;
}

}  // namespace recoup
