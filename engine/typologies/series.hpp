// series.hpp: each account's legs of one currency in the order of time, and what detectors share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "recoup/number/int128.hpp"
#include "recoup/typologies/typologies.hpp"

namespace recoup {

/// The legs of one account in one currency, by time and then row.
struct LegSeries {
  AccountRow account{};
  Currency currency = gbp;
  std::vector<std::uint32_t> legs;
};

/// The question with what every detector needs of it, worked out once.
class TypologyContext {
 public:
  explicit TypologyContext(const TypologyQuestion& question);

  [[nodiscard]] const TypologyQuestion& question() const noexcept { return question_; }
  [[nodiscard]] const TypologyLimits& limits() const noexcept { return question_.limits; }
  [[nodiscard]] const std::vector<LegSeries>& series() const noexcept { return series_; }
  [[nodiscard]] std::int64_t micros(std::uint32_t leg) const { return micros_[leg]; }
  [[nodiscard]] std::int64_t day(std::uint32_t leg) const;
  [[nodiscard]] MinorUnits amount(std::uint32_t leg) const {
    return question_.ledger.amount_minor[leg];
  }
  /// Above zero whatever the direction.
  [[nodiscard]] MinorUnits size(std::uint32_t leg) const {
    return amount(leg) < 0 ? -amount(leg) : amount(leg);
  }
  [[nodiscard]] CreditKind kind(std::uint32_t leg) const { return question_.kinds[leg]; }
  /// A number for the other side, equal where it is the same party; -1 where nobody is named.
  [[nodiscard]] std::int32_t party(std::uint32_t leg) const { return parties_[leg]; }
  /// Whether the other side is known by an account and not by a name alone.
  [[nodiscard]] bool is_account_party(std::int32_t party) const {
    return party >= 0 && party_is_account_[static_cast<std::size_t>(party)];
  }
  /// The number under which an account of the ledger goes among the parties.
  [[nodiscard]] std::int32_t own_party(AccountRow account) const {
    return account_parties_[index(account)];
  }
  [[nodiscard]] const std::string& name(AccountRow account) const {
    return question_.ledger.accounts[index(account)];
  }
  [[nodiscard]] std::string money(MinorUnits minor, Currency currency) const {
    return Money(minor, currency).grouped() + " " + std::string(currency.code());
  }

 private:
  void number_parties();
  void make_series();

  const TypologyQuestion& question_;
  std::vector<std::int64_t> micros_;
  std::vector<LegSeries> series_;
  std::vector<std::int32_t> parties_;
  std::vector<bool> party_is_account_;
  std::vector<std::int32_t> account_parties_;
};

/// Whether `part` is `percent` hundredths of `whole` or more, exactly. Requires amounts >= 0.
[[nodiscard]] bool is_share(MinorUnits part, std::int64_t percent, MinorUnits whole);
/// `part` in whole hundredths of `whole`, rounded down: "83 percent". Requires whole > 0.
[[nodiscard]] std::string percent_text(MinorUnits part, MinorUnits whole);

/// Legs in windows of days: marks each that lies in a window which `holds`, and groups neighbours
/// whose windows overlap. `legs` are in the order of time.
template <typename Enter, typename Leave, typename Holds>
std::vector<std::pair<std::size_t, std::size_t>> window_groups(
    const TypologyContext& context, const std::vector<std::uint32_t>& legs, std::int64_t days,
    Enter enter, Leave leave, Holds holds) {
  std::vector<std::pair<std::size_t, std::size_t>> groups;  // [first, last]
  std::size_t first = 0;
  for (std::size_t last = 0; last < legs.size(); ++last) {
    enter(legs[last]);
    while (context.day(legs[last]) - context.day(legs[first]) >= days) leave(legs[first++]);
    if (!holds(first, last)) continue;
    if (!groups.empty() && first <= groups.back().second) {
      groups.back().second = last;
    } else {
      groups.emplace_back(first, last);
    }
  }
  return groups;
}

using Found = std::vector<Indicator>;

void find_structuring(const TypologyContext& context, const LegSeries& series, Found& found);
void find_round_sums(const TypologyContext& context, const LegSeries& series, Found& found);
void find_just_under(const TypologyContext& context, const LegSeries& series, Found& found);
void find_pass_through(const TypologyContext& context, const LegSeries& series, Found& found);
void find_cash_intensive(const TypologyContext& context, const LegSeries& series, Found& found);
void find_loan_back(const TypologyContext& context, const LegSeries& series, Found& found);
void find_dormant(const TypologyContext& context, const LegSeries& series, Found& found);
void find_fans(const TypologyContext& context, const LegSeries& series, Found& found);
void find_crypto(const TypologyContext& context, const LegSeries& series, Found& found);
void find_income_mismatch(const TypologyContext& context, Indicators& indicators);
void find_cycles(const TypologyContext& context, Indicators& indicators);

}  // namespace recoup
