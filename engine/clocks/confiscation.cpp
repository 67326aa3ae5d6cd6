#include <algorithm>
#include <array>
#include <utility>

#include "case_parts.hpp"

namespace recoup {
namespace {

/// What ended the question of confiscation by the instant, in words; empty where it is open.
std::string decision(const CaseRecord& record) {
  for (const ConfiscationOrder& order : record.facts().orders) {
    if (order.made && *order.made <= record.context().as_at.date()) {
      return "confiscation order of " + short_text(*order.made);
    }
  }
  const auto decided = record.steps(StepKind::confiscation_decision);
  return decided.empty() ? "" : step_text(*decided.front());
}

/// The end of three months from the end of an appeal, where that is later than two years.
void follow_appeal(const CaseRecord& record, Deadline& postponement) {
  for (const LegalStep* appeal : record.steps(StepKind::conviction_appeal)) {
    if (!record.has_ended(*appeal)) {
      postponement.working +=
          "; " + step_text(*appeal) + " is undecided: three months from its end, if that is later";
      continue;
    }
    const Date ended = appeal->ended->date();
    const Deadline later = days_deadline(record.subject(DeadlineKind::postponement, "proceedings",
                                                        "", "confiscation.postponement_appeal"),
                                         ended, record.context());
    if (!later.expiry || !postponement.expiry || *later.expiry <= *postponement.expiry) continue;
    postponement.working += "; later: " + later.working + " of the end of the appeal";
    postponement.legal_basis = later.legal_basis;
    postponement.expiry = later.expiry;
  }
}

/// A court may postpone for less than the longest time, and for longer only for a reason.
void follow_order(const CaseRecord& record, Deadline& postponement) {
  const auto made = record.steps(StepKind::postponement);
  if (!postponement.expiry) return;
  postponement.hard_cap = last_day_of(postponement);
  if (made.empty() || !made.back()->until) return;
  const Date until = *made.back()->until;
  postponement.working += "; postponed until " + short_text(until);
  if (until > *postponement.hard_cap) {
    postponement.findings.push_back(
        "the postponement is stated to last until " + short_text(until) + ", beyond " +
        short_text(*postponement.hard_cap) + ": only in exceptional circumstances");
  } else {
    end_on(postponement, until);
  }
}

void add_postponement(const CaseRecord& record, Date convicted, std::vector<Deadline>& deadlines) {
  Deadline postponement = days_deadline(
      record.subject(DeadlineKind::postponement, "proceedings",
                     "convicted " + short_text(convicted), "confiscation.postponement"),
      convicted, record.context());
  follow_appeal(record, postponement);
  follow_order(record, postponement);
  if (!record.facts().prosecutor_asks) {
    postponement.missing.push_back(
        "whether the prosecutor asks for confiscation, or the court finds it appropriate");
  }
  finish(postponement, record.context());
  if (const std::string decided = decision(record); !decided.empty()) stop(postponement, decided);
  deadlines.push_back(std::move(postponement));
}

void add_variation(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  const auto made = record.steps(StepKind::postponement);
  if (made.empty() || !made.back()->until) return;
  const Date last = *made.back()->until;
  Deadline vary = days_deadline(record.subject(DeadlineKind::vary_sentence, made.back()->id,
                                               "last day of the postponement " + short_text(last),
                                               "confiscation.vary_sentence"),
                                last, record.context());
  const auto varied = record.steps(StepKind::sentence_varied);
  if (!varied.empty()) {
    stop(vary, step_text(*varied.back()));
    if (varied.back()->made && vary.expiry && varied.back()->made->order_key() >= *vary.expiry) {
      vary.findings.push_back("the sentence was varied after the last day");
    }
  }
  deadlines.push_back(std::move(vary));
}

void add_reconsideration(const CaseRecord& record, Date convicted,
                         std::vector<Deadline>& deadlines) {
  Deadline again = days_deadline(
      record.subject(DeadlineKind::reconsideration, "proceedings",
                     "convicted " + short_text(convicted), "confiscation.reconsideration"),
      convicted, record.context());
  const auto asked = record.steps(StepKind::reconsideration_application);
  if (!asked.empty() && asked.back()->made) {
    stop(again, step_text(*asked.back()));
    if (again.expiry && asked.back()->made->order_key() >= *again.expiry) {
      again.findings.push_back("the application came after the last day");
    }
  }
  if (again.status != DeadlineStatus::expired) deadlines.push_back(std::move(again));
}

struct TimetableStep {
  StepKind kind;
  const char* section;
};

}  // namespace

void add_conviction_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  const ClockFacts& facts = record.facts();
  const bool is_asked = facts.prosecutor_asks.value_or(true);
  if (!facts.is_convicted) return;
  if (!facts.convicted_on) {
    const auto unknown = [&](DeadlineKind kind, const char* rule) {
      deadlines.push_back(record.without_day(
          record.subject(kind, "proceedings", "convicted, on a day not recorded", rule),
          "the date of conviction"));
    };
    if (is_asked) unknown(DeadlineKind::postponement, "confiscation.postponement");
    unknown(DeadlineKind::reconsideration, "confiscation.reconsideration");
    return;
  }
  if (record.context().as_at.date() < *facts.convicted_on) return;
  if (is_asked) add_postponement(record, *facts.convicted_on, deadlines);
  add_variation(record, deadlines);
  add_reconsideration(record, *facts.convicted_on, deadlines);
}

void add_timetable_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  static constexpr std::array<TimetableStep, 4> steps = {{
      {StepKind::s16_statement, "POCA 2002 s.16"},
      {StepKind::s17_response, "POCA 2002 s.17"},
      {StepKind::s18_information, "POCA 2002 s.18"},
      {StepKind::s18a_information, "POCA 2002 s.18A"},
  }};
  for (const TimetableStep& each : steps) {
    for (const LegalStep* step : record.steps(each.kind)) {
      const DeadlineSubject subject =
          record.subject(DeadlineKind::timetable, step->id, step_text(*step), "");
      Deadline deadline = step->until ? stated_deadline(subject, *step->until, record.context())
                                      : record.without_day(subject, "the day that the court set");
      deadline.legal_basis = each.section;
      if (record.has_ended(*step)) {
        stop(deadline, "served " + event_text(*step->ended));
        if (deadline.expiry && step->ended->order_key() >= *deadline.expiry) {
          deadline.findings.push_back("it was served after the day that the court set");
        }
      }
      deadlines.push_back(std::move(deadline));
    }
  }
}

}  // namespace recoup
