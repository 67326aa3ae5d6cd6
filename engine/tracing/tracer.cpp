#include "recoup/tracing/tracer.hpp"

#include <algorithm>
#include <utility>

#include "conservation.hpp"
#include "ends.hpp"
#include "financing.hpp"
#include "interest.hpp"
#include "lots.hpp"
#include "pockets.hpp"
#include "recoup/base/check.hpp"
#include "returns.hpp"
#include "sources.hpp"
#include "witness.hpp"

namespace recoup {
namespace {

/// Follows the movements one by one. The money of every account is in `pockets_`. Nothing is
/// allocated for a movement of clean money.
class Follower {
 public:
  Follower(const Ledger& ledger, const Movements& movements, const TraceQuestion& question,
           SourceLots sources, Accrual accrual, TraceWitness* witness)
      : ledger_(ledger),
        method_(question.method),
        sources_(std::move(sources)),
        accrual_(std::move(accrual)),
        witness_(witness),
        wants_carried_(question.wants_carried),
        conservation_(question.sources.size()),
        financing_(movements.coordinations),
        returns_(movements.in_order),
        pockets_(ledger, question.method),
        has_gaps_(!ledger.gaps.empty()),
        stands_behind_gap_(has_gaps_ ? ledger.leg_count() : 0, false) {
    trace_.method = question.method;
    trace_.day_order = movements.day_order;
    for (const Gap& gap : ledger.gaps) stands_behind_gap_[index(gap.before)] = true;
    for (const OpeningBalance& opening : ledger.openings) open(opening);
    conservation_.check();
  }

  /// False where a weight of interest leaves 128 bits: nothing more can be followed then.
  [[nodiscard]] bool follow(const Movement& movement, std::uint32_t row) {
    if (!accrue(movement.debit) || !accrue(movement.credit)) return false;
    if (has_gaps_) {
      pass_gap(movement.debit);
      pass_gap(movement.credit);
    }
    const bool within_one_account =
        movement.debit && movement.credit &&
        pockets_.row_of(*movement.debit) == pockets_.row_of(*movement.credit);
    if (!within_one_account) {
      if (witness_ != nullptr) seen_ = {};
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

  /// The movements that come next: their lots soon, their accounts later, their entries last.
  void expect(const Movement* next) const {
    for (const MaybeLeg leg : {next[4].debit, next[4].credit}) pockets_.expect_lots(leg);
    for (const MaybeLeg leg : {next[12].debit, next[12].credit}) pockets_.expect_pocket(leg);
    for (const MaybeLeg leg : {next[24].debit, next[24].credit}) pockets_.expect_columns(leg);
  }

  Trace finish(std::size_t movement_count) {
    for (std::size_t i = 0; i < pockets_.size(); ++i) {
      const auto row = static_cast<PocketRow>(i);
      const Lots lots = pockets_[row].lots.lots();
      RECOUP_CHECK(total(lots) == std::max<MinorUnits>(pockets_[row].balance, 0));
      ends_.add(lots, Holding::Kind::account, account_of(row), currency_of(row));
    }
    trace_.movement_count = movement_count;
    trace_.holdings = ends_.holdings();
    return std::move(trace_);
  }

 private:
  [[nodiscard]] const std::string& account_of(PocketRow row) const {
    return ledger_.accounts[index(pockets_.key(row).first)];
  }
  [[nodiscard]] Currency currency_of(PocketRow row) const { return pockets_.key(row).second; }

  [[nodiscard]] PocketView view(PocketRow row) {
    const Pocket& seen = pockets_[row];
    return {pockets_.key(row).first, currency_of(row), seen.lots, seen.balance};
  }
  [[nodiscard]] std::optional<PocketView> view(MaybeLeg leg) {
    if (!leg) return std::nullopt;
    return view(pockets_.row_of(*leg));
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
    Pocket& opened = pockets_[pockets_.row_of(key)];
    opened.balance = opening.amount.minor();
    if (opened.balance > 0) {
      const auto tainted = sources_.by_opening.find(key);
      const Lots lots = with_clean_rest(
          tainted == sources_.by_opening.end() ? Lots() : tainted->second, opened.balance);
      conservation_.came_in(lots, key.second);
      put(opened, lots, key.second);
    }
    if (witness_ != nullptr) witness_->opened(view(pockets_.row_of(key)));
  }

  /// Where the statement does not carry on: stops what is held and begins again with what it shows,
  /// or, where a person accepted the gap, lets an unseen movement of the difference pass.
  void pass_gap(MaybeLeg behind) {
    if (!behind || !stands_behind_gap_[index(*behind)]) return;
    const LegRow leg = *behind;
    // A leg that is several movements stands behind one gap.
    stands_behind_gap_[index(leg)] = false;
    const auto gap =
        std::lower_bound(ledger_.gaps.begin(), ledger_.gaps.end(), leg,
                         [](const Gap& held, LegRow row) { return held.before < row; });
    const PocketRow row = pockets_.row_of(leg);
    const Lots stopped = gap->is_accepted
                             ? pass_unseen(row, gap->restart.minor() - pockets_[row].balance)
                             : begin_again(row, gap->restart.minor());
    if (witness_ != nullptr) witness_->stopped(leg, stopped, view(row));
  }

  /// Stops what is held, and says what it was.
  Lots begin_again(PocketRow row, MinorUnits balance) {
    Pocket& broken = pockets_[row];
    Lots stopped = broken.lots.take_all();
    conservation_.taken_from_account(stopped, currency_of(row));
    end(stopped, Holding::Kind::gap, account_of(row), currency_of(row));
    broken.balance = balance;
    if (balance > 0) put(broken, {{Lot::clean, balance}}, currency_of(row));
    return stopped;
  }

  /// What an accepted gap hides is one debit, which stops there, or one clean credit. Says what
  /// stopped.
  Lots pass_unseen(PocketRow row, MinorUnits difference) {
    Lots stopped;
    if (difference < 0) {
      take_debit(row, -difference, stopped);
      end(stopped, Holding::Kind::gap, account_of(row), currency_of(row));
    } else if (difference > 0) {
      put_credit({row, difference, Where::last, std::nullopt}, {{Lot::clean, difference}});
    }
    return stopped;
  }

  [[nodiscard]] bool accrue(MaybeLeg leg) {
    if (!leg || accrual_.is_empty()) return true;
    const PocketRow row = pockets_.row_of(*leg);
    return accrual_.pass_to(pockets_.key(row), pockets_[row].lots,
                            ledger_.booked_at[index(*leg)].date());
  }

  /// Follows a debit to an end point.
  void pay_out(const Movement& movement, std::uint32_t row) {
    const PocketRow paying = pockets_.row_of(*movement.debit);
    const MinorUnits amount = debited(ledger_, movement);
    if (financing_.awaits(row)) {
      financing_.pay(row, amount - std::min(amount, pockets_[paying].lots.held()),
                     end_point_of(ledger_, movement));
    }
    take_debit(paying, amount, moving_);
    record(moving_, row);
    if (is_tainted(moving_)) {
      end(moving_, Holding::Kind::end_point, end_point_of(ledger_, movement), currency_of(paying));
    }
    if (returns_.awaits(row)) returns_[row] = {moving_, end_point_of(ledger_, movement)};
  }

  /// Follows a movement to a traced account.
  [[nodiscard]] bool pay_in(const Movement& movement, std::uint32_t row) {
    const LegRow leg = *movement.credit;
    if (!leave(movement, row)) return false;
    record(moving_, row);
    convert(movement);
    put_credit({pockets_.row_of(leg), credited(ledger_, movement),
                movement.reverses ? Where::taken_from : Where::last, row},
               moving_);
    return true;
  }

  /// Puts into `moving_` what a movement takes from where it comes from.
  [[nodiscard]] bool leave(const Movement& movement, std::uint32_t row) {
    if (movement.debit) {
      take_debit(pockets_.row_of(*movement.debit), debited(ledger_, movement), moving_);
    } else if (movement.reverses) {
      moving_ = given_back(*movement.reverses, *movement.credit);
    } else {
      return arrive(movement, row);
    }
    return true;
  }

  /// The very lots that the debit took, in part where a part is given back, out of its end point.
  Lots given_back(std::uint32_t row, LegRow leg) {
    ReturnableDebit& debit = returns_[row];
    const Currency currency = ledger_.currency[index(leg)];
    Lots back = take_in_lot_order(debit.left, ledger_.amount_minor[index(leg)]);
    conservation_.came_back(back, currency);
    ends_.take_back(back, debit.node, currency);
    return back;
  }

  /// Puts into `taken` what a debit takes. What the account does not hold is the bank's money, and
  /// clean.
  void take_debit(PocketRow row, MinorUnits amount, Lots& taken) {
    Pocket& paying = pockets_[row];
    const MinorUnits held = std::min(amount, paying.lots.held());
    taken.clear();
    paying.lots.take(held, taken);
    conservation_.taken_from_account(taken, currency_of(row));
    paying.balance -= amount;
    append(taken, {Lot::clean, amount - held});
    check_pocket(paying);
  }

  /// Puts into `moving_` the lots of a credit that comes from an end point: its sources first; the
  /// rest is clean, or is interest on what the account held.
  [[nodiscard]] bool arrive(const Movement& movement, std::uint32_t row) {
    const LegRow leg = *movement.credit;
    moving_.clear();
    MinorUnits rest = credited(ledger_, movement);
    if (sources_.has_source[index(leg)]) {
      const Lots& tainted = sources_.by_credit.at(leg);
      for (const Lot& lot : tainted) append(moving_, lot);
      rest -= total(tainted);
      RECOUP_CHECK(rest >= 0);
    }
    if (const AccrualPeriod* period = earned_period(leg)) {
      const std::optional<Lots> earned = interest_lots(*period, rest);
      if (!earned) return false;
      AccruedInterest accrued{row, period->from, period->until, *earned};
      std::erase_if(accrued.shares, [](const Lot& lot) { return lot.tag == Lot::clean; });
      trace_.interest.push_back(std::move(accrued));
      for (const Lot& lot : *earned) append(moving_, lot);
    } else {
      append(moving_, {Lot::clean, rest});
    }
    conservation_.came_in(moving_, ledger_.currency[index(leg)]);
    return true;
  }

  [[nodiscard]] const AccrualPeriod* earned_period(LegRow leg) const {
    if (accrual_.is_empty()) return nullptr;
    return accrual_.of(pockets_.key(pockets_.row_of(leg)), leg);
  }

  /// Makes of `moving_` what arrives: where the two legs are in two currencies, the credit's amount
  /// is apportioned over the lots taken, in their order.
  void convert(const Movement& movement) {
    if (!movement.debit) return;
    const Currency from = ledger_.currency[index(*movement.debit)];
    const Currency to = ledger_.currency[index(*movement.credit)];
    const MinorUnits amount = credited(ledger_, movement);
    if (from == to) {
      RECOUP_CHECK(total(moving_) == amount);
      return;
    }
    conservation_.changed(moving_, from);
    moving_ = in_shares_of(moving_, amount);
    conservation_.came_in(moving_, to);
  }

  /// A credit on its way to its account.
  struct Arrival {
    PocketRow pocket{};
    MinorUnits amount = 0;
    Where where = Where::last;
    std::optional<std::uint32_t> row;  ///< Of the movement; empty for what no statement shows.
  };

  /// Puts a credit on its account; what only lowers an overdraft repays the bank and is dissipated.
  void put_credit(const Arrival& arrival, const Lots& moving) {
    const Currency currency = currency_of(arrival.pocket);
    Pocket& receiving = pockets_[arrival.pocket];
    const MinorUnits overdrawn = receiving.balance < 0 ? -receiving.balance : 0;
    if (overdrawn > 0) {
      LotStore incoming(method_);
      incoming.put(moving);
      Lots repaying;
      incoming.take(std::min(overdrawn, arrival.amount), repaying);
      repay(arrival, repaying);
      put(receiving, incoming.lots(), currency, arrival.where);
    } else {
      put(receiving, moving, currency, arrival.where);
    }
    receiving.balance += arrival.amount;
    check_pocket(receiving);
  }

  /// What repays an overdraft, but for what a person attributes to the debits that it paid for.
  void repay(const Arrival& arrival, const Lots& lots) {
    const Currency currency = currency_of(arrival.pocket);
    LotStore repaying(method_);
    repaying.put(lots);
    if (arrival.row) {
      for (const FinancedPart& part : financing_.attribute(*arrival.row, repaying)) {
        end(part.lots, Holding::Kind::end_point, part.node, currency);
        for (const Lot& lot : by_source(part.lots)) {
          trace_.attributed.push_back({{part.debit, *arrival.row}, lot.tag, lot.amount});
        }
        if (witness_ == nullptr) continue;
        for (const Lot& lot : part.lots) append(seen_.attributed, lot);
      }
    }
    const Lots repaid = repaying.lots();
    end(repaid, Holding::Kind::overdraft, account_of(arrival.pocket), currency);
    if (witness_ != nullptr) seen_.repaid = repaid;
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
    if (!wants_carried_ || !is_tainted(lots)) return;
    for (const Lot& part : by_source(lots)) trace_.carried.push_back({row, part.tag, part.amount});
  }

  const Ledger& ledger_;
  TracingMethod method_;
  SourceLots sources_;
  Accrual accrual_;
  TraceWitness* witness_;  ///< Or nobody.
  SeenLots seen_;          ///< Of the movement that is followed.
  bool wants_carried_;
  Conservation conservation_;
  Financing financing_;
  Returns returns_;
  Pockets pockets_;
  Lots moving_;  ///< Of the movement that is followed: as they left, then as they arrive.
  EndTally ends_;
  Trace trace_;  ///< As far as it is made.
  bool has_gaps_;
  std::vector<bool> stands_behind_gap_;  ///< By leg, where a gap is not passed yet.
};

Result<Trace> follow_all(const Ledger& ledger, const Movements& movements,
                         const TraceQuestion& question, TraceWitness* witness) {
  RECOUP_TRY(sources, sort_sources(ledger, movements, question.sources));
  const std::size_t count = followed_count(ledger, movements, question.as_at);
  RECOUP_TRY(accrual, Accrual::make(ledger, movements, count, question.accrue));
  Follower follower(ledger, movements, question, std::move(sources), std::move(accrual), witness);
  for (std::size_t row = 0; row < count; ++row) {
    if (row + 24 < count) follower.expect(&movements.in_order[row]);
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
