#include "series.hpp"

#include <map>
#include <numeric>

#include "recoup/base/text.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/number/fraction.hpp"

namespace recoup {

TypologyContext::TypologyContext(const TypologyQuestion& question) : question_(question) {
  const Ledger& ledger = question.ledger;
  micros_.reserve(ledger.leg_count());
  for (const BookingTime& time : ledger.booked_at) micros_.push_back(time.order_key().micros);
  number_parties();
  make_series();
}

std::int64_t TypologyContext::day(std::uint32_t leg) const {
  const std::int64_t days = micros_[leg] / micros_per_day;
  return micros_[leg] % micros_per_day < 0 ? days - 1 : days;
}

void TypologyContext::number_parties() {
  const Ledger& ledger = question_.ledger;
  std::map<std::string, std::int32_t> numbers;
  const auto number = [&](std::string key, bool is_account) {
    const auto [at, added] =
        numbers.try_emplace(std::move(key), static_cast<std::int32_t>(numbers.size()));
    if (added) party_is_account_.push_back(is_account);
    return at->second;
  };
  for (const std::string& account : ledger.accounts) {
    account_parties_.push_back(number("a" + account_key(account), true));
  }
  parties_.assign(ledger.leg_count(), -1);
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const LegText text = ledger.text[i];
    if (!text.counterparty_account.empty()) {
      parties_[i] = number("a" + account_key(text.counterparty_account), true);
    } else if (!trimmed(text.counterparty_name).empty()) {
      parties_[i] = number("n" + ascii_lower(trimmed(text.counterparty_name)), false);
    }
  }
  // What was matched is known better than what is written.
  for (const Link& link : question_.links.matched) {
    parties_[index(link.debit)] = own_party(ledger.account[index(link.credit)]);
    parties_[index(link.credit)] = own_party(ledger.account[index(link.debit)]);
  }
}

void TypologyContext::make_series() {
  const Ledger& ledger = question_.ledger;
  for (std::size_t account = 0; account < ledger.accounts.size(); ++account) {
    std::map<Currency, LegSeries> by_currency;
    for (std::uint32_t i = ledger.first_leg[account]; i < ledger.first_leg[account + 1]; ++i) {
      LegSeries& series = by_currency[ledger.currency[i]];
      series.account = static_cast<AccountRow>(account);
      series.currency = ledger.currency[i];
      series.legs.push_back(i);
    }
    for (auto& [currency, series] : by_currency) {
      std::stable_sort(series.legs.begin(), series.legs.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return micros_[a] < micros_[b]; });
      series_.push_back(std::move(series));
    }
  }
}

bool is_share(MinorUnits part, std::int64_t percent, MinorUnits whole) {
  const auto hundredfold = checked_multiply(part, 100);
  const auto wanted = checked_multiply(whole, percent);
  if (hundredfold && wanted) return *hundredfold >= *wanted;
  return Fraction::from(part) * Fraction(100) >=
         Fraction::from(whole) * Fraction(static_cast<int>(percent));
}

std::string percent_text(MinorUnits part, MinorUnits whole) {
  return text(multiply_divide(part, 100, whole).quotient) + " percent";
}

}  // namespace recoup
