#include "recoup/assessment/part2_rules.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string band_name(int number, const char* field) {
  return "default_term." + std::to_string(number) + "." + field;
}

}  // namespace

Result<Part2Rules> Part2Rules::parse(std::string_view csv, const std::string& document) {
  RECOUP_TRY(table, ParameterTable::parse(csv, document));
  Part2Rules rules;
  rules.table_ = std::move(table);
  return rules;
}

Result<const Parameter*> Part2Rules::find(std::string_view name, Date governing) const {
  const Parameter* row = table_.at(name, governing);
  if (row == nullptr) {
    return Error{ErrorCode::not_found,
                 "no " + std::string(name),
                 "a row that covers " + iso_text(governing),
                 {table_.document(), 0, ""}};
  }
  return row;
}

Error Part2Rules::malformed(const Parameter& row, std::string expected) const {
  return {ErrorCode::malformed,
          recoup::quoted(row.value),
          std::move(expected),
          {table_.document(), row.line, "value"}};
}

Result<RuleFigure<Date>> Part2Rules::offences_from(Date governing) const {
  RECOUP_TRY(row, find("part2.offences_from", governing));
  const auto date = parse_date(row->value);
  if (!date) return malformed(*row, "a date");
  return RuleFigure<Date>{date.value(), row->authority};
}

Result<RuleFigure<Money>> Part2Rules::nominal_amount(Date governing) const {
  RECOUP_TRY(row, find("available.nominal_amount", governing));
  const auto amount = Money::parse_plain(row->value, gbp);
  if (!amount || amount.value().minor() <= 0) return malformed(*row, "an amount above zero");
  return RuleFigure<Money>{amount.value(), row->authority};
}

Result<RuleFigure<Fraction>> Part2Rules::undervalue_flag(Date governing) const {
  RECOUP_TRY(row, find("gift.undervalue_flag", governing));
  auto ratio = Fraction::parse(row->value);
  if (!ratio || ratio.value() <= Fraction::from(0) || ratio.value() > Fraction::from(1)) {
    return malformed(*row, "a ratio above 0 and up to 1");
  }
  return RuleFigure<Fraction>{std::move(ratio).value(), row->authority};
}

Result<RuleFigure<Fraction>> Part2Rules::interest_rate_percent(Date governing) const {
  RECOUP_TRY(row, find("interest.rate", governing));
  auto rate = Fraction::parse(row->value);
  if (!rate || rate.value() < Fraction::from(0)) return malformed(*row, "a rate in percent a year");
  return RuleFigure<Fraction>{std::move(rate).value(), row->authority};
}

Result<RuleFigure<int>> Part2Rules::days_in_year(Date governing) const {
  RECOUP_TRY(row, find("interest.year_days", governing));
  const auto days = parse_int128(row->value);
  if (!days || *days < 360 || *days > 366) return malformed(*row, "the days of a year");
  return RuleFigure<int>{static_cast<int>(*days), row->authority};
}

Result<DefaultBand> Part2Rules::default_band(Money ordered, Date governing) const {
  for (int number = 1;; ++number) {
    RECOUP_TRY(row, find(band_name(number, "months"), governing));
    const auto months = parse_int128(row->value);
    if (!months || *months < 1 || *months > std::numeric_limits<int>::max()) {
      return malformed(*row, "months");
    }
    DefaultBand band{std::nullopt, static_cast<int>(*months), row->authority};
    const Parameter* upper = table_.at(band_name(number, "upper"), governing);
    if (upper == nullptr) return band;
    const auto bound = Money::parse_plain(upper->value, gbp);
    if (!bound) return malformed(*upper, "an amount");
    band.upper = bound.value();
    if (ordered.compare(*band.upper) <= 0) return band;
  }
}

Result<Money> interest_after_due(Money principal, Date due, Date paid_on, const Part2Rules& rules) {
  RECOUP_TRY(rate, rules.interest_rate_percent(due));
  RECOUP_TRY(year, rules.days_in_year(due));
  const int days = std::max(0, static_cast<int>((paid_on - due).count()));
  const Fraction exact = Fraction::from(principal.minor()) * rate.value * Fraction::from(days) /
                         Fraction::from(100 * year.value);
  RECOUP_TRY(minor, exact.round_half_up());
  return Money(minor, principal.currency());
}

Result<PriorityDirection> direct_receipts(Money means, Money confiscation, Money priority_order) {
  RECOUP_TRY(both, confiscation.plus(priority_order));
  RECOUP_TRY(over, both.minus(means));
  const Money nil(0, means.currency());
  Money directed = over.is_negative() ? nil : over;
  if (directed.compare(priority_order) > 0) directed = priority_order;
  if (directed.compare(confiscation) > 0) directed = confiscation;
  RECOUP_TRY(left, confiscation.minus(directed));
  return PriorityDirection{directed, left};
}

}  // namespace recoup
