#include <algorithm>
#include <chrono>
#include <utility>

#include "counted_elsewhere.hpp"
#include "recoup/casework/assess_case.hpp"
#include "recoup/casework/rank_cases.hpp"
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
    if (row.kind != Holding::Kind::account || row.least.currency() != gbp) continue;
    sums.traced_least += row.least.minor();
    if (!is_cash_account(row.node)) sums.traced_at_banks += row.least.minor();
  }
  std::vector<MinorUnits> totals;
  for (const Trace& trace : traces) {
    if (trace.method != TracingMethod::lifo) totals.push_back(on_accounts(trace));
  }
  const auto [low, high] = std::minmax_element(totals.begin(), totals.end());
  sums.traced_low = *low;
  sums.traced_high = *high;
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
  sums.unverified = unverified_of_sources(loaded);
  sum_traces(sums, traces);
  find_last_bookings(sums, loaded.build.ledger, as_at.date());
  sum_outflow(sums, loaded, as_at);
  RECOUP_TRY(facts, assessment_facts(loaded));
  RECOUP_TRY(elsewhere, counted_elsewhere(loaded, facts));
  sums.counted_elsewhere = std::move(elsewhere);
  return sums;
}

}  // namespace recoup
