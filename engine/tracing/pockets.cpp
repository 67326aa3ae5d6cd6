#include "pockets.hpp"

#include <algorithm>
#include <bit>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

/// The currencies of each account, with its openings'.
std::vector<PocketKey> keys_of(const Ledger& ledger) {
  std::vector<PocketKey> keys;
  keys.reserve(ledger.accounts.size());
  for (std::size_t leg = 0; leg < ledger.leg_count(); ++leg) {
    // As one number of four bytes: this is done for every leg.
    const bool is_new = keys.empty() || keys.back().first != ledger.account[leg] ||
                        std::bit_cast<std::uint32_t>(keys.back().second) !=
                            std::bit_cast<std::uint32_t>(ledger.currency[leg]);
    if (is_new) keys.emplace_back(ledger.account[leg], ledger.currency[leg]);
  }
  for (const OpeningBalance& opening : ledger.openings) {
    keys.emplace_back(opening.account, opening.amount.currency());
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

Pockets::Pockets(const Ledger& ledger, TracingMethod method)
    : ledger_(ledger),
      first_(ledger.accounts.size() + 1, 0),
      keys_(keys_of(ledger)),
      pockets_(keys_.size(), Pocket{LotStore(method), 0}) {
  for (const PocketKey& key : keys_) ++first_[recoup::index(key.first) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

PocketRow Pockets::row_of(const PocketKey& key) const {
  const auto begin = keys_.begin() + first_[recoup::index(key.first)];
  const auto end = keys_.begin() + first_[recoup::index(key.first) + 1];
  const auto at = std::find(begin, end, key);
  RECOUP_CHECK(at != end);
  return static_cast<PocketRow>(at - keys_.begin());
}

}  // namespace recoup
