#include "readings.hpp"

#include <algorithm>
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
  for (const AccountRow account : field.namings.meant(leg)) {
    const LegIndex& others = debit ? field.credits : field.debits;
    is_whole &= others.find(account, field.ledger.currency[index(leg)], amount, amount,
                            day - before, day + after, [&](LegRow other) {
                              const auto reading = debit ? reading_of(field, leg, other)
                                                         : reading_of(field, other, leg);
                              if (reading) readings.push_back(*reading);
                            });
  }
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

/// Legs that bear one identity, where it stands on one debit and one credit alone.
std::vector<LegPair> pairs_by_identity(const Field& field) {
  std::map<std::string, std::set<LegRow>> by_value;
  for (const LegDetail& detail : field.ledger.details) {
    if (is_identity(detail)) by_value[detail.value].insert(detail.leg);
  }
  std::set<LegPair> pairs;
  for (const auto& [value, legs] : by_value) {
    if (legs.size() != 2) continue;
    const LegRow first = *legs.begin();
    const LegRow second = *legs.rbegin();
    if (field.states[index(first)] != LegState::open ||
        field.states[index(second)] != LegState::open ||
        is_debit(field, first) == is_debit(field, second) ||
        field.ledger.currency[index(first)] != field.ledger.currency[index(second)] ||
        field.amount(first) != field.amount(second)) {
      continue;
    }
    pairs.insert(is_debit(field, first) ? LegPair(first, second) : LegPair(second, first));
  }
  return {pairs.begin(), pairs.end()};
}

}  // namespace

int Reading::weight() const {
  return std::max(1, weight_of(debit_says) + weight_of(credit_says) + (shares_identity ? 4 : 0) +
                         (shares_words ? 3 : 0) - (kind == AmountKind::same ? 0 : 1));
}

LegIndex::LegIndex(const Ledger& ledger, const std::vector<LegState>& states, Side side) {
  for (std::size_t i = 0; i < states.size(); ++i) {
    const MinorUnits amount = ledger.amount_minor[i];
    if (states[i] == LegState::linked || amount == 0) continue;
    if ((amount < 0) != (side == Side::debits)) continue;
    slots_.push_back({ledger.account[i], ledger.currency[i], amount < 0 ? -amount : amount,
                      ledger.booked_at[i].date(), static_cast<LegRow>(i)});
  }
  std::sort(slots_.begin(), slots_.end());
}

bool LegIndex::find(AccountRow account, Currency currency, MinorUnits least, MinorUnits most,
                    Date from, Date until, const Found& found) const {
  const Slot first{account, currency, least, from, LegRow{0}};
  auto at = std::lower_bound(slots_.begin(), slots_.end(), first);
  for (std::size_t seen = 0; at != slots_.end(); ++at) {
    if (at->account != account || at->currency != currency || at->amount > most) return true;
    if (at->amount == most && at->day > until) return true;
    if (++seen > legs_max) return false;
    if (at->day >= from && at->day <= until) found(at->leg);
  }
  return true;
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
