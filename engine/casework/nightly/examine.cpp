#include "nightly/examine.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/clock_questions.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

std::string count_text(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string pounds(MinorUnits minor) { return Money(minor, gbp).grouped() + " GBP"; }

std::string summary_of(const LoadedCase& loaded, const LedgerMeasures& sums) {
  std::string out = count_text(loaded.accounts.size(), "account", "accounts") + ", " +
                    count_text(loaded.build.ledger.leg_count(), "entry", "entries") + ", " +
                    count_text(loaded.links.matched.size(), "matched pair", "matched pairs") + "; ";
  if (sums.sources == 0) return out + "no source that a statement shows";
  return out + pounds(sums.sources) + " of sources, of which " + pounds(sums.traced_low) + " to " +
         pounds(sums.traced_high) + " is on accounts, by method";
}

/// What a person must look at in the case.
std::vector<std::string> remarks_of(const LoadedCase& loaded) {
  std::vector<std::string> remarks;
  for (const Unresolved& unresolved : loaded.unresolved) {
    remarks.push_back("waiting: " + unresolved.what + ": " + unresolved.why);
  }
  for (const LedgerRemark& remark : loaded.build.remarks) {
    if (remark.kind == LedgerRemark::Kind::merged_lines) continue;
    remarks.push_back(
        message({ErrorCode::contradiction,
                 remark.found,
                 remark.expected,
                 {remark.place.document.short_text(), remark.place.line, remark.account}}));
  }
  for (const UnverifiedPeriod& period : unverified_of_case(loaded)) {
    remarks.push_back("not verified: account " + period.account + " from " + iso_text(period.from) +
                      " to " + iso_text(period.until) + ": " + period.why);
  }
  if (!loaded.links.review.empty()) {
    remarks.push_back(count_text(loaded.links.review.size(), "transfer", "transfers") +
                      " with more than one reading");
  }
  return remarks;
}

/// Clocks with the moment at which each ends.
using DatedClocks = std::vector<std::pair<CivilTime, EndingClock>>;

void add_clocks(const LoadedCase& records, const Law& law, CivilTime as_at, int within_days,
                DatedClocks& clocks) {
  const CivilTime horizon{as_at.micros + within_days * micros_per_day};
  for (const Deadline& each : open_deadlines(records, law, as_at)) {
    if (!each.expiry || !each.is_open() || each.status == DeadlineStatus::undetermined) continue;
    if (*each.expiry > horizon) continue;
    clocks.emplace_back(
        *each.expiry,
        EndingClock{records.id, each.about(), std::string(text(each.kind)),
                    expiry_text(*each.expiry),
                    each.last_working_day ? iso_text(*each.last_working_day) : "not known",
                    each.legal_basis, std::string(text(each.status))});
  }
}

}  // namespace

Result<void> examine_cases(const Session& session, const NightlyRequest& request,
                           MeasuresByCase& kept, NightlyReport& report) {
  RECOUP_TRY(as_at, parse_as_at(request.as_at));
  RECOUP_TRY(law, load_law(session));
  RECOUP_TRY(index, StoreIndex::of(session));
  const std::vector<std::string>& ids = index.cases().cases;
  report.cases = ids.size();
  std::vector<MeasuredCase> measured;
  DatedClocks clocks;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    session.progress("examining cases", i, ids.size());
    RECOUP_TRY(records, load_records(session, index.cases(), ids[i]));
    add_clocks(records, law, as_at, request.within_days, clocks);
    auto found = measures_of(session, index, records, as_at, kept);
    if (found && found.value().loaded) {
      const LoadedCase& loaded = *found.value().loaded;
      report.examined.push_back(
          {ids[i], summary_of(loaded, found.value().sums), remarks_of(loaded)});
    }
    auto each = found ? measure_records(records, found.value().sums, law, as_at)
                      : Result<MeasuredCase>(found.error());
    if (each) {
      measured.push_back(std::move(each).value());
    } else {
      report.examined.push_back({ids[i], "", {message(each.error())}});
    }
  }
  session.progress("examining cases", ids.size(), ids.size());
  std::stable_sort(clocks.begin(), clocks.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  for (auto& [ends, clock] : clocks) report.clocks.push_back(std::move(clock));
  RECOUP_TRY(ranked, rank(law.ranking, measured, as_at.date()));
  report.ranking = rows_of(ranked);
  return {};
}

}  // namespace recoup
