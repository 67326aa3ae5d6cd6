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

void add_part(DigestBuilder& digest, std::string_view part) {
  digest.add(std::to_string(part.size()));
  digest.add(":");
  digest.add(part);
}

/// A digest over every record that a measurement of the case rests on, and over what measures it.
Result<std::string> fingerprint(const Session& session, const Law& law, const LoadedCase& records) {
  DigestBuilder digest;
  add_part(digest, session.tool_version);
  for (const PackIdentity& pack : law.packs) add_part(digest, pack.digest.text());
  for (const HeldFact& held : records.facts.all()) {
    const CaseFact& fact = held.fact;
    for (const std::string* part : {&fact.section, &fact.key, &fact.field, &fact.value}) {
      add_part(digest, *part);
    }
    add_part(digest, std::to_string(static_cast<int>(fact.kind)));
  }
  std::vector<std::string> accounts;
  for (const CaseAccount& account : records.accounts) accounts.push_back(account.account);
  RECOUP_TRY(parts, session.store.documents_showing(accounts));
  for (const RecordPart& part : parts) {
    add_part(digest, part.account);
    add_part(digest, part.document.text());
  }
  for (const HeldSeizure& held : records.seizures) {
    add_part(digest, held.seizure.id);
    add_part(digest, held.document.text());
  }
  return digest.finish().text();
}

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

/// The measures that hold for the case: those that are kept, or new ones.
Result<LedgerMeasures> measures_of(const Session& session, const Law& law,
                                   const LoadedCase& records, CivilTime as_at, MeasuresByCase& kept,
                                   NightlyReport& report) {
  RECOUP_TRY(now, fingerprint(session, law, records));
  const auto before = kept.find(records.id);
  if (before != kept.end() && before->second.fingerprint == now &&
      holds_also_on(before->second.sums, before->second.measured_on, as_at.date())) {
    return before->second.sums;
  }
  RECOUP_TRY(loaded, load_case(session, records.id));
  RECOUP_TRY(sums, measure_ledger(loaded, as_at));
  kept[records.id] = {now, as_at.date(), sums};
  report.examined.push_back({records.id, summary_of(loaded, sums), remarks_of(loaded)});
  return sums;
}

RankedRow row_of(const RankedCase& ranked, std::size_t place) {
  RankedRow row{place,
                ranked.case_id,
                ranked.operation,
                std::string(text(ranked.band)),
                ranked.points.text() + (ranked.provisional ? "*" : ""),
                ranked.value.grouped(),
                ranked.next_deadline,
                {}};
  for (const FindingRule& rule : ranked.points_finding.fired) row.reasons.push_back(rule.reason);
  return row;
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
  RECOUP_TRY(ids, known_cases(session));
  report.cases = ids.size();
  std::vector<MeasuredCase> measured;
  DatedClocks clocks;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    session.progress("examining cases", i, ids.size());
    RECOUP_TRY(records, load_records(session, ids[i]));
    add_clocks(records, law, as_at, request.within_days, clocks);
    auto sums = measures_of(session, law, records, as_at, kept, report);
    auto each = sums ? measure_records(records, sums.value(), law, as_at)
                     : Result<MeasuredCase>(sums.error());
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
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    report.ranking.push_back(row_of(ranked[i], i + 1));
  }
  return {};
}

}  // namespace recoup
