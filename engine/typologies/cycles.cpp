// Money that comes back to the account from which it set out.
#include <map>
#include <optional>

#include "series.hpp"

namespace recoup {
namespace {

/// A transfer from party to party, known from one leg or from two.
struct Transfer {
  std::int64_t micros = 0;
  std::uint32_t leg = 0;  ///< The debit where it is held, else the credit.
  std::optional<std::uint32_t> other;
  std::int32_t from = 0;
  std::int32_t to = 0;
  MinorUnits amount = 0;
};

/// Searches from each transfer on for a way back; a transfer is in one cycle at most.
class CycleSearch {
 public:
  CycleSearch(const TypologyContext& context, Currency currency)
      : context_(context), currency_(currency) {
    collect();
  }

  void run(Indicators& indicators) {
    for (std::size_t start = 0; start < transfers_.size(); ++start) {
      if (used_[start]) continue;
      steps_ = 0;
      path_.assign(1, start);
      if (extend()) add(indicators.found);
      if (steps_ >= context_.limits().cycle_steps_most.value) ++cut_short_;
    }
    if (cut_short_ > 0) {
      indicators.notes.push_back("the search for cycles in " + std::string(currency_.code()) +
                                 " was cut short at " + std::to_string(cut_short_) +
                                 " movements (cycle.steps_most)");
    }
  }

 private:
  void collect() {
    const TypologyQuestion& question = context_.question();
    const Ledger& ledger = question.ledger;
    std::vector<std::optional<std::uint32_t>> debit_of(ledger.leg_count());
    std::vector<std::optional<std::uint32_t>> credit_of(ledger.leg_count());
    for (const Link& link : question.links.matched) {
      credit_of[index(link.debit)] = static_cast<std::uint32_t>(index(link.credit));
      debit_of[index(link.credit)] = static_cast<std::uint32_t>(index(link.debit));
    }
    for (std::uint32_t leg = 0; leg < ledger.leg_count(); ++leg) {
      const std::int32_t party = context_.party(leg);
      const std::int32_t own = context_.own_party(ledger.account[leg]);
      // A name alone is too weak a node: half a county is called J Smith.
      if (debit_of[leg] || !context_.is_account_party(party) || party == own ||
          ledger.currency[leg] != currency_ ||
          context_.size(leg) < context_.limits().cycle_minimum.value.minor()) {
        continue;
      }
      const bool is_debit = context_.amount(leg) < 0;
      transfers_.push_back({context_.micros(leg), leg, credit_of[leg], is_debit ? own : party,
                            is_debit ? party : own, context_.size(leg)});
    }
    std::sort(transfers_.begin(), transfers_.end(), [](const Transfer& a, const Transfer& b) {
      return std::pair(a.micros, a.leg) < std::pair(b.micros, b.leg);
    });
    used_.assign(transfers_.size(), false);
    for (std::size_t i = 0; i < transfers_.size(); ++i) out_of_[transfers_[i].from].push_back(i);
  }

  /// Whether `next` may follow `last`: not earlier, not too late, and nearly the whole of it.
  [[nodiscard]] bool follows(const Transfer& last, const Transfer& next) const {
    const std::int64_t days = context_.limits().cycle_days.value;
    return next.micros - transfers_[path_.front()].micros <= days * micros_per_day &&
           next.amount <= last.amount &&
           is_share(next.amount, context_.limits().cycle_kept_percent.value, last.amount);
  }

  [[nodiscard]] bool is_on_path(std::int32_t party) const {
    return std::any_of(path_.begin(), path_.end(),
                       [&](std::size_t at) { return transfers_[at].from == party; });
  }

  /// Depth first, the earliest transfer first. True where the path has come back.
  bool extend() {
    const TypologyLimits& limits = context_.limits();
    const Transfer& last = transfers_[path_.back()];
    const std::int32_t home = transfers_[path_.front()].from;
    const auto from = out_of_.find(last.to);
    if (from == out_of_.end()) return false;
    const auto begins = std::lower_bound(
        from->second.begin(), from->second.end(), last.micros,
        [&](std::size_t at, std::int64_t time) { return transfers_[at].micros < time; });
    const std::int64_t until =
        transfers_[path_.front()].micros + limits.cycle_days.value * micros_per_day;
    for (auto at = begins; at != from->second.end() && transfers_[*at].micros <= until; ++at) {
      if (++steps_ >= limits.cycle_steps_most.value) return false;
      const Transfer& next = transfers_[*at];
      if (used_[*at] || !follows(last, next)) continue;
      const auto length = static_cast<std::int64_t>(path_.size()) + 1;
      if (next.to == home && length >= limits.cycle_accounts.value) {
        path_.push_back(*at);
        return true;
      }
      if (length >= limits.cycle_accounts_most.value || is_on_path(next.to)) continue;
      path_.push_back(*at);
      if (extend()) return true;
      path_.pop_back();
    }
    return false;
  }

  void add(Found& found) {
    std::vector<LegRow> rows;
    bool is_all_own = true;
    AccountRow account = context_.question().ledger.account[transfers_[path_.front()].leg];
    for (const std::size_t at : path_) {
      const Transfer& transfer = transfers_[at];
      rows.push_back(static_cast<LegRow>(transfer.leg));
      if (transfer.other) rows.push_back(static_cast<LegRow>(*transfer.other));
      const std::uint32_t credit = transfer.other.value_or(transfer.leg);
      if (context_.kind(credit) != CreditKind::own_transfer) is_all_own = false;
    }
    // Money that one holder moves round among accounts of the same name hides from nobody.
    if (is_all_own) return;
    for (const std::size_t at : path_) used_[at] = true;
    const TypologyLimits& limits = context_.limits();
    const std::string out = context_.money(transfers_[path_.front()].amount, currency_);
    const std::string back = context_.money(transfers_[path_.back()].amount, currency_);
    found.push_back(
        {Typology::cycle,
         account,
         out + " that left for the first of " + std::to_string(path_.size()) +
             " accounts came back as " + back + " to where it set out from",
         {{"accounts", std::to_string(path_.size())}, {"set out", out}, {"came back", back}},
         std::move(rows),
         {limits.cycle_accounts.row, limits.cycle_days.row, limits.cycle_kept_percent.row,
          limits.cycle_minimum.row}});
  }

  const TypologyContext& context_;
  Currency currency_;
  std::vector<Transfer> transfers_;
  std::map<std::int32_t, std::vector<std::size_t>> out_of_;
  std::vector<bool> used_;
  std::vector<std::size_t> path_;
  std::int64_t steps_ = 0;
  std::size_t cut_short_ = 0;
};

}  // namespace

void find_cycles(const TypologyContext& context, Indicators& indicators) {
  CycleSearch(context, context.limits().cycle_minimum.value.currency()).run(indicators);
}

}  // namespace recoup
