#include "recoup/casework/assess_case.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "recoup/report/assessment_report.hpp"
#include "recoup/rules/lifestyle.hpp"

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

std::string case_file_name(const LoadedCase& loaded) {
  return loaded.facts.all().empty() ? std::string() : loaded.facts.all().front().document_name;
}

}  // namespace

Result<CaseAssessment> assess_case(const LoadedCase& loaded, const Law& law, Date as_at) {
  std::vector<StatedFact> stated;
  std::vector<CaseFact> plain;
  for (const HeldFact& held : loaded.facts.all()) {
    stated.push_back({held.fact, held.document, held.document_name});
    plain.push_back(held.fact);
  }
  RECOUP_TRY(facts, read_assessment_facts(stated));
  if (facts.case_id.empty()) facts.case_id = loaded.id;
  RECOUP_TRY(lifestyle, criminal_lifestyle(law.lifestyle, plain, case_file_name(loaded)));
  AssessmentQuestion question;
  question.as_at = as_at;
  question.lifestyle = outcome_of(lifestyle);
  question.forfeited_seizures = forfeited(loaded);
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

std::vector<Deadline> deadlines_of_case(const LoadedCase& loaded, const Law& law, CivilTime as_at) {
  std::vector<Deadline> deadlines;
  for (const HeldSeizure& held : loaded.seizures) {
    for (Deadline& deadline : deadlines_of(held.seizure, {law.clocks, law.calendar}, as_at)) {
      deadlines.push_back(std::move(deadline));
    }
  }
  const auto key = [](const Deadline& deadline) {
    return std::tuple(!deadline.expiry.has_value(), deadline.expiry.value_or(CivilTime{}),
                      std::string_view(deadline.seizure_id), deadline.kind);
  };
  std::sort(deadlines.begin(), deadlines.end(),
            [&](const Deadline& a, const Deadline& b) { return key(a) < key(b); });
  return deadlines;
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

Result<Reply> answer_clocks(const Session& session, const std::optional<std::string>& case_id,
                            const std::string& as_at, Form form) {
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(law, load_law());
  std::vector<std::string> ids;
  if (case_id) {
    ids.push_back(*case_id);
  } else {
    RECOUP_TRY(all, session.store.cases());
    ids = std::move(all);
  }
  std::vector<Deadline> deadlines;
  for (const std::string& id : ids) {
    RECOUP_TRY(loaded, load_case(session, id));
    for (Deadline& deadline : deadlines_of_case(loaded, law, time)) {
      deadlines.push_back(std::move(deadline));
    }
  }
  const bool needs_person =
      std::any_of(deadlines.begin(), deadlines.end(), [](const Deadline& each) {
        return each.status != DeadlineStatus::running || !each.findings.empty();
      });
  return Reply{
      form == Form::json ? deadlines_json(deadlines, as_at) : deadlines_text(deadlines, as_at),
      needs_person};
}

}  // namespace recoup
