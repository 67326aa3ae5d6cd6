#include <algorithm>
#include <set>
#include <utility>

#include "case_property.hpp"
#include "measure_value.hpp"
#include "recoup/casework/clock_questions.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/ranking/measures.hpp"
#include "recoup/report/assessment_report.hpp"
#include "stated_measures.hpp"

namespace recoup {
namespace {

std::string gbp_text(MinorUnits minor) { return Money(minor, gbp).grouped() + " GBP"; }

void measure_deadline(Measures& measures, MeasuredCase& measured,
                      const std::vector<Deadline>& deadlines, const Law& law, CivilTime as_at) {
  const auto next = deadlines.begin();
  if (next == deadlines.end() || !next->is_open()) {
    measures.truth("clock running", false, "nothing of the case has a clock that runs");
    measures.count("working days to deadline", 0, "no clock runs");
    return;
  }
  measures.truth("clock running", true, next->about());
  if (!next->expiry || next->status == DeadlineStatus::undetermined) {
    measured.next_deadline =
        next->about() + ": " + std::string(text(next->kind)) + ", end not known";
    const std::string what =
        next->missing.empty() ? "end of " + next->trigger : next->missing.front();
    measures.missing("working days to deadline", what);
    return;
  }
  measured.next_deadline =
      next->about() + ": " + std::string(text(next->kind)) + " ends " + expiry_text(*next->expiry);
  if (next->status == DeadlineStatus::expired) {
    measures.count("working days to deadline", -1, measured.next_deadline + ", which is past");
    return;
  }
  const auto left = working_days_left(law.calendars.of(next->region), as_at, *next->expiry);
  if (left) {
    measures.count("working days to deadline", left->count, measured.next_deadline);
  } else {
    measures.missing("working days to deadline", "bank holidays of the year of the deadline");
  }
}

void measure_traces(Measures& measures, const LedgerMeasures& sums) {
  if (sums.sources == 0) {
    measures.missing("least traced share", "sources (section \"sources\" of the case file)");
    measures.missing("method spread", "sources (section \"sources\" of the case file)");
  } else {
    measures.share("least traced share", sums.traced_least, sums.sources,
                   gbp_text(sums.traced_least) + " of " + gbp_text(sums.sources) +
                       " is on accounts under every method");
    measures.share("method spread", sums.traced_high - sums.traced_low,
                   std::max<MinorUnits>(sums.traced_high, 1),
                   "on accounts: " + gbp_text(sums.traced_low) + " to " +
                       gbp_text(sums.traced_high) + " by method");
  }
  measures.count("unverified lines", sums.unverified_lines,
                 "balances that do not follow, and records refused");
  std::set<std::string> accounts;
  for (const UnverifiedPeriod& period : sums.unverified) accounts.insert(period.account);
  measures.count("unproved periods", static_cast<std::int64_t>(sums.unverified.size()),
                 "of " + std::to_string(accounts.size()) + " accounts that sources reach");
}

/// Things that can be laid before a court have a mark and a seal.
void measure_exhibits(Measures& measures, const LoadedCase& loaded) {
  MinorUnits things = 0;
  MinorUnits marked = 0;
  for (const HeldSeizure& held : loaded.seizures) {
    const Seizure& seizure = held.seizure;
    if (seizure.kind == SeizureKind::account || seizure.kind == SeizureKind::cryptoasset) continue;
    ++things;
    if (!seizure.exhibit.empty() && !seizure.seal.empty()) ++marked;
  }
  if (things == 0) {
    measures.count("exhibit coverage", 0, "nothing was seized that could bear a mark");
    return;
  }
  measures.share("exhibit coverage", marked, things,
                 text(marked) + " of " + text(things) + " things seized");
}

/// Whether the offence counts as a conviction on the day: one without a day was before it.
bool is_convicted(const Offence& offence, Date as_at) {
  const bool later = offence.convicted_on && offence.convicted_on->value > as_at;
  return offence.convicted && offence.convicted->value && !later;
}

void measure_conviction(Measures& measures, const AssessmentFacts& facts, Date as_at) {
  const auto& offences = facts.offences;
  const auto first = std::find_if(offences.begin(), offences.end(), [&](const Offence& offence) {
    return is_convicted(offence, as_at);
  });
  const bool known = !offences.empty() &&
                     std::all_of(offences.begin(), offences.end(), [](const Offence& offence) {
                       return offence.convicted.has_value();
                     });
  if (first != offences.end()) {
    const bool has_day = first->convicted_on || facts.proceedings.conviction_date;
    measures.truth("convicted", true,
                   "offence " + first->id +
                       (has_day ? std::string() : ", the day of the conviction is not stated"));
  } else if (known) {
    measures.truth("convicted", false, "section \"offences\"");
  } else {
    measures.missing("convicted", "offences: whether convicted");
  }
}

void measure_law(Measures& measures, const LoadedCase& loaded, const CaseAssessment& assessed,
                 Date as_at) {
  const Finding& lifestyle = assessed.lifestyle;
  if (lifestyle.status == Status::determined) {
    measures.truth("criminal lifestyle", lifestyle.value.is_true(), "pack " + lifestyle.pack_id);
  } else {
    measures.missing("criminal lifestyle",
                     lifestyle.missing.empty() ? "offences" : lifestyle.missing.front());
  }
  measure_conviction(measures, assessed.facts, as_at);
  bool is_known = !assessed.facts.offences.empty();
  for (const Offence& offence : assessed.facts.offences) {
    const auto listed = loaded.facts.text("offences", offence.id, "schedule_2");
    if (listed == "true") {
      measures.truth("schedule 2 offence", true, "offence " + offence.id);
      return;
    }
    is_known = is_known && listed.has_value();
  }
  if (is_known) {
    measures.truth("schedule 2 offence", false, "section \"offences\"");
  } else {
    measures.missing("schedule 2 offence", "offences: whether listed in Schedule 2");
  }
}

/// What follows for facts that nobody stated from facts that somebody did.
void measure_consequences(Measures& measures) {
  const auto find = [&](std::string_view name) { return measures.facts().find(name); };
  if (find("section 17 acceptances")->value.is_unknown() && find("convicted")->value.is_false()) {
    measures.truth("section 17 acceptances", false, "there is no statement before a conviction");
  }
  if (find("unrepaid victim loss")->value.is_unknown() && find("victim loss")->value.is_false()) {
    measures.amount("unrepaid victim loss", Money(0, gbp), "no victim has a loss");
  }
}

void measure_activity(Measures& measures, const LoadedCase& loaded, const LedgerMeasures& sums,
                      Date as_at) {
  std::optional<Date> last = sums.last_known_booking;
  if (const auto stated = loaded.facts.text("investigation", "", "last_activity")) {
    const auto date = parse_date(*stated);
    if (date && date.value() <= as_at && (!last || *last < date.value())) last = date.value();
  }
  if (last) {
    measures.count("days since last activity", (as_at - *last).count(),
                   "last on " + iso_text(*last));
  } else {
    measures.missing("days since last activity", "investigation.last_activity");
  }
}

/// The day that a field of section "investigation" states, if it is no later than `as_at`.
std::optional<Date> day_of(const LoadedCase& loaded, std::string_view field, Date as_at) {
  const auto date = parse_date(loaded.facts.text_or_empty("investigation", "", field));
  return date && date.value() <= as_at ? std::optional(date.value()) : std::nullopt;
}

void measure_restraint(Measures& measures, const LoadedCase& loaded, Date as_at) {
  const auto made = day_of(loaded, "restraint_order", as_at);
  if (made) {
    const auto reported = day_of(loaded, "last_restraint_report", as_at);
    const Date last = reported ? *reported : *made;
    measures.truth("restraint order made", true, "on " + iso_text(*made));
    measures.count(
        "days since restraint report", (as_at - last).count(),
        (reported ? "last report on " : "no report since the order of ") + iso_text(last));
    return;
  }
  const auto stated = loaded.facts.text("investigation", "", "restraint_order");
  if (stated && (*stated == "none" || parse_date(*stated))) {
    measures.truth("restraint order made", false, "section \"investigation\"");
    measures.count("days since restraint report", 0, "no restraint order was made");
    return;
  }
  const std::string what = "investigation.restraint_order: its day, or \"none\"";
  measures.missing("restraint order made", what);
  measures.missing("days since restraint report", what);
}

void measure_outflow(Measures& measures, const LedgerMeasures& sums) {
  if (sums.held + sums.left == 0) {
    measures.missing("outflow share last 30 days", "a statement with money on it");
    return;
  }
  measures.share(
      "outflow share last 30 days", sums.left, sums.held + sums.left,
      gbp_text(sums.left) + " left the accounts, " + gbp_text(sums.held) + " is on them");
}

}  // namespace

Result<MeasuredCase> measure_records(const LoadedCase& loaded, const LedgerMeasures& sums,
                                     const Law& law, CivilTime as_at) {
  RECOUP_TRY(assessed, assess_records(loaded, law, as_at.date(), {sums.counted_elsewhere, {}}));
  const MinorUnits sources = sums.sources;
  const MinorUnits at_stake = sources + secured_in(loaded, true);
  MeasuredCase measured{loaded.id, loaded.name, loaded.operation, Money(at_stake, gbp), "", {}};
  Measures measures;
  measure_deadline(measures, measured, open_deadlines(loaded, law, as_at), law, as_at);
  measures.amount(
      "value at stake", measured.value,
      gbp_text(sources) + " of sources and " + gbp_text(at_stake - sources) + " of seized cash");
  measure_traces(measures, sums);
  measure_exhibits(measures, loaded);
  measure_law(measures, loaded, assessed, as_at.date());
  measure_activity(measures, loaded, sums, as_at.date());
  measure_restraint(measures, loaded, as_at.date());
  measure_outflow(measures, sums);
  state_measures(measures, loaded.facts);
  measure_consequences(measures);
  const ValueQuestion question{loaded, sums, law, assessed, measured.value, as_at.date()};
  if (auto done = measure_value(measures, measured, question); !done) {
    return std::move(done).error();
  }
  measured.facts = measures.facts();
  return measured;
}

}  // namespace recoup
