#include "alike_legs.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace recoup {
namespace {

/// Parts legs of one day into sets that can belong to each other: a time meets the same time or a
/// date alone, so a date alone on one side joins every time on the other.
std::vector<AlikeLegs> parted_by_time(const Ledger& ledger, const AlikeLegs& day) {
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
    AlikeLegs joined;
    std::vector<AlikeLegs> parted;
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
  std::map<std::int64_t, AlikeLegs> by_time;
  for (const LegRow leg : day.debits) {
    by_time[ledger.booked_at[index(leg)].order_key().micros].debits.push_back(leg);
  }
  for (const LegRow leg : day.credits) {
    by_time[ledger.booked_at[index(leg)].order_key().micros].credits.push_back(leg);
  }
  std::vector<AlikeLegs> parted;
  for (auto& [time, alike] : by_time) parted.push_back(std::move(alike));
  return parted;
}

bool pairs_agree(const Ledger& ledger, const AlikeLegs& alike) {
  for (std::size_t i = 0; i < alike.debits.size(); ++i) {
    if (!agree(ledger.booked_at[index(alike.debits[i])],
               ledger.booked_at[index(alike.credits[i])])) {
      return false;
    }
  }
  return true;
}

}  // namespace

void AlikeSettler::settle_day(const AlikeLegs& day) {
  if (day.debits.empty() || day.credits.empty()) return;
  for (const AlikeLegs& alike : parted_by_time(ledger_, day)) settle(alike);
}

void AlikeSettler::settle(const AlikeLegs& alike) {
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
    review_.push_back({alike.debits, alike.credits,
                       std::to_string(count) + " debits and " +
                           std::to_string(alike.credits.size()) +
                           " credits of one amount name each other's account on one day; "
                           "more than one reading fits"});
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    pairs_.push_back({alike.debits[i], alike.credits[i], static_cast<std::uint32_t>(count)});
  }
}

bool AlikeSettler::has_rejected(const AlikeLegs& alike) const {
  return std::any_of(alike.debits.begin(), alike.debits.end(), [&](LegRow debit) {
    for (auto pair = rejected_.lower_bound({debit, LegRow{0}});
         pair != rejected_.end() && pair->first == debit; ++pair) {
      if (std::binary_search(alike.credits.begin(), alike.credits.end(), pair->second)) return true;
    }
    return false;
  });
}

}  // namespace recoup
