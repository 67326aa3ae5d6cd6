#include "schedule.hpp"

#include <algorithm>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

StatedPlace place_of(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return {place.document, "", place.line, ""};
}

std::string period_words(const Maybe<Date>& from, const Maybe<Date>& to) {
  return iso_text(from->value) + " to " + iso_text(to->value);
}

}  // namespace

ScheduleBuilder::ScheduleBuilder(FinancialMethod method, const MethodQuestion& question)
    : question_(question), sum_(0, question.currency) {
  schedule_.method = method;
}

void ScheduleBuilder::heading(const std::string& name) {
  const auto is_it = [&](const ScheduleTotal& total) { return total.heading == name; };
  if (std::any_of(schedule_.totals.begin(), schedule_.totals.end(), is_it)) return;
  schedule_.totals.push_back({name, Money(0, question_.currency)});
}

Result<void> ScheduleBuilder::add(const std::string& name, ScheduleLine line) {
  heading(name);
  line.heading = name;
  const auto total = std::find_if(schedule_.totals.begin(), schedule_.totals.end(),
                                  [&](const ScheduleTotal& one) { return one.heading == name; });
  RECOUP_TRY(below, total->amount.plus(line.amount));
  RECOUP_TRY(all, sum_.plus(line.amount));
  total->amount = below;
  sum_ = all;
  schedule_.lines.push_back(std::move(line));
  return {};
}

Result<void> ScheduleBuilder::add_stated(const std::string& name, const MeansEntry& entry,
                                         const Maybe<Money>& amount, int sign,
                                         const std::string& field, std::optional<Date> date) {
  heading(name);
  const MissingEffect effect = sign > 0 ? MissingEffect::raises : MissingEffect::lowers;
  if (!amount) {
    miss(field + " of " + entry.place.field, effect);
    return {};
  }
  const Money stated = amount->value;
  if (stated.currency() != question_.currency) {
    miss("what " + stated.text() + " of " + entry.place.field + " was worth in " +
             std::string(question_.currency.code()),
         effect);
    return {};
  }
  if (entry.stated_by.empty()) note(entry.place.field + ": nobody is named who states it");
  return add(name, {name,
                    entry.id,
                    entry.description,
                    date,
                    Money(sign > 0 ? stated.minor() : -stated.minor(), stated.currency()),
                    {amount->citation}});
}

Result<void> ScheduleBuilder::add_leg(const std::string& name, LegRow leg, int sign,
                                      std::string description) {
  const Ledger& ledger = question_.ledger;
  const std::size_t row = index(leg);
  const MinorUnits minor = ledger.amount_minor[row];
  return add(name, {name,
                    ledger.accounts[index(ledger.account[row])],
                    std::move(description),
                    ledger.booked_at[row].date(),
                    Money(sign > 0 ? minor : -minor, ledger.currency[row]),
                    {place_of(ledger, leg)}});
}

MethodSchedule ScheduleBuilder::finish() && {
  // In the order in which they were added, so that no sum on the way is new.
  MinorUnits lines = 0;
  for (const ScheduleLine& line : schedule_.lines) lines += line.amount.minor();
  RECOUP_CHECK(lines == sum_.minor());
  if (!withheld_) schedule_.figure = sum_;
  return std::move(schedule_);
}

bool in_period(const MeansPeriod& period, Date day) {
  return period.from->value <= day && day <= period.to->value;
}

InPeriod in_period(const MeansPeriod& period, const Maybe<Date>& from, const Maybe<Date>& to) {
  if (!from || !to) return InPeriod::not_stated;
  if (to->value < period.from->value || period.to->value < from->value) return InPeriod::outside;
  return in_period(period, from->value) && in_period(period, to->value) ? InPeriod::inside
                                                                        : InPeriod::across;
}

bool has_period(ScheduleBuilder& builder) {
  const MeansPeriod& period = builder.question().facts.period;
  if (!period.from) builder.miss("the first day: financial_period.from", MissingEffect::either);
  if (!period.to) builder.miss("the last day: financial_period.to", MissingEffect::either);
  if (period.from && period.to) return true;
  builder.withhold();
  return false;
}

Result<void> add_spending(ScheduleBuilder& builder, const std::string& heading, bool cash_alone) {
  const MeansFacts& facts = builder.question().facts;
  builder.heading(heading);
  if (facts.spending.empty()) {
    builder.miss("what was spent in the period: the section expenditure", MissingEffect::raises);
  }
  for (const SpendingItem& item : facts.spending) {
    const std::string& name = item.entry.place.field;
    if (cash_alone && item.paid_from == PaidFrom::not_stated) {
      builder.miss("out of what " + name + " was paid (bank, cash-from-bank or cash)",
                   MissingEffect::raises);
    }
    if (cash_alone && item.paid_from != PaidFrom::cash) continue;
    switch (in_period(facts.period, item.from, item.to)) {
      case InPeriod::inside:
        if (auto added = builder.add_stated(heading, item.entry, item.amount, 1, "the amount",
                                            item.from->value);
            !added) {
          return added;
        }
        break;
      case InPeriod::outside: builder.note(name + " lies outside the period"); break;
      case InPeriod::across:
        builder.miss("how much of " + name + " (" + period_words(item.from, item.to) +
                         ") falls within the period",
                     MissingEffect::raises);
        break;
      case InPeriod::not_stated: builder.miss("the days of " + name, MissingEffect::raises); break;
    }
  }
  return {};
}

Result<void> take_income(ScheduleBuilder& builder, const std::string& heading) {
  const MeansFacts& facts = builder.question().facts;
  builder.heading(heading);
  if (facts.income.empty()) {
    builder.miss(
        "the known legitimate income of the period, or a statement that there was none: "
        "the section income",
        MissingEffect::lowers);
  }
  for (const IncomeItem& item : facts.income) {
    const std::string& name = item.entry.place.field;
    switch (in_period(facts.period, item.from, item.to)) {
      case InPeriod::inside:
        if (auto taken = builder.add_stated(
                heading, item.entry, item.net, -1,
                item.gross ? "the net amount (gross is stated, and net is what counts)"
                           : "the net amount",
                item.from->value);
            !taken) {
          return taken;
        }
        break;
      case InPeriod::outside: builder.note(name + " lies outside the period"); break;
      case InPeriod::across:
        builder.miss("how much of " + name + " (" + period_words(item.from, item.to) +
                         ") falls within the period",
                     MissingEffect::lowers);
        break;
      case InPeriod::not_stated: builder.miss("the days of " + name, MissingEffect::lowers); break;
    }
  }
  return {};
}

std::vector<const ClassifiedCredit*> credits_of_period(ScheduleBuilder& builder) {
  const MethodQuestion& question = builder.question();
  const Ledger& ledger = question.ledger;
  std::vector<const ClassifiedCredit*> chosen;
  std::size_t foreign = 0;
  for (const ClassifiedCredit& credit : question.credits.rows) {
    const std::size_t row = index(credit.leg);
    if (!in_period(question.facts.period, ledger.booked_at[row].date())) continue;
    if (ledger.currency[row] == question.currency) {
      chosen.push_back(&credit);
    } else {
      ++foreign;
    }
  }
  if (foreign > 0) {
    builder.miss("what " + std::to_string(foreign) + " credits in other currencies were worth in " +
                     std::string(question.currency.code()),
                 MissingEffect::raises);
  }
  return chosen;
}

void add_missing_holders(ScheduleBuilder& builder) {
  const Credits& credits = builder.question().credits;
  for (const std::string& missing : credits.missing) builder.miss(missing, MissingEffect::either);
  if (std::find(credits.is_own.begin(), credits.is_own.end(), true) == credits.is_own.end()) {
    builder.miss("a statement of an account of the subject's", MissingEffect::either);
    builder.withhold();
  }
}

}  // namespace recoup
