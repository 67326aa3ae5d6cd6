// Patterns in what comes to an account and leaves it again.
#include <deque>
#include <map>
#include <set>

#include "recoup/base/text.hpp"
#include "series.hpp"

namespace recoup {
namespace {

/// A credit and how much of it debits took within the time.
struct OpenCredit {
  std::uint32_t leg = 0;
  MinorUnits taken = 0;
  std::vector<std::uint32_t> debits;
};

/// A credit of which enough was passed on, with how long that took.
struct PassedCredit {
  OpenCredit credit;
  std::int64_t dwell_micros = 0;
};

/// Pay that leaves at once for rent is no pass-through, and must not hide one.
bool is_pay(CreditKind kind) { return kind == CreditKind::wages || kind == CreditKind::benefits; }

/// Gives each debit to the oldest credits that are still in time; each penny of it once.
std::vector<PassedCredit> passed_credits(const TypologyContext& context, const LegSeries& series) {
  const TypologyLimits& limits = context.limits();
  const std::int64_t within = limits.pass_hours.value * micros_per_hour;
  std::deque<OpenCredit> open;
  std::vector<PassedCredit> passed;
  for (const std::uint32_t leg : series.legs) {
    const std::int64_t now = context.micros(leg);
    while (!open.empty() && now - context.micros(open.front().leg) > within) open.pop_front();
    if (context.amount(leg) >= limits.pass_minimum.value.minor() && !is_pay(context.kind(leg))) {
      open.push_back({leg, 0, {}});
      continue;
    }
    if (context.amount(leg) >= 0) continue;
    MinorUnits left = context.size(leg);
    for (OpenCredit& credit : open) {
      if (left == 0) break;
      const MinorUnits whole = context.amount(credit.leg);
      const MinorUnits taken = std::min(left, whole - credit.taken);
      if (taken == 0) continue;
      const std::int64_t wanted = limits.pass_passed_percent.value;
      const bool was = is_share(credit.taken, wanted, whole);
      credit.taken += taken;
      left -= taken;
      credit.debits.push_back(leg);
      if (!was && is_share(credit.taken, wanted, whole)) {
        passed.push_back({credit, now - context.micros(credit.leg)});
      }
    }
  }
  std::sort(passed.begin(), passed.end(), [&](const PassedCredit& a, const PassedCredit& b) {
    return std::pair(context.micros(a.credit.leg), a.credit.leg) <
           std::pair(context.micros(b.credit.leg), b.credit.leg);
  });
  return passed;
}

std::string hours_text(std::int64_t micros) {
  return std::to_string(micros / micros_per_hour) + " hours";
}

/// Passed credits without a long quiet time between them.
struct PassGroup {
  std::vector<PassedCredit> credits;
  MinorUnits passed = 0;
  MinorUnits received = 0;  ///< All credits but pay, from the first to the last of them.
};

MinorUnits received_between(const TypologyContext& context, const LegSeries& series,
                            std::int64_t from, std::int64_t to) {
  const auto begins = std::lower_bound(
      series.legs.begin(), series.legs.end(), from,
      [&](std::uint32_t leg, std::int64_t time) { return context.micros(leg) < time; });
  MinorUnits sum = 0;
  for (auto at = begins; at != series.legs.end() && context.micros(*at) <= to; ++at) {
    if (context.amount(*at) > 0 && !is_pay(context.kind(*at))) sum += context.amount(*at);
  }
  return sum;
}

std::vector<LegRow> movements_of(const TypologyContext& context, const PassGroup& group) {
  std::set<std::pair<std::int64_t, std::uint32_t>> legs;
  for (const PassedCredit& one : group.credits) {
    legs.emplace(context.micros(one.credit.leg), one.credit.leg);
    for (const std::uint32_t debit : one.credit.debits) legs.emplace(context.micros(debit), debit);
  }
  std::vector<LegRow> rows;
  for (const auto& [time, leg] : legs) rows.push_back(static_cast<LegRow>(leg));
  return rows;
}

/// A pass-through of many senders on a young account.
void add_mule(const TypologyContext& context, const LegSeries& series, const PassGroup& group,
              const Indicator& pass, Found& found) {
  const TypologyLimits& limits = context.limits();
  std::set<std::int32_t> senders;
  for (const PassedCredit& one : group.credits) {
    const std::int32_t party = context.party(one.credit.leg);
    if (party >= 0 && context.kind(one.credit.leg) != CreditKind::own_transfer)
      senders.insert(party);
  }
  const std::int64_t age =
      context.day(group.credits.front().credit.leg) - context.day(series.legs.front());
  if (static_cast<std::int64_t>(senders.size()) < limits.mule_senders.value ||
      age >= limits.mule_age_days.value) {
    return;
  }
  std::size_t tests = 0;
  for (const std::uint32_t leg : series.legs) {
    if (leg == group.credits.front().credit.leg) break;
    const bool is_small = limits.mule_test_payment.value.currency() == series.currency &&
                          context.amount(leg) < limits.mule_test_payment.value.minor();
    if (context.amount(leg) > 0 && is_small) ++tests;
  }
  std::vector<Parameter> thresholds = pass.thresholds;
  thresholds.push_back(limits.mule_senders.row);
  thresholds.push_back(limits.mule_age_days.row);
  std::vector<IndicatorFigure> figures = pass.figures;
  figures.push_back({"senders", std::to_string(senders.size())});
  figures.push_back({"days from the first line held", std::to_string(age)});
  figures.push_back({"payments below " + limits.mule_test_payment.value.text() + " before it",
                     std::to_string(tests)});
  found.push_back({Typology::money_mule, series.account,
                   "account " + context.name(series.account) + " passed on what " +
                       std::to_string(senders.size()) + " senders paid in, " + std::to_string(age) +
                       " days after the first line that is held of it",
                   std::move(figures), pass.movements, std::move(thresholds)});
}

void add_group(const TypologyContext& context, const LegSeries& series, const PassGroup& group,
               Found& found) {
  const TypologyLimits& limits = context.limits();
  if (static_cast<std::int64_t>(group.credits.size()) < limits.pass_count.value ||
      !is_share(group.passed, limits.pass_share_percent.value, group.received)) {
    return;
  }
  std::vector<std::int64_t> dwell;
  for (const PassedCredit& one : group.credits) dwell.push_back(one.dwell_micros);
  std::sort(dwell.begin(), dwell.end());
  const std::string share = percent_text(group.passed, group.received);
  const std::string sum = context.money(group.passed, series.currency);
  Indicator pass{
      Typology::pass_through,
      series.account,
      std::to_string(group.credits.size()) + " credits of account " + context.name(series.account) +
          ", " + sum + " of them, left it again within " + limits.pass_hours.row.value +
          " hours each: " + share + " of what came in that time",
      {{"credits", std::to_string(group.credits.size())},
       {"passed on", sum},
       {"share of credits", share},
       {"median time, rounded down", hours_text(dwell[(dwell.size() - 1) / 2])}},
      movements_of(context, group),
      {limits.pass_minimum.row, limits.pass_hours.row, limits.pass_passed_percent.row,
       limits.pass_share_percent.row, limits.pass_count.row, limits.pass_quiet_days.row}};
  add_mule(context, series, group, pass, found);
  found.push_back(std::move(pass));
}

/// Groups of legs with many parties within few days.
void find_fan(const TypologyContext& context, const LegSeries& series, bool in, Found& found) {
  const TypologyLimits& limits = context.limits();
  std::vector<std::uint32_t> legs;
  for (const std::uint32_t leg : series.legs) {
    const bool is_it = in ? context.amount(leg) > 0 : context.amount(leg) < 0;
    if (is_it && context.party(leg) >= 0) legs.push_back(leg);
  }
  std::map<std::int32_t, std::size_t> inside;
  MinorUnits sum = 0;
  const auto groups = window_groups(
      context, legs, limits.fan_days.value,
      [&](std::uint32_t leg) {
        ++inside[context.party(leg)];
        sum += context.size(leg);
      },
      [&](std::uint32_t leg) {
        const auto at = inside.find(context.party(leg));
        if (--at->second == 0) inside.erase(at);
        sum -= context.size(leg);
      },
      [&](std::size_t, std::size_t) {
        return static_cast<std::int64_t>(inside.size()) >= limits.fan_parties.value &&
               sum >= limits.fan_minimum.value.minor();
      });
  for (const auto& [first, last] : groups) {
    std::set<std::int32_t> parties;
    MinorUnits total = 0;
    std::vector<LegRow> rows;
    for (std::size_t i = first; i <= last; ++i) {
      parties.insert(context.party(legs[i]));
      total += context.size(legs[i]);
      rows.push_back(static_cast<LegRow>(legs[i]));
    }
    found.push_back({in ? Typology::fan_in : Typology::fan_out,
                     series.account,
                     std::to_string(parties.size()) + " parties " +
                         (in ? "paid into account " : "were paid out of account ") +
                         context.name(series.account) + " within days of each other, " +
                         context.money(total, series.currency) + " in all",
                     {{"parties", std::to_string(parties.size())},
                      {"movements", std::to_string(rows.size())},
                      {"sum", context.money(total, series.currency)}},
                     std::move(rows),
                     {limits.fan_parties.row, limits.fan_days.row, limits.fan_minimum.row}});
  }
}

}  // namespace

void find_pass_through(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  if (limits.pass_minimum.value.currency() != series.currency) return;
  PassGroup group;
  const auto close = [&] {
    if (!group.credits.empty()) {
      group.received =
          received_between(context, series, context.micros(group.credits.front().credit.leg),
                           context.micros(group.credits.back().credit.leg));
      add_group(context, series, group, found);
    }
    group = {};
  };
  for (PassedCredit& one : passed_credits(context, series)) {
    if (!group.credits.empty() &&
        context.day(one.credit.leg) - context.day(group.credits.back().credit.leg) >
            limits.pass_quiet_days.value) {
      close();
    }
    group.passed += one.credit.taken;
    group.credits.push_back(std::move(one));
  }
  close();
}

void find_fans(const TypologyContext& context, const LegSeries& series, Found& found) {
  if (context.limits().fan_minimum.value.currency() != series.currency) return;
  find_fan(context, series, true, found);
  find_fan(context, series, false, found);
}

}  // namespace recoup
