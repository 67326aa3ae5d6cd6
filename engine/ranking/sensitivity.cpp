#include "recoup/ranking/sensitivity.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view share_name = "sensitivity.share";

Decimal sum_of(const Decimal& a, const Decimal& b) {
  const auto sum = a.plus(b);
  RECOUP_CHECK(sum.has_value());
  return sum->value;
}

Decimal product_of(const Decimal& a, const Decimal& b) {
  const auto product = a.times(b);
  RECOUP_CHECK(product.has_value());
  return product->value;
}

/// What decides a place, and where the case stood.
struct Standing {
  const RankedCase* ranked = nullptr;
  Decimal points;
  std::size_t before = 0;  // from 1
};

bool stands_before_now(const Standing& a, const Standing& b) {
  if (a.ranked->band != b.ranked->band) return a.ranked->band < b.ranked->band;
  if (a.points != b.points) return a.points > b.points;
  // Bands and points are equal: what is left decides as it always does.
  if (a.ranked->value != b.ranked->value) {
    return a.ranked->value.minor() > b.ranked->value.minor();
  }
  return a.ranked->case_id < b.ranked->case_id;
}

/// How often each case got the points of a weight: once, or not at all, but a pack may say more.
using Counts = std::vector<std::size_t>;

WeightTrial trial_of(const std::vector<RankedCase>& ranked, const std::string& weight,
                     const Decimal& in_force, const Decimal& change, const Counts& counts) {
  WeightTrial trial{weight, in_force, sum_of(in_force, change), {}};
  std::vector<Standing> standings;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    Decimal points = ranked[i].points;
    for (std::size_t times = 0; times < counts[i]; ++times) points = sum_of(points, change);
    standings.push_back({&ranked[i], points, i + 1});
  }
  std::sort(standings.begin(), standings.end(), stands_before_now);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    if (standings[i].before == i + 1) continue;
    trial.moves.push_back({standings[i].ranked->case_id, standings[i].before, i + 1});
    trial.changes_top = trial.changes_top || i < top_places;
  }
  std::sort(trial.moves.begin(), trial.moves.end(),
            [](const PlaceMove& a, const PlaceMove& b) { return a.before < b.before; });
  return trial;
}

const Contribution* find_row(const RankedCase& ranked, const std::string& rule) {
  for (const Contribution& each : ranked.contributions) {
    if (each.rule == rule) return &each;
  }
  return nullptr;
}

Decimal size_of(const Decimal& number) { return number.is_negative() ? number.negated() : number; }

std::string decided_by(const RankedCase& above, const RankedCase& below) {
  if (above.band != below.band) {
    return "the deadline band: " + std::string(text(above.band)) + " goes before " +
           std::string(text(below.band)) + ", whatever the points";
  }
  const std::string same_band = "the band is the same, " + std::string(text(above.band));
  if (above.points != below.points) {
    return "the points: " + above.points.text() + " against " + below.points.text() + "; " +
           same_band;
  }
  const std::string same_points = same_band + ", and so are the points, " + above.points.text();
  if (above.value != below.value) {
    return "the value at stake: " + above.value.grouped() + " GBP against " +
           below.value.grouped() + " GBP; " + same_points;
  }
  return "the name of the case alone; " + same_points + ", and the value at stake";
}

}  // namespace

Result<std::vector<WeightTrial>> weight_trials(const Pack& pack,
                                               const std::vector<RankedCase>& ranked, Date as_at) {
  const DatedFigure* figure = pack.parameters().at(share_name, as_at);
  const auto* share = figure == nullptr ? nullptr : figure->value.as<Decimal>();
  if (share == nullptr) {
    return Error{ErrorCode::not_found,
                 "no " + recoup::quoted(share_name) + " in force on " + iso_text(as_at) +
                     " in the pack " + recoup::quoted(pack.id()),
                 "a row of params/*.csv with this name, in force on that day",
                 {}};
  }
  std::map<std::string, std::pair<Decimal, Counts>> weights;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    for (const Contribution& each : ranked[i].contributions) {
      auto& [points, counts] = weights[each.weight];
      // The weight is what a row gives: a row that gives its weight once gives it whole.
      points = each.points;
      counts.resize(ranked.size(), 0);
      ++counts[i];
    }
  }
  std::vector<WeightTrial> trials;
  for (const auto& [weight, found] : weights) {
    const auto& [points, counts] = found;
    const Decimal change = size_of(product_of(points, *share));
    if (change.is_zero()) continue;  // a weight of nothing is a flag
    trials.push_back(trial_of(ranked, weight, points, change.negated(), counts));
    trials.push_back(trial_of(ranked, weight, points, change, counts));
  }
  return trials;
}

Comparison compare_cases(const std::vector<RankedCase>& ranked, std::size_t one,
                         std::size_t other) {
  RECOUP_CHECK(one != other && one < ranked.size() && other < ranked.size());
  const std::size_t high = std::min(one, other);
  const std::size_t low = std::max(one, other);
  Comparison comparison{ranked[high], ranked[low], high + 1, low + 1, "", {}};
  comparison.decided_by = decided_by(comparison.above, comparison.below);
  for (const Contribution& each : comparison.above.contributions) {
    const Contribution* same = find_row(comparison.below, each.rule);
    comparison.rows.push_back({each.criterion, each.rule, each.points,
                               same == nullptr ? Decimal() : same->points, each.reason,
                               same == nullptr ? std::string() : same->reason});
  }
  for (const Contribution& each : comparison.below.contributions) {
    if (find_row(comparison.above, each.rule) != nullptr) continue;
    comparison.rows.push_back({each.criterion, each.rule, Decimal(), each.points, "", each.reason});
  }
  std::stable_sort(comparison.rows.begin(), comparison.rows.end(),
                   [](const ComparedRow& a, const ComparedRow& b) {
                     return size_of(sum_of(a.first, a.second.negated())) >
                            size_of(sum_of(b.first, b.second.negated()));
                   });
  return comparison;
}

}  // namespace recoup
