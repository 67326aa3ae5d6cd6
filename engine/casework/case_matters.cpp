#include "case_matters.hpp"

#include <utility>

#include "recoup/rules/pack.hpp"

namespace recoup {
namespace {

std::string counted_words(const ClockLength& length, Date from) {
  const char* unit = length.unit == ClockUnit::months  ? " month"
                     : length.unit == ClockUnit::years ? " year"
                                                       : " day";
  return std::to_string(length.count) + unit + (length.count == 1 ? "" : "s") + " starting with " +
         long_text(from);
}

/// The last day of the clock `rule` that `from` starts; `what` names that day where it is missing.
Result<PeriodLimit> limit_of(std::string entry, const char* rule, const Maybe<Date>& from,
                             const char* what, const Law& law) {
  PeriodLimit limit{std::move(entry), rule, std::nullopt, "", "", {}};
  if (!from) {
    limit.missing.emplace_back(what);
    return limit;
  }
  const auto length = law.clocks.length(rule, from->value);
  if (!length && length.error().code != ErrorCode::not_found) return length.error();
  if (!length) {
    limit.missing.push_back(length.error().found + " that covers " + long_text(from->value));
    return limit;
  }
  limit.authority = length.value().authority;
  if (length.value().unit == ClockUnit::hours) {
    return Error{ErrorCode::malformed,
                 "a length in hours",
                 "days, months or years",
                 {"clocks.csv", 0, rule}};
  }
  limit.last_day = last_day(length.value(), from->value);
  limit.working = counted_words(length.value(), from->value);
  return limit;
}

/// The finding of a person on exchange rates as a fact for the tables.
Fact exchange_rates_of(const AssessmentFacts& facts, const Reconsideration& asked) {
  constexpr const char* name = "shortfall from exchange rates";
  const HumanFinding* found = find_closed(facts.findings, FindingMatter::exchange_rates, asked.id);
  if (found == nullptr) {
    return {
        name, Value::missing("findings: on matter \"exchange-rates\", about " + asked.id), "", {}};
  }
  return {name,
          Value(says_yes(*found)),
          "",
          {found->entry.document_name, found->entry.line, "", found->author,
           found->date ? iso_text(found->date->value) : "", found->reasons}};
}

Result<DischargeOutcome> discharge_of(const Pack& pack, const AssessmentFacts& facts,
                                      const Reconsideration& asked, Date as_at) {
  const bool small = asked.kind == ReconsiderationKind::small_balance;
  const std::string entry = "reconsiderations/" + asked.id;
  FactTable table;
  Fact remaining{"amount remaining", Value::missing(entry + ": remaining, in sterling"), "GBP", {}};
  if (asked.remaining && asked.remaining->value.currency() == gbp) {
    const Money amount = asked.remaining->value;
    remaining.value = Value(Decimal::scaled(amount.minor(), amount.currency().decimals()).value);
    remaining.origin = {asked.remaining->citation.document_name, asked.remaining->citation.line,
                        ""};
  }
  table.set(std::move(remaining));
  if (small) table.set(exchange_rates_of(facts, asked));
  RECOUP_TRY(finding, pack.evaluate(small ? "Discharge of a small inadequacy"
                                          : "Discharge of a trivial balance",
                                    table, asked.applied_on ? asked.applied_on->value : as_at));
  DischargeOutcome outcome{
      entry, std::nullopt, {}, small ? "POCA 2002 s.24" : "POCA 2002 s.25", finding.missing};
  outcome.missing.insert(outcome.missing.end(), finding.errors.begin(), finding.errors.end());
  for (const FindingRule& rule : finding.fired) {
    outcome.reasons.push_back(rule.reason);
    if (!rule.authority.empty()) outcome.authority = rule.authority.front();
  }
  if (finding.status == Status::determined) outcome.met = finding.value.is_true();
  return outcome;
}

}  // namespace

Result<MatterAnswers> answer_matters(const AssessmentFacts& facts, const Law& law, Date as_at) {
  MatterAnswers answers;
  std::optional<Pack> pack;
  for (const Reconsideration& asked : facts.reconsiderations) {
    if (asked.kind <= ReconsiderationKind::more_benefit) {
      RECOUP_TRY(limit, limit_of("reconsiderations/" + asked.id, "confiscation.reconsideration",
                                 facts.proceedings.conviction_date,
                                 "proceedings/conviction_date: the day of conviction", law));
      answers.limits.push_back(std::move(limit));
    }
    if (asked.kind != ReconsiderationKind::small_balance &&
        asked.kind != ReconsiderationKind::trivial_balance) {
      continue;
    }
    if (!pack) {
      RECOUP_TRY(read, built_in_pack("ew-poca-part2"));
      pack = std::move(read);
    }
    RECOUP_TRY(outcome, discharge_of(*pack, facts, asked, as_at));
    answers.discharges.push_back(std::move(outcome));
  }
  for (const PayableOrder& order : facts.confiscation_orders) {
    if (order.parts.empty()) continue;
    const Maybe<Date>& made = order.made ? order.made : facts.proceedings.order_made;
    const std::string entry = "confiscation_orders/" + order.id;
    const std::string what = entry + "/made: the day of the order";
    for (const char* rule : {"confiscation.payment_period", "confiscation.payment_extended"}) {
      RECOUP_TRY(limit, limit_of(entry, rule, made, what.c_str(), law));
      answers.limits.push_back(std::move(limit));
    }
  }
  return answers;
}

}  // namespace recoup
