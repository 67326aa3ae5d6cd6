#include "recoup/tracing/tracer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "conservation.hpp"
#include "ends.hpp"
#include "interest.hpp"
#include "lots.hpp"
#include "recoup/base/check.hpp"
#include "sources.hpp"
#include "witness.hpp"

namespace recoup {
namespace {

/// What a debit took that a later credit gives back, as far as it has not.
struct GivenBack {
  Lots left;
  std::string node;  ///< Of the end point that it went to.
};

/// What of a debit went out of an overdraft and is still to be attributed to a later credit.
struct Financed {
  MinorUnits left = 0;
  std::string node;
};

/// Follows the movements one by one. The money of every account is in `pockets_`.
class Follower {
 public:
  Follower(const Ledger& ledger, const Movements& movements, const TraceQuestion& question,
           SourceLots sources, Accrual accrual, TraceWitness* witness)
      : ledger_(ledger),
        method_(question.method),
        day_order_(movements.day_order),
        sources_(std::move(sources)),
        accrual_(std::move(accrual)),
        witness_(witness),
        conservation_(question.sources.size()) {
    for (const Movement& movement : movements.in_order) {
      if (movement.reverses) given_back_[*movement.reverses];
    }
    for (const Coordination& pair : movements.coordinations) {
      financed_[pair.debit];
      coordinated_[pair.credit].push_back(pair.debit);
    }
    for (const OpeningBalance& opening : ledger.openings) open(opening);
    conservation_.check();
  }

  /// False where a weight of interest leaves 128 bits: nothing more can be followed then.
  [[nodiscard]] bool follow(const Movement& movement, std::uint32_t row) {
    for (const auto& leg : {movement.debit, movement.credit}) {
      if (leg && !accrue(*leg)) return false;
    }
    if (movement.debit) pass_gap(*movement.debit);
    if (movement.credit) pass_gap(*movement.credit);
    const bool within_one_account =
        movement.debit && movement.credit && key_of(*movement.debit) == key_of(*movement.credit);
    if (!within_one_account) {
      seen_ = {};
      if (!movement.credit) {
        pay_out(movement, row);
      } else if (!pay_in(movement, row)) {
        return false;
      }
      if (witness_ != nullptr)
        witness_->moved(row, seen_, view(movement.debit), view(movement.credit));
    }
    conservation_.check();
    return true;
  }

  Trace finish(std::size_t movement_count) {
    Trace trace;
    trace.method = method_;
    trace.day_order = day_order_;
    trace.movement_count = movement_count;
    trace.carried = std::move(carried_);
    trace.interest = std::move(interest_);
    trace.attributed = std::move(attributed_);
    for (const auto& [key, pocket] : pockets_) {
      const Lots lots = pocket.lots.lots();
      RECOUP_CHECK(total(lots) == std::max<MinorUnits>(pocket.balance, 0));
      ends_.add(lots, Holding::Kind::account, ledger_.accounts[index(key.first)], key.second);
    }
    trace.holdings = ends_.holdings();
    return trace;
  }

 private:
  [[nodiscard]] PocketKey key_of(LegRow leg) const {
    return {ledger_.account[index(leg)], ledger_.currency[index(leg)]};
  }

  [[nodiscard]] PocketView view(const PocketKey& key) {
    const Pocket& seen = pocket(key);
    return {key.first, key.second, seen.lots, seen.balance};
  }
  [[nodiscard]] std::optional<PocketView> view(const std::optional<LegRow>& leg) {
    if (!leg) return std::nullopt;
    return view(key_of(*leg));
  }

  Pocket& pocket(const PocketKey& key) {
    return pockets_.try_emplace(key, Pocket{LotStore(method_), 0}).first->second;
  }

  enum class Where : std::uint8_t { last, taken_from };

  void put(Pocket& pocket, const Lots& lots, Currency currency, Where where = Where::last) {
    if (where == Where::last) {
      pocket.lots.put(lots);
    } else {
      pocket.lots.put_back(lots);
    }
    conservation_.put_on_account(lots, currency);
  }

  void open(const OpeningBalance& opening) {
    const PocketKey key{opening.account, opening.amount.currency()};
    Pocket& opened = pocket(key);
    opened.balance = opening.amount.minor();
    if (opened.balance > 0) open(opened, key);
    if (witness_ != nullptr) witness_->opened(view(key));
  }

  void open(Pocket& opened, const PocketKey& key) {
    const auto tainted = sources_.by_opening.find(key);
    const Lots lots = with_clean_rest(
        tainted == sources_.by_opening.end() ? Lots() : tainted->second, opened.balance);
    conservation_.came_in(lots, key.second);
    put(opened, lots, key.second);
  }

  /// Where the statement does not carry on: stops what is held and begins again with what it shows,
  /// or, where a person accepted the gap, lets an unseen movement of the difference pass.
  void pass_gap(LegRow leg) {
    const auto gap =
        std::lower_bound(ledger_.gaps.begin(), ledger_.gaps.end(), leg,
                         [](const Gap& held, LegRow row) { return held.before < row; });
    if (gap == ledger_.gaps.end() || gap->before != leg) return;
    // A leg that is several movements stands behind one gap.
    if (!passed_.insert(leg).second) return;
    const PocketKey key = key_of(leg);
    const Lots stopped = gap->is_accepted
                             ? pass_unseen(key, gap->restart.minor() - pocket(key).balance)
                             : begin_again(key, gap->restart.minor());
    if (witness_ != nullptr) witness_->stopped(leg, stopped, view(key));
  }

  /// Stops what is held, and says what it was.
  Lots begin_again(const PocketKey& key, MinorUnits balance) {
    Pocket& broken = pocket(key);
    Lots stopped = broken.lots.take_all();
    conservation_.taken_from_account(stopped, key.second);
    end(stopped, Holding::Kind::gap, ledger_.accounts[index(key.first)], key.second);
    broken.balance = balance;
    if (balance > 0) put(broken, {{Lot::clean, balance}}, key.second);
    return stopped;
  }

  /// What an accepted gap hides is one debit, which stops there, or one clean credit. Says what
  /// stopped.
  Lots pass_unseen(const PocketKey& key, MinorUnits difference) {
    if (difference < 0) {
      Lots stopped = take_debit(key, -difference);
      end(stopped, Holding::Kind::gap, ledger_.accounts[index(key.first)], key.second);
      return stopped;
    }
    if (difference > 0) {
      put_credit({key, difference, Where::last, std::nullopt}, {{Lot::clean, difference}});
    }
    return {};
  }

  [[nodiscard]] bool accrue(LegRow leg) {
    if (accrual_.is_empty()) return true;
    const PocketKey key = key_of(leg);
    return accrual_.pass_to(key, pocket(key).lots, ledger_.booked_at[index(leg)].date());
  }

  /// Follows a debit to an end point.
  void pay_out(const Movement& movement, std::uint32_t row) {
    const PocketKey key = key_of(*movement.debit);
    const MinorUnits amount = debited(ledger_, movement);
    const std::string node = end_point_of(ledger_, movement);
    const auto financed = financed_.find(row);
    if (financed != financed_.end()) {
      financed->second = {amount - std::min(amount, pocket(key).lots.held()), node};
    }
    Lots moving = take_debit(key, amount);
    record(moving, row);
    end(moving, Holding::Kind::end_point, node, key.second);
    const auto awaited = given_back_.find(row);
    if (awaited != given_back_.end()) awaited->second = {std::move(moving), node};
  }

  /// Follows a movement to a traced account.
  [[nodiscard]] bool pay_in(const Movement& movement, std::uint32_t row) {
    const LegRow leg = *movement.credit;
    std::optional<Lots> moving = leaving(movement, row);
    if (!moving) return false;
    record(*moving, row);
    put_credit({key_of(leg), credited(ledger_, movement),
                movement.reverses ? Where::taken_from : Where::last, row},
               converted(movement, *std::move(moving)));
    return true;
  }

  /// The lots that a movement takes from where it comes from.
  std::optional<Lots> leaving(const Movement& movement, std::uint32_t row) {
    if (movement.debit) {
      return take_debit(key_of(*movement.debit), debited(ledger_, movement));
    }
    if (movement.reverses) return given_back(*movement.reverses, *movement.credit);
    return arriving(movement, row);
  }

  /// The very lots that the debit took, in part where a part is given back, out of its end point.
  Lots given_back(std::uint32_t row, LegRow leg) {
    GivenBack& awaited = given_back_.at(row);
    const Currency currency = ledger_.currency[index(leg)];
    Lots back = take_in_lot_order(awaited.left, ledger_.amount_minor[index(leg)]);
    conservation_.came_back(back, currency);
    ends_.take_back(back, awaited.node, currency);
    return back;
  }

  /// The lots that a debit takes. What the account does not hold is the bank's money, and clean.
  Lots take_debit(const PocketKey& key, MinorUnits amount) {
    Pocket& paying = pocket(key);
    const MinorUnits held = std::min(amount, paying.lots.held());
    Lots taken = paying.lots.take(held);
    conservation_.taken_from_account(taken, key.second);
    paying.balance -= amount;
    append(taken, {Lot::clean, amount - held});
    check_pocket(paying);
    return taken;
  }

  /// The lots of a credit that comes from an end point: its sources first; the rest is clean, or is
  /// interest on what the account held.
  std::optional<Lots> arriving(const Movement& movement, std::uint32_t row) {
    const LegRow leg = *movement.credit;
    const auto tainted = sources_.by_credit.find(leg);
    const MinorUnits amount = credited(ledger_, movement);
    const Lots declared = tainted == sources_.by_credit.end() ? Lots() : tainted->second;
    Lots lots;
    if (const AccrualPeriod* period = accrual_.of(key_of(leg), leg)) {
      const std::optional<Lots> earned = interest_lots(*period, amount - total(declared));
      if (!earned) return std::nullopt;
      AccruedInterest accrued{row, period->from, period->until, *earned};
      std::erase_if(accrued.shares, [](const Lot& lot) { return lot.tag == Lot::clean; });
      interest_.push_back(std::move(accrued));
      for (const Lots& each : {declared, *earned}) {
        for (const Lot& lot : each) append(lots, lot);
      }
    } else {
      lots = with_clean_rest(declared, amount);
    }
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
    Lots arrived = in_shares_of(moving, amount);
    conservation_.came_in(arrived, to);
    return arrived;
  }

  /// A credit on its way to its account.
  struct Arrival {
    PocketKey key;
    MinorUnits amount = 0;
    Where where = Where::last;
    std::optional<std::uint32_t> row;  ///< Of the movement; empty for what no statement shows.
  };

  /// Puts a credit on its account; what only lowers an overdraft repays the bank and is dissipated.
  void put_credit(const Arrival& arrival, const Lots& moving) {
    const Currency currency = arrival.key.second;
    Pocket& receiving = pocket(arrival.key);
    const MinorUnits overdrawn = receiving.balance < 0 ? -receiving.balance : 0;
    if (overdrawn > 0) {
      LotStore incoming(method_);
      incoming.put(moving);
      repay(arrival, incoming.take(std::min(overdrawn, arrival.amount)));
      put(receiving, incoming.lots(), currency, arrival.where);
    } else {
      put(receiving, moving, currency, arrival.where);
    }
    receiving.balance += arrival.amount;
    check_pocket(receiving);
  }

  /// What repays an overdraft, but for what a person attributes to the debits that it paid for.
  void repay(const Arrival& arrival, const Lots& lots) {
    const Currency currency = arrival.key.second;
    LotStore repaying(method_);
    repaying.put(lots);
    const auto asserted = arrival.row ? coordinated_.find(*arrival.row) : coordinated_.end();
    if (asserted != coordinated_.end()) {
      for (const std::uint32_t debit : asserted->second) {
        Financed& financed = financed_.at(debit);
        const MinorUnits part = std::min(financed.left, repaying.held());
        const Lots taken = repaying.take(part);
        financed.left -= part;
        end(taken, Holding::Kind::end_point, financed.node, currency);
        for (const Lot& lot : by_source(taken)) {
          attributed_.push_back({{debit, *arrival.row}, lot.tag, lot.amount});
        }
        for (const Lot& lot : taken) append(seen_.attributed, lot);
      }
    }
    seen_.repaid = repaying.lots();
    end(seen_.repaid, Holding::Kind::overdraft, ledger_.accounts[index(arrival.key.first)],
        currency);
  }

  static void check_pocket(const Pocket& pocket) {
    RECOUP_CHECK(pocket.lots.held() == std::max<MinorUnits>(pocket.balance, 0));
  }

  void end(const Lots& lots, Holding::Kind kind, const std::string& node, Currency currency) {
    conservation_.ended(lots, currency);
    ends_.add(lots, kind, node, currency);
  }

  void record(const Lots& lots, std::uint32_t row) {
    if (witness_ != nullptr) seen_.moved = lots;
    for (const Lot& part : by_source(lots)) carried_.push_back({row, part.tag, part.amount});
  }

  const Ledger& ledger_;
  TracingMethod method_;
  DayOrder day_order_;
  SourceLots sources_;
  Accrual accrual_;
  TraceWitness* witness_;  ///< Or nobody.
  SeenLots seen_;          ///< Of the movement that is followed.
  Conservation conservation_;
  std::map<PocketKey, Pocket> pockets_;
  EndTally ends_;
  std::vector<Carried> carried_;
  std::vector<AccruedInterest> interest_;
  std::vector<Attributed> attributed_;
  std::map<std::uint32_t, GivenBack> given_back_;  ///< By the row of the debit.
  std::map<std::uint32_t, Financed> financed_;     ///< Likewise.
  std::map<std::uint32_t, std::vector<std::uint32_t>>
      coordinated_;          ///< Debits by the credit's row.
  std::set<LegRow> passed_;  ///< Legs behind gaps that were passed.
};

Result<Trace> follow_all(const Ledger& ledger, const Movements& movements,
                         const TraceQuestion& question, TraceWitness* witness) {
  RECOUP_TRY(sources, sort_sources(ledger, movements, question.sources));
  const std::size_t count = followed_count(ledger, movements, question.as_at);
  RECOUP_TRY(accrual, Accrual::make(ledger, movements, count, question.accrue));
  Follower follower(ledger, movements, question, std::move(sources), std::move(accrual), witness);
  for (std::size_t row = 0; row < count; ++row) {
    if (follower.follow(movements.in_order[row], static_cast<std::uint32_t>(row))) continue;
    return Error{ErrorCode::out_of_range,
                 "amounts times days of more than 128 bits",
                 "interest on amounts whose time-weighted sum fits 128 bits",
                 {}};
  }
  return follower.finish(count);
}

}  // namespace

Result<Trace> trace(const Ledger& ledger, const Movements& movements,
                    const TraceQuestion& question) {
  return follow_all(ledger, movements, question, nullptr);
}

Result<Trace> trace_before(TraceWitness& witness, const Ledger& ledger, const Movements& movements,
                           const TraceQuestion& question) {
  return follow_all(ledger, movements, question, &witness);
}

}  // namespace recoup
