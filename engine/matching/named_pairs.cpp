#include "named_pairs.hpp"

#include <algorithm>
#include <optional>

#include "surroundings.hpp"

namespace recoup {
namespace {

/// What an amount was worth over some days by the published rates.
struct Worth {
  MinorUnits least = 0;
  MinorUnits most = 0;
  std::string words;
};

/// How far a bank's rate may lie from the published ones, in hundredths.
constexpr int margin_percent = 3;

std::optional<Worth> worth_between(const Field& field, const PublishedSeries& rates,
                                   const Reading& reading) {
  const Currency from = field.ledger.currency[index(reading.debit)];
  const Currency to = field.ledger.currency[index(reading.credit)];
  const Date first = std::min(field.day(reading.debit), field.day(reading.credit));
  const Date last = std::max(field.day(reading.debit), field.day(reading.credit));
  std::optional<Worth> worth;
  for (Date day = first; day <= last; day += std::chrono::days(1)) {
    const auto converted = convert(Money(field.amount(reading.debit), from), to, day, rates);
    if (!converted) continue;
    const MinorUnits amount = converted.value().amount.minor();
    if (!worth) worth = Worth{amount, amount, converted.value().working};
    worth->least = std::min(worth->least, amount);
    worth->most = std::max(worth->most, amount);
  }
  return worth;
}

/// Whether one leg states the other's amount as what was instructed.
bool states_other_amount(const Field& field, const Reading& reading) {
  const auto states = [&](LegRow leg, LegRow other) {
    const std::string code(field.ledger.currency[index(other)].code());
    const std::string wanted =
        code + " " + Money(field.amount(other), field.ledger.currency[index(other)]).plain();
    const auto& details = field.ledger.details;
    auto at = std::lower_bound(details.begin(), details.end(), leg,
                               [](const LegDetail& each, LegRow row) { return each.leg < row; });
    for (; at != details.end() && at->leg == leg; ++at) {
      if (at->name == "original_amount" && at->value == wanted) return true;
    }
    return false;
  };
  return states(reading.debit, reading.credit) || states(reading.credit, reading.debit);
}

bool is_at_published_rate(const Field& field, const PublishedSeries& rates,
                          const Reading& reading) {
  if (states_other_amount(field, reading)) return true;
  const auto worth = worth_between(field, rates, reading);
  if (!worth) return false;
  const MinorUnits got = field.amount(reading.credit);
  return got * 100 >= worth->least * (100 - margin_percent) &&
         got * 100 <= worth->most * (100 + margin_percent);
}

/// An open leg that gives the other account's number.
struct NamedLeg {
  AccountRow payer{};
  AccountRow payee{};
  bool is_credit = false;
  std::int32_t day = 0;
  LegRow leg{};

  friend auto operator<=>(const NamedLeg&, const NamedLeg&) = default;
};

std::vector<NamedLeg> named_legs(const Field& field) {
  std::vector<NamedLeg> legs;
  for (std::size_t i = 0; i < field.states.size(); ++i) {
    const auto leg = static_cast<LegRow>(i);
    const std::uint32_t number = field.namings.numbered(leg);
    if (field.states[i] != LegState::open || number >= names_unheld_account) continue;
    const MinorUnits amount = field.ledger.amount_minor[i];
    const AccountRow own = field.ledger.account[i];
    const auto other = static_cast<AccountRow>(number);
    if (amount == 0 || own == other) continue;
    const bool is_credit = amount > 0;
    legs.push_back({is_credit ? other : own, is_credit ? own : other, is_credit,
                    static_cast<std::int32_t>(field.day(leg).time_since_epoch().count()), leg});
  }
  return legs;
}

}  // namespace

std::vector<NamedPair> named_pairs(const Field& field) {
  std::vector<NamedLeg> legs = named_legs(field);
  std::sort(legs.begin(), legs.end());
  std::vector<NamedPair> pairs;
  for (std::size_t i = 0, end = 0; i < legs.size(); i = end) {
    end = i + 1;
    while (end < legs.size() && legs[end].payer == legs[i].payer &&
           legs[end].payee == legs[i].payee) {
      ++end;
    }
    if (legs[i].is_credit || !legs[end - 1].is_credit) continue;
    NamedPair& pair = pairs.emplace_back(NamedPair{legs[i].payer, legs[i].payee, {}, {}});
    for (std::size_t j = i; j < end; ++j) {
      (legs[j].is_credit ? pair.credits : pair.debits).push_back(legs[j].leg);
    }
  }
  return pairs;
}

void each_within_window(const Field& field, const NamedPair& pair,
                        const std::function<void(const Reading&)>& found) {
  auto first = pair.credits.begin();
  for (const LegRow debit : pair.debits) {
    const Date from = field.day(debit) - std::chrono::days(window_days_before);
    const Date until = field.day(debit) + std::chrono::days(window_days_after);
    while (first != pair.credits.end() && field.day(*first) < from) ++first;
    for (auto credit = first; credit != pair.credits.end() && field.day(*credit) <= until;
         ++credit) {
      if (const auto reading = reading_of(field, debit, *credit)) found(*reading);
    }
  }
}

std::vector<Reading> readings_of_two_amounts(const Field& field, const PublishedSeries& rates) {
  std::vector<Reading> readings;
  for (const NamedPair& pair : named_pairs(field)) {
    each_within_window(field, pair, [&](const Reading& reading) {
      Reading each = reading;
      const Currency currency = field.ledger.currency[index(each.debit)];
      if (currency == field.ledger.currency[index(each.credit)]) {
        const MinorUnits paid = field.amount(each.debit);
        const MinorUnits charge = paid - field.amount(each.credit);
        if (charge <= 0 || charge > charge_max(paid, currency)) return;
        each.kind = AmountKind::charged;
      } else if (is_at_published_rate(field, rates, each)) {
        each.kind = AmountKind::exchanged;
      } else {
        return;
      }
      readings.push_back(each);
    });
  }
  return readings;
}

std::string exchange_words(const Field& field, const PublishedSeries& rates,
                           const Reading& reading) {
  if (states_other_amount(field, reading)) return "one of them states the other's amount";
  const auto worth = worth_between(field, rates, reading);
  if (!worth) return "no published rate";
  const Currency currency = field.ledger.currency[index(reading.credit)];
  return "at the published rates of the days between the debit was worth " +
         Money(worth->least, currency).text() + " to " + Money(worth->most, currency).text() +
         " (" + worth->words + "), and banks keep up to " + std::to_string(margin_percent) +
         " % for themselves";
}

}  // namespace recoup
