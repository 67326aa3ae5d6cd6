#include "penny_ledger.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

std::vector<PennyLeg> all_legs(const PennyCase& told) {
  std::vector<PennyLeg> legs;
  for (std::size_t account = 0; account < told.accounts.size(); ++account) {
    for (std::size_t entry = 0; entry < told.accounts[account].entries.size(); ++entry) {
      legs.push_back({account, entry});
    }
  }
  return legs;
}

bool is_debit(const Transaction& entry) { return entry.amount.minor() < 0; }
bool is_credit(const Transaction& entry) { return entry.amount.minor() > 0; }

bool times_agree(const BookingTime& one, const BookingTime& other) {
  if (one.has_time() && other.has_time()) return one.order_key() == other.order_key();
  return one.date() == other.date();
}

bool name_each_other(const Transaction& debit, const Transaction& credit) {
  return debit.counterparty_account == credit.account &&
         credit.counterparty_account == debit.account;
}

/// Whether `debit` and `credit` could be the two legs of one transfer under the exact rule.
bool fit(const Transaction& debit, const Transaction& credit) {
  return is_debit(debit) && is_credit(credit) && name_each_other(debit, credit) &&
         debit.amount.currency() == credit.amount.currency() &&
         -debit.amount.minor() == credit.amount.minor() &&
         times_agree(debit.booked_at, credit.booked_at);
}

/// All legs that hang together with `first` through pairs that fit.
std::set<PennyLeg> legs_alike(const PennyCase& told, const std::vector<PennyLeg>& legs,
                              PennyLeg first) {
  std::set<PennyLeg> alike = {first};
  for (bool grown = true; grown;) {
    grown = false;
    for (const PennyLeg& leg : legs) {
      if (alike.count(leg) != 0) continue;
      const bool joins = std::any_of(alike.begin(), alike.end(), [&](const PennyLeg& member) {
        return fit(told.at(leg), told.at(member)) || fit(told.at(member), told.at(leg));
      });
      if (!joins) continue;
      alike.insert(leg);
      grown = true;
    }
  }
  return alike;
}

/// Pairs the legs of one group in statement order, or sends all of them to review. Where dates and
/// times are mixed that order can pair two different times; then the legs are not interchangeable.
void settle(const PennyCase& told, const std::set<PennyLeg>& alike, PennyLinks& links) {
  std::vector<PennyLeg> debits;
  std::vector<PennyLeg> credits;
  for (const PennyLeg& leg : alike) (is_debit(told.at(leg)) ? debits : credits).push_back(leg);
  bool interchangeable = debits.size() == credits.size();
  for (std::size_t i = 0; interchangeable && i < debits.size(); ++i) {
    interchangeable = fit(told.at(debits[i]), told.at(credits[i]));
  }
  if (!interchangeable) {
    links.review.insert(links.review.end(), alike.begin(), alike.end());
    return;
  }
  for (std::size_t i = 0; i < debits.size(); ++i) links.matched.push_back({debits[i], credits[i]});
}

std::vector<PennyMovement> all_movements(const PennyCase& told, const PennyLinks& links) {
  std::vector<PennyMovement> movements;
  std::set<PennyLeg> linked;
  for (const PennyPair& pair : links.matched) {
    movements.push_back({pair.debit, pair.credit});
    linked.insert(pair.debit);
    linked.insert(pair.credit);
  }
  for (const PennyLeg& leg : all_legs(told)) {
    if (linked.count(leg) != 0) continue;
    // A line of nothing stands in the order as a credit, and brings nothing.
    if (is_debit(told.at(leg))) movements.push_back({leg, std::nullopt});
    if (!is_debit(told.at(leg))) movements.push_back({std::nullopt, leg});
  }
  return movements;
}

/// Which lines stand before which others: those that do for certain, and those that do where the
/// lines of a day of which nothing proves the order are put as `day` says.
class Precedence {
 public:
  Precedence(const PennyCase& told, PennyDay day) : told_(told), day_(day) {
    for (std::size_t account = 0; account < told.accounts.size(); ++account) {
      groups_.push_back(penny_days(told, account));
    }
  }

  [[nodiscard]] bool certainly(PennyLeg one, PennyLeg other) const {
    if (one.account != other.account || one.entry >= other.entry) return false;
    return group(one) != group(other);
  }

  [[nodiscard]] bool as_put(PennyLeg one, PennyLeg other) const {
    if (one.account != other.account || one == other) return false;
    if (group(one) != group(other)) return one.entry < other.entry;
    return rank(one) != rank(other) ? rank(one) < rank(other) : one.entry < other.entry;
  }

 private:
  [[nodiscard]] std::size_t group(PennyLeg leg) const { return groups_[leg.account][leg.entry]; }

  /// Credits, debits, and credits that give a debit of the same day back.
  [[nodiscard]] int rank(PennyLeg leg) const {
    if (is_debit(told_.at(leg))) return 2;
    for (const PennyPair& pair : told_.reversals) {
      if (pair.credit != leg || pair.debit.account != leg.account) continue;
      if (is_debit(told_.at(pair.debit)) && group(pair.debit) == group(leg)) return 3;
    }
    return day_ == PennyDay::credits_first ? 1 : 3;
  }

  const PennyCase& told_;
  PennyDay day_;
  std::vector<std::vector<std::size_t>> groups_;
};

/// Whether every movement with a leg that stands before `leg`, but for `self`, is placed.
template <typename Before>
bool all_before_is_placed(const std::vector<PennyMovement>& movements,
                          const std::vector<bool>& placed, PennyLeg leg, std::size_t self,
                          const Before& before) {
  for (std::size_t other = 0; other < movements.size(); ++other) {
    if (other == self || placed[other]) continue;
    for (const auto& side : {movements[other].debit, movements[other].credit}) {
      if (side && before(*side, leg)) return false;
    }
  }
  return true;
}

/// Of `candidates` the one whose leg is booked first, then the account first in byte order, then
/// the one earlier on that statement.
std::size_t first_of(const PennyCase& told, const std::vector<PennyMovement>& movements,
                     const std::vector<std::size_t>& candidates, const Precedence& precedence) {
  const auto key = [&](std::size_t movement) {
    const PennyLeg leg = movements[movement].leg();
    return std::tuple(told.at(leg).booked_at.order_key(), told.accounts[leg.account].name);
  };
  return *std::min_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) {
    if (key(a) != key(b)) return key(a) < key(b);
    return precedence.as_put(movements[a].leg(), movements[b].leg());
  });
}

/// The place of the movement with this leg on this side.
std::size_t place_of(const PennyOrder& order, PennyLeg leg) {
  std::size_t place = 0;
  while (order.in_order[place].debit != leg && order.in_order[place].credit != leg) ++place;
  return place;
}

/// Ties each reversal that can be one: a credit from an end point to an earlier debit of the same
/// account and currency to an end point, of which as much is still out.
std::map<std::size_t, std::size_t> reversals_that_stand(const PennyCase& told,
                                                        const PennyOrder& order) {
  std::vector<PennyPair> in_order = told.reversals;
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const PennyPair& a, const PennyPair& b) { return a.credit < b.credit; });
  std::map<std::size_t, std::size_t> gives_back;
  std::map<std::size_t, Int128> out;
  for (const PennyPair& pair : in_order) {
    const Money paid = told.at(pair.debit).amount;
    const Money back = told.at(pair.credit).amount;
    if (pair.debit.account != pair.credit.account || paid.currency() != back.currency()) continue;
    if (!is_debit(told.at(pair.debit)) || !is_credit(told.at(pair.credit))) continue;
    const std::size_t from = place_of(order, pair.debit);
    const std::size_t to = place_of(order, pair.credit);
    if (order.in_order[from].credit || order.in_order[to].debit || from > to) continue;
    if (out.count(from) == 0) out[from] = -paid.minor();
    if (gives_back.count(to) != 0 || back.minor() > out[from]) continue;
    out[from] -= back.minor();
    gives_back[to] = from;
  }
  return gives_back;
}

/// Ties what a person asserts of a debit to an end point, which nothing gives back, and of a later
/// credit of the same account and currency, which gives nothing back.
std::set<std::pair<std::size_t, std::size_t>> financing_that_stands(const PennyCase& told,
                                                                    const PennyOrder& order) {
  std::set<std::pair<std::size_t, std::size_t>> finances;
  for (const PennyPair& pair : told.financed) {
    const Money paid = told.at(pair.debit).amount;
    const Money received = told.at(pair.credit).amount;
    if (pair.debit.account != pair.credit.account || paid.currency() != received.currency()) {
      continue;
    }
    if (!is_debit(told.at(pair.debit)) || !is_credit(told.at(pair.credit))) continue;
    const std::size_t from = place_of(order, pair.debit);
    const std::size_t to = place_of(order, pair.credit);
    if (from > to || order.in_order[from].credit || order.gives_back.count(to) != 0) continue;
    const bool is_given_back =
        std::any_of(order.gives_back.begin(), order.gives_back.end(),
                    [&](const auto& reversal) { return reversal.second == from; });
    if (!is_given_back) finances.insert({to, from});
  }
  return finances;
}

}  // namespace

PennyLinks penny_match(const PennyCase& told) {
  PennyLinks links;
  std::set<PennyLeg> settled;
  for (const PennyPair& pair : told.confirmed) {
    links.matched.push_back(pair);
    settled.insert(pair.debit);
    settled.insert(pair.credit);
  }
  std::vector<PennyLeg> legs;
  for (const PennyLeg& leg : all_legs(told)) {
    if (settled.count(leg) == 0) legs.push_back(leg);
  }
  for (const PennyLeg& leg : legs) {
    if (settled.count(leg) != 0) continue;
    const std::set<PennyLeg> alike = legs_alike(told, legs, leg);
    settled.insert(alike.begin(), alike.end());
    if (alike.size() > 1) settle(told, alike, links);
  }
  std::sort(links.matched.begin(), links.matched.end());
  std::sort(links.review.begin(), links.review.end());
  return links;
}

std::vector<std::size_t> penny_days(const PennyCase& told, std::size_t account) {
  const std::vector<Transaction>& entries = told.accounts[account].entries;
  const std::map<PennyLeg, PennyGap> gaps = penny_gaps(told);
  const auto is_loose = [&](std::size_t i) {
    return !told.accounts[account].keeps_sequence && !entries[i].balance &&
           gaps.count({account, i}) == 0;
  };
  std::vector<std::size_t> days(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool goes_on = i > 0 && is_loose(i - 1) && is_loose(i) &&
                         entries[i - 1].booked_at.order_key() == entries[i].booked_at.order_key();
    days[i] = goes_on ? days[i - 1] : i;
  }
  return days;
}

bool penny_is_unordered(const PennyCase& told) {
  for (std::size_t account = 0; account < told.accounts.size(); ++account) {
    const std::vector<Transaction>& entries = told.accounts[account].entries;
    const std::vector<std::size_t> days = penny_days(told, account);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (days[i] == days[j] && is_debit(entries[i]) != is_debit(entries[j])) return true;
      }
    }
  }
  return false;
}

PennyOrder penny_order(const PennyCase& told, const PennyLinks& links, PennyDay day) {
  const std::vector<PennyMovement> movements = all_movements(told, links);
  const Precedence precedence(told, day);
  const auto as_put = [&](PennyLeg a, PennyLeg b) { return precedence.as_put(a, b); };
  const auto certainly = [&](PennyLeg a, PennyLeg b) { return precedence.certainly(a, b); };
  std::vector<bool> placed(movements.size(), false);
  PennyOrder order;
  while (order.in_order.size() < movements.size()) {
    std::vector<std::size_t> free;
    std::vector<std::size_t> free_for_certain;
    std::vector<std::size_t> free_on_debited;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < movements.size(); ++i) {
      if (placed[i]) continue;
      const auto free_at = [&](const std::optional<PennyLeg>& leg, const auto& before) {
        return !leg || all_before_is_placed(movements, placed, *leg, i, before);
      };
      const auto& [debit, credit] = movements[i];
      all.push_back(i);
      if (free_at(debit, as_put) && free_at(credit, as_put)) free.push_back(i);
      if (!free_at(debit, certainly)) continue;
      if (free_at(credit, certainly)) free_for_certain.push_back(i);
      if (debit) free_on_debited.push_back(i);
    }
    if (free.empty() && free_for_certain.empty()) {
      order.contradictions.push_back(order.in_order.size());
    }
    const std::vector<std::size_t>& candidates = !free.empty()               ? free
                                                 : !free_for_certain.empty() ? free_for_certain
                                                 : !free_on_debited.empty()  ? free_on_debited
                                                                             : all;
    const std::size_t next = first_of(told, movements, candidates, precedence);
    placed[next] = true;
    order.in_order.push_back(movements[next]);
  }
  order.gives_back = reversals_that_stand(told, order);
  order.finances = financing_that_stands(told, order);
  return order;
}

std::size_t penny_count(const PennyCase& told, const PennyOrder& order) {
  if (!told.as_at) return order.in_order.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < order.in_order.size(); ++i) {
    if (told.at(order.in_order[i].leg()).booked_at.order_key() <= *told.as_at) count = i + 1;
  }
  return count;
}

Int128 penny_opening(const PennyCase& told, std::size_t account, Currency currency) {
  Int128 sum = 0;
  for (const Transaction& entry : told.accounts[account].entries) {
    if (entry.amount.currency() != currency) continue;
    sum += minor_of(entry.amount);
    if (entry.balance) return minor_of(*entry.balance) - sum;
  }
  for (const Money& declared : told.accounts[account].declared_openings) {
    if (declared.currency() == currency) return minor_of(declared);
  }
  return 0;
}

std::map<PennyLeg, PennyGap> penny_gaps(const PennyCase& told) {
  std::map<PennyLeg, PennyGap> gaps;
  for (std::size_t account = 0; account < told.accounts.size(); ++account) {
    std::map<Currency, Int128> running;
    const std::vector<Transaction>& entries = told.accounts[account].entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Currency currency = entries[i].amount.currency();
      if (running.count(currency) == 0) running[currency] = penny_opening(told, account, currency);
      const Int128 before = running[currency];
      running[currency] = before + minor_of(entries[i].amount);
      if (!entries[i].balance || minor_of(*entries[i].balance) == running[currency]) continue;
      running[currency] = minor_of(*entries[i].balance);
      gaps[{account, i}] = {before, running[currency] - minor_of(entries[i].amount)};
    }
  }
  return gaps;
}

std::vector<PennyLeg> penny_legs(const PennyCase& told) {
  std::vector<PennyLeg> legs = all_legs(told);
  std::stable_sort(legs.begin(), legs.end(), [&](const PennyLeg& a, const PennyLeg& b) {
    return told.accounts[a.account].name < told.accounts[b.account].name;
  });
  return legs;
}

std::string penny_end_point(const Transaction& entry) {
  if (!entry.counterparty_account.empty()) return entry.counterparty_account;
  if (!entry.counterparty_name.empty()) return entry.counterparty_name;
  if (!entry.description.empty()) return entry.description;
  return "unknown";
}

void PrintTo(const PennyLeg& leg, std::ostream* out) { *out << leg.account << ':' << leg.entry; }

void PrintTo(const PennyPair& pair, std::ostream* out) {
  PrintTo(PennyMovement{pair.debit, pair.credit}, out);
}

void PrintTo(const PennyMovement& movement, std::ostream* out) {
  movement.debit ? PrintTo(*movement.debit, out) : void(*out << '-');
  *out << " to ";
  movement.credit ? PrintTo(*movement.credit, out) : void(*out << '-');
}

void PrintTo(const PennyGap& gap, std::ostream* out) {
  *out << "from " << text(gap.held) << " to " << text(gap.restart);
}

}  // namespace recoup
