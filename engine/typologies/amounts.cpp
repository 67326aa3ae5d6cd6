// Patterns in the amounts of an account's credits.
#include <map>

#include "series.hpp"

namespace recoup {
namespace {

/// Credits that somebody else paid in: no transfers between own accounts, no pay, nothing that
/// comes back.
std::vector<std::uint32_t> outside_credits(const TypologyContext& context,
                                           const LegSeries& series) {
  std::vector<std::uint32_t> credits;
  for (const std::uint32_t leg : series.legs) {
    const CreditKind kind = context.kind(leg);
    const bool is_ordinary = kind == CreditKind::own_transfer || kind == CreditKind::wages ||
                             kind == CreditKind::benefits || kind == CreditKind::refund;
    if (context.amount(leg) > 0 && !is_ordinary) credits.push_back(leg);
  }
  return credits;
}

std::vector<LegRow> rows_of(const std::vector<std::uint32_t>& legs, std::size_t first,
                            std::size_t last) {
  std::vector<LegRow> rows;
  for (std::size_t i = first; i <= last; ++i) rows.push_back(static_cast<LegRow>(legs[i]));
  return rows;
}

std::string of(std::size_t part, std::size_t whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

bool is_in_force(const Parameter& row, std::int64_t day) {
  const Date date{std::chrono::days(day)};
  return row.from <= date && (!row.to || date <= *row.to);
}

/// The most credits of the group that fall on one day.
std::size_t most_on_one_day(const TypologyContext& context, const std::vector<std::uint32_t>& legs,
                            std::size_t first, std::size_t last) {
  std::map<std::int64_t, std::size_t> days;
  std::size_t most = 0;
  for (std::size_t i = first; i <= last; ++i) most = std::max(most, ++days[context.day(legs[i])]);
  return most;
}

void find_below(const TypologyContext& context, const LegSeries& series, const MoneyLimit& limit,
                Found& found) {
  const TypologyLimits& limits = context.limits();
  const MinorUnits most = limit.value.minor();
  std::vector<std::uint32_t> near;
  for (const std::uint32_t leg : series.legs) {
    const MinorUnits amount = context.amount(leg);
    if (context.kind(leg) == CreditKind::cash && amount > 0 && amount < most &&
        is_share(amount, limits.structuring_floor_percent.value, most) &&
        is_in_force(limit.row, context.day(leg))) {
      near.push_back(leg);
    }
  }
  MinorUnits sum = 0;
  const auto groups = window_groups(
      context, near, limits.structuring_days.value,
      [&](std::uint32_t leg) { sum += context.amount(leg); },
      [&](std::uint32_t leg) { sum -= context.amount(leg); },
      [&](std::size_t first, std::size_t last) {
        return static_cast<std::int64_t>(last - first + 1) >= limits.structuring_count.value &&
               sum >= most;
      });
  for (const auto& [first, last] : groups) {
    MinorUnits total = 0;
    for (std::size_t i = first; i <= last; ++i) total += context.amount(near[i]);
    const std::string name = limit.row.name.substr(sizeof("structuring.limit.") - 1);
    found.push_back(
        {Typology::structuring,
         series.account,
         std::to_string(last - first + 1) + " cash credits of account " +
             context.name(series.account) + ", each just below " +
             context.money(most, series.currency) + " (" + limit.row.authority + "), come to " +
             context.money(total, series.currency),
         {{"limit", name},
          {"credits", std::to_string(last - first + 1)},
          {"sum", context.money(total, series.currency)},
          {"most on one day", std::to_string(most_on_one_day(context, near, first, last))}},
         rows_of(near, first, last),
         {limit.row, limits.structuring_floor_percent.row, limits.structuring_count.row,
          limits.structuring_days.row}});
  }
}

std::size_t multiples(const TypologyContext& context, const std::vector<std::uint32_t>& legs,
                      std::size_t first, std::size_t last, MinorUnits unit) {
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (context.amount(legs[i]) % unit == 0) ++count;
  }
  return count;
}

}  // namespace

void find_structuring(const TypologyContext& context, const LegSeries& series, Found& found) {
  for (const MoneyLimit& limit : context.limits().structuring_limits) {
    if (limit.value.currency() == series.currency) find_below(context, series, limit, found);
  }
}

void find_round_sums(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  if (limits.round_unit.value.currency() != series.currency) return;
  const std::vector<std::uint32_t> credits = outside_credits(context, series);
  const std::size_t count = credits.size();
  if (static_cast<std::int64_t>(count) < limits.round_count.value) return;
  const MinorUnits unit = limits.round_unit.value.minor();
  const std::size_t round = multiples(context, credits, 0, count, unit);
  if (!is_share(static_cast<std::int64_t>(round), limits.round_share_percent.value,
                static_cast<std::int64_t>(count))) {
    return;
  }
  std::vector<LegRow> rows;
  for (const std::uint32_t leg : credits) {
    if (context.amount(leg) % unit == 0) rows.push_back(static_cast<LegRow>(leg));
  }
  const std::size_t half = count / 2;
  found.push_back(
      {Typology::round_sums,
       series.account,
       of(round, count) + " credits from outside to account " + context.name(series.account) +
           " are whole multiples of " + context.money(unit, series.currency),
       {{"multiples", of(round, count)},
        {"multiples of five times as much",
         of(multiples(context, credits, 0, count, unit * 5), count)},
        {"in the first half", of(multiples(context, credits, 0, half, unit), half)},
        {"in the second half", of(multiples(context, credits, half, count, unit), count - half)}},
       std::move(rows),
       {limits.round_unit.row, limits.round_share_percent.row, limits.round_count.row}});
}

void find_just_under(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  if (limits.just_under_unit.value.currency() != series.currency) return;
  const MinorUnits unit = limits.just_under_unit.value.minor();
  const std::vector<std::uint32_t> credits = outside_credits(context, series);
  std::vector<LegRow> rows;
  for (const std::uint32_t leg : credits) {
    const MinorUnits above = context.amount(leg) % unit;
    if (above > 0 && is_share(above, 100 - limits.just_under_within_percent.value, unit)) {
      rows.push_back(static_cast<LegRow>(leg));
    }
  }
  const auto count = static_cast<std::int64_t>(rows.size());
  if (count < limits.just_under_count.value ||
      !is_share(count, limits.just_under_share_percent.value,
                static_cast<std::int64_t>(credits.size()))) {
    return;
  }
  const std::string share = of(rows.size(), credits.size());
  found.push_back({Typology::just_under,
                   series.account,
                   share + " credits from outside to account " + context.name(series.account) +
                       " lie within " + limits.just_under_within_percent.row.value +
                       " percent below a whole multiple of " + context.money(unit, series.currency),
                   {{"just under", share}},
                   std::move(rows),
                   {limits.just_under_unit.row, limits.just_under_within_percent.row,
                    limits.just_under_share_percent.row, limits.just_under_count.row}});
}

void find_cash_intensive(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  MinorUnits cash = 0;
  MinorUnits all = 0;
  std::vector<LegRow> rows;
  std::map<MinorUnits, std::size_t> amounts;
  std::size_t alike = 0;
  for (const std::uint32_t leg : series.legs) {
    const CreditKind kind = context.kind(leg);
    if (context.amount(leg) <= 0 || kind == CreditKind::own_transfer || kind == CreditKind::refund)
      continue;
    all += context.amount(leg);
    if (kind != CreditKind::cash) continue;
    cash += context.amount(leg);
    alike = std::max(alike, ++amounts[context.amount(leg)]);
    rows.push_back(static_cast<LegRow>(leg));
  }
  if (static_cast<std::int64_t>(rows.size()) < limits.cash_count.value ||
      !is_share(cash, limits.cash_share_percent.value, all)) {
    return;
  }
  const std::string share = percent_text(cash, all);
  found.push_back({Typology::cash_intensive,
                   series.account,
                   share + " of what came to account " + context.name(series.account) + ", " +
                       context.money(cash, series.currency) + " of " +
                       context.money(all, series.currency) + ", is cash",
                   {{"cash credits", std::to_string(rows.size())},
                    {"share of cash", share},
                    {"credits of the most frequent amount", std::to_string(alike)}},
                   std::move(rows),
                   {limits.cash_share_percent.row, limits.cash_count.row}});
}

}  // namespace recoup
