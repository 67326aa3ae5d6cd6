#include <algorithm>
#include <utility>

#include "recoup/clocks/advance.hpp"
#include "seizure_record.hpp"
#include "stopping_acts.hpp"

namespace recoup {
namespace {

/// A notice may state a longer period than the law's shortest, never a shorter one.
void apply_stated_period(Deadline& deadline, const SeizureOrder& notice,
                         const ClockContext& context) {
  if (!notice.until) return;
  const Date shortest = last_day_of(deadline);
  if (*notice.until < shortest) {
    deadline.findings.push_back("the notice states objections until " + short_text(*notice.until) +
                                "; the law gives at least until " + short_text(shortest));
    return;
  }
  end_on(deadline, *notice.until);
  deadline.working += "; the notice states " + short_text(*notice.until);
  finish(deadline, context);
}

/// When the detention order that runs about cash ends, where it is known.
std::optional<CivilTime> order_end(const std::vector<Deadline>& deadlines) {
  for (const Deadline& deadline : deadlines) {
    if (deadline.kind == DeadlineKind::detention_order) return deadline.expiry;
  }
  return std::nullopt;
}

/// A freezing order does not outlive the hours of a bridge that nobody used.
void end_freezing_with(const Deadline& bridge, const char* why, const ClockContext& context,
                       std::vector<Deadline>& deadlines) {
  if (!bridge.expiry || !bridge.is_open()) return;
  for (Deadline& deadline : deadlines) {
    if (deadline.kind != DeadlineKind::freezing_order || !deadline.expiry) continue;
    if (*deadline.expiry <= *bridge.expiry) continue;
    deadline.expiry = bridge.expiry;
    deadline.working += std::string("; ") + why + ", and ends " + expiry_text(*bridge.expiry) +
                        " unless somebody acts before (" + bridge.legal_basis + ")";
    deadline.stops = bridge.stops;
    finish(deadline, context);
  }
}

/// An objection ends a notice. An account then stays frozen for some hours more; cash has such
/// hours once the notice has lapsed and its detention order has run out, whichever is later.
void add_bridge(const SeizureRecord& record, const SeizureOrder& objection,
                std::vector<Deadline>& deadlines) {
  BookingTime start = objection.made_at;
  std::string trigger = "objection received " + event_text(start);
  const auto order = order_end(deadlines);
  if (record.seizure().kind != SeizureKind::account && order && start.order_key() < *order) {
    start = BookingTime(*order, std::nullopt);
    trigger += "; detention order until the " + expiry_text(*order);
  }
  Deadline bridge =
      hours_deadline(record.subject(DeadlineKind::lapse_bridge, std::move(trigger), "lapse_bridge"),
                     start, record.context());
  const StepKind further = record.seizure().kind == SeizureKind::account
                               ? StepKind::freezing_application
                               : StepKind::detention_application;
  const SeizureOrder* asked = record.pending(further);
  if (asked != nullptr && asked->made_at.order_key() >= objection.made_at.order_key()) {
    if (bridge.expiry && asked->made_at.order_key() >= *bridge.expiry) {
      bridge.findings.push_back("the " + act_text(text(further), asked->made_at) +
                                " came after the hours had ended");
    } else {
      stop(bridge, act_text(text(further), asked->made_at), DeadlineStatus::held);
    }
  }
  if (record.seizure().kind == SeizureKind::account) {
    end_freezing_with(bridge, "the notice lapsed by an objection", record.context(), deadlines);
  }
  deadlines.push_back(std::move(bridge));
}

void add_set_aside(const SeizureRecord& record, Date last_objection,
                   std::vector<Deadline>& deadlines) {
  Deadline set_aside = days_deadline(
      record.subject(DeadlineKind::notice_set_aside,
                     "last day for objections " + short_text(last_objection), "notice_set_aside"),
      last_objection, record.context());
  const auto asked = record.orders(StepKind::set_aside_application);
  if (!asked.empty()) {
    stop(set_aside, act_text("set-aside-application", asked.front()->made_at));
    if (set_aside.expiry && asked.front()->made_at.order_key() >= *set_aside.expiry) {
      set_aside.findings.push_back(
          "it came after the last day: only in exceptional circumstances may it be heard");
    }
  }
  deadlines.push_back(std::move(set_aside));
}

/// Whether a kind of clock ends with property being kept, where forfeiture is applied for.
bool is_kept(DeadlineKind kind) {
  return kind == DeadlineKind::detention_order || kind == DeadlineKind::detention_cap ||
         kind == DeadlineKind::freezing_order || kind == DeadlineKind::lapse_bridge;
}

}  // namespace

void add_notice_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines) {
  const auto notices = record.orders(StepKind::forfeiture_notice);
  if (notices.empty()) return;
  const SeizureOrder& notice = *notices.back();
  for (const SeizureOrder* objection : record.orders(StepKind::objection)) {
    if (objection->made_at.date() >= notice.made_at.date()) {
      add_bridge(record, *objection, deadlines);
      return;
    }
  }
  Deadline objections =
      days_deadline(record.subject(DeadlineKind::notice_objection,
                                   "forfeiture notice given " + short_text(notice.made_at.date()),
                                   "notice_objection"),
                    notice.made_at.date(), record.context());
  for (const SeizureOrder* asked : record.orders(StepKind::forfeiture_application)) {
    if (asked->made_at.date() >= notice.made_at.date()) {
      stop(objections,
           act_text("forfeiture-application", asked->made_at) + ", by which the notice lapsed");
      deadlines.push_back(std::move(objections));
      return;
    }
  }
  if (!objections.expiry) {
    deadlines.push_back(std::move(objections));
    return;
  }
  apply_stated_period(objections, notice, record.context());
  const Date last = last_day_of(objections);
  deadlines.push_back(std::move(objections));
  add_set_aside(record, last, deadlines);
}

void add_decision_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines) {
  const auto forfeitures = record.orders(StepKind::forfeiture);
  const auto refusals = record.orders(StepKind::forfeiture_refusal);
  if (forfeitures.empty() && refusals.empty()) return;
  const bool is_refused = forfeitures.empty();
  const SeizureOrder& decision = is_refused ? *refusals.back() : *forfeitures.back();
  const std::string trigger = (is_refused ? "forfeiture refused " : "forfeiture order made ") +
                              event_text(decision.made_at);
  Deadline appeal = days_deadline(record.subject(DeadlineKind::appeal, trigger, "appeal"),
                                  decision.made_at.date(), record.context());
  const auto appeals = record.orders(StepKind::appeal);
  if (!appeals.empty() && appeals.back()->made_at.date() >= decision.made_at.date()) {
    stop(appeal, act_text("appeal", appeals.back()->made_at));
    if (appeal.expiry && appeals.back()->made_at.order_key() >= *appeal.expiry) {
      appeal.findings.push_back("the appeal of " + event_text(appeals.back()->made_at) +
                                " came after the last day");
    }
  }
  if (is_refused && record.seizure().kind == SeizureKind::account) {
    Deadline bridge =
        hours_deadline(record.subject(DeadlineKind::refusal_bridge, trigger, "refusal_bridge"),
                       decision.made_at, record.context());
    if (!appeal.stopped_by.empty()) stop(bridge, appeal.stopped_by);
    end_freezing_with(bridge, "forfeiture was refused", record.context(), deadlines);
    deadlines.push_back(std::move(bridge));
  }
  if (appeal.status != DeadlineStatus::expired) deadlines.push_back(std::move(appeal));
}

void hold_what_is_kept(const SeizureRecord& record, std::vector<Deadline>& deadlines) {
  const SeizureOrder* application = record.pending(StepKind::forfeiture_application);
  const SeizureOrder* appeal = record.pending(StepKind::appeal);
  const bool by_appeal = application == nullptr && appeal != nullptr;
  const SeizureOrder* act = by_appeal ? appeal : application;
  if (act == nullptr) return;
  const std::string words =
      act_text(by_appeal ? "appeal" : "forfeiture-application", act->made_at) +
      ", undecided: the property is kept meanwhile (" +
      std::string(keeping_section(record.seizure().kind)) + ")";
  for (Deadline& deadline : deadlines) {
    if (!is_kept(deadline.kind) || !deadline.is_open() || !deadline.expiry) continue;
    if (act->made_at.order_key() < *deadline.expiry) {
      stop(deadline, words, DeadlineStatus::held);
    } else {
      deadline.findings.push_back("the " + act_text("forfeiture-application", act->made_at) +
                                  " came after this clock had ended");
    }
  }
}

}  // namespace recoup
