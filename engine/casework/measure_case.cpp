#include <algorithm>
#include <chrono>
#include <utility>

#include "recoup/casework/clock_questions.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/ranking/measures.hpp"
#include "recoup/report/assessment_report.hpp"
#include "recoup/tracing/range.hpp"

namespace recoup {
namespace {

constexpr int outflow_days = 30;  // the window that the fact's own name states

/// Sums in GBP; other currencies are left out and said so by the caller's words.
MinorUnits sum_of_sources(const LoadedCase& loaded) {
  MinorUnits sum = 0;
  for (const Source& source : loaded.sources) {
    if (source.amount.currency() == gbp) sum += source.amount.minor();
  }
  return sum;
}

/// What is in hand or frozen, by what was seized.
MinorUnits secured(const LoadedCase& loaded, bool cash_only) {
  MinorUnits sum = 0;
  for (const HeldSeizure& held : loaded.seizures) {
    const Seizure& seizure = held.seizure;
    if (seizure.kind == SeizureKind::drugs || !seizure.amount) continue;
    if (cash_only && seizure.kind != SeizureKind::cash) continue;
    if (seizure.amount->currency() == gbp) sum += seizure.amount->minor();
  }
  return sum;
}

std::string gbp_text(MinorUnits minor) { return Money(minor, gbp).grouped() + " GBP"; }

void measure_deadline(Measures& measures, MeasuredCase& measured,
                      const std::vector<Deadline>& deadlines, const Law& law, CivilTime as_at) {
  const auto next = deadlines.begin();
  if (next == deadlines.end() || !next->is_open()) {
    measures.truth("clock running", false, "no seizure of the case has a clock");
    return;
  }
  measures.truth("clock running", true, "seizure " + next->seizure_id);
  if (!next->expiry || next->status == DeadlineStatus::undetermined) {
    measured.next_deadline =
        next->seizure_id + ": " + std::string(text(next->kind)) + ", end not known";
    const std::string what =
        next->missing.empty() ? "end of " + next->trigger : next->missing.front();
    measures.missing("working days to deadline", what);
    return;
  }
  measured.next_deadline = next->seizure_id + ": " + std::string(text(next->kind)) + " ends " +
                           expiry_text(*next->expiry);
  if (next->status == DeadlineStatus::expired) {
    measures.count("working days to deadline", -1, measured.next_deadline + ", which is past");
    return;
  }
  const auto left = working_days_left(law.calendar, as_at, *next->expiry);
  if (left) {
    measures.count("working days to deadline", left->count, measured.next_deadline);
  } else {
    measures.missing("working days to deadline", "bank holidays of the year of the deadline");
  }
}

/// Sum of what a trace leaves on accounts, in GBP.
MinorUnits on_accounts(const Trace& trace) {
  MinorUnits sum = 0;
  for (const Holding& holding : trace.holdings) {
    if (holding.kind == Holding::Kind::account && holding.amount.currency() == gbp) {
      sum += holding.amount.minor();
    }
  }
  return sum;
}

void sum_traces(LedgerMeasures& sums, const std::vector<Trace>& traces) {
  for (const RangeRow& row : range_over(traces)) {
    if (row.kind == Holding::Kind::account && row.least.currency() == gbp)
      sums.traced_least += row.least.minor();
  }
  std::vector<MinorUnits> totals;
  for (const Trace& trace : traces) {
    if (trace.method != TracingMethod::lifo) totals.push_back(on_accounts(trace));
  }
  const auto [low, high] = std::minmax_element(totals.begin(), totals.end());
  sums.traced_low = *low;
  sums.traced_high = *high;
}

void measure_traces(Measures& measures, const LedgerMeasures& sums) {
  if (sums.sources == 0) {
    measures.missing("least traced share", "sources (section \"sources\" of the case file)");
    measures.missing("method spread", "sources (section \"sources\" of the case file)");
    return;
  }
  measures.share("least traced share", sums.traced_least, sums.sources,
                 gbp_text(sums.traced_least) + " of " + gbp_text(sums.sources) +
                     " is on accounts under every method");
  measures.share("method spread", sums.traced_high - sums.traced_low,
                 std::max<MinorUnits>(sums.traced_high, 1),
                 "on accounts: " + gbp_text(sums.traced_low) + " to " + gbp_text(sums.traced_high) +
                     " by method");
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
  const auto& offences = assessed.facts.offences;
  const bool any = std::any_of(offences.begin(), offences.end(), [&](const Offence& offence) {
    const bool later = offence.convicted_on && offence.convicted_on->value > as_at;
    return offence.convicted && offence.convicted->value && !later;
  });
  const bool known = !offences.empty() &&
                     std::all_of(offences.begin(), offences.end(), [](const Offence& offence) {
                       return offence.convicted.has_value();
                     });
  if (any || known) {
    measures.truth("convicted", any, "section \"offences\"");
  } else {
    measures.missing("convicted", "offences: whether convicted");
  }
  if (const auto loss = loaded.facts.text("investigation", "", "victim_loss")) {
    measures.truth("victim loss", *loss == "true", "section \"investigation\"");
  } else {
    measures.missing("victim loss", "investigation.victim_loss");
  }
}

void find_last_bookings(LedgerMeasures& sums, const Ledger& ledger, Date as_at) {
  for (const BookingTime& booked : ledger.booked_at) {
    const Date day = booked.date();
    if (!sums.last_booking || *sums.last_booking < day) sums.last_booking = day;
    if (day <= as_at && (!sums.last_known_booking || *sums.last_known_booking < day)) {
      sums.last_known_booking = day;
    }
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

/// What left the accounts for end points in the last thirty days, of that and what is still there.
void sum_outflow(LedgerMeasures& sums, const LoadedCase& loaded, CivilTime as_at) {
  const Ledger& ledger = loaded.build.ledger;
  const CivilTime from{as_at.micros - outflow_days * micros_per_day};
  std::vector<MinorUnits> balances(ledger.accounts.size(), 0);
  for (const OpeningBalance& opening : ledger.openings) {
    if (opening.amount.currency() == gbp)
      balances[index(opening.account)] += opening.amount.minor();
  }
  for (const Movement& movement : loaded.movements.first.in_order) {
    const auto add = [&](MaybeLeg leg, MinorUnits amount) {
      if (!leg || ledger.currency[index(*leg)] != gbp) return;
      if (ledger.booked_at[index(*leg)].order_key() > as_at) return;
      balances[index(ledger.account[index(*leg)])] += amount;
    };
    add(movement.debit, -debited(ledger, movement));
    add(movement.credit, credited(ledger, movement));
    if (movement.credit || !movement.debit) continue;
    const std::size_t debit = index(*movement.debit);
    const CivilTime booked = ledger.booked_at[debit].order_key();
    if (ledger.currency[debit] == gbp && booked > from && booked <= as_at) {
      sums.left += debited(ledger, movement);
    }
  }
  for (std::size_t account = 0; account < balances.size(); ++account) {
    if (is_cash_account(ledger.accounts[account])) continue;  // it cannot be paid away
    sums.held += std::max<MinorUnits>(balances[account], 0);
  }
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

std::int64_t unverified_lines(const LoadedCase& loaded) {
  std::int64_t count = 0;
  for (const LedgerRemark& remark : loaded.build.remarks) {
    if (remark.kind != LedgerRemark::Kind::merged_lines) ++count;
  }
  for (const HeldDocument& document : loaded.documents) {
    count += static_cast<std::int64_t>(document.counts.rejections);
  }
  return count;
}

}  // namespace

Result<std::vector<Trace>> all_traces(const LoadedCase& loaded,
                                      const std::optional<CivilTime>& as_at, bool wants_carried) {
  std::vector<Trace> traces;
  for (const TracingMethod method : dividing_methods) {
    RECOUP_TRY(traced, trace_both(loaded.build.ledger, loaded.movements,
                                  {loaded.sources, method, as_at, {}, wants_carried}));
    traces.push_back(std::move(traced.leads));
  }
  return traces;
}

bool holds_also_on(const LedgerMeasures& sums, Date measured_on, Date later) {
  if (later == measured_on) return true;
  const bool is_settled =
      !sums.last_booking || *sums.last_booking + std::chrono::days(outflow_days) < measured_on;
  return is_settled && measured_on < later;
}

Result<LedgerMeasures> measure_ledger(const LoadedCase& loaded, CivilTime as_at) {
  RECOUP_TRY(traces, all_traces(loaded, as_at, false));
  LedgerMeasures sums;
  sums.sources = sum_of_sources(loaded);
  sums.unverified_lines = unverified_lines(loaded);
  sum_traces(sums, traces);
  find_last_bookings(sums, loaded.build.ledger, as_at.date());
  sum_outflow(sums, loaded, as_at);
  return sums;
}

Result<MeasuredCase> measure(const LoadedCase& loaded, const Law& law, CivilTime as_at) {
  RECOUP_TRY(sums, measure_ledger(loaded, as_at));
  return measure_records(loaded, sums, law, as_at);
}

Result<MeasuredCase> measure_records(const LoadedCase& loaded, const LedgerMeasures& sums,
                                     const Law& law, CivilTime as_at) {
  RECOUP_TRY(assessed, assess_case(loaded, law, as_at.date()));
  const MinorUnits sources = sums.sources;
  const MinorUnits at_stake = sources + secured(loaded, true);
  MeasuredCase measured{loaded.id, loaded.name, loaded.operation, Money(at_stake, gbp), "", {}};
  Measures measures;
  measure_deadline(measures, measured, deadlines_of_seizures(loaded, law, as_at), law, as_at);
  measures.amount(
      "value at stake", measured.value,
      gbp_text(sources) + " of sources and " + gbp_text(at_stake - sources) + " of seized cash");
  if (at_stake > 0) {
    const MinorUnits in_hand = std::min(secured(loaded, false), at_stake);
    measures.share("value secured share", in_hand, at_stake,
                   gbp_text(in_hand) + " is seized or frozen");
  } else {
    measures.missing("value secured share", "sources or seizures");
  }
  measure_traces(measures, sums);
  measures.count("unverified lines", sums.unverified_lines,
                 "balances that do not follow, and records refused");
  measure_law(measures, loaded, assessed, as_at.date());
  measure_activity(measures, loaded, sums, as_at.date());
  measure_outflow(measures, sums);
  measured.facts = measures.facts();
  return measured;
}

}  // namespace recoup
