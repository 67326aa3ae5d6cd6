#include "recoup/tracing/movements.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <span>
#include <tuple>

#include "coordinations.hpp"
#include "recoup/base/check.hpp"
#include "reversals.hpp"
#include "statement_order.hpp"

namespace recoup {
namespace {

using MovementRow = std::uint32_t;

/// By which free movements are told apart: booking time, account name (accounts stand in byte order
/// of their names), place on the statement.
struct OrderKey {
  CivilTime booked_at;
  AccountRow account;
  std::size_t place = 0;

  friend auto operator<=>(const OrderKey&, const OrderKey&) = default;
};

struct Candidate {
  OrderKey key;
  MovementRow movement;

  friend bool operator>(const Candidate& a, const Candidate& b) {
    return std::tie(a.key, a.movement) > std::tie(b.key, b.movement);
  }
};

using EarliestFirst = std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>>;

/// The movements of a debit that is less or more than one credit, or whose credit is more.
void add_parts(const Ledger& ledger, const Links& links, std::vector<const Link*> of_debit,
               std::vector<Movement>& movements) {
  MinorUnits left = -ledger.amount_minor[index(of_debit.front()->debit)];
  for (const Link* const link : of_debit) {
    const MinorUnits amount = links.parts.at(*link->part).amount;
    RECOUP_CHECK(amount > 0 && amount <= left);
    left -= amount;
    movements.push_back({link->debit, link->credit, {}, amount});
  }
  if (left > 0) movements.push_back({of_debit.front()->debit, std::nullopt, {}, left, true});
}

/// What of a credit its parts leave came from outside.
void add_rest_of_credit(LegRow credit, MinorUnits left, std::vector<Movement>& movements) {
  RECOUP_CHECK(left >= 0);
  if (left > 0) movements.push_back({std::nullopt, credit, {}, left});
}

std::vector<Movement> make_movements(const Ledger& ledger, const Links& links) {
  std::vector<MaybeLeg> partner(ledger.leg_count());
  std::map<LegRow, std::vector<const Link*>> parts_of_debit;
  std::map<LegRow, MinorUnits> rest_of_credit;
  for (const Link& link : links.matched) {
    partner[index(link.debit)] = link.credit;
    partner[index(link.credit)] = link.debit;
    if (!link.part) continue;
    parts_of_debit[link.debit].push_back(&link);
    rest_of_credit.try_emplace(link.credit, ledger.amount_minor[index(link.credit)])
        .first->second -= links.parts.at(*link.part).amount;
  }
  std::vector<Movement> movements;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const auto leg = static_cast<LegRow>(i);
    const bool is_debit = ledger.amount_minor[i] < 0;
    const auto parts = parts_of_debit.find(leg);
    const auto rest = rest_of_credit.find(leg);
    if (parts != parts_of_debit.end()) {
      add_parts(ledger, links, parts->second, movements);
    } else if (rest != rest_of_credit.end()) {
      add_rest_of_credit(leg, rest->second, movements);
    } else if (is_debit) {
      movements.push_back({leg, partner[i]});
    } else if (!partner[i]) {
      movements.push_back({std::nullopt, leg});
    }
  }
  return movements;
}

/// Places movements one by one. Knows for each account which of its legs comes next.
class Sequencer {
 public:
  Sequencer(const Ledger& ledger, const std::vector<Movement>& movements,
            const StatementOrder& order)
      : ledger_(ledger),
        movements_(movements),
        order_(order),
        movements_of_(ledger.leg_count()),
        left_of_(ledger.leg_count(), 0),
        head_(ledger.first_leg.begin(), ledger.first_leg.end() - 1),
        placed_(movements.size(), false) {
    for (MovementRow row = 0; row < movements.size(); ++row) {
      for (const auto& leg : {movements[row].debit, movements[row].credit}) {
        if (!leg) continue;
        if (left_of_[index(*leg)]++ == 0) movements_of_[index(*leg)] = row;
      }
    }
    for (MovementRow row = 0; row < movements.size(); ++row) {
      for (const auto& leg : {movements[row].debit, movements[row].credit}) {
        if (leg && left_of_[index(*leg)] > 1) shared_[index(*leg)].push_back(row);
      }
    }
    if (order.has_runs()) {
      is_offered_.assign(movements.size(), false);
      is_offered_on_debited_.assign(movements.size(), false);
    }
    for (std::size_t account = 0; account < head_.size(); ++account) offer_head(account);
  }

  Movements run() {
    Movements result;
    result.in_order.reserve(movements_.size());
    while (result.in_order.size() < movements_.size()) {
      std::optional<MovementRow> next = first_unplaced(free_);
      if (!next) next = first_unplaced(free_as_proved_);
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
  /// What must be placed before a leg: all that stands before it, or what is proved to.
  enum class Before : std::uint8_t { chosen, proved };

  [[nodiscard]] Candidate candidate(MovementRow row) const {
    const LegRow leg = movements_[row].leg();
    return {{ledger_.booked_at[index(leg)].order_key(), account_of(leg), order_.place_of(leg)},
            row};
  }

  [[nodiscard]] AccountRow account_of(LegRow leg) const { return ledger_.account[index(leg)]; }

  /// Whether everything before the leg on its statement has been placed. A movement does not stand
  /// in its own way where both of its legs are on one statement.
  [[nodiscard]] bool is_next(LegRow leg, MovementRow row, Before before) const {
    std::size_t until = order_.place_of(leg);
    if (before == Before::proved) until = order_.span_of(until).first;
    std::size_t at = head_[index(account_of(leg))];
    while (at < until && (is_done(at) || is_last_of(order_.leg_at(at), row))) ++at;
    return at >= until;
  }

  /// Whether every movement of the leg at this place has been placed.
  [[nodiscard]] bool is_done(std::size_t place) const {
    return left_of_[index(order_.leg_at(place))] == 0;
  }

  /// Whether the leg waits for this movement alone.
  [[nodiscard]] bool is_last_of(LegRow leg, MovementRow row) const {
    const Movement& movement = movements_[row];
    return left_of_[index(leg)] == 1 && (movement.debit == leg || movement.credit == leg);
  }

  [[nodiscard]] bool is_free(MovementRow row, Before before) const {
    const Movement& movement = movements_[row];
    return (!movement.debit || is_next(*movement.debit, row, before)) &&
           (!movement.credit || is_next(*movement.credit, row, before));
  }

  /// Offers the movement at the head of an account's statement, where it is free.
  void offer_head(std::size_t account) {
    const std::size_t head = head_[account];
    if (head == ledger_.first_leg[account + 1]) return;
    const LegRow leg = order_.leg_at(head);
    for (const MovementRow row : movements_of(leg)) {
      if (placed_[row]) continue;
      if (movements_[row].debit == leg) free_on_debited_.push(candidate(row));
      if (is_free(row, Before::chosen)) free_.push(candidate(row));
    }
    if (order_.has_runs()) offer_as_proved(head, order_.span_of(head).end);
  }

  /// The movements of a leg: one, or several that are parts of it.
  [[nodiscard]] std::span<const MovementRow> movements_of(LegRow leg) const {
    const auto shared = shared_.find(index(leg));
    if (shared != shared_.end()) return shared->second;
    return {&movements_of_[index(leg)], 1};
  }

  /// Offers every movement that only the chosen order keeps from being free. At `head` stands the
  /// first of the legs that are not proved to wait for another one there.
  void offer_as_proved(std::size_t head, std::size_t end) {
    for (std::size_t place = head; place < end; ++place) {
      const LegRow leg = order_.leg_at(place);
      for (const MovementRow row : movements_of(leg)) offer_as_proved(row, leg);
    }
  }

  void offer_as_proved(MovementRow row, LegRow leg) {
    if (placed_[row] || is_offered_[row]) return;
    if (is_free(row, Before::proved)) {
      is_offered_[row] = true;
      free_as_proved_.push(candidate(row));
    } else if (movements_[row].debit == leg && !is_offered_on_debited_[row]) {
      is_offered_on_debited_[row] = true;
      free_on_debited_.push(candidate(row));
    }
  }

  void place(MovementRow row) {
    placed_[row] = true;
    const Movement& movement = movements_[row];
    if (movement.debit) --left_of_[index(*movement.debit)];
    if (movement.credit) --left_of_[index(*movement.credit)];
    if (movement.debit) advance(index(account_of(*movement.debit)));
    if (movement.credit) advance(index(account_of(*movement.credit)));
  }

  void advance(std::size_t account) {
    std::size_t& head = head_[account];
    while (head < ledger_.first_leg[account + 1] && is_done(head)) ++head;
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
                [](const Candidate& a, const Candidate& b) { return b > a; });
    }
    while (placed_[by_key_[next_of_all_].movement]) ++next_of_all_;
    return by_key_[next_of_all_].movement;
  }

  const Ledger& ledger_;
  const std::vector<Movement>& movements_;
  const StatementOrder& order_;
  std::vector<MovementRow> movements_of_;  // by leg, the first of its movements
  std::vector<std::uint32_t> left_of_;     // by leg, how many of its movements are not placed
  std::map<std::size_t, std::vector<MovementRow>> shared_;  // by leg, where it has several
  std::vector<std::size_t> head_;  // by account: the place of its first leg not placed
  std::vector<bool> placed_;
  std::vector<bool> is_offered_;  // by movement: in free_as_proved_, likewise in free_on_debited_
  std::vector<bool> is_offered_on_debited_;
  EarliestFirst free_;
  EarliestFirst free_as_proved_;
  EarliestFirst free_on_debited_;
  std::vector<Candidate> by_key_;
  std::size_t next_of_all_ = 0;
};

}  // namespace

Movements order_movements(const Ledger& ledger, const Links& links, DayOrder day_order) {
  const std::vector<Movement> movements = make_movements(ledger, links);
  const StatementOrder order(ledger, links, day_order);
  Movements ordered = Sequencer(ledger, movements, order).run();
  ordered.day_order = day_order;
  tie_reversals(ledger, links.reversals, ordered);
  tie_coordinations(ledger, links.coordinations, ordered);
  return ordered;
}

std::string_view end_point_name(const LegText& text) {
  if (!text.counterparty_account.empty()) return text.counterparty_account;
  if (!text.counterparty_name.empty()) return text.counterparty_name;
  if (!text.description.empty()) return text.description;
  return "unknown";
}

std::string end_point_of(const Ledger& ledger, const Movement& movement) {
  const std::size_t leg = index(movement.leg());
  if (movement.is_charge) return "charges on " + ledger.accounts[index(ledger.account[leg])];
  return std::string(end_point_name(ledger.text[leg]));
}

std::string movement_id(const Ledger& ledger, const Movement& movement) {
  const RecordPlace& place = ledger.place[index(movement.leg())];
  std::string id = place.document.short_text() + ":" + std::to_string(place.line);
  if (movement.is_charge) return id + ":charge";
  if (movement.part == 0) return id;
  return id + ":" +
         std::to_string(movement.credit ? ledger.place[index(*movement.credit)].line : 0);
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
