#include "recoup/matching/changed_links.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace recoup {
namespace {

using Rows = std::vector<std::optional<LegRow>>;

void remap(std::vector<LegRow>& legs, const Rows& rows) {
  std::vector<LegRow> kept;
  for (const LegRow leg : legs) {
    if (rows[index(leg)]) kept.push_back(*rows[index(leg)]);
  }
  legs = std::move(kept);
}

/// Keeps what names two legs where both are there.
template <typename T>
void remap_pairs(std::vector<T>& pairs, const Rows& rows, LegRow T::*one, LegRow T::*other) {
  std::erase_if(
      pairs, [&](const T& pair) { return !rows[index(pair.*one)] || !rows[index(pair.*other)]; });
  for (T& pair : pairs) {
    pair.*one = *rows[index(pair.*one)];
    pair.*other = *rows[index(pair.*other)];
  }
}

/// Adds to the unmatched legs those that no pair names any more.
void add_unmatched(Links& links, std::set<LegRow> freed) {
  for (const Link& link : links.matched) {
    freed.erase(link.debit);
    freed.erase(link.credit);
  }
  freed.insert(links.unmatched.begin(), links.unmatched.end());
  links.unmatched.assign(freed.begin(), freed.end());
}

}  // namespace

std::vector<std::size_t> pairs_of_reading(const Links& links, std::size_t pair) {
  std::set<std::size_t> pairs = {pair};
  if (!links.matched.at(pair).part) return {pair};
  std::set<LegRow> legs = {links.matched[pair].debit, links.matched[pair].credit};
  for (bool grows = true; grows;) {
    grows = false;
    for (std::size_t i = 0; i < links.matched.size(); ++i) {
      const Link& link = links.matched[i];
      if (!legs.contains(link.debit) && !legs.contains(link.credit)) continue;
      if (!pairs.insert(i).second) continue;
      legs.insert({link.debit, link.credit});
      grows = true;
    }
  }
  return {pairs.begin(), pairs.end()};
}

Links without_pairs(const Links& links, const std::vector<std::size_t>& pairs) {
  Links left = links;
  left.matched.clear();
  std::set<LegRow> freed;
  for (std::size_t i = 0; i < links.matched.size(); ++i) {
    const Link& link = links.matched[i];
    if (std::find(pairs.begin(), pairs.end(), i) == pairs.end()) {
      left.matched.push_back(link);
    } else {
      freed.insert({link.debit, link.credit});
    }
  }
  add_unmatched(left, std::move(freed));
  return left;
}

Links links_on_rows(const Links& links, const Rows& rows) {
  Links moved = links;
  std::set<LegRow> freed;
  const auto free_if_there = [&](LegRow leg) {
    if (rows[index(leg)]) freed.insert(*rows[index(leg)]);
  };
  for (const Link& link : links.matched) {
    if (rows[index(link.debit)] && rows[index(link.credit)]) continue;
    free_if_there(link.debit);
    free_if_there(link.credit);
  }
  remap_pairs(moved.matched, rows, &Link::debit, &Link::credit);
  remap_pairs(moved.reversals, rows, &ReversalLink::debit, &ReversalLink::credit);
  remap_pairs(moved.coordinations, rows, &CoordinationLink::debit, &CoordinationLink::credit);
  remap_pairs(moved.cash, rows, &CashPair::drawn, &CashPair::paid_in);
  std::erase_if(moved.leads, [&](const Lead& lead) { return !rows[index(lead.leg)]; });
  for (Lead& lead : moved.leads) lead.leg = *rows[index(lead.leg)];
  remap(moved.unmatched, rows);
  for (Review& review : moved.review) {
    remap(review.debits, rows);
    remap(review.credits, rows);
    if (!review.debits.empty() && !review.credits.empty()) continue;
    freed.insert(review.debits.begin(), review.debits.end());
    freed.insert(review.credits.begin(), review.credits.end());
  }
  std::erase_if(moved.review, [](const Review& review) {
    return review.debits.empty() || review.credits.empty();
  });
  add_unmatched(moved, std::move(freed));
  return moved;
}

}  // namespace recoup
