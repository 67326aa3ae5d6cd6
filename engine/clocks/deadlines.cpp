#include "recoup/clocks/deadlines.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"
#include "seizure_record.hpp"

namespace recoup {
namespace {

bool is_gone(const std::string& status) {
  return status == "returned" || status == "released" || status == "destroyed";
}

/// The part of the United Kingdom that the last part of a place names, else England and Wales.
std::string named_region(std::string_view place) {
  const std::size_t comma = place.rfind(',');
  const std::string last =
      ascii_lower(trimmed(comma == std::string_view::npos ? place : place.substr(comma + 1)));
  if (last == "scotland") return "scotland";
  if (last == "northern ireland") return "northern-ireland";
  return std::string(england_and_wales);
}

}  // namespace

std::string_view text(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::initial_detention: return "initial detention";
    case DeadlineKind::further_detention: return "further detention";
    case DeadlineKind::detention_order: return "detention order";
    case DeadlineKind::detention_cap: return "detention cap";
    case DeadlineKind::freezing_order: return "freezing order";
    case DeadlineKind::notice_objection: return "notice objection";
    case DeadlineKind::notice_set_aside: return "notice set aside";
    case DeadlineKind::lapse_bridge: return "lapse bridge";
    case DeadlineKind::refusal_bridge: return "refusal bridge";
    case DeadlineKind::appeal: return "appeal";
    case DeadlineKind::payment: return "payment";
    case DeadlineKind::payment_limit: return "payment limit";
    case DeadlineKind::interest_standstill: return "interest standstill";
    case DeadlineKind::postponement: return "postponement";
    case DeadlineKind::vary_sentence: return "vary sentence";
    case DeadlineKind::timetable: return "timetable";
    case DeadlineKind::reconsideration: return "reconsideration";
    case DeadlineKind::limitation: return "limitation";
    case DeadlineKind::production_order: return "production order";
    case DeadlineKind::account_monitoring: return "account monitoring";
    case DeadlineKind::wealth_response: return "wealth order response";
    case DeadlineKind::wealth_decision: return "wealth order decision";
    case DeadlineKind::wealth_limit: return "wealth order limit";
    case DeadlineKind::consent_notice: return "consent notice";
    case DeadlineKind::moratorium: return "moratorium";
    default: return "moratorium limit";
  }
}

std::string_view text(DeadlineStatus status) {
  switch (status) {
    case DeadlineStatus::running: return "running";
    case DeadlineStatus::expired: return "expired";
    case DeadlineStatus::held: return "held";
    case DeadlineStatus::stopped: return "stopped";
    default: return "undetermined";
  }
}

std::vector<Deadline> deadlines_of(const Seizure& seizure, const ClockLaw& law, CivilTime as_at,
                                   std::string_view region) {
  const std::string status = ascii_lower(trimmed(seizure.status));
  const bool has_chapter = seizure.kind != SeizureKind::drugs && seizure.kind != SeizureKind::other;
  const ClockContext context{law, as_at};
  if (!has_chapter || is_gone(status) || !context.knows(seizure.seized_at)) return {};
  const SeizureRecord record(seizure, context,
                             region.empty() ? named_region(seizure.place) : std::string(region));
  std::vector<Deadline> deadlines;
  if (record.orders(StepKind::forfeiture).empty() && status != "forfeited") {
    add_holding_clocks(record, deadlines);
    add_notice_clocks(record, deadlines);
  }
  add_decision_clocks(record, deadlines);
  hold_what_is_kept(record, deadlines);
  sort_deadlines(deadlines);
  return deadlines;
}

void sort_deadlines(std::vector<Deadline>& deadlines) {
  const auto key = [](const Deadline& deadline) {
    return std::tuple(!deadline.is_open(), !deadline.expiry.has_value(),
                      deadline.expiry.value_or(CivilTime{}), std::string_view(deadline.about()),
                      deadline.kind, std::string_view(deadline.case_id));
  };
  std::stable_sort(deadlines.begin(), deadlines.end(),
                   [&](const Deadline& a, const Deadline& b) { return key(a) < key(b); });
}

}  // namespace recoup
