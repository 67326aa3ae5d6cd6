#include "exact.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace recoup {
namespace {

/// A leg that names a held account, under the hash of what it has in common with its other leg.
struct HashedLeg {
  std::uint64_t hash = 0;
  LegRow leg{};

  friend auto operator<=>(const HashedLeg&, const HashedLeg&) = default;
};

/// What two legs of one transfer have in common, down to the day.
struct TransferKey {
  std::uint32_t payer;
  std::uint32_t payee;
  Currency currency;
  MinorUnits amount;
  Date date;

  friend auto operator<=>(const TransferKey&, const TransferKey&) = default;
};

TransferKey key_of(const Ledger& ledger, const std::vector<std::uint32_t>& named, LegRow leg) {
  const std::size_t i = index(leg);
  const auto own = static_cast<std::uint32_t>(index(ledger.account[i]));
  const MinorUnits amount = ledger.amount_minor[i];
  const Date date = ledger.booked_at[i].date();
  if (amount < 0) return {own, named[i], ledger.currency[i], -amount, date};
  return {named[i], own, ledger.currency[i], amount, date};
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(const TransferKey& key) {
  std::uint64_t hash = mixed(0x2545F4914F6CDD1DULL, (std::uint64_t{key.payer} << 32) | key.payee);
  hash = mixed(hash, static_cast<std::uint64_t>(key.amount & Int128{0x7FFFFFFFFFFFFFFF}));
  hash = mixed(hash, static_cast<std::uint64_t>(key.date.time_since_epoch().count()));
  return mixed(hash, hash >> 32);
}

/// Legs alike that can belong to each other by their booking times.
struct Alike {
  std::vector<LegRow> debits;
  std::vector<LegRow> credits;
};

/// Parts legs of one day into sets that can belong to each other: a time meets the same time or a
/// date alone, so a date alone on one side joins every time on the other.
std::vector<Alike> parted_by_time(const Ledger& ledger, const Alike& day) {
  const auto has_date_alone = [&](const std::vector<LegRow>& legs) {
    return std::any_of(legs.begin(), legs.end(),
                       [&](LegRow leg) { return !ledger.booked_at[index(leg)].has_time(); });
  };
  const bool debit_dates = has_date_alone(day.debits);
  const bool credit_dates = has_date_alone(day.credits);
  if ((debit_dates && !day.credits.empty()) || (credit_dates && !day.debits.empty())) {
    // Every leg that meets anything meets it by way of the date alone. What meets nothing stays by
    // itself below, under its own time.
    std::map<std::int64_t, std::pair<bool, bool>> times;
    for (const LegRow leg : day.debits)
      times[ledger.booked_at[index(leg)].order_key().micros].first = true;
    for (const LegRow leg : day.credits)
      times[ledger.booked_at[index(leg)].order_key().micros].second = true;
    Alike joined;
    std::vector<Alike> parted;
    const auto place = [&](LegRow leg, bool is_debit) {
      const BookingTime& at = ledger.booked_at[index(leg)];
      const auto& [debit_here, credit_here] = times[at.order_key().micros];
      const bool meets = is_debit ? (!at.has_time() || credit_dates || credit_here)
                                  : (!at.has_time() || debit_dates || debit_here);
      if (meets) {
        (is_debit ? joined.debits : joined.credits).push_back(leg);
      } else if (is_debit) {
        parted.push_back({{leg}, {}});
      } else {
        parted.push_back({{}, {leg}});
      }
    };
    for (const LegRow leg : day.debits) place(leg, true);
    for (const LegRow leg : day.credits) place(leg, false);
    parted.push_back(std::move(joined));
    return parted;
  }
  std::map<std::int64_t, Alike> by_time;
  for (const LegRow leg : day.debits) {
    by_time[ledger.booked_at[index(leg)].order_key().micros].debits.push_back(leg);
  }
  for (const LegRow leg : day.credits) {
    by_time[ledger.booked_at[index(leg)].order_key().micros].credits.push_back(leg);
  }
  std::vector<Alike> parted;
  for (auto& [time, alike] : by_time) parted.push_back(std::move(alike));
  return parted;
}

bool pairs_agree(const Ledger& ledger, const Alike& alike) {
  for (std::size_t i = 0; i < alike.debits.size(); ++i) {
    if (!agree(ledger.booked_at[index(alike.debits[i])],
               ledger.booked_at[index(alike.credits[i])])) {
      return false;
    }
  }
  return true;
}

/// Links or reviews legs of one key.
class Settler {
 public:
  Settler(const Ledger& ledger, const std::set<LegPair>& rejected, std::vector<LegState>& states,
          Links& links)
      : ledger_(ledger), rejected_(rejected), states_(states), links_(links) {}

  void settle_day(const Alike& day) {
    if (day.debits.empty() || day.credits.empty()) return;
    if (day.debits.size() == 1 && day.credits.size() == 1) {
      const bool meet =
          agree(ledger_.booked_at[index(day.debits[0])], ledger_.booked_at[index(day.credits[0])]);
      if (meet) settle(day);
      return;
    }
    for (const Alike& alike : parted_by_time(ledger_, day)) settle(alike);
  }

 private:
  void settle(const Alike& alike) {
    if (alike.debits.empty() || alike.credits.empty()) return;
    const std::size_t count = alike.debits.size();
    const bool is_rejected = has_rejected(alike);
    if (is_rejected && count == 1 && alike.credits.size() == 1) return;
    const bool is_paired =
        !is_rejected && count == alike.credits.size() && pairs_agree(ledger_, alike);
    const LegState state = is_paired ? LegState::linked : LegState::in_review;
    for (const LegRow leg : alike.debits) states_[index(leg)] = state;
    for (const LegRow leg : alike.credits) states_[index(leg)] = state;
    if (!is_paired) {
      links_.review.push_back({alike.debits, alike.credits,
                               std::to_string(count) + " debits and " +
                                   std::to_string(alike.credits.size()) +
                                   " credits of one amount name each other's account on one day; "
                                   "more than one reading fits"});
      return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      links_.matched.push_back({alike.debits[i], alike.credits[i], Confidence::exact, "",
                                static_cast<std::uint32_t>(count)});
    }
  }

  [[nodiscard]] bool has_rejected(const Alike& alike) const {
    if (rejected_.empty()) return false;
    return std::any_of(alike.debits.begin(), alike.debits.end(), [&](LegRow debit) {
      return std::any_of(alike.credits.begin(), alike.credits.end(), [&](LegRow credit) {
        return rejected_.contains({debit, credit});
      });
    });
  }

  const Ledger& ledger_;
  const std::set<LegPair>& rejected_;
  std::vector<LegState>& states_;
  Links& links_;
};

/// The legs in groups of one hash: cut by its first bits, so that each cut is sorted in the cache.
std::vector<HashedLeg> sorted_by_hash(const std::vector<HashedLeg>& legs) {
  constexpr std::size_t legs_of_a_cut = 1024;
  const auto bits = static_cast<int>(std::bit_width(legs.size() / legs_of_a_cut));
  const auto cut_of = [&](const HashedLeg& each) {
    return bits == 0 ? std::size_t{0} : static_cast<std::size_t>(each.hash >> (64 - bits));
  };
  std::vector<std::size_t> first((std::size_t{1} << bits) + 1, 0);
  for (const HashedLeg& each : legs) ++first[cut_of(each) + 1];
  for (std::size_t cut = 1; cut < first.size(); ++cut) first[cut] += first[cut - 1];
  std::vector<HashedLeg> sorted(legs.size());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  for (const HashedLeg& each : legs) sorted[next[cut_of(each)]++] = each;
  for (std::size_t cut = 0; cut + 1 < first.size(); ++cut) {
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(first[cut]),
              sorted.begin() + static_cast<std::ptrdiff_t>(first[cut + 1]));
  }
  return sorted;
}

using Legs = std::vector<HashedLeg>::const_iterator;

/// Nearly every two legs of one hash are one transfer: true where they are, and linked.
bool link_two(const Ledger& ledger, const std::vector<std::uint32_t>& named,
              const std::set<LegPair>& rejected, LegRow first, LegRow second,
              std::vector<LegState>& states, Links& links) {
  const bool is_debit = ledger.amount_minor[index(first)] < 0;
  if (is_debit == (ledger.amount_minor[index(second)] < 0)) return false;
  const LegRow debit = is_debit ? first : second;
  const LegRow credit = is_debit ? second : first;
  if (key_of(ledger, named, debit) != key_of(ledger, named, credit) ||
      !agree(ledger.booked_at[index(debit)], ledger.booked_at[index(credit)]) ||
      (!rejected.empty() && rejected.contains({debit, credit}))) {
    return false;
  }
  states[index(debit)] = states[index(credit)] = LegState::linked;
  links.matched.push_back({debit, credit, Confidence::exact, ""});
  return true;
}

/// Legs of one hash, one key at a time: two keys may have one hash.
void settle_hash(const Ledger& ledger, const std::vector<std::uint32_t>& named, Legs from, Legs to,
                 Settler& settler) {
  std::vector<LegRow> rest;
  for (; from != to; ++from) rest.push_back(from->leg);
  while (!rest.empty()) {
    const TransferKey key = key_of(ledger, named, rest.front());
    Alike day;
    std::vector<LegRow> others;
    for (const LegRow leg : rest) {
      if (key_of(ledger, named, leg) != key) {
        others.push_back(leg);
      } else {
        (ledger.amount_minor[index(leg)] < 0 ? day.debits : day.credits).push_back(leg);
      }
    }
    settler.settle_day(day);
    rest = std::move(others);
  }
}

}  // namespace

std::vector<std::uint32_t> accounts_named(const Ledger& ledger) {
  std::vector<std::uint32_t> named(ledger.leg_count(), names_no_account);
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::string_view account = ledger.text[i].counterparty_account;
    if (account.empty()) continue;
    const auto [at, is_new] = known.try_emplace(account, names_unheld_account);
    if (is_new) {
      const auto row = ledger.find_account(account);
      if (row) at->second = static_cast<std::uint32_t>(index(*row));
    }
    named[i] = at->second;
  }
  return named;
}

void match_exact(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                 const std::set<LegPair>& rejected, std::vector<LegState>& states, Links& links) {
  std::vector<HashedLeg> legs;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (named[i] >= names_unheld_account || states[i] != LegState::open) continue;
    if (ledger.amount_minor[i] == 0) continue;
    const auto leg = static_cast<LegRow>(i);
    legs.push_back({hash_of(key_of(ledger, named, leg)), leg});
  }
  legs = sorted_by_hash(legs);
  Settler settler(ledger, rejected, states, links);
  for (auto from = legs.cbegin(); from != legs.cend();) {
    auto to = from + 1;
    while (to != legs.cend() && to->hash == from->hash) ++to;
    const bool is_linked = to - from == 2 && link_two(ledger, named, rejected, from->leg,
                                                      (from + 1)->leg, states, links);
    if (to - from > 1 && !is_linked) settle_hash(ledger, named, from, to, settler);
    from = to;
  }
}

void put_in_order(const std::vector<LegState>& states, Links& links) {
  std::sort(links.matched.begin(), links.matched.end(), [](const Link& a, const Link& b) {
    return std::tie(a.debit, a.credit) < std::tie(b.debit, b.credit);
  });
  std::sort(links.review.begin(), links.review.end(), [](const Review& a, const Review& b) {
    return std::tie(a.debits, a.credits) < std::tie(b.debits, b.credits);
  });
  links.unmatched.clear();
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == LegState::open) links.unmatched.push_back(static_cast<LegRow>(i));
  }
}

}  // namespace recoup
