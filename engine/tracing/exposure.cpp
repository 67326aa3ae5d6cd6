#include "recoup/tracing/exposure.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "sources.hpp"

namespace recoup {
namespace {

using Tags = std::set<std::uint32_t>;

/// Spreads sources from account to account, in trace order.
class Spread {
 public:
  explicit Spread(const Ledger& ledger) : ledger_(ledger), accounts_(ledger.accounts.size()) {}

  void on_account(AccountRow account, const Tags& tags, std::optional<std::uint32_t> movement) {
    for (const std::uint32_t tag : tags) {
      if (!accounts_[index(account)].insert(tag).second) continue;
      found_.push_back({tag, Holding::Kind::account, ledger_.accounts[index(account)], movement});
    }
  }

  void on_end_point(const std::string& node, const Tags& tags, std::uint32_t movement) {
    for (const std::uint32_t tag : tags) {
      if (!end_points_[node].insert(tag).second) continue;
      found_.push_back({tag, Holding::Kind::end_point, node, movement});
    }
  }

  [[nodiscard]] const Tags& tags_on(AccountRow account) const { return accounts_[index(account)]; }

  void follow(const Movement& movement, std::uint32_t row) {
    if (!movement.debit) return;
    const Tags tags = accounts_[index(ledger_.account[index(*movement.debit)])];
    if (tags.empty()) return;
    if (movement.credit) {
      on_account(ledger_.account[index(*movement.credit)], tags, row);
    } else {
      on_end_point(end_point_of(ledger_, movement), tags, row);
    }
  }

  std::vector<Exposure> finish() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Exposure& a, const Exposure& b) { return a.source < b.source; });
    return std::move(found_);
  }

 private:
  const Ledger& ledger_;
  std::vector<Tags> accounts_;
  std::map<std::string, Tags> end_points_;
  std::vector<Exposure> found_;
};

Tags tags_of(const Lots& lots) {
  Tags tags;
  for (const Lot& lot : lots) tags.insert(lot.tag);
  return tags;
}

}  // namespace

Result<std::vector<Exposure>> exposures(const Ledger& ledger, const Movements& movements,
                                        const TraceQuestion& question) {
  RECOUP_TRY(sources, sort_sources(ledger, movements, question.sources));
  Spread spread(ledger);
  for (const auto& [key, lots] : sources.by_opening) {
    spread.on_account(key.first, tags_of(lots), std::nullopt);
  }
  const std::size_t count = followed_count(ledger, movements, question.as_at);
  auto coordination = movements.coordinations.begin();
  // The sources that a credit may bring: its own, or those of the account that pays it.
  const auto brought = [&](std::size_t row) {
    const Movement& movement = movements.in_order[row];
    if (movement.debit) return spread.tags_on(ledger.account[index(*movement.debit)]);
    const auto tainted = sources.by_credit.find(*movement.credit);
    return tainted == sources.by_credit.end() ? Tags() : tags_of(tainted->second);
  };
  for (std::size_t row = 0; row < count; ++row) {
    const Movement& movement = movements.in_order[row];
    const auto at = static_cast<std::uint32_t>(row);
    if (!movement.debit && movement.credit) {
      const auto tainted = sources.by_credit.find(*movement.credit);
      if (tainted != sources.by_credit.end()) {
        spread.on_account(ledger.account[index(*movement.credit)], tags_of(tainted->second), at);
      }
    }
    spread.follow(movement, at);
    for (; coordination != movements.coordinations.end() && coordination->credit == row;
         ++coordination) {
      const LegRow debit = *movements.in_order[coordination->debit].debit;
      spread.on_end_point(std::string(end_point_name(ledger.text[index(debit)])), brought(row), at);
    }
  }
  return spread.finish();
}

}  // namespace recoup
