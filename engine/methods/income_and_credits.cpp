#include <map>
#include <tuple>

#include "schedule.hpp"

namespace recoup {
namespace {

using YearKey = std::pair<std::string, int>;

Error sum_too_large(const std::string& account) {
  return Error{ErrorCode::out_of_range, "credits of " + account, "a sum within 128 bits", {}};
}

Result<void> add_years(ScheduleBuilder& builder,
                       const std::vector<const ClassifiedCredit*>& credits) {
  const Ledger& ledger = builder.question().ledger;
  const Currency currency = builder.question().currency;
  std::map<YearKey, CreditYear> years;
  for (const ClassifiedCredit* credit : credits) {
    const std::size_t row = index(credit->leg);
    const std::string& account = ledger.accounts[index(ledger.account[row])];
    const int first_year = tax_year_of(ledger.booked_at[row].date());
    auto& year = years
                     .try_emplace({account, first_year},
                                  CreditYear{account, first_year, {}, Money(0, currency)})
                     .first->second;
    MinorUnits& cell = year.by_kind.at(static_cast<std::size_t>(credit->kind));
    const auto sum = checked_add(cell, ledger.amount_minor[row]);
    if (!sum) return sum_too_large(account);
    cell = *sum;
    if (!is_unexplained(credit->kind)) continue;
    RECOUP_TRY(unexplained, year.unexplained.plus(Money(ledger.amount_minor[row], currency)));
    year.unexplained = unexplained;
    if (auto added = builder.add_leg(
            account + ", " + tax_year_text(first_year) + ", " + std::string(text(credit->kind)),
            credit->leg, 1, credit->why);
        !added) {
      return added;
    }
  }
  for (auto& [key, year] : years) builder.schedule().credit_years.push_back(std::move(year));
  return {};
}

/// What is credited as wages or benefits; other income has no class of its own among the credits.
std::optional<CreditKind> credited_as(IncomeKind kind) {
  if (kind == IncomeKind::wages) return CreditKind::wages;
  if (kind == IncomeKind::benefits) return CreditKind::benefits;
  return std::nullopt;
}

/// Sets beside each other what is stated for a tax year and what was credited. What spans two tax
/// years is not cut in two.
Result<void> compare_income(ScheduleBuilder& builder) {
  const MethodQuestion& question = builder.question();
  std::map<std::pair<int, IncomeKind>, Money> stated;
  for (const IncomeItem& item : question.facts.income) {
    const std::string& name = item.entry.place.field;
    if (in_period(question.facts.period, item.from, item.to) != InPeriod::inside) {
      builder.note(name + " is not within the period, and is not compared");
      continue;
    }
    const int first_year = tax_year_of(item.from->value);
    if (first_year != tax_year_of(item.to->value)) {
      builder.note(name + " spans tax years: figures by tax year are to be obtained");
      continue;
    }
    if (!item.net || item.net->value.currency() != question.currency) {
      builder.note(name + " states no net amount in " + std::string(question.currency.code()) +
                   ", and is not compared");
      continue;
    }
    auto& sum =
        stated.try_emplace({first_year, item.kind}, Money(0, question.currency)).first->second;
    RECOUP_TRY(more, sum.plus(item.net->value));
    sum = more;
  }
  for (const auto& [key, amount] : stated) {
    const auto kind = credited_as(key.second);
    IncomeYear year{key.first, key.second, amount, Money(0, question.currency)};
    for (const CreditYear& credited : builder.schedule().credit_years) {
      if (!kind || credited.first_year != key.first) continue;
      RECOUP_TRY(sum, year.credited.plus(Money(credited.by_kind.at(static_cast<std::size_t>(*kind)),
                                               question.currency)));
      year.credited = sum;
    }
    builder.schedule().income_years.push_back(year);
  }
  return {};
}

}  // namespace

int tax_year_of(Date day) {
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const auto sixth =
      std::chrono::year_month_day(date.year(), std::chrono::April, std::chrono::day(6));
  return date < sixth ? year - 1 : year;
}

std::string tax_year_text(int first_year) {
  const int next = (first_year + 1) % 100;
  return std::to_string(first_year) + "-" + (next < 10 ? "0" : "") + std::to_string(next);
}

Result<void> work_out_income_and_credits(ScheduleBuilder& builder) {
  add_missing_holders(builder);
  const std::vector<const ClassifiedCredit*> credits = credits_of_period(builder);
  std::size_t by_words = 0;
  for (const ClassifiedCredit* credit : credits) {
    if (credit->basis == CreditBasis::words && !is_unexplained(credit->kind)) ++by_words;
  }
  if (by_words > 0) {
    builder.miss("proof of " + std::to_string(by_words) +
                     " credits that are explained by the words of the narrative alone",
                 MissingEffect::raises);
  }
  if (auto added = add_years(builder, credits); !added) return added;
  return compare_income(builder);
}

}  // namespace recoup
