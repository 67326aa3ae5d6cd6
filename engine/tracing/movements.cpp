#include "recoup/tracing/movements.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

#include "recoup/base/check.hpp"
#include "reversals.hpp"

namespace recoup {
namespace {

using MovementRow = std::uint32_t;

/// By which free movements are told apart: booking time, account name (accounts stand in byte order
/// of their names), place on the statement.
struct OrderKey {
  CivilTime booked_at;
  AccountRow account;
  LegRow leg;

  friend auto operator<=>(const OrderKey&, const OrderKey&) = default;
};

struct Candidate {
  OrderKey key;
  MovementRow movement;

  friend bool operator>(const Candidate& a, const Candidate& b) { return a.key > b.key; }
};

using EarliestFirst = std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>>;

std::vector<Movement> make_movements(const Ledger& ledger, const Links& links) {
  std::vector<std::optional<LegRow>> partner(ledger.leg_count());
  for (const Link& link : links.matched) {
    partner[index(link.debit)] = link.credit;
    partner[index(link.credit)] = link.debit;
  }
  std::vector<Movement> movements;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const auto leg = static_cast<LegRow>(i);
    const bool is_debit = ledger.amount_minor[i] < 0;
    if (is_debit) {
      movements.push_back({leg, partner[i], {}});
    } else if (!partner[i]) {
      movements.push_back({std::nullopt, leg, {}});
    }
  }
  return movements;
}

/// Places movements one by one. Knows for each account which of its legs comes next.
class Sequencer {
 public:
  Sequencer(const Ledger& ledger, const std::vector<Movement>& movements)
      : ledger_(ledger),
        movements_(movements),
        movement_of_(ledger.leg_count()),
        head_(ledger.first_leg.begin(), ledger.first_leg.end() - 1),
        placed_(movements.size(), false) {
    for (MovementRow row = 0; row < movements.size(); ++row) {
      if (movements[row].debit) movement_of_[index(*movements[row].debit)] = row;
      if (movements[row].credit) movement_of_[index(*movements[row].credit)] = row;
    }
    for (std::size_t account = 0; account < head_.size(); ++account) offer_head(account);
  }

  Movements run() {
    Movements result;
    result.in_order.reserve(movements_.size());
    while (result.in_order.size() < movements_.size()) {
      std::optional<MovementRow> next = first_unplaced(free_);
      if (!next) {
        result.contradictions.push_back(result.in_order.size());
        next = first_unplaced(free_on_debited_);
        if (!next) next = first_of_all();
      }
      result.in_order.push_back(movements_[*next]);
      place(*next);
    }
    return result;
  }

 private:
  [[nodiscard]] Candidate candidate(MovementRow row) const {
    const LegRow leg = movements_[row].leg();
    return {{ledger_.booked_at[index(leg)].order_key(), ledger_.account[index(leg)], leg}, row};
  }

  /// Whether everything before the leg on its statement has been placed. A movement does not stand
  /// in its own way where both of its legs are on one statement.
  [[nodiscard]] bool is_next(LegRow leg, MovementRow row) const {
    std::size_t at = head_[index(ledger_.account[index(leg)])];
    while (at < index(leg) && (placed_[movement_of_[at]] || movement_of_[at] == row)) ++at;
    return at == index(leg);
  }

  [[nodiscard]] bool is_free(MovementRow row) const {
    const Movement& movement = movements_[row];
    return (!movement.debit || is_next(*movement.debit, row)) &&
           (!movement.credit || is_next(*movement.credit, row));
  }

  /// Offers the movement at the head of an account's statement, where it is free.
  void offer_head(std::size_t account) {
    const std::size_t head = head_[account];
    if (head == ledger_.first_leg[account + 1]) return;
    const MovementRow row = movement_of_[head];
    if (movements_[row].debit == static_cast<LegRow>(head)) free_on_debited_.push(candidate(row));
    if (is_free(row)) free_.push(candidate(row));
  }

  void place(MovementRow row) {
    placed_[row] = true;
    const Movement& movement = movements_[row];
    if (movement.debit) advance(index(ledger_.account[index(*movement.debit)]));
    if (movement.credit) advance(index(ledger_.account[index(*movement.credit)]));
  }

  void advance(std::size_t account) {
    std::size_t& head = head_[account];
    while (head < ledger_.first_leg[account + 1] && placed_[movement_of_[head]]) ++head;
    offer_head(account);
  }

  std::optional<MovementRow> first_unplaced(EarliestFirst& candidates) {
    while (!candidates.empty()) {
      const MovementRow row = candidates.top().movement;
      candidates.pop();
      if (!placed_[row]) return row;
    }
    return std::nullopt;
  }

  /// The first of all by the same keys; needed only where statements contradict each other.
  MovementRow first_of_all() {
    if (by_key_.empty()) {
      by_key_.reserve(movements_.size());
      for (MovementRow row = 0; row < movements_.size(); ++row) by_key_.push_back(candidate(row));
      std::sort(by_key_.begin(), by_key_.end(),
                [](const Candidate& a, const Candidate& b) { return a.key < b.key; });
    }
    while (placed_[by_key_[next_of_all_].movement]) ++next_of_all_;
    return by_key_[next_of_all_].movement;
  }

  const Ledger& ledger_;
  const std::vector<Movement>& movements_;
  std::vector<MovementRow> movement_of_;  // by leg
  std::vector<std::size_t> head_;         // by account: its first leg that is not placed
  std::vector<bool> placed_;
  EarliestFirst free_;
  EarliestFirst free_on_debited_;
  std::vector<Candidate> by_key_;
  std::size_t next_of_all_ = 0;
};

}  // namespace

Movements order_movements(const Ledger& ledger, const Links& links) {
  const std::vector<Movement> movements = make_movements(ledger, links);
  Movements ordered = Sequencer(ledger, movements).run();
  tie_reversals(ledger, links.reversals, ordered);
  return ordered;
}

const std::string& end_point_name(const LegText& text) {
  static const std::string unknown = "unknown";
  if (!text.counterparty_account.empty()) return text.counterparty_account;
  if (!text.counterparty_name.empty()) return text.counterparty_name;
  if (!text.description.empty()) return text.description;
  return unknown;
}

std::string movement_id(const Ledger& ledger, const Movement& movement) {
  const RecordPlace& place = ledger.place[index(movement.leg())];
  return place.document.short_text() + ":" + std::to_string(place.line);
}

std::size_t followed_count(const Ledger& ledger, const Movements& movements,
                           const std::optional<CivilTime>& as_at) {
  std::size_t count = movements.in_order.size();
  if (!as_at) return count;
  while (count > 0 &&
         ledger.booked_at[index(movements.in_order[count - 1].leg())].order_key() > *as_at) {
    --count;
  }
  return count;
}

}  // namespace recoup
