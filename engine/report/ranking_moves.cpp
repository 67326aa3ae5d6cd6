#include <algorithm>
#include <map>
#include <utility>

#include "recoup/report/nightly_report.hpp"

namespace recoup {
namespace {

void say_change(std::vector<std::string>& why, const char* what, const std::string& before,
                const std::string& now) {
  if (before != now) {
    why.push_back(std::string(what) + " " + (before.empty() ? "none" : before) + " to " +
                  (now.empty() ? "none" : now));
  }
}

bool holds(const std::vector<std::string>& reasons, const std::string& reason) {
  return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

std::vector<std::string> changes(const RankedRow& before, const RankedRow& now) {
  std::vector<std::string> why;
  say_change(why, "deadline band", before.band, now.band);
  say_change(why, "points", before.points, now.points);
  say_change(why, "at stake, GBP,", before.value, now.value);
  for (const std::string& reason : now.reasons) {
    if (!holds(before.reasons, reason)) why.push_back("now: " + reason);
  }
  for (const std::string& reason : before.reasons) {
    if (!holds(now.reasons, reason)) why.push_back("no longer: " + reason);
  }
  if (why.empty() && before.place != now.place) why.push_back("other cases moved");
  return why;
}

}  // namespace

std::vector<RankingMove> ranking_moves(const std::vector<RankedRow>& before,
                                       const std::vector<RankedRow>& now) {
  std::map<std::string, const RankedRow*> was;
  for (const RankedRow& row : before) was[row.case_id] = &row;
  std::vector<RankingMove> moves;
  for (const RankedRow& row : now) {
    const auto earlier = was.find(row.case_id);
    if (earlier == was.end()) {
      moves.push_back({row.case_id, 0, row.place, {"ranked for the first time"}});
      continue;
    }
    std::vector<std::string> why = changes(*earlier->second, row);
    if (!why.empty()) {
      moves.push_back({row.case_id, earlier->second->place, row.place, std::move(why)});
    }
    was.erase(earlier);
  }
  for (const auto& [case_id, row] : was) {
    const bool is_gone = std::none_of(
        now.begin(), now.end(), [&](const RankedRow& each) { return each.case_id == case_id; });
    if (is_gone) moves.push_back({case_id, row->place, 0, {"it is no longer ranked"}});
  }
  return moves;
}

bool NightlyReport::needs_person() const {
  return !clocks.empty() || std::any_of(arrivals.begin(), arrivals.end(), [](const Arrival& each) {
    return each.status == "refused" || each.rejected > 0;
  }) || std::any_of(examined.begin(), examined.end(), [](const ExaminedCase& each) {
    return !each.remarks.empty();
  });
}

}  // namespace recoup
