#include "surroundings.hpp"

#include <algorithm>
#include <optional>

#include "working_days.hpp"

namespace recoup {

MinorUnits charge_max(MinorUnits amount, Currency currency) {
  MinorUnits fifty = 50;
  for (int i = 0; i < currency.decimals(); ++i) fifty *= 10;
  return std::min<MinorUnits>(amount / 20, fifty);
}

Surroundings::Surroundings(const Field& field, const Lags& lags) : field_(field), lags_(lags) {
  const Ledger& ledger = field.ledger;
  for (std::size_t account = 0; account < ledger.accounts.size(); ++account) {
    Days days{Date::max(), Date::min()};
    for (std::size_t i = ledger.first_leg[account]; i < ledger.first_leg[account + 1]; ++i) {
      const Date day = ledger.booked_at[i].date();
      days.first = std::min(days.first, day);
      days.last = std::max(days.last, day);
    }
    days_.push_back(days);
  }
}

bool Surroundings::reaches(AccountRow account, Date from, Date until) const {
  const Days& days = days_[index(account)];
  if (days.first > from || days.last < until) return false;
  const auto& gaps = field_.ledger.gaps;
  const auto first = std::lower_bound(gaps.begin(), gaps.end(),
                                      static_cast<LegRow>(field_.ledger.first_leg[index(account)]),
                                      [](const Gap& gap, LegRow leg) { return gap.before < leg; });
  for (auto gap = first; gap != gaps.end(); ++gap) {
    if (field_.ledger.account[index(gap->before)] != account) break;
    const Date behind = field_.day(gap->before);
    const bool is_first = index(gap->before) == field_.ledger.first_leg[index(account)];
    const Date ahead = is_first ? behind : field_.day(static_cast<LegRow>(index(gap->before) - 1));
    if (behind >= from && ahead <= until) return false;
  }
  return true;
}

/// Legs on the silent side that say nothing either and are smaller, or of the debit's side larger,
/// by no more than a charge.
bool Surroundings::has_rival(const Reading& reading, bool credit_is_silent) const {
  const LegRow told = credit_is_silent ? reading.debit : reading.credit;
  const LegRow silent = credit_is_silent ? reading.credit : reading.debit;
  const MinorUnits amount = field_.amount(silent);
  const Currency currency = field_.ledger.currency[index(silent)];
  const MinorUnits charge = charge_max(amount, currency);
  if (charge == 0) return false;
  const Date day = field_.day(told);
  const std::chrono::days window(window_days_after);
  bool is_there = false;
  const auto weigh = [&](LegRow other) {
    const auto rival =
        credit_is_silent ? reading_of(field_, told, other) : reading_of(field_, other, told);
    const bool is_free = field_.states[index(other)] != LegState::linked;
    is_there = is_there || (is_free && rival && lags_.allows(*rival));
  };
  const AccountRow account = field_.ledger.account[index(silent)];
  const bool is_whole = credit_is_silent
                            ? field_.credits.find(account, currency, amount - charge, amount - 1,
                                                  day, day + window, weigh)
                            : field_.debits.find(account, currency, amount + 1, amount + charge,
                                                 day - window, day, weigh);
  return is_there || !is_whole;
}

std::string Surroundings::doubt_of_reach(const Reading& reading, bool on_credit_side) const {
  const LegRow there = on_credit_side ? reading.credit : reading.debit;
  const AccountRow account = field_.ledger.account[index(there)];
  const Date told = field_.day(on_credit_side ? reading.debit : reading.credit);
  const LagRange* const learned = lags_.range(reading.debit, reading.credit);
  const int most = std::max<int>(learned == nullptr ? lag_max : learned->most, reading.lag);
  Date edge = told;
  const std::chrono::days step(on_credit_side ? 1 : -1);
  while ((on_credit_side ? working_days(told, edge) : working_days(edge, told)) < most) {
    edge += step;
  }
  if (reaches(account, std::min(told, edge), std::max(told, edge))) return {};
  return "the statement of " + field_.ledger.accounts[index(account)] +
         " does not show all days on which its leg may stand";
}

Surroundings::ExactKey Surroundings::key_of(LegRow debit, LegRow credit) const {
  const Ledger& ledger = field_.ledger;
  return {ledger.account[index(debit)], ledger.account[index(credit)], field_.amount(debit),
          ledger.currency[index(debit)]};
}

void Surroundings::know_exact(const std::vector<Link>& links,
                              const std::vector<Reading>& readings) {
  std::vector<ExactKey> keys;
  keys.reserve(readings.size());
  for (const Reading& reading : readings) keys.push_back(key_of(reading.debit, reading.credit));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  auto first = keys.cbegin();
  auto last = keys.cbegin();
  std::optional<AccountRow> payer;
  for (const Link& link : links) {
    if (link.confidence != Confidence::exact) continue;
    // Links stand by their debits, and these by accounts: the keys of one account serve many.
    const AccountRow own = field_.ledger.account[index(link.debit)];
    if (payer != own) {
      payer = own;
      const auto is_before = [&](const ExactKey& each) { return each.payer < own; };
      const auto is_own = [&](const ExactKey& each) { return each.payer == own; };
      first = std::partition_point(keys.cbegin(), keys.cend(), is_before);
      last = std::partition_point(first, keys.cend(), is_own);
    }
    if (first == last) continue;
    const ExactKey key = key_of(link.debit, link.credit);
    if (std::binary_search(first, last, key)) exact_.push_back({key, link.debit, link.credit});
  }
  std::sort(exact_.begin(), exact_.end());
}

std::string Surroundings::doubt_of_exact(const Reading& reading) const {
  if (reading.kind != AmountKind::same || exact_.empty()) return {};
  const ExactKey key = key_of(reading.debit, reading.credit);
  auto at = std::partition_point(exact_.begin(), exact_.end(),
                                 [&](const KnownExact& each) { return each.key < key; });
  for (; at != exact_.end() && at->key == key; ++at) {
    const auto one = reading_of(field_, reading.debit, at->credit);
    const auto other = reading_of(field_, at->debit, reading.credit);
    if (one && other && lags_.allows(*one) && lags_.allows(*other)) {
      return "a pair of one day between the same accounts, " + iso_text(field_.day(at->debit)) +
             ", could belong to it crosswise";
    }
  }
  return {};
}

std::string Surroundings::doubt(const Reading& reading) const {
  const bool credit_is_silent = reading.debit_says > reading.credit_says;
  std::string why = doubt_of_reach(reading, credit_is_silent);
  if (why.empty() && has_rival(reading, credit_is_silent)) {
    const LegRow silent = credit_is_silent ? reading.credit : reading.debit;
    why = "another leg of " + field_.ledger.accounts[index(field_.ledger.account[index(silent)])] +
          " could be it with a charge taken out";
  }
  return why;
}

std::string Surroundings::doubt_of_rivals(const Reading& reading) const {
  std::string why = doubt_of_reach(reading, true);
  return why.empty() ? doubt_of_reach(reading, false) : why;
}

}  // namespace recoup
