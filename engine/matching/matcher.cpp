#include "recoup/matching/matcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace recoup {
namespace {

/// What two legs of one transfer have in common, down to the day.
struct TransferKey {
  AccountRow payer;
  AccountRow payee;
  Currency currency;
  MinorUnits amount;
  Date date;

  friend auto operator<=>(const TransferKey&, const TransferKey&) = default;
};

struct NamedLeg {
  TransferKey key;
  LegRow leg;
};

/// Legs that name a traced account, debits and credits apart, each in order of key and row.
struct NamedLegs {
  std::vector<NamedLeg> debits;
  std::vector<NamedLeg> credits;
};

NamedLegs named_legs(const Ledger& ledger) {
  NamedLegs named;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const auto other = ledger.find_account(ledger.text[i].counterparty_account);
    const MinorUnits amount = ledger.amount_minor[i];
    if (!other || amount == 0) continue;
    const Date date = ledger.booked_at[i].date();
    const auto leg = static_cast<LegRow>(i);
    if (amount < 0) {
      named.debits.push_back({{ledger.account[i], *other, ledger.currency[i], -amount, date}, leg});
    } else {
      named.credits.push_back({{*other, ledger.account[i], ledger.currency[i], amount, date}, leg});
    }
  }
  const auto by_key = [](const NamedLeg& a, const NamedLeg& b) {
    return std::tie(a.key, a.leg) < std::tie(b.key, b.leg);
  };
  std::sort(named.debits.begin(), named.debits.end(), by_key);
  std::sort(named.credits.begin(), named.credits.end(), by_key);
  return named;
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

std::string sentence(const Ledger& ledger, LegRow debit, std::size_t count) {
  const std::size_t row = index(debit);
  std::string why = "each leg names the other's account; both show " +
                    Money(-ledger.amount_minor[row], ledger.currency[row]).text() + " on " +
                    iso_text(ledger.booked_at[row].date());
  if (count > 1) {
    why += "; " + std::to_string(count) +
           " such transfers are alike and are paired in statement order";
  }
  return why;
}

void settle(const Ledger& ledger, const Alike& alike, Links& links, std::vector<bool>& settled) {
  if (alike.debits.empty() || alike.credits.empty()) return;
  for (const LegRow leg : alike.debits) settled[index(leg)] = true;
  for (const LegRow leg : alike.credits) settled[index(leg)] = true;
  if (alike.debits.size() == alike.credits.size() && pairs_agree(ledger, alike)) {
    for (std::size_t i = 0; i < alike.debits.size(); ++i) {
      links.matched.push_back({alike.debits[i], alike.credits[i], Confidence::exact,
                               sentence(ledger, alike.debits[i], alike.debits.size())});
    }
    return;
  }
  links.review.push_back(
      {alike.debits, alike.credits,
       std::to_string(alike.debits.size()) + " debits and " + std::to_string(alike.credits.size()) +
           " credits of one amount name each other's account on one day; more than one reading "
           "fits"});
}

}  // namespace

Links match(const Ledger& ledger) {
  const NamedLegs named = named_legs(ledger);
  Links links;
  std::vector<bool> settled(ledger.leg_count(), false);
  auto credit = named.credits.begin();
  for (auto debit = named.debits.begin(); debit != named.debits.end();) {
    const TransferKey key = debit->key;
    Alike day;
    for (; debit != named.debits.end() && debit->key == key; ++debit)
      day.debits.push_back(debit->leg);
    while (credit != named.credits.end() && credit->key < key) ++credit;
    for (; credit != named.credits.end() && credit->key == key; ++credit) {
      day.credits.push_back(credit->leg);
    }
    for (const Alike& alike : parted_by_time(ledger, day)) settle(ledger, alike, links, settled);
  }
  std::sort(links.matched.begin(), links.matched.end(),
            [](const Link& a, const Link& b) { return a.debit < b.debit; });
  std::sort(links.review.begin(), links.review.end(),
            [](const Review& a, const Review& b) { return a.debits < b.debits; });
  for (std::size_t i = 0; i < settled.size(); ++i) {
    if (!settled[i]) links.unmatched.push_back(static_cast<LegRow>(i));
  }
  return links;
}

}  // namespace recoup
