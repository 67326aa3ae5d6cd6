#include "recoup/tracing/derivation.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "recoup/base/check.hpp"
#include "witness.hpp"

namespace recoup {
namespace {

/// How far each account matters: up to a row in Movements::in_order, and that row too.
class Reach {
 public:
  Reach(const Ledger& ledger, const Movements& movements, const Trace& trace,
        const DerivationTarget& target)
      : ledger_(ledger), movements_(movements), last_(trace.movement_count) {
    for (const std::uint32_t row : target.movements) add_movement(row);
    for (const AccountRow account : target.accounts) add(account, last_);
    for (const Carried& carried : trace.carried) {
      if (is_among(carried.source, target.sources)) add_movement(carried.movement);
    }
    for (const Holding& holding : trace.holdings) {
      if (holding.kind != Holding::Kind::account || !is_among(holding.source, target.sources)) {
        continue;
      }
      if (const auto account = ledger.find_account(holding.node)) add(*account, last_);
    }
    go_back(trace);
  }

  [[nodiscard]] bool covers(AccountRow account, std::size_t row) const {
    const auto at = until_.find(account);
    return at != until_.end() && row <= at->second;
  }
  [[nodiscard]] bool covers(AccountRow account) const { return until_.contains(account); }

 private:
  static bool is_among(std::uint32_t one, const std::vector<std::uint32_t>& many) {
    return std::find(many.begin(), many.end(), one) != many.end();
  }

  void add(AccountRow account, std::size_t row) {
    std::size_t& until = until_[account];
    until = std::max(until, row);
  }

  void add_movement(std::uint32_t row) {
    const Movement& movement = movements_.in_order[row];
    if (movement.debit) add(ledger_.account[index(*movement.debit)], row);
    if (movement.credit) add(ledger_.account[index(*movement.credit)], row);
  }

  /// From each account back to those that paid tainted money to it before.
  void go_back(const Trace& trace) {
    for (auto carried = trace.carried.rbegin(); carried != trace.carried.rend(); ++carried) {
      const Movement& movement = movements_.in_order[carried->movement];
      if (!movement.debit || !movement.credit) continue;
      if (!covers(ledger_.account[index(*movement.credit)], carried->movement)) continue;
      add(ledger_.account[index(*movement.debit)], carried->movement);
    }
  }

  const Ledger& ledger_;
  const Movements& movements_;
  std::size_t last_;
  std::map<AccountRow, std::size_t> until_;
};

/// Writes down what happens on the accounts of a reach.
class Recorder : public TraceWitness {
 public:
  explicit Recorder(const Reach& reach) : reach_(reach) {}

  void opened(const PocketView& pocket) override {
    if (!reach_.covers(pocket.account)) return;
    DerivationStep step;
    step.kind = DerivationStep::Kind::opening;
    step.received = seen(pocket);
    step.moved = step.received->after;
    if (!is_tainted(step.moved)) return;
    begin_again(step.received);
    steps_.push_back(std::move(step));
  }

  void stopped(LegRow before, const Lots& lots, const PocketView& pocket) override {
    if (!reach_.covers(pocket.account)) return;
    DerivationStep step;
    step.kind = DerivationStep::Kind::gap;
    step.leg = before;
    step.moved = lots;
    step.received = seen(pocket);
    if (!is_tainted(lots) && !step.received->is_tainted()) return;
    begin_again(step.received);
    steps_.push_back(std::move(step));
  }

  void moved(std::uint32_t row, const SeenLots& lots, const std::optional<PocketView>& paid,
             const std::optional<PocketView>& received) override {
    DerivationStep step;
    step.movement = row;
    step.paid = seen(paid, row);
    step.received = seen(received, row);
    const bool matters = (step.paid && step.paid->is_tainted()) ||
                         (step.received && (step.received->is_tainted() || is_tainted(lots.moved)));
    if (!matters) return pass_over(step);
    begin_again(step.paid);
    begin_again(step.received);
    step.moved = lots.moved;
    step.repaid = lots.repaid;
    step.attributed = lots.attributed;
    steps_.push_back(std::move(step));
  }

  [[nodiscard]] std::vector<DerivationStep> steps() && { return std::move(steps_); }

 private:
  struct Held {
    Lots lots;
    MinorUnits balance = 0;
    bool has_step = false;
    std::uint32_t passed_over = 0;  ///< Since its last step.
  };

  Held& held_of(const AccountStep& step) { return held_[{step.account, step.currency}]; }

  void pass_over(const DerivationStep& step) {
    for (const auto* const side : {&step.paid, &step.received}) {
      if (*side) ++held_of(**side).passed_over;
    }
  }

  void begin_again(std::optional<AccountStep>& side) {
    if (!side) return;
    Held& held = held_of(*side);
    side->is_first = !std::exchange(held.has_step, true);
    side->passed_over = std::exchange(held.passed_over, 0);
  }

  std::optional<AccountStep> seen(const std::optional<PocketView>& pocket, std::uint32_t row) {
    if (!pocket || !reach_.covers(pocket->account, row)) return std::nullopt;
    return seen(*pocket);
  }

  AccountStep seen(const PocketView& pocket) {
    Held& held = held_[{pocket.account, pocket.currency}];
    AccountStep step{pocket.account,     pocket.currency, std::move(held.lots),
                     pocket.lots.lots(), held.balance,    pocket.balance};
    held.lots = step.after;
    held.balance = pocket.balance;
    return step;
  }

  const Reach& reach_;
  std::map<std::pair<AccountRow, Currency>, Held> held_;
  std::vector<DerivationStep> steps_;
};

}  // namespace

bool AccountStep::is_tainted() const {
  return recoup::is_tainted(before) || recoup::is_tainted(after);
}

Result<Derivation> derive(const Ledger& ledger, const Movements& movements,
                          const TraceQuestion& question, const DerivationTarget& target) {
  RECOUP_TRY(first, trace(ledger, movements, question));
  const Reach reach(ledger, movements, first, target);
  Recorder recorder(reach);
  RECOUP_TRY(second, trace_before(recorder, ledger, movements, question));
  return Derivation{std::move(second), std::move(recorder).steps()};
}

std::optional<std::uint32_t> first_difference(const Trace& one, const Trace& other) {
  const auto same = [](const Carried& a, const Carried& b) {
    return a.movement == b.movement && a.source == b.source && a.amount == b.amount;
  };
  const auto [a, b] = std::mismatch(one.carried.begin(), one.carried.end(), other.carried.begin(),
                                    other.carried.end(), same);
  std::optional<std::uint32_t> row;
  if (a != one.carried.end()) row = a->movement;
  if (b != other.carried.end()) row = row ? std::min(*row, b->movement) : b->movement;
  return row;
}

}  // namespace recoup
