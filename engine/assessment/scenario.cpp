#include "scenario.hpp"

#include <utility>

namespace recoup {
namespace {

Result<std::optional<Money>> with_open(const Totals& sums) {
  if (sums.open_without_value) return std::optional<Money>();
  RECOUP_TRY(most, sums.counted.plus(sums.open));
  return std::optional<Money>(most);
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// A figure of the pack from amounts, with the sentence of its row.
struct FigureOf {
  Money value{0, gbp};
  std::string reason;
  std::string authority;
  std::vector<std::string> missing;
};

/// Puts one scenario's amounts to the tables.
class ScenarioFigures {
 public:
  ScenarioFigures(const Scenario& scenario, const Part2Rules& rules, Date as_at)
      : scenario_(scenario), rules_(rules), as_at_(as_at) {}

  Result<std::optional<AssessedFigure>> benefit() const;
  Result<std::optional<AssessedFigure>> available() const;
  Result<std::optional<AssessedFigure>> recoverable() const;

 private:
  Result<FigureOf> ask(std::string_view decision, const RulingFacts& facts) const {
    RECOUP_TRY(ruling, rules_.decide(decision, facts, as_at_));
    if (!ruling.determined) return FigureOf{Money(0, gbp), "", "", ruling.missing};
    RECOUP_TRY(value, ruling.sterling());
    return FigureOf{value, ruling.reason, ruling.authority, {}};
  }

  Result<FigureOf> benefit_less_orders(Money benefit, Money orders) const {
    return ask("Benefit after earlier orders",
               RulingFacts()
                   .with("criminal lifestyle", Value(scenario_.lifestyle))
                   .with("benefit", benefit)
                   .with("earlier orders", orders));
  }

  Result<FigureOf> means(Money property, Money obligations, Money gifts) const {
    return ask("Means", RulingFacts()
                            .with("free property", property)
                            .with("priority obligations", obligations)
                            .with("tainted gifts", gifts));
  }

  /// The amount where the defendant shows that this is available; the benefit where nothing is
  /// shown.
  Result<FigureOf> order(Money benefit, std::optional<Money> shown) const {
    RulingFacts facts;
    facts.with("benefit", benefit).with("defendant shows less", Value(shown.has_value()));
    if (shown) facts.with("available amount", *shown);
    return ask("Recoverable amount", facts);
  }

  const Scenario& scenario_;
  const Part2Rules& rules_;
  Date as_at_;
};

Result<std::optional<AssessedFigure>> ScenarioFigures::benefit() const {
  if (scenario_.benefit_items.empty()) return std::optional<AssessedFigure>();
  RECOUP_TRY(items, totals(scenario_.benefit_items));
  RECOUP_TRY(orders, totals(scenario_.earlier_orders));
  RECOUP_TRY(value, benefit_less_orders(items.counted, orders.counted));
  RECOUP_TRY(least, benefit_less_orders(items.sure, orders.counted));
  AssessedFigure benefit{value.value,   least.value,  std::nullopt,
                         items.missing, value.reason, value.authority};
  append(benefit.missing, orders.missing);
  append(benefit.missing, value.missing);
  if (orders.open_items > 0) benefit.least = Money(0, gbp);
  RECOUP_TRY(most, with_open(items));
  if (most) {
    RECOUP_TRY(most_less_orders, benefit_less_orders(*most, orders.counted));
    benefit.most = most_less_orders.value;
  }
  return std::optional<AssessedFigure>(std::move(benefit));
}

Result<std::optional<AssessedFigure>> ScenarioFigures::available() const {
  if (scenario_.assets.empty() && scenario_.gifts.empty()) return std::optional<AssessedFigure>();
  RECOUP_TRY(assets, totals(scenario_.assets));
  RECOUP_TRY(obligations, totals(scenario_.obligations));
  RECOUP_TRY(gifts, totals(scenario_.gifts));
  RECOUP_TRY(value, means(assets.counted, obligations.counted, gifts.counted));
  RECOUP_TRY(all_obligations, obligations.counted.plus(obligations.open));
  // An obligation of unknown size may take all of the property.
  const Money property_left = obligations.open_without_value ? Money(0, gbp) : assets.counted;
  RECOUP_TRY(least, means(property_left, all_obligations, gifts.counted));
  AssessedFigure available{value.value,    least.value,  std::nullopt,
                           assets.missing, value.reason, value.authority};
  append(available.missing, obligations.missing);
  append(available.missing, gifts.missing);
  append(available.missing, value.missing);
  RECOUP_TRY(most_assets, with_open(assets));
  RECOUP_TRY(most_gifts, with_open(gifts));
  if (most_assets && most_gifts) {
    RECOUP_TRY(most, means(*most_assets, obligations.counted, *most_gifts));
    available.most = most.value;
  }
  return std::optional<AssessedFigure>(std::move(available));
}

Result<std::optional<AssessedFigure>> ScenarioFigures::recoverable() const {
  if (!scenario_.benefit) return std::optional<AssessedFigure>();
  const AssessedFigure& benefit = *scenario_.benefit;
  AssessedFigure recoverable = benefit;
  const auto& available = scenario_.available;
  const std::optional<Money> shown =
      available ? std::optional<Money>(available->value) : std::nullopt;
  RECOUP_TRY(value, order(benefit.value, shown));
  RECOUP_TRY(least, order(benefit.least, available ? available->least : Money(0, gbp)));
  recoverable.value = value.value;
  recoverable.least = least.value;
  recoverable.reason = value.reason;
  recoverable.authority = value.authority;
  append(recoverable.missing, value.missing);
  if (!available) {
    recoverable.missing.emplace_back("assets: what the defendant holds, and gifts made");
    return std::optional<AssessedFigure>(std::move(recoverable));
  }
  // Means that are enough on every fact cannot change the answer, however incomplete they are.
  const bool enough = benefit.most && available->least.compare(*benefit.most) >= 0;
  if (!enough) append(recoverable.missing, available->missing);
  if (benefit.most && available->most) {
    RECOUP_TRY(most, order(*benefit.most, *available->most));
    recoverable.most = most.value;
  } else if (available->most && !available->most->is_zero()) {
    recoverable.most = available->most;
  }
  return std::optional<AssessedFigure>(std::move(recoverable));
}

}  // namespace

Result<Scenario> assess_scenario(const AssessmentFacts& facts, const AssessmentQuestion& question,
                                 const Part2Rules& rules, bool lifestyle) {
  Scenario scenario;
  scenario.lifestyle = lifestyle;
  RECOUP_TRY(benefit_items, assess_benefit_items(facts, question, rules, lifestyle));
  scenario.benefit_items = std::move(benefit_items);
  scenario.earlier_orders = assess_earlier_orders(facts, lifestyle);
  RECOUP_TRY(assets, assess_assets(facts, question));
  scenario.assets = std::move(assets);
  scenario.obligations = assess_obligations(facts);
  RECOUP_TRY(gifts, assess_gifts(facts, question, rules, lifestyle));
  scenario.gifts = std::move(gifts);
  const ScenarioFigures figures(scenario, rules, question.as_at);
  RECOUP_TRY(benefit, figures.benefit());
  scenario.benefit = std::move(benefit);
  RECOUP_TRY(available, figures.available());
  scenario.available = std::move(available);
  RECOUP_TRY(recoverable, figures.recoverable());
  scenario.recoverable = std::move(recoverable);
  return scenario;
}

}  // namespace recoup
