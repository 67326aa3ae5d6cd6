#include "recoup/ranking/ranking.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

constexpr std::array<DeadlineBand, 6> bands = {DeadlineBand::overdue,      DeadlineBand::red,
                                               DeadlineBand::undetermined, DeadlineBand::amber,
                                               DeadlineBand::green,        DeadlineBand::none};

/// The band that the pack names; one that hangs on a missing fact is undetermined and stands behind
/// what is known to be urgent, before what is known not to be.
DeadlineBand band_of(const Finding& finding) {
  if (finding.status != Status::determined) return DeadlineBand::undetermined;
  const auto* name = finding.value.as<std::string>();
  for (const DeadlineBand band : bands) {
    if (name != nullptr && *name == text(band)) return band;
  }
  return DeadlineBand::undetermined;
}

Decimal points_of(const Finding& finding) {
  if (const auto* points = finding.value.as<Decimal>()) return *points;
  if (finding.provisional) {
    if (const auto* points = finding.provisional->as<Decimal>()) return *points;
  }
  return Decimal();
}

bool comes_before(const RankedCase& a, const RankedCase& b) {
  if (a.band != b.band) return a.band < b.band;
  if (a.points != b.points) return a.points > b.points;
  if (a.value != b.value) return a.value.minor() > b.value.minor();
  return a.case_id < b.case_id;
}

}  // namespace

std::string_view text(DeadlineBand band) {
  switch (band) {
    case DeadlineBand::overdue: return "overdue";
    case DeadlineBand::red: return "red";
    case DeadlineBand::undetermined: return "undetermined";
    case DeadlineBand::amber: return "amber";
    case DeadlineBand::green: return "green";
    case DeadlineBand::none: return "none";
  }
  RECOUP_CHECK(false && "a band without a name");
}

Result<std::vector<RankedCase>> rank(const Pack& pack, const std::vector<MeasuredCase>& cases,
                                     Date as_at) {
  std::vector<RankedCase> ranked;
  for (const MeasuredCase& measured : cases) {
    RECOUP_TRY(band, pack.evaluate("Deadline band", measured.facts, as_at));
    RECOUP_TRY(points, pack.evaluate("Points", measured.facts, as_at));
    const DeadlineBand in_band = band_of(band);
    const Decimal sum = points_of(points);
    const bool provisional =
        band.status != Status::determined || points.status != Status::determined;
    ranked.push_back({measured.case_id, measured.name, measured.operation, in_band, sum,
                      provisional, measured.value, measured.next_deadline, std::move(band),
                      std::move(points)});
  }
  std::sort(ranked.begin(), ranked.end(), comes_before);
  return ranked;
}

}  // namespace recoup
