#include "scenario.hpp"

#include <utility>

namespace recoup {
namespace {

Money smaller(Money a, Money b) { return a.compare(b) < 0 ? a : b; }

/// `whole` less `part`, never below nil.
Result<Money> less(Money whole, Money part) {
  RECOUP_TRY(rest, whole.minus(part));
  return rest.is_negative() ? Money(0, gbp) : rest;
}

Result<std::optional<Money>> with_open(const Totals& sums) {
  if (sums.open_without_value) return std::optional<Money>();
  RECOUP_TRY(most, sums.counted.plus(sums.open));
  return std::optional<Money>(most);
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Result<std::optional<AssessedFigure>> benefit_of(const Scenario& scenario) {
  if (scenario.benefit_items.empty()) return std::optional<AssessedFigure>();
  RECOUP_TRY(items, totals(scenario.benefit_items));
  RECOUP_TRY(orders, totals(scenario.earlier_orders));
  RECOUP_TRY(value, less(items.counted, orders.counted));
  RECOUP_TRY(least, less(items.sure, orders.counted));
  AssessedFigure benefit{value, least, std::nullopt, items.missing};
  append(benefit.missing, orders.missing);
  if (orders.open_items > 0) benefit.least = Money(0, gbp);
  RECOUP_TRY(most, with_open(items));
  if (most) {
    RECOUP_TRY(most_less_orders, less(*most, orders.counted));
    benefit.most = most_less_orders;
  }
  return std::optional<AssessedFigure>(std::move(benefit));
}

Result<std::optional<AssessedFigure>> available_of(const Scenario& scenario) {
  if (scenario.assets.empty() && scenario.gifts.empty()) return std::optional<AssessedFigure>();
  RECOUP_TRY(property, free_property(scenario));
  RECOUP_TRY(assets, totals(scenario.assets));
  RECOUP_TRY(obligations, totals(scenario.obligations));
  RECOUP_TRY(gifts, totals(scenario.gifts));
  RECOUP_TRY(value, property.value.plus(gifts.counted));
  RECOUP_TRY(least, property.least.plus(gifts.counted));
  AssessedFigure available{value, least, std::nullopt, assets.missing};
  append(available.missing, obligations.missing);
  append(available.missing, gifts.missing);
  RECOUP_TRY(most_gifts, with_open(gifts));
  if (property.most && most_gifts) {
    RECOUP_TRY(most, property.most->plus(*most_gifts));
    available.most = most;
  }
  return std::optional<AssessedFigure>(std::move(available));
}

/// The smaller of benefit and available amount, or the nominal sum where nothing is available.
Result<std::optional<AssessedFigure>> recoverable_of(const Scenario& scenario,
                                                     const Part2Rules& rules, Date as_at) {
  if (!scenario.benefit) return std::optional<AssessedFigure>();
  const AssessedFigure& benefit = *scenario.benefit;
  AssessedFigure recoverable = benefit;
  const auto nominal = rules.nominal_amount(as_at);
  if (!nominal && nominal.error().code != ErrorCode::not_found) return nominal.error();
  if (!nominal) recoverable.missing.push_back(nominal.error().found);
  const Money floor = nominal ? nominal.value().value : Money(0, gbp);
  const auto at_least_nominal = [&](Money amount, Money of_benefit) {
    const Money raised = amount.is_zero() ? floor : amount;
    return smaller(raised, of_benefit);
  };
  if (!scenario.available) {
    recoverable.least = at_least_nominal(Money(0, gbp), benefit.least);
    recoverable.missing.emplace_back("assets: what the defendant holds, and gifts made");
    return std::optional<AssessedFigure>(std::move(recoverable));
  }
  const AssessedFigure& available = *scenario.available;
  // Means that are enough on every fact cannot change the answer, however incomplete they are.
  const bool enough = benefit.most && available.least.compare(*benefit.most) >= 0;
  if (!enough) append(recoverable.missing, available.missing);
  recoverable.value = at_least_nominal(smaller(benefit.value, available.value), benefit.value);
  recoverable.least = at_least_nominal(smaller(benefit.least, available.least), benefit.least);
  if (benefit.most && available.most) {
    recoverable.most = at_least_nominal(smaller(*benefit.most, *available.most), *benefit.most);
  } else if (available.most && !available.most->is_zero()) {
    recoverable.most = available.most;
  }
  return std::optional<AssessedFigure>(std::move(recoverable));
}

}  // namespace

Result<FreeProperty> free_property(const Scenario& scenario) {
  RECOUP_TRY(assets, totals(scenario.assets));
  RECOUP_TRY(obligations, totals(scenario.obligations));
  FreeProperty property;
  RECOUP_TRY(value, less(assets.counted, obligations.counted));
  property.value = value;
  property.floored = obligations.counted.compare(assets.counted) > 0;
  RECOUP_TRY(all_obligations, obligations.counted.plus(obligations.open));
  RECOUP_TRY(least, less(assets.counted, all_obligations));
  property.least = obligations.open_without_value ? Money(0, gbp) : least;
  RECOUP_TRY(most_assets, with_open(assets));
  if (most_assets) {
    RECOUP_TRY(most, less(*most_assets, obligations.counted));
    property.most = most;
  }
  return property;
}

Result<Scenario> assess_scenario(const AssessmentFacts& facts, const AssessmentQuestion& question,
                                 const Part2Rules& rules, bool lifestyle) {
  Scenario scenario;
  scenario.lifestyle = lifestyle;
  RECOUP_TRY(benefit_items, assess_benefit_items(facts, question, lifestyle));
  scenario.benefit_items = std::move(benefit_items);
  scenario.earlier_orders = assess_earlier_orders(facts, lifestyle);
  RECOUP_TRY(assets, assess_assets(facts));
  scenario.assets = std::move(assets);
  scenario.obligations = assess_obligations(facts);
  RECOUP_TRY(gifts, assess_gifts(facts, question, rules, lifestyle));
  scenario.gifts = std::move(gifts);
  RECOUP_TRY(benefit, benefit_of(scenario));
  scenario.benefit = std::move(benefit);
  RECOUP_TRY(available, available_of(scenario));
  scenario.available = std::move(available);
  RECOUP_TRY(recoverable, recoverable_of(scenario, rules, question.as_at));
  scenario.recoverable = std::move(recoverable);
  return scenario;
}

}  // namespace recoup
