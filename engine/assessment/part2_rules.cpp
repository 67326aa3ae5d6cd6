#include "recoup/assessment/part2_rules.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr int months_max = 1200;

Error not_of_its_kind(const DatedFigure& figure, std::string expected) {
  return {ErrorCode::malformed,
          recoup::quoted(text(figure.value)),
          std::move(expected),
          {figure.document, figure.line, "value"}};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

/// A sentence that goes on: without its full stop.
std::string clause(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

}  // namespace

Result<Money> Ruling::sterling() const {
  const auto* number = value.as<Decimal>();
  const auto minor = number == nullptr ? std::nullopt : number->minor_units(gbp.decimals());
  if (!minor)
    return Error{ErrorCode::malformed, recoup::quoted(text(value)), "an amount in pence", {}};
  return Money(*minor, gbp);
}

RulingFacts& RulingFacts::with(std::string_view name, Value value) {
  table_.set({std::string(name), std::move(value), "", {}});
  return *this;
}

RulingFacts& RulingFacts::with(std::string_view name, Money amount) {
  const Currency currency = amount.currency();
  table_.set({std::string(name),
              Value(Decimal::scaled(amount.minor(), currency.decimals()).value),
              std::string(currency.code()),
              {}});
  return *this;
}

Result<Part2Rules> Part2Rules::of(Pack pack) {
  if (!pack.is_enabled()) {
    return Error{ErrorCode::contradiction,
                 "the pack " + recoup::quoted(pack.id()) + ", " + pack.status(),
                 "a pack that is enabled",
                 {}};
  }
  return Part2Rules(std::move(pack));
}

Result<Ruling> Part2Rules::decide(std::string_view decision, const RulingFacts& facts,
                                  Date governing) const {
  RECOUP_TRY(finding, pack_.evaluate(decision, facts.table(), governing));
  if (finding.status == Status::withheld) {
    return Error{ErrorCode::contradiction,
                 joined(finding.errors),
                 "one answer to \"" + std::string(decision) + "\"",
                 {}};
  }
  Ruling ruling;
  ruling.missing = finding.missing;
  ruling.determined = finding.status == Status::determined && !finding.fired.empty();
  if (!ruling.determined) return ruling;
  ruling.value = finding.value;
  const FindingRule& fired = finding.fired.front();
  ruling.rule = fired.rule;
  ruling.reason = clause(fired.reason);
  ruling.authority = joined(fired.authority);
  return ruling;
}

Result<const DatedFigure*> Part2Rules::figure(std::string_view name, Date governing) const {
  const DatedFigure* row = pack_.parameters().at(name, governing);
  if (row != nullptr) return row;
  return Error{ErrorCode::not_found,
               "no " + std::string(name),
               "a row that covers " + iso_text(governing),
               {"pack " + pack_.id(), 0, ""}};
}

Result<RuleFigure<Fraction>> Part2Rules::interest_rate_percent(Date governing) const {
  RECOUP_TRY(row, figure("interest.rate", governing));
  auto rate = Fraction::parse(text(row->value));
  if (!rate || rate.value() < Fraction::from(0)) {
    return not_of_its_kind(*row, "a rate in percent a year");
  }
  return RuleFigure<Fraction>{std::move(rate).value(), row->authority};
}

Result<RuleFigure<int>> Part2Rules::days_in_year(Date governing) const {
  RECOUP_TRY(row, figure("interest.year_days", governing));
  const auto* number = row->value.as<Decimal>();
  const auto days = number == nullptr ? std::nullopt : number->whole();
  if (!days || *days < 360 || *days > 366) return not_of_its_kind(*row, "the days of a year");
  return RuleFigure<int>{static_cast<int>(*days), row->authority};
}

Result<DefaultBand> Part2Rules::default_band(Money ordered, Date governing) const {
  RECOUP_TRY(ruling,
             decide("Default term", RulingFacts().with("amount ordered", ordered), governing));
  if (!ruling.determined) {
    return Error{ErrorCode::not_found,
                 "no band of terms in default",
                 "figures in force on " + iso_text(governing),
                 {"pack " + pack_.id(), 0, ""}};
  }
  const auto* number = ruling.value.as<Decimal>();
  const auto months = number == nullptr ? std::nullopt : number->whole();
  if (!months || *months < 1 || *months > months_max) {
    return Error{ErrorCode::malformed, recoup::quoted(text(ruling.value)), "months", {}};
  }
  return DefaultBand{static_cast<int>(*months), ruling.authority};
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
