#include <algorithm>
#include <utility>

#include "case_parts.hpp"

namespace recoup {
namespace {

Deadline counted(const CaseRecord& record, DeadlineKind kind, const LegalStep& step,
                 std::string_view rule) {
  const DeadlineSubject subject = record.subject(kind, step.id, step_text(step), rule);
  if (!step.made) return record.without_day(subject, "the day of the " + step_text(step));
  return days_deadline(subject, step.made->date(), record.context());
}

void add_production(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const LegalStep* step : record.steps(StepKind::production_order)) {
    Deadline deadline =
        counted(record, DeadlineKind::production_order, *step, "investigation.production_order");
    if (deadline.expiry && step->until) {
      deadline.working += "; the order states " + short_text(*step->until) + ", which counts";
      end_on(deadline, *step->until);
      finish(deadline, record.context());
    } else if (deadline.expiry) {
      deadline.missing.push_back("the period that the order states; the usual one is shown");
    }
    if (record.has_ended(*step)) stop(deadline, "complied with " + event_text(*step->ended));
    deadlines.push_back(std::move(deadline));
  }
}

void add_monitoring(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const LegalStep* step : record.steps(StepKind::account_monitoring_order)) {
    Deadline deadline = counted(record, DeadlineKind::account_monitoring, *step,
                                "investigation.account_monitoring");
    if (deadline.expiry && !step->until) {
      deadline.missing.push_back(
          "the end that the order states; the latest the law allows is shown");
    }
    limit_to_stated(deadline, step->until, record.context());
    if (record.has_ended(*step)) stop(deadline, "discharged " + event_text(*step->ended));
    deadlines.push_back(std::move(deadline));
  }
}

/// Days to decide begin with the day on which the person complied, while property is frozen.
void add_wealth_decision(const CaseRecord& record, const LegalStep& order, const LegalStep& freeze,
                         std::vector<Deadline>& deadlines) {
  const Date complied = order.ended->date();
  const std::string trigger = "unexplained wealth order complied with " + short_text(complied);
  const auto from_answer = [&](DeadlineKind kind, std::string_view rule) {
    return days_deadline(record.subject(kind, freeze.id, trigger, rule), complied,
                         record.context());
  };
  Deadline decision = from_answer(DeadlineKind::wealth_decision, "investigation.wealth_decision");
  Deadline limit = from_answer(DeadlineKind::wealth_limit, "investigation.wealth_limit");
  if (limit.expiry) decision.hard_cap = last_day_of(limit);
  for (const LegalStep* longer : record.steps(StepKind::interim_freezing_extension, freeze.id)) {
    if (!longer->until || !decision.hard_cap) continue;
    decision.working += "; extended until " + short_text(*longer->until);
    if (*longer->until > *decision.hard_cap) {
      decision.findings.push_back("the extension is stated to last until " +
                                  short_text(*longer->until) + "; the law allows until " +
                                  short_text(*decision.hard_cap) + " at most");
    }
    end_on(decision, std::min(*longer->until, *decision.hard_cap));
  }
  finish(decision, record.context());
  if (record.has_ended(freeze)) {
    stop(decision, "discharged " + event_text(*freeze.ended));
    stop(limit, "discharged " + event_text(*freeze.ended));
  }
  deadlines.push_back(std::move(decision));
  deadlines.push_back(std::move(limit));
}

void add_wealth_orders(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const LegalStep* step : record.steps(StepKind::unexplained_wealth_order)) {
    const DeadlineSubject subject =
        record.subject(DeadlineKind::wealth_response, step->id, step_text(*step), "");
    Deadline response = step->until ? stated_deadline(subject, *step->until, record.context())
                                    : record.without_day(subject,
                                                         "the period for a response that the "
                                                         "court set");
    response.legal_basis = "POCA 2002 s.362A";
    if (record.has_ended(*step)) stop(response, "complied with " + event_text(*step->ended));
    deadlines.push_back(std::move(response));
    if (!record.has_ended(*step)) continue;
    for (const LegalStep* freeze : record.steps(StepKind::interim_freezing_order, step->id)) {
      add_wealth_decision(record, *step, *freeze, deadlines);
    }
  }
}

/// After a refusal the act stays forbidden for so many days, and longer where a court says so.
void add_moratorium(const CaseRecord& record, const LegalStep& request, const LegalStep& refusal,
                    std::vector<Deadline>& deadlines) {
  Deadline moratorium = counted(record, DeadlineKind::moratorium, refusal, "disclosure.moratorium");
  if (!moratorium.expiry) {
    deadlines.push_back(std::move(moratorium));
    return;
  }
  const Date first_end = last_day_of(moratorium);
  Deadline limit =
      days_deadline(record.subject(DeadlineKind::moratorium_limit, refusal.id,
                                   "moratorium without extension ends " + short_text(first_end),
                                   "disclosure.moratorium_limit"),
                    first_end, record.context());
  if (limit.expiry) moratorium.hard_cap = last_day_of(limit);
  for (const LegalStep* longer : record.steps(StepKind::moratorium_extension)) {
    const bool is_ours = longer->of.empty() || longer->of == refusal.id || longer->of == request.id;
    if (!is_ours || !longer->until || !moratorium.hard_cap) continue;
    moratorium.working += "; extended until " + short_text(*longer->until);
    if (*longer->until > *moratorium.hard_cap) {
      moratorium.findings.push_back("the extension is stated to last until " +
                                    short_text(*longer->until) + "; the law allows until " +
                                    short_text(*moratorium.hard_cap) + " at most");
    }
    end_on(moratorium, std::min(*longer->until, *moratorium.hard_cap));
  }
  finish(moratorium, record.context());
  const LegalStep& over = record.has_ended(refusal) ? refusal : request;
  if (record.has_ended(over)) {
    stop(moratorium, "ended " + event_text(*over.ended));
    stop(limit, "ended " + event_text(*over.ended));
  }
  deadlines.push_back(std::move(moratorium));
  deadlines.push_back(std::move(limit));
}

void add_disclosures(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const LegalStep* step : record.steps(StepKind::consent_request)) {
    Deadline notice =
        counted(record, DeadlineKind::consent_notice, *step, "disclosure.notice_period");
    notice.working += notice.expiry ? "; no answer by its end is consent" : "";
    for (const LegalStep* refusal : record.steps(StepKind::consent_refusal, step->id)) {
      stop(notice, step_text(*refusal));
      if (refusal->made && notice.expiry && refusal->made->order_key() >= *notice.expiry) {
        notice.findings.push_back("consent was refused after the notice period had ended");
      }
      add_moratorium(record, *step, *refusal, deadlines);
    }
    if (notice.is_open() && record.has_ended(*step)) {
      stop(notice, "answered " + event_text(*step->ended));
    }
    deadlines.push_back(std::move(notice));
  }
}

void add_limitation(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const LegalStep* step : record.steps(StepKind::property_obtained)) {
    Deadline deadline =
        counted(record, DeadlineKind::limitation, *step, "civil_recovery.limitation");
    if (!deadline.expiry && step->made) {
      deadline.missing.push_back(
          "whether the claim was already barred under the former twelve "
          "years, which section 288 still quotes");
    }
    for (const LegalStep* claim : record.steps(StepKind::civil_recovery_claim, step->id)) {
      stop(deadline, step_text(*claim));
      if (claim->made && deadline.expiry && claim->made->order_key() >= *deadline.expiry) {
        deadline.findings.push_back("the claim was issued after the last day");
      }
    }
    deadlines.push_back(std::move(deadline));
  }
}

}  // namespace

void add_investigation_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  add_limitation(record, deadlines);
  add_production(record, deadlines);
  add_monitoring(record, deadlines);
  add_wealth_orders(record, deadlines);
  add_disclosures(record, deadlines);
}

}  // namespace recoup
