#include "recoup/ledger/changed_ledger.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

Error too_large(const Ledger& ledger, std::size_t account) {
  return Error{ErrorCode::out_of_range, "a balance of more than 128 bits",
               "amounts whose balances fit 128 bits",
               Place{"", 0, "balance of " + ledger.accounts[account]}};
}

/// Whether every balance that a trace will reach fits.
Result<void> check_balances(const Ledger& ledger) {
  for (std::size_t account = 0; account < ledger.accounts.size(); ++account) {
    std::map<Currency, MinorUnits> balances;
    for (const OpeningBalance& opening : ledger.openings) {
      if (index(opening.account) != account) continue;
      balances[opening.amount.currency()] = opening.amount.minor();
    }
    auto gap =
        std::lower_bound(ledger.gaps.begin(), ledger.gaps.end(), ledger.first_leg[account],
                         [](const Gap& each, std::size_t row) { return index(each.before) < row; });
    for (std::size_t row = ledger.first_leg[account]; row < ledger.first_leg[account + 1]; ++row) {
      MinorUnits& balance = balances[ledger.currency[row]];
      if (gap != ledger.gaps.end() && index(gap->before) == row) {
        // What an accepted gap hides is followed as an amount.
        if (!checked_subtract(gap->restart.minor(), balance)) return too_large(ledger, account);
        balance = (gap++)->restart.minor();
      }
      const auto next = checked_add(balance, ledger.amount_minor[row]);
      if (!next) return too_large(ledger, account);
      balance = *next;
    }
  }
  return {};
}

/// The gap with both of its balances shifted, or nothing where one leaves 128 bits.
std::optional<Gap> shifted(Gap gap, MinorUnits by) {
  const auto held = checked_add(gap.held.minor(), by);
  const auto restart = checked_add(gap.restart.minor(), by);
  if (!held || !restart) return std::nullopt;
  gap.held = Money(*held, gap.held.currency());
  gap.restart = Money(*restart, gap.restart.currency());
  return gap;
}

/// Copies a ledger leg by leg, but for what is left out.
class LegLeaver {
 public:
  LegLeaver(const Ledger& whole, const std::vector<LeftOut>& left_out)
      : whole_(whole), left_(whole.leg_count()) {
    for (const LeftOut& each : left_out) {
      const MinorUnits amount = whole.amount_minor.at(index(each.leg));
      std::optional<MinorUnits>& left = left_[index(each.leg)];
      if (!left) left = 0;
      RECOUP_CHECK(each.amount >= 0 && each.amount <= (amount < 0 ? -amount : amount) - *left);
      *left += each.amount;
    }
  }

  Result<LedgerWithout> run() {
    Ledger& ledger = out_.ledger;
    ledger.accounts = whole_.accounts;
    ledger.openings = whole_.openings;
    ledger.names = whole_.names;
    out_.rows.resize(whole_.leg_count());
    for (std::size_t account = 0; account < whole_.accounts.size(); ++account) {
      ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.leg_count()));
      if (!copy_account(account)) return too_large(whole_, account);
    }
    ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.leg_count()));
    for (const UnorderedLegs& run : whole_.unordered) copy_run(run);
    for (const LegDetail& detail : whole_.details) {
      const auto& row = out_.rows[index(detail.leg)];
      if (row) ledger.details.push_back({*row, detail.name, detail.value});
    }
    if (auto fit = check_balances(ledger); !fit) return std::move(fit).error();
    return std::move(out_);
  }

 private:
  /// False where a balance leaves 128 bits.
  bool copy_account(std::size_t account) {
    shift_.clear();
    waiting_.clear();
    for (std::size_t row = whole_.first_leg[account]; row < whole_.first_leg[account + 1]; ++row) {
      if (!meet_gap(row)) return false;
      const MinorUnits amount = whole_.amount_minor[row];
      const MinorUnits left = left_[row].value_or(0);
      const MinorUnits taken = amount < 0 ? -left : left;
      const bool is_left_out = left_[row] && taken == amount;
      if (!is_left_out) copy_leg(row, amount - taken);
      MinorUnits& shift = shift_[whole_.currency[row]];
      const auto next = checked_subtract(shift, taken);
      if (!next) return false;
      shift = *next;
    }
    return true;
  }

  /// Takes up the gap before a leg, which then waits for the next leg that stays.
  bool meet_gap(std::size_t row) {
    if (gap_ == whole_.gaps.size() || index(whole_.gaps[gap_].before) != row) return true;
    const Currency currency = whole_.currency[row];
    auto gap = shifted(whole_.gaps[gap_++], shift_[currency]);
    if (!gap) return false;
    const auto at = waiting_.find(currency);
    if (at == waiting_.end()) {
      waiting_.emplace(currency, *gap);
    } else {
      at->second.restart = gap->restart;
      at->second.is_accepted = at->second.is_accepted && gap->is_accepted;
    }
    return true;
  }

  void copy_leg(std::size_t row, MinorUnits amount) {
    Ledger& ledger = out_.ledger;
    const auto leg = static_cast<LegRow>(ledger.leg_count());
    out_.rows[row] = leg;
    ledger.account.push_back(whole_.account[row]);
    ledger.amount_minor.push_back(amount);
    ledger.currency.push_back(whole_.currency[row]);
    ledger.booked_at.push_back(whole_.booked_at[row]);
    ledger.place.push_back(whole_.place[row]);
    ledger.text.push_back(whole_.text[row]);
    const auto waiting = waiting_.find(whole_.currency[row]);
    if (waiting == waiting_.end()) return;
    Gap gap = waiting->second;
    waiting_.erase(waiting);
    gap.before = leg;
    if (gap.held != gap.restart) ledger.gaps.push_back(gap);
  }

  [[nodiscard]] bool is_behind_gap(LegRow leg) const {
    const std::vector<Gap>& gaps = out_.ledger.gaps;
    const auto at = std::lower_bound(gaps.begin(), gaps.end(), leg,
                                     [](const Gap& gap, LegRow row) { return gap.before < row; });
    return at != gaps.end() && at->before == leg;
  }

  /// A leg behind a gap that moved holds its place, and parts what was one run.
  void copy_run(const UnorderedLegs& run) {
    std::vector<LegRow> piece;
    const auto end_piece = [&] {
      if (piece.size() > 1) {
        const auto end = static_cast<LegRow>(index(piece.back()) + 1);
        out_.ledger.unordered.push_back({piece.front(), end});
      }
      piece.clear();
    };
    for (std::size_t row = index(run.first); row < index(run.end); ++row) {
      const auto& leg = out_.rows[row];
      if (!leg) continue;
      if (is_behind_gap(*leg)) {
        end_piece();
      } else {
        piece.push_back(*leg);
      }
    }
    end_piece();
  }

  const Ledger& whole_;
  std::vector<std::optional<MinorUnits>> left_;  // by leg: how much of it is left out
  LedgerWithout out_;
  std::size_t gap_ = 0;                   // the next of the whole ledger's
  std::map<Currency, MinorUnits> shift_;  // by how much this account's balances are other
  std::map<Currency, Gap> waiting_;       // for a leg that stays
};

}  // namespace

Result<LedgerWithout> without_legs(const Ledger& ledger, const std::vector<LeftOut>& left_out) {
  return LegLeaver(ledger, left_out).run();
}

Result<Ledger> with_opening(Ledger ledger, AccountRow account, Money opening) {
  const Currency currency = opening.currency();
  const auto at =
      std::find_if(ledger.openings.begin(), ledger.openings.end(), [&](const OpeningBalance& each) {
        return std::pair(each.account, each.amount.currency()) >= std::pair(account, currency);
      });
  const bool is_held =
      at != ledger.openings.end() && at->account == account && at->amount.currency() == currency;
  const auto by = checked_subtract(opening.minor(), is_held ? at->amount.minor() : 0);
  if (!by) return too_large(ledger, index(account));
  if (!is_held && !opening.is_zero()) {
    ledger.openings.insert(at, {account, opening, {}});
  } else if (is_held && opening.is_zero()) {
    ledger.openings.erase(at);
  } else if (is_held) {
    *at = {account, opening, {}};
  }
  for (Gap& gap : ledger.gaps) {
    if (ledger.account[index(gap.before)] != account || gap.held.currency() != currency) continue;
    const auto moved = shifted(gap, *by);
    if (!moved) return too_large(ledger, index(account));
    gap = *moved;
  }
  if (auto fit = check_balances(ledger); !fit) return std::move(fit).error();
  return ledger;
}

}  // namespace recoup
