#include "measure_value.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "case_property.hpp"
#include "recoup/base/check.hpp"
#include "stated_measures.hpp"

namespace recoup {
namespace {

constexpr std::int64_t grade_max = 3;

std::string gbp_text(MinorUnits minor) { return Money(minor, gbp).grouped() + " GBP"; }

/// The most that an order can come to, as far as it is known.
struct BenefitCap {
  std::optional<Money> least;  ///< In the reading of the facts that gives least.
  std::optional<Money> most;
  std::string words;
  std::string missing;  ///< What would settle it; empty where it is settled.
};

/// Widens the cap by one reading of the facts.
void take_benefit(const AssessedFigure& benefit, bool is_first, BenefitCap& cap) {
  if (is_first || benefit.least.compare(*cap.least) < 0) cap.least = benefit.least;
  const bool is_open = !is_first && !cap.most;
  if (!benefit.most || is_open) {
    cap.most.reset();
  } else if (is_first || benefit.most->compare(*cap.most) > 0) {
    cap.most = benefit.most;
  }
  if (cap.missing.empty() && !benefit.missing.empty()) cap.missing = benefit.missing.front();
}

BenefitCap benefit_cap(const ValueQuestion& question) {
  BenefitCap cap;
  const Assessment& assessment = question.assessed.assessment;
  bool is_first = true;
  for (const Scenario& scenario : assessment.scenarios) {
    if (!scenario.benefit || !assessment.refused.empty()) continue;
    take_benefit(*scenario.benefit, is_first, cap);
    is_first = false;
  }
  if (!is_first) {
    cap.words = "benefit as assessed";
    if (cap.missing.empty() && cap.least != cap.most) cap.missing = "criminal lifestyle";
    return cap;
  }
  if (question.at_stake.is_zero()) return cap;
  cap.least = cap.most = question.at_stake;
  cap.words = "value at stake, as no benefit is assessed";
  return cap;
}

/// Adds the facts that follow from the sum, or says what keeps it from being one.
void measure_net(Measures& measures, const CaseFacts& facts, const ExpectedRecovery& recovery) {
  measures.amount("expected net recovery", recovery.net,
                  gbp_text(recovery.gross.minor()) + " from " +
                      std::to_string(recovery.lines.size()) +
                      (recovery.lines.size() == 1 ? " property" : " properties") +
                      (recovery.is_capped ? ", no more than " + gbp_text(recovery.cap->minor()) +
                                                " (" + recovery.cap_words + ")"
                                          : std::string()) +
                      ", less costs of " + gbp_text(recovery.costs.minor()));
  const auto hours = expected_hours(facts);
  if (hours) {
    const MinorUnits per_hour = recovery.net.minor() / *hours;
    measures.amount("expected net per hour", Money(per_hour, gbp),
                    gbp_text(recovery.net.minor()) + " over " + std::to_string(*hours) +
                        " hours, cut to the penny");
  } else {
    measures.missing("expected net per hour", "investigation.expected_hours");
  }
  const Fact* loss = measures.facts().find("unrepaid victim loss");
  RECOUP_CHECK(loss != nullptr);
  const auto* unrepaid = loss->value.as<Decimal>();
  const auto minor = unrepaid == nullptr ? std::nullopt : unrepaid->minor_units(gbp.decimals());
  if (!minor) {
    measures.missing("compensation achievable", "investigation.unrepaid_loss");
    return;
  }
  const MinorUnits reach = std::max<MinorUnits>(recovery.net.minor(), 0);
  measures.amount("compensation achievable", Money(std::min(reach, *minor), gbp),
                  "of " + gbp_text(*minor) + " lost and " + gbp_text(reach) + " expected");
}

void net_is_missing(Measures& measures, const std::string& what) {
  measures.missing("expected net recovery", what);
  measures.missing("expected net per hour", what);
  measures.missing("compensation achievable", what);
}

Result<void> measure_recovery(Measures& measures, MeasuredCase& measured,
                              const ValueQuestion& question, const CaseProperty& property,
                              const RecoveryRates& rates) {
  const BenefitCap cap = benefit_cap(question);
  RECOUP_TRY(recovery, expected_recovery(property.items, cap.least, cap.words, rates));
  const bool hangs_on_cap = recovery.is_capped && !cap.missing.empty();
  recovery.left_out = property.left_out;
  for (const std::string& each : property.no_value)
    recovery.left_out.push_back(each + " is missing");
  if (property.items.empty() && property.no_value.empty()) {
    recovery.net_waits_for = "assets (section \"assets\" of the case file), or seizures";
  } else if (!property.no_value.empty()) {
    recovery.net_waits_for = property.no_value.front();
  } else if (hangs_on_cap) {
    recovery.net_waits_for = cap.missing;
  }
  if (!recovery.net_waits_for.empty()) {
    net_is_missing(measures, recovery.net_waits_for);
  } else {
    measure_net(measures, question.loaded.facts, recovery);
  }
  measured.recovery = std::move(recovery);
  return {};
}

/// What is secured of what is estimated to be recoverable.
void measure_ratio(Measures& measures, const ValueQuestion& question) {
  const Assessment& assessment = question.assessed.assessment;
  MinorUnits whole = question.at_stake.minor();
  std::string words = "at stake";
  if (assessment.scenarios.size() == 1 && assessment.refused.empty() &&
      assessment.scenarios.front().recoverable &&
      assessment.scenarios.front().recoverable->determined() &&
      !assessment.scenarios.front().recoverable->value.is_zero()) {
    whole = assessment.scenarios.front().recoverable->value.minor();
    words = "recoverable as assessed";
  }
  if (whole <= 0) {
    measures.missing("value ratio", "sources or seizures");
    return;
  }
  const MinorUnits in_hand = std::min(secured_in(question.loaded, false), whole);
  measures.share("value ratio", in_hand, whole,
                 gbp_text(in_hand) + " is seized or frozen of " + gbp_text(whole) + " " + words);
}

void measure_liquidity(Measures& measures, const CaseProperty& property,
                       const RecoveryRates& rates) {
  constexpr const char* name = "dissipation liquidity";
  if (property.items.empty()) {
    measures.missing(name, "assets (section \"assets\" of the case file), or a finding \"" +
                               std::string(name) + "\"");
    return;
  }
  const PropertyItem* largest = nullptr;
  for (const PropertyItem& item : property.items) {
    if (item.is_secured) continue;
    if (largest == nullptr || item.value.compare(largest->value) > 0) largest = &item;
  }
  if (largest == nullptr) {
    measures.count(name, 0, "all property is secured");
    return;
  }
  const DatedFigure& grade = rates.liquidity(largest->kind);
  measures.found(name, grade.value, "",
                 {"", 0, largest->id + ", " + largest->kind + ", by " + grade.name});
}

void measure_record(Measures& measures, const CaseFacts& facts) {
  constexpr const char* name = "dissipation record";
  std::int64_t convictions = 0;
  for (const HeldFact* entry : facts.entries("previous_convictions")) {
    const bool is_removed =
        facts.text("previous_convictions", entry->fact.key, "removed") == "true";
    if (!is_removed) ++convictions;
  }
  const bool is_none = facts.text("defendant", "", "previous_convictions") == "none";
  if (convictions == 0 && !is_none) {
    measures.missing(name, "previous_convictions, or a finding \"" + std::string(name) + "\"");
    return;
  }
  measures.count(name, std::min(convictions, grade_max),
                 std::to_string(convictions) + " earlier convictions");
}

/// One grade for each limit of value that is reached.
Result<void> measure_size(Measures& measures, const ValueQuestion& question) {
  std::int64_t grade = 0;
  for (const char* limit : {"limit.small_value", "limit.medium_value", "limit.large_value"}) {
    const DatedFigure* figure = question.law.ranking.parameters().at(limit, question.as_at);
    const auto* number = figure == nullptr ? nullptr : figure->value.as<Decimal>();
    const auto minor = number == nullptr ? std::nullopt : number->minor_units(gbp.decimals());
    if (!minor) {
      return Error{ErrorCode::not_found,
                   "no \"" + std::string(limit) + "\" in force on " + iso_text(question.as_at),
                   "a row of params/*.csv with this name, in pounds",
                   {}};
    }
    if (question.at_stake.minor() >= *minor) ++grade;
  }
  measures.count("dissipation size", grade, gbp_text(question.at_stake.minor()) + " at stake");
  return {};
}

void measure_stage(Measures& measures, const CaseFacts& facts, const RecoveryRates& rates) {
  constexpr const char* name = "dissipation stage";
  const auto stage = facts.text("investigation", "", "stage");
  const DatedFigure* grade = stage ? rates.stage(*stage) : nullptr;
  if (grade == nullptr) {
    measures.missing(name, !stage
                               ? "investigation.stage"
                               : "investigation.stage: one that the pack grades, or a finding \"" +
                                     std::string(name) + "\"");
    return;
  }
  measures.found(name, grade->value, "", {"", 0, "stage " + *stage + ", by " + grade->name});
}

void measure_interests(Measures& measures, const ValueQuestion& question) {
  const AssessmentFacts& facts = question.assessed.facts;
  const auto claims = question.loaded.facts.text("investigation", "", "third_party_claims");
  const auto stated = claims ? value_of(MeasureKind::count, *claims) : std::nullopt;
  std::int64_t part_owned = 0;
  std::int64_t in_debt = 0;
  for (const Asset& asset : facts.assets) {
    if (asset.share && asset.share->value != Fraction(1)) ++part_owned;
    if (asset.secured_debt && !asset.secured_debt->value.is_zero()) ++in_debt;
  }
  std::set<std::string> holders;
  for (const CaseAccount& account : question.loaded.accounts) {
    if (!account.holder.empty() && account.holder != facts.defendant)
      holders.insert(account.holder);
  }
  if (facts.defendant.empty()) holders.clear();  // whose accounts they are is not known
  const auto gifts = static_cast<std::int64_t>(facts.gifts.size());
  const auto others = static_cast<std::int64_t>(holders.size());
  const std::int64_t counted = gifts + part_owned + in_debt + others;
  if (counted == 0 && !stated && facts.assets.empty()) {
    measures.missing("third party interests", "assets, or investigation.third_party_claims");
    return;
  }
  const auto whole = stated ? stated->as<Decimal>()->whole() : std::nullopt;
  const auto said = static_cast<std::int64_t>(whole.value_or(0));
  measures.count("third party interests", counted + said,
                 std::to_string(gifts) + " gifts, " + std::to_string(part_owned) +
                     " part shares, " + std::to_string(in_debt) + " secured debts, " +
                     std::to_string(others) + " other holders of accounts, " +
                     std::to_string(said) + " claims stated");
}

/// Whether Part 5 holds property while confiscation is open, so that it could be taken twice.
void measure_route(Measures& measures, const ValueQuestion& question) {
  MinorUnits held = 0;
  for (const HeldSeizure& each : question.loaded.seizures) {
    const Seizure& seizure = each.seizure;
    const bool is_open = seizure.status != "forfeited" && seizure.status != "returned" &&
                         seizure.status != "released" && seizure.status != "destroyed";
    const bool is_part_5 = seizure.kind != SeizureKind::drugs && seizure.kind != SeizureKind::other;
    if (is_open && is_part_5 && seizure.amount && seizure.amount->currency() == gbp) {
      held += seizure.amount->minor();
    }
  }
  const bool both = held > 0 && question.assessed.facts.proceedings.started.has_value();
  measures.truth("alternative route", both,
                 held == 0 ? "nothing is held under Part 5"
                           : gbp_text(held) + " is held under Part 5" +
                                 (both ? ", and proceedings for an offence have started"
                                       : ", and no proceedings are stated"));
}

}  // namespace

Result<void> measure_value(Measures& measures, MeasuredCase& measured,
                           const ValueQuestion& question) {
  RECOUP_TRY(rates, RecoveryRates::of(question.law.ranking, question.as_at));
  const CaseProperty property =
      property_of(question.loaded, question.assessed.facts, question.sums);
  if (auto done = measure_recovery(measures, measured, question, property, rates); !done) {
    return done;
  }
  measure_ratio(measures, question);
  measure_liquidity(measures, property, rates);
  measure_record(measures, question.loaded.facts);
  if (auto done = measure_size(measures, question); !done) return done;
  measure_stage(measures, question.loaded.facts, rates);
  for (const char* name :
       {"dissipation liquidity", "dissipation record", "dissipation size", "dissipation stage"}) {
    state_finding(measures, question.loaded.facts, name, MeasureKind::grade);
  }
  measure_interests(measures, question);
  measure_route(measures, question);
  return {};
}

}  // namespace recoup
