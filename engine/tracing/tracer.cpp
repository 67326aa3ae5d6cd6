#include "recoup/tracing/tracer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "conservation.hpp"
#include "lots.hpp"
#include "recoup/base/check.hpp"
#include "sources.hpp"

namespace recoup {
namespace {

/// The money of one account in one currency.
struct Pocket {
  LotStore lots;
  MinorUnits balance = 0;  ///< As booked; negative where the account is overdrawn.
};

using PocketKey = std::pair<AccountRow, Currency>;

/// Where money ended: an end point, an overdraft that it repaid, a gap at which it stopped.
struct EndKey {
  std::uint32_t source;
  Holding::Kind kind;
  std::string node;
  Currency currency;

  friend auto operator<=>(const EndKey&, const EndKey&) = default;
};

Lots with_clean_rest(Lots tainted, MinorUnits amount) {
  const MinorUnits rest = amount - total(tainted);
  RECOUP_CHECK(rest >= 0);
  Lots lots;
  for (const Lot& lot : tainted) append(lots, lot);
  append(lots, {Lot::clean, rest});
  return lots;
}

/// Follows the movements one by one. The money of every account is in `pockets_`.
class Follower {
 public:
  Follower(const Ledger& ledger, const TraceQuestion& question, SourceLots sources)
      : ledger_(ledger),
        method_(question.method),
        sources_(std::move(sources)),
        conservation_(question.sources.size()) {
    for (const OpeningBalance& opening : ledger.openings) open(opening);
    conservation_.check();
  }

  void follow(const Movement& movement, std::uint32_t row) {
    if (movement.debit) pass_gap(*movement.debit);
    if (movement.credit) pass_gap(*movement.credit);
    const bool within_one_account =
        movement.debit && movement.credit && key_of(*movement.debit) == key_of(*movement.credit);
    if (!within_one_account) {
      Lots moving = movement.debit ? take_debit(movement) : arriving(movement);
      record(moving, row);
      if (movement.credit) {
        put_credit(movement, converted(movement, std::move(moving)));
      } else {
        end(moving, Holding::Kind::end_point, end_point_of(ledger_, movement),
            ledger_.currency[index(*movement.debit)]);
      }
    }
    conservation_.check();
  }

  Trace finish(std::size_t movement_count) {
    Trace trace;
    trace.method = method_;
    trace.movement_count = movement_count;
    trace.carried = std::move(carried_);
    for (const auto& [key, pocket] : pockets_) {
      const Lots lots = pocket.lots.lots();
      RECOUP_CHECK(total(lots) == std::max<MinorUnits>(pocket.balance, 0));
      for (const Lot& lot : lots) {
        ends_[{lot.tag, Holding::Kind::account, ledger_.accounts[index(key.first)], key.second}] +=
            lot.amount;
      }
    }
    for (const auto& [key, amount] : ends_) {
      if (key.source == Lot::clean) continue;
      trace.holdings.push_back({key.source, key.kind, key.node, Money(amount, key.currency)});
    }
    std::sort(trace.holdings.begin(), trace.holdings.end(), largest_first);
    return trace;
  }

 private:
  static bool largest_first(const Holding& a, const Holding& b) {
    const auto key = [](const Holding& holding) {
      // The currency itself: a view of its code would outlive the copy that currency() returns.
      return std::tuple(std::string_view(holding.node), text(holding.kind),
                        holding.amount.currency());
    };
    if (a.source != b.source) return a.source < b.source;
    if (a.amount.minor() != b.amount.minor()) return a.amount.minor() > b.amount.minor();
    return key(a) < key(b);
  }

  [[nodiscard]] PocketKey key_of(LegRow leg) const {
    return {ledger_.account[index(leg)], ledger_.currency[index(leg)]};
  }

  Pocket& pocket(const PocketKey& key) {
    return pockets_.try_emplace(key, Pocket{LotStore(method_), 0}).first->second;
  }

  void put(Pocket& pocket, const Lots& lots, Currency currency) {
    pocket.lots.put(lots);
    conservation_.put_on_account(lots, currency);
  }

  void open(const OpeningBalance& opening) {
    const PocketKey key{opening.account, opening.amount.currency()};
    Pocket& opened = pocket(key);
    opened.balance = opening.amount.minor();
    if (opened.balance <= 0) return;
    const auto tainted = sources_.by_opening.find(key);
    const Lots lots = with_clean_rest(
        tainted == sources_.by_opening.end() ? Lots() : tainted->second, opened.balance);
    conservation_.came_in(lots, key.second);
    put(opened, lots, key.second);
  }

  /// Stops what is held where the statement does not carry on, and begins again with what it shows.
  void pass_gap(LegRow leg) {
    const auto gap =
        std::lower_bound(ledger_.gaps.begin(), ledger_.gaps.end(), leg,
                         [](const Gap& held, LegRow row) { return held.before < row; });
    if (gap == ledger_.gaps.end() || gap->before != leg) return;
    // A leg that is several movements stands behind one gap.
    if (!passed_.insert(leg).second) return;
    const PocketKey key = key_of(leg);
    Pocket& broken = pocket(key);
    const Lots stopped = broken.lots.take_all();
    conservation_.taken_from_account(stopped, key.second);
    end(stopped, Holding::Kind::gap, ledger_.accounts[index(key.first)], key.second);
    broken.balance = gap->restart.minor();
    if (broken.balance > 0) put(broken, {{Lot::clean, broken.balance}}, key.second);
  }

  /// The lots that a debit takes. What the account does not hold is the bank's money, and clean.
  Lots take_debit(const Movement& movement) {
    const PocketKey key = key_of(*movement.debit);
    Pocket& paying = pocket(key);
    const MinorUnits amount = debited(ledger_, movement);
    const MinorUnits held = std::min(amount, paying.lots.held());
    Lots taken = paying.lots.take(held);
    conservation_.taken_from_account(taken, key.second);
    paying.balance -= amount;
    append(taken, {Lot::clean, amount - held});
    check_pocket(paying);
    return taken;
  }

  /// The lots of a credit that comes from an end point: its sources first, the rest clean.
  Lots arriving(const Movement& movement) {
    const LegRow leg = *movement.credit;
    const auto tainted = sources_.by_credit.find(leg);
    Lots lots = with_clean_rest(tainted == sources_.by_credit.end() ? Lots() : tainted->second,
                                credited(ledger_, movement));
    conservation_.came_in(lots, ledger_.currency[index(leg)]);
    return lots;
  }

  /// The lots as they arrive: where the two legs are in two currencies, the credit's amount is
  /// apportioned over the lots taken, in their order.
  Lots converted(const Movement& movement, Lots moving) {
    if (!movement.debit) return moving;
    const Currency from = ledger_.currency[index(*movement.debit)];
    const Currency to = ledger_.currency[index(*movement.credit)];
    const MinorUnits amount = credited(ledger_, movement);
    if (from == to) {
      RECOUP_CHECK(total(moving) == amount);
      return moving;
    }
    conservation_.changed(moving, from);
    std::vector<MinorUnits> weights;
    weights.reserve(moving.size());
    for (const Lot& lot : moving) weights.push_back(lot.amount);
    const std::vector<MinorUnits> shares = apportion(amount, weights);
    Lots arrived;
    for (std::size_t i = 0; i < moving.size(); ++i) append(arrived, {moving[i].tag, shares[i]});
    conservation_.came_in(arrived, to);
    return arrived;
  }

  /// Puts a credit on its account; what only lowers an overdraft repays the bank and is dissipated.
  void put_credit(const Movement& movement, const Lots& moving) {
    const PocketKey key = key_of(*movement.credit);
    Pocket& receiving = pocket(key);
    const MinorUnits amount = credited(ledger_, movement);
    const MinorUnits overdrawn = receiving.balance < 0 ? -receiving.balance : 0;
    if (overdrawn > 0) {
      LotStore incoming(method_);
      incoming.put(moving);
      end(incoming.take(std::min(overdrawn, amount)), Holding::Kind::overdraft,
          ledger_.accounts[index(key.first)], key.second);
      put(receiving, incoming.lots(), key.second);
    } else {
      put(receiving, moving, key.second);
    }
    receiving.balance += amount;
    check_pocket(receiving);
  }

  static void check_pocket(const Pocket& pocket) {
    RECOUP_CHECK(pocket.lots.held() == std::max<MinorUnits>(pocket.balance, 0));
  }

  void end(const Lots& lots, Holding::Kind kind, const std::string& node, Currency currency) {
    conservation_.ended(lots, currency);
    for (const Lot& lot : lots) {
      if (lot.tag != Lot::clean) ends_[{lot.tag, kind, node, currency}] += lot.amount;
    }
  }

  void record(const Lots& lots, std::uint32_t row) {
    const std::size_t first = carried_.size();
    for (const Lot& lot : lots) {
      if (lot.tag == Lot::clean) continue;
      const auto same =
          std::find_if(carried_.begin() + static_cast<std::ptrdiff_t>(first), carried_.end(),
                       [&](const Carried& c) { return c.source == lot.tag; });
      if (same != carried_.end()) {
        same->amount += lot.amount;
      } else {
        carried_.push_back({row, lot.tag, lot.amount});
      }
    }
    std::sort(carried_.begin() + static_cast<std::ptrdiff_t>(first), carried_.end(),
              [](const Carried& a, const Carried& b) { return a.source < b.source; });
  }

  const Ledger& ledger_;
  TracingMethod method_;
  SourceLots sources_;
  Conservation conservation_;
  std::map<PocketKey, Pocket> pockets_;
  std::map<EndKey, MinorUnits> ends_;
  std::vector<Carried> carried_;
  std::set<LegRow> passed_;  ///< Legs behind gaps that were passed.
};

}  // namespace

Result<Trace> trace(const Ledger& ledger, const Movements& movements,
                    const TraceQuestion& question) {
  RECOUP_TRY(sources, sort_sources(ledger, movements, question.sources));
  Follower follower(ledger, question, std::move(sources));
  const std::size_t count = followed_count(ledger, movements, question.as_at);
  for (std::size_t row = 0; row < count; ++row) {
    follower.follow(movements.in_order[row], static_cast<std::uint32_t>(row));
  }
  return follower.finish(count);
}

}  // namespace recoup
