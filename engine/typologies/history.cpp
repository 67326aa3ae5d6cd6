// Patterns against what an account did before, and against what its holder declares.
#include <chrono>
#include <map>

#include "recoup/base/text.hpp"
#include "series.hpp"

namespace recoup {
namespace {

/// Sums of the sizes of a series' legs, so that any run of them costs one subtraction.
std::vector<MinorUnits> running_sizes(const TypologyContext& context, const LegSeries& series) {
  std::vector<MinorUnits> sums(1, 0);
  for (const std::uint32_t leg : series.legs) sums.push_back(sums.back() + context.size(leg));
  return sums;
}

/// The place of the first leg on `day` or later.
std::size_t first_from(const TypologyContext& context, const LegSeries& series, std::int64_t day) {
  return static_cast<std::size_t>(std::lower_bound(series.legs.begin(), series.legs.end(), day,
                                                   [&](std::uint32_t leg, std::int64_t wanted) {
                                                     return context.day(leg) < wanted;
                                                   }) -
                                  series.legs.begin());
}

bool names_crypto(const TypologyContext& context, std::uint32_t leg) {
  const LegText text = context.question().ledger.text[leg];
  return std::any_of(context.limits().crypto_words.begin(), context.limits().crypto_words.end(),
                     [&](const Parameter& word) {
                       return has_words(text.description, ascii_lower(word.value)) ||
                              has_words(text.counterparty_name, ascii_lower(word.value));
                     });
}

/// Debits and credits with one party, in the order of time.
struct WithParty {
  std::vector<std::uint32_t> debits;
  std::vector<std::uint32_t> loans;
};

void check_loan(const TypologyContext& context, const LegSeries& series, const WithParty& with,
                std::uint32_t loan, Found& found) {
  const TypologyLimits& limits = context.limits();
  MinorUnits before = 0;
  bool is_repaid = false;
  std::vector<LegRow> rows;
  for (const std::uint32_t debit : with.debits) {
    const std::int64_t days = context.day(loan) - context.day(debit);
    if (context.micros(debit) > context.micros(loan)) is_repaid = true;
    if (context.micros(debit) > context.micros(loan) || days > limits.loan_days.value) continue;
    before += context.size(debit);
    rows.push_back(static_cast<LegRow>(debit));
  }
  const MinorUnits lent = context.amount(loan);
  if (is_repaid || !is_share(before, limits.loan_outflow_percent.value, lent)) return;
  rows.push_back(static_cast<LegRow>(loan));
  found.push_back({Typology::loan_back,
                   series.account,
                   "account " + context.name(series.account) + " was lent " +
                       context.money(lent, series.currency) + " by a party to whom it had paid " +
                       context.money(before, series.currency) +
                       ", and nothing that is held repays it",
                   {{"loan", context.money(lent, series.currency)},
                    {"paid to the lender before", context.money(before, series.currency)}},
                   std::move(rows),
                   {limits.loan_outflow_percent.row, limits.loan_days.row}});
}

}  // namespace

void find_dormant(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  if (limits.dormant_minimum.value.currency() != series.currency) return;
  const std::vector<MinorUnits> sums = running_sizes(context, series);
  for (std::size_t i = 1; i < series.legs.size(); ++i) {
    const std::int64_t wakes = context.day(series.legs[i]);
    const std::int64_t slept = wakes - context.day(series.legs[i - 1]);
    if (slept < limits.dormant_days.value) continue;
    const std::size_t end = first_from(context, series, wakes + limits.dormant_active_days.value);
    const std::int64_t year_before = context.day(series.legs[i - 1]) - 364;
    const MinorUnits active = sums[end] - sums[i];
    const MinorUnits prior = sums[i] - sums[first_from(context, series, year_before)];
    if (active < limits.dormant_minimum.value.minor() ||
        !is_share(active, limits.dormant_factor_percent.value, prior)) {
      continue;
    }
    std::vector<LegRow> rows;
    for (std::size_t at = i; at < end; ++at) rows.push_back(static_cast<LegRow>(series.legs[at]));
    found.push_back({Typology::dormant_then_active,
                     series.account,
                     "account " + context.name(series.account) + " lay still for " +
                         std::to_string(slept) + " days and then moved " +
                         context.money(active, series.currency) + " within " +
                         limits.dormant_active_days.row.value + "; in the year before it rested, " +
                         context.money(prior, series.currency),
                     {{"days without an entry", std::to_string(slept)},
                      {"moved after", context.money(active, series.currency)},
                      {"moved in the year before", context.money(prior, series.currency)}},
                     std::move(rows),
                     {limits.dormant_days.row, limits.dormant_active_days.row,
                      limits.dormant_factor_percent.row, limits.dormant_minimum.row}});
  }
}

void find_loan_back(const TypologyContext& context, const LegSeries& series, Found& found) {
  std::map<std::int32_t, WithParty> parties;
  for (const std::uint32_t leg : series.legs) {
    const std::int32_t party = context.party(leg);
    if (party < 0) continue;
    if (context.amount(leg) < 0) parties[party].debits.push_back(leg);
    if (context.amount(leg) > 0 && context.kind(leg) == CreditKind::loan) {
      parties[party].loans.push_back(leg);
    }
  }
  for (const auto& [party, with] : parties) {
    if (with.debits.empty()) continue;
    for (const std::uint32_t loan : with.loans) check_loan(context, series, with, loan, found);
  }
}

void find_crypto(const TypologyContext& context, const LegSeries& series, Found& found) {
  const TypologyLimits& limits = context.limits();
  std::map<std::int64_t, std::vector<std::uint32_t>> exits;
  for (const std::uint32_t leg : series.legs) {
    if (context.amount(leg) < 0 && names_crypto(context, leg)) {
      exits[context.day(leg)].push_back(leg);
    }
  }
  std::vector<LegRow> rows;
  MinorUnits sum = 0;
  std::int64_t days = 0;
  for (const auto& [day, debits] : exits) {
    MinorUnits out = 0;
    MinorUnits in = 0;
    std::vector<LegRow> of_day;
    for (const std::uint32_t debit : debits) out += context.size(debit);
    const std::size_t end = first_from(context, series, day + 1);
    for (std::size_t i = first_from(context, series, day); i < end; ++i) {
      const std::uint32_t leg = series.legs[i];
      if (context.amount(leg) > 0) in += context.amount(leg);
      const bool is_exit = std::find(debits.begin(), debits.end(), leg) != debits.end();
      if (context.amount(leg) > 0 || is_exit) of_day.push_back(static_cast<LegRow>(leg));
    }
    if (in == 0 || !is_share(out, limits.crypto_passed_percent.value, in)) continue;
    ++days;
    sum += out;
    rows.insert(rows.end(), of_day.begin(), of_day.end());
  }
  if (days < limits.crypto_count.value) return;
  found.push_back({Typology::crypto_off_ramp,
                   series.account,
                   "on " + std::to_string(days) + " days what came to account " +
                       context.name(series.account) +
                       " left it the same day to what its words call cryptoassets, " +
                       context.money(sum, series.currency) + " in all",
                   {{"days", std::to_string(days)}, {"sum", context.money(sum, series.currency)}},
                   std::move(rows),
                   {limits.crypto_count.row, limits.crypto_passed_percent.row}});
}

void find_income_mismatch(const TypologyContext& context, Indicators& indicators) {
  const TypologyQuestion& question = context.question();
  if (question.incomes.empty()) {
    indicators.not_examined.push_back(
        {"income mismatch", "net income of a tax year, declared in the case file (income)"});
  }
  for (const DeclaredIncome& income : question.incomes) {
    MinorUnits credits = 0;
    std::vector<std::pair<std::int64_t, LegRow>> legs;
    for (const LegSeries& series : context.series()) {
      if (series.currency != income.net.currency() ||
          !is_same_holder(question.holders[index(series.account)], income.holder)) {
        continue;
      }
      for (const std::uint32_t leg : series.legs) {
        const CreditKind kind = context.kind(leg);
        const Date date{std::chrono::days(context.day(leg))};
        if (context.amount(leg) <= 0 || kind == CreditKind::own_transfer ||
            kind == CreditKind::refund || date < income.from || income.to < date) {
          continue;
        }
        credits += context.amount(leg);
        legs.emplace_back(context.micros(leg), static_cast<LegRow>(leg));
      }
    }
    const CountLimit& factor = context.limits().income_factor_percent;
    if (legs.empty() || credits == 0 || !is_share(credits, factor.value, income.net.minor())) {
      continue;
    }
    std::sort(legs.begin(), legs.end());
    std::vector<LegRow> rows;
    for (const auto& [time, leg] : legs) rows.push_back(leg);
    const std::string days = iso_text(income.from) + " to " + iso_text(income.to);
    indicators.found.push_back(
        {Typology::income_mismatch,
         question.ledger.account[index(rows.front())],
         "from " + days + " " + context.money(credits, income.net.currency()) +
             " came to the accounts of " + income.holder + ", where a net income of " +
             context.money(income.net.minor(), income.net.currency()) + " is declared",
         {{"credits", context.money(credits, income.net.currency())},
          {"declared", context.money(income.net.minor(), income.net.currency())}},
         std::move(rows),
         {factor.row}});
  }
}

}  // namespace recoup
