#include "recoup/casework/assess_case.hpp"

#include <utility>

#include "case_matters.hpp"
#include "counted_elsewhere.hpp"
#include "recoup/report/assessment_report.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/rules/lifestyle.hpp"
#include "traced_assets.hpp"

namespace recoup {
namespace {

LifestyleOutcome outcome_of(const Finding& finding) {
  LifestyleOutcome outcome;
  for (const FindingRule& rule : finding.fired) outcome.reasons.push_back(rule.reason);
  outcome.missing = finding.missing;
  if (finding.status != Status::determined) return outcome;
  outcome.answer =
      finding.value.is_true() ? LifestyleOutcome::Answer::yes : LifestyleOutcome::Answer::no;
  return outcome;
}

/// The day for which benefit was found by the last order with a criminal lifestyle, s.10(9).
std::optional<Date> earlier_benefit_day(const AssessmentFacts& facts) {
  std::optional<Date> last;
  for (const EarlierOrder& order : facts.earlier_orders) {
    if (!order.lifestyle || !order.lifestyle->value || !order.benefit_found_on) continue;
    if (!last || *last < order.benefit_found_on->value) last = order.benefit_found_on->value;
  }
  return last;
}

std::vector<std::string> forfeited(const LoadedCase& loaded) {
  std::vector<std::string> ids;
  for (const HeldSeizure& held : loaded.seizures) {
    if (held.seizure.status == "forfeited") ids.push_back(held.seizure.id);
  }
  return ids;
}

/// What an entry of the case file cites and the statement does not bear out, in one sentence;
/// nothing where it agrees or where no statement of the account is held.
std::optional<std::string> disagreement(const LoadedCase& loaded, const BenefitItem& item) {
  const Ledger& ledger = loaded.build.ledger;
  const auto account = ledger.find_account(item.account);
  if (!account || item.reference.empty()) return std::nullopt;
  const std::string what =
      "benefit item " + item.id + " cites reference " + item.reference + " of " + item.account;
  const auto leg = find_reference(ledger, *account, item.reference);
  if (!leg) return what + ", which no entry has";
  const std::size_t row = index(*leg);
  const MinorUnits size =
      ledger.amount_minor[row] < 0 ? -ledger.amount_minor[row] : ledger.amount_minor[row];
  const Money booked(size, ledger.currency[row]);
  if (item.amount && item.amount->value.currency() == booked.currency() &&
      item.amount->value.compare(booked) > 0) {
    return what + " with " + item.amount->value.text() + "; the entry is of " + booked.text();
  }
  return std::nullopt;
}

std::string case_file_name(const LoadedCase& loaded) {
  return loaded.facts.all().empty() ? std::string() : loaded.facts.all().front().document_name;
}

}  // namespace

Result<AssessmentFacts> assessment_facts(const LoadedCase& loaded) {
  std::vector<StatedFact> stated;
  for (const HeldFact& held : loaded.facts.all()) {
    stated.push_back({held.fact, held.document, held.document_name});
  }
  RECOUP_TRY(facts, read_assessment_facts(stated));
  if (facts.case_id.empty()) facts.case_id = loaded.id;
  return facts;
}

Result<CaseAssessment> assess_records(const LoadedCase& loaded, const Law& law, Date as_at,
                                      StatementFindings findings) {
  RECOUP_TRY(facts, assessment_facts(loaded));
  std::vector<CaseFact> plain;
  for (const HeldFact& held : loaded.facts.all()) plain.push_back(held.fact);
  fill_index_figures(facts, loaded, as_at);
  RECOUP_TRY(lifestyle, criminal_lifestyle(law.lifestyle, plain, case_file_name(loaded)));
  AssessmentQuestion question;
  question.as_at = as_at;
  question.lifestyle = outcome_of(lifestyle);
  question.forfeited_seizures = forfeited(loaded);
  question.counted_elsewhere = std::move(findings.counted_elsewhere);
  question.traced_assets = std::move(findings.traced_assets);
  RECOUP_TRY(matters, answer_matters(facts, law, as_at));
  question.matters = std::move(matters);
  std::optional<RelevantDay> day;
  if (facts.proceedings.started) {
    const Date started = facts.proceedings.started->value;
    RECOUP_TRY(found, relevant_day(law.relevant_day, started, earlier_benefit_day(facts)));
    RECOUP_TRY(for_gifts, relevant_day(law.relevant_day, started));
    question.relevant_day = found.day;
    question.gift_relevant_day = for_gifts.day;
    day = std::move(found);
  }
  RECOUP_TRY(assessment, assess(facts, question, law.part2));
  return CaseAssessment{std::move(facts), std::move(lifestyle), std::move(day),
                        std::move(assessment)};
}

Result<CaseAssessment> assess_case(const LoadedCase& loaded, const Law& law, Date as_at) {
  RECOUP_TRY(facts, assessment_facts(loaded));
  RECOUP_TRY(elsewhere, counted_elsewhere(loaded, facts));
  RECOUP_TRY(traced, traced_assets(loaded, as_at));
  RECOUP_TRY(assessed,
             assess_records(loaded, law, as_at, {std::move(elsewhere), std::move(traced)}));
  std::vector<std::string>& notes = assessed.assessment.notes;
  for (const BenefitItem& item : facts.benefit_items) {
    if (auto fault = disagreement(loaded, item)) notes.push_back(std::move(*fault));
  }
  for (const UnverifiedPeriod& period : unverified_of_case(loaded)) {
    notes.push_back(unverified_words(period));
  }
  return assessed;
}

Result<Reply> answer_assess(const Session& session, const std::string& case_id,
                            const std::string& as_at, Form form) {
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(law, load_law());
  RECOUP_TRY(loaded, load_case(session, case_id));
  RECOUP_TRY(assessed, assess_case(loaded, law, time.date()));
  const Assessment& assessment = assessed.assessment;
  return Reply{form == Form::json ? assessment_json(assessment) : assessment_text(assessment),
               assessment.provisional()};
}

}  // namespace recoup
