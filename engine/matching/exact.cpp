#include "exact.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "alike_legs.hpp"
#include "transfer_table.hpp"

namespace recoup {
namespace {

/// So far ahead memory is asked for that is not read in order.
constexpr std::size_t fetched_ahead = 32;

/// The open legs that name a held account, in order.
struct NamingLegs {
  std::vector<LegRow> debits;
  std::vector<LegRow> credits;
};

NamingLegs naming_legs(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                       const std::vector<LegState>& states) {
  NamingLegs legs;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const MinorUnits amount = ledger.amount_minor[i];
    if (named[i] >= names_unheld_account || states[i] != LegState::open || amount == 0) continue;
    (amount < 0 ? legs.debits : legs.credits).push_back(static_cast<LegRow>(i));
  }
  return legs;
}

/// Joins the debits that name a held account with its credits. Keys that several debits or several
/// credits have are set aside.
class ExactJoin {
 public:
  /// Everything must outlive it.
  ExactJoin(const Ledger& ledger, const std::vector<std::uint32_t>& named, const NamingLegs& legs)
      : ledger_(ledger), named_(named), legs_(legs), table_(legs.credits.size()) {}

  void run() {
    each_keyed(legs_.credits, [&](const KeyedLeg& credit) { take_credit(credit); });
    each_keyed(legs_.debits, [&](const KeyedLeg& debit) { take_debit(debit); });
    std::erase_if(pairs_, [](const ExactPair& pair) { return pair.alike == 0; });
  }

  /// Pairs of which nobody else has the key, whatever their booking times, in order of the debit.
  [[nodiscard]] std::vector<ExactPair>& pairs() { return pairs_; }
  /// The other legs, of one key each, in no fixed order.
  [[nodiscard]] std::vector<AlikeLegs> alike();

 private:
  struct KeyedLeg {
    TransferKey key;
    std::size_t home = 0;
    LegRow leg{};
  };
  struct SharedLeg {
    std::uint32_t row = 0;  // of a slot
    LegRow leg{};

    friend auto operator<=>(const SharedLeg&, const SharedLeg&) = default;
  };
  static constexpr std::uint32_t shared = TransferTable::Slot::free - 1;

  /// Calls `use` with legs in order, once their slots are in the cache.
  template <typename Use>
  void each_keyed(const std::vector<LegRow>& legs, Use use) {
    std::array<KeyedLeg, fetched_ahead> waiting;
    for (std::size_t from = 0; from < legs.size(); from += waiting.size()) {
      const std::size_t count = std::min(waiting.size(), legs.size() - from);
      for (std::size_t i = 0; i < count; ++i) {
        KeyedLeg& next = waiting[i];
        next.leg = legs[from + i];
        next.key = transfer_key(ledger_, named_[index(next.leg)], next.leg);
        next.home = table_.home(next.key);
        table_.fetch(next.home);
      }
      for (std::size_t i = 0; i < count; ++i) use(waiting[i]);
    }
  }

  void take_credit(const KeyedLeg& credit) {
    const std::size_t row = table_.find(credit.home, credit.key);
    TransferTable::Slot& slot = table_.at(row);
    if (slot.key.amount == 0) {
      slot.key = credit.key;
      slot.credit = credit.leg;
      if (credit.key.amount == TransferKey::amount_max) share(row);
    } else {
      share(row);
      shared_.push_back({static_cast<std::uint32_t>(row), credit.leg});
    }
  }

  void take_debit(const KeyedLeg& debit) {
    const std::size_t row = table_.find(debit.home, debit.key);
    TransferTable::Slot& slot = table_.at(row);
    if (slot.key.amount == 0) return;
    if (slot.pair == TransferTable::Slot::free) {
      slot.pair = static_cast<std::uint32_t>(pairs_.size());
      pairs_.push_back({debit.leg, slot.credit});
      return;
    }
    share(row);
    shared_.push_back({static_cast<std::uint32_t>(row), debit.leg});
  }

  /// What the slot had for itself is one of several from now on.
  void share(std::size_t row) {
    TransferTable::Slot& slot = table_.at(row);
    if (slot.pair == shared) return;
    shared_.push_back({static_cast<std::uint32_t>(row), slot.credit});
    if (slot.pair != TransferTable::Slot::free) {
      shared_.push_back({static_cast<std::uint32_t>(row), pairs_[slot.pair].debit});
      pairs_[slot.pair].alike = 0;
    }
    slot.pair = shared;
  }

  const Ledger& ledger_;
  const std::vector<std::uint32_t>& named_;
  const NamingLegs& legs_;
  TransferTable table_;
  std::vector<ExactPair> pairs_;
  std::vector<SharedLeg> shared_;
};

std::vector<AlikeLegs> ExactJoin::alike() {
  // Amounts that are too large for the table's keys have one key, and are parted here.
  const auto size_of = [&](LegRow leg) {
    const MinorUnits amount = ledger_.amount_minor[index(leg)];
    return amount < 0 ? -amount : amount;
  };
  std::sort(shared_.begin(), shared_.end(), [&](const SharedLeg& a, const SharedLeg& b) {
    if (a.row != b.row) return a.row < b.row;
    return std::pair(size_of(a.leg), a.leg) < std::pair(size_of(b.leg), b.leg);
  });
  std::vector<AlikeLegs> alike;
  for (std::size_t i = 0; i < shared_.size(); ++i) {
    const bool is_first = i == 0 || shared_[i].row != shared_[i - 1].row ||
                          size_of(shared_[i].leg) != size_of(shared_[i - 1].leg);
    if (is_first) alike.emplace_back();
    const bool is_debit = ledger_.amount_minor[index(shared_[i].leg)] < 0;
    (is_debit ? alike.back().debits : alike.back().credits).push_back(shared_[i].leg);
  }
  return alike;
}

/// Takes out the pairs whose booking times do not agree, or that a person rejected.
void keep_agreeing(const Ledger& ledger, const std::set<LegPair>& rejected,
                   std::vector<LegState>& states, std::vector<ExactPair>& pairs) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i + fetched_ahead < pairs.size()) {
      const std::size_t ahead = index(pairs[i + fetched_ahead].credit);
      __builtin_prefetch(&ledger.booked_at[ahead]);
      __builtin_prefetch(&states[ahead]);
    }
    const auto& [debit, credit, alike] = pairs[i];
    if (!agree(ledger.booked_at[index(debit)], ledger.booked_at[index(credit)]) ||
        (!rejected.empty() && rejected.contains({debit, credit}))) {
      continue;
    }
    states[index(debit)] = states[index(credit)] = LegState::linked;
    pairs[kept++] = pairs[i];
  }
  pairs.resize(kept);
}

bool is_before(const Link& a, const Link& b) {
  return std::tie(a.debit, a.credit) < std::tie(b.debit, b.credit);
}

/// The order of links, of which most are in order.
void sort_links(std::vector<Link>& links) {
  const auto rest = std::is_sorted_until(links.begin(), links.end(), is_before);
  std::sort(rest, links.end(), is_before);
  std::inplace_merge(links.begin(), rest, links.end(), is_before);
}

}  // namespace

std::vector<std::uint32_t> accounts_named(const Ledger& ledger) {
  constexpr std::uint32_t unread = names_unheld_account - 1;
  std::vector<std::uint32_t> known(ledger.text.text_count(), unread);
  std::vector<std::uint32_t> named(ledger.leg_count(), names_no_account);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const TextId text = ledger.text.ids(i).counterparty_account;
    if (text == TextId{}) continue;
    std::uint32_t& account = known[index(text)];
    if (account == unread) {
      const auto row = ledger.find_account(ledger.text.text(text));
      account = row ? static_cast<std::uint32_t>(index(*row)) : names_unheld_account;
    }
    named[i] = account;
  }
  return named;
}

void match_exact(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                 const std::set<LegPair>& rejected, std::vector<LegState>& states, Links& links) {
  std::vector<ExactPair> pairs;
  std::vector<AlikeLegs> alike;
  {
    const NamingLegs legs = naming_legs(ledger, named, states);
    ExactJoin join(ledger, named, legs);
    join.run();
    pairs = std::move(join.pairs());
    alike = join.alike();
  }
  keep_agreeing(ledger, rejected, states, pairs);
  const auto alone = static_cast<std::ptrdiff_t>(pairs.size());
  AlikeSettler settler(ledger, rejected, states, pairs, links.review);
  for (const AlikeLegs& day : alike) settler.settle_day(day);
  std::sort(pairs.begin() + alone, pairs.end());
  std::inplace_merge(pairs.begin(), pairs.begin() + alone, pairs.end());
  const auto decided = static_cast<std::ptrdiff_t>(links.matched.size());
  links.matched.reserve(links.matched.size() + pairs.size());
  for (const ExactPair& pair : pairs) {
    links.matched.emplace_back(pair.debit, pair.credit, Confidence::exact, std::string(),
                               pair.alike);
  }
  std::sort(links.matched.begin(), links.matched.begin() + decided, is_before);
  std::inplace_merge(links.matched.begin(), links.matched.begin() + decided, links.matched.end(),
                     is_before);
}

void put_in_order(const std::vector<LegState>& states, Links& links) {
  sort_links(links.matched);
  std::sort(links.review.begin(), links.review.end(), [](const Review& a, const Review& b) {
    return std::tie(a.debits, a.credits) < std::tie(b.debits, b.credits);
  });
  links.unmatched.clear();
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == LegState::open) links.unmatched.push_back(static_cast<LegRow>(i));
  }
}

}  // namespace recoup
