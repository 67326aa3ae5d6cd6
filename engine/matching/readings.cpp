#include "readings.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>

#include "working_days.hpp"

namespace recoup {
namespace {

int weight_of(Says says) {
  switch (says) {
    case Says::number: return 8;
    case Says::in_part: return 2;
    case Says::unknown: return -3;
    case Says::nothing:
    case Says::another: return 0;
  }
  return 0;
}

bool is_debit(const Field& field, LegRow leg) { return field.ledger.amount_minor[index(leg)] < 0; }

void add_readings_by_words(const Field& field, LegRow leg, std::vector<Reading>& readings,
                           std::vector<CrowdedLeg>& crowded) {
  const std::size_t first = readings.size();
  bool is_whole = true;
  const bool debit = is_debit(field, leg);
  const MinorUnits amount = field.amount(leg);
  const Date day = field.day(leg);
  const std::chrono::days before(debit ? window_days_before : window_days_after);
  const std::chrono::days after(debit ? window_days_after : window_days_before);
  const LegIndex& others = debit ? field.credits : field.debits;
  const auto found = [&](LegRow other) {
    const auto reading = debit ? reading_of(field, leg, other) : reading_of(field, other, leg);
    if (reading) readings.push_back(*reading);
  };
  field.namings.each_meant(leg, [&](AccountRow account) {
    is_whole &= others.find(account, field.ledger.currency[index(leg)], amount, amount,
                            day - before, day + after, found);
  });
  if (is_whole && readings.size() - first <= CrowdedLeg::others_max) return;
  CrowdedLeg each{leg, {}};
  for (std::size_t i = first; i < readings.size() && each.others.size() < CrowdedLeg::others_max;
       ++i) {
    each.others.push_back(debit ? readings[i].credit : readings[i].debit);
  }
  readings.resize(first);
  crowded.push_back(std::move(each));
}

bool is_identity(const LegDetail& detail) {
  if (detail.name == "original_amount" || detail.name == "exchange_rate" ||
      detail.name == "charge" || detail.name == "mandate") {
    return false;
  }
  return detail.value.size() >= 6 && detail.value != "NOTPROVIDED";
}

struct Identity {
  std::size_t hash = 0;
  std::string_view value;
  LegRow leg{};

  friend auto operator<=>(const Identity&, const Identity&) = default;
};

/// The identities that legs bear; those alike side by side, in the order of their legs.
std::vector<Identity> identities_of(const Ledger& ledger) {
  std::vector<Identity> identities;
  for (const LegDetail& detail : ledger.details) {
    if (!is_identity(detail)) continue;
    const std::string_view value = detail.value;
    identities.push_back({std::hash<std::string_view>()(value), value, detail.leg});
  }
  std::sort(identities.begin(), identities.end());
  identities.erase(std::unique(identities.begin(), identities.end()), identities.end());
  return identities;
}

/// Legs that bear one identity, where it stands on one debit and one credit alone.
std::vector<LegPair> pairs_by_identity(const Field& field) {
  const std::vector<Identity> identities = identities_of(field.ledger);
  std::vector<LegPair> pairs;
  for (std::size_t i = 0, end = 0; i < identities.size(); i = end) {
    end = i + 1;
    while (end < identities.size() && identities[end].value == identities[i].value) ++end;
    if (end - i != 2) continue;
    const LegRow first = identities[i].leg;
    const LegRow second = identities[i + 1].leg;
    if (field.states[index(first)] != LegState::open ||
        field.states[index(second)] != LegState::open ||
        is_debit(field, first) == is_debit(field, second) ||
        field.ledger.currency[index(first)] != field.ledger.currency[index(second)] ||
        field.amount(first) != field.amount(second)) {
      continue;
    }
    pairs.push_back(is_debit(field, first) ? LegPair(first, second) : LegPair(second, first));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

int Reading::weight() const {
  return std::max(1, weight_of(debit_says) + weight_of(credit_says) + (shares_identity ? 4 : 0) +
                         (shares_words ? 3 : 0) - (kind == AmountKind::same ? 0 : 1));
}

LegIndex::LegIndex(const Ledger& ledger, const std::vector<LegState>& states, Side side) {
  first_.reserve(ledger.accounts.size() + 1);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const MinorUnits amount = ledger.amount_minor[i];
    if (states[i] == LegState::linked || amount == 0) continue;
    if ((amount < 0) != (side == Side::debits)) continue;
    while (first_.size() <= index(ledger.account[i])) {
      first_.push_back(static_cast<std::uint32_t>(slots_.size()));
    }
    const auto day = ledger.booked_at[i].date().time_since_epoch().count();
    slots_.push_back({amount < 0 ? -amount : amount,
                      std::bit_cast<std::uint32_t>(ledger.currency[i]),
                      static_cast<std::int32_t>(day), static_cast<LegRow>(i)});
  }
  first_.resize(ledger.accounts.size() + 1, static_cast<std::uint32_t>(slots_.size()));
  const auto at = [&](std::size_t account) {
    return slots_.begin() + static_cast<std::ptrdiff_t>(first_[account]);
  };
  for (std::size_t account = 0; account < ledger.accounts.size(); ++account) {
    std::sort(at(account), at(account + 1), [](const Slot& a, const Slot& b) {
      return std::tie(a.currency, a.amount, a.day, a.leg) <
             std::tie(b.currency, b.amount, b.day, b.leg);
    });
  }
}

std::size_t LegIndex::first_at(std::span<const Slot> slots, std::uint32_t currency,
                               MinorUnits amount, std::int64_t day) {
  const auto at = std::partition_point(slots.begin(), slots.end(), [&](const Slot& slot) {
    if (slot.currency != currency) return slot.currency < currency;
    if (slot.amount != amount) return slot.amount < amount;
    return slot.day < day;
  });
  return static_cast<std::size_t>(at - slots.begin());
}

std::optional<Reading> reading_of(const Field& field, LegRow debit, LegRow credit) {
  const Ledger& ledger = field.ledger;
  const AccountRow payer = ledger.account[index(debit)];
  const AccountRow payee = ledger.account[index(credit)];
  if (payer == payee || field.rejected.contains({debit, credit})) return std::nullopt;
  const int lag = working_days(field.day(debit), field.day(credit));
  if (lag > lag_max || lag < lag_min) return std::nullopt;
  Reading reading{debit, credit, static_cast<std::int16_t>(lag), field.namings.says(debit, payee),
                  field.namings.says(credit, payer)};
  if (reading.debit_says == Says::another || reading.credit_says == Says::another) {
    return std::nullopt;
  }
  const bool both = reading.debit_says == Says::number && reading.credit_says == Says::number;
  if (field.day(credit) < field.day(debit) && !both) return std::nullopt;
  return reading;
}

std::vector<Reading> readings_of_one_amount(const Field& field, std::vector<CrowdedLeg>& crowded) {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < field.states.size(); ++i) {
    if (field.states[i] == LegState::linked) continue;
    add_readings_by_words(field, static_cast<LegRow>(i), readings, crowded);
  }
  std::vector<LegPair> identical = pairs_by_identity(field);
  for (const auto& [debit, credit] : identical) {
    if (const auto reading = reading_of(field, debit, credit)) readings.push_back(*reading);
  }
  // What is known of a crowded leg is not all, so no pair of it can be certain.
  const auto is_crowded = [&](LegRow leg) {
    const auto at =
        std::lower_bound(crowded.begin(), crowded.end(), leg,
                         [](const CrowdedLeg& each, LegRow row) { return each.leg < row; });
    return at != crowded.end() && at->leg == leg;
  };
  std::erase_if(readings, [&](const Reading& reading) {
    return is_crowded(reading.debit) || is_crowded(reading.credit);
  });
  const auto pair_of = [](const Reading& reading) {
    return LegPair(reading.debit, reading.credit);
  };
  std::sort(readings.begin(), readings.end(),
            [&](const Reading& a, const Reading& b) { return pair_of(a) < pair_of(b); });
  const auto last =
      std::unique(readings.begin(), readings.end(),
                  [&](const Reading& a, const Reading& b) { return pair_of(a) == pair_of(b); });
  readings.erase(last, readings.end());
  for (Reading& reading : readings) {
    reading.shares_identity =
        std::binary_search(identical.begin(), identical.end(), pair_of(reading));
  }
  return readings;
}

Ground ground_of(const Reading& reading) {
  const Says debit = reading.debit_says;
  const Says credit = reading.credit_says;
  if (debit == Says::unknown || credit == Says::unknown) return Ground::none;
  const auto tells = [](Says says) { return says == Says::number || says == Says::in_part; };
  if (tells(debit) && tells(credit)) return Ground::firm;
  if (reading.shares_identity) return Ground::firm;
  if (debit == Says::number || credit == Says::number) return Ground::one_sided;
  return reading.shares_words ? Ground::one_sided : Ground::none;
}

}  // namespace recoup
