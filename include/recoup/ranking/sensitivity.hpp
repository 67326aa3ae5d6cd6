// sensitivity.hpp: how far the order hangs on each weight, and on what two cases part.
#pragma once

#include <string>
#include <vector>

#include "recoup/ranking/ranking.hpp"

namespace recoup {

/// A case that changes its place.
struct PlaceMove {
  std::string case_id;
  std::size_t before = 0;  ///< From 1.
  std::size_t after = 0;

  friend bool operator==(const PlaceMove&, const PlaceMove&) = default;
};

/// What becomes of the order where one weight is another.
struct WeightTrial {
  std::string weight;  ///< "points.value_large".
  Decimal in_force;
  Decimal tried;
  std::vector<PlaceMove> moves;  ///< By the place before.
  bool changes_top = false;      ///< Whether one of the first places has another case.
};

/// How many of the first places `changes_top` speaks of.
constexpr std::size_t top_places = 10;

/// Ranks anew with each weight that gave points to a case less, and then plus, its share that the
/// pack's parameter `sensitivity.share` states.
///
///   Shape   By weight, the smaller trial first. Bands stay, since no weight decides them.
///   Exact   The points of every case are added up anew.
///   Errors  not_found (the parameter is not in force).
[[nodiscard]] Result<std::vector<WeightTrial>> weight_trials(const Pack& pack,
                                                             const std::vector<RankedCase>& ranked,
                                                             Date as_at);

/// One row of two cases side by side.
struct ComparedRow {
  std::string criterion;
  std::string rule;
  Decimal first;  ///< Points; zero where the row did not fire.
  Decimal second;
  std::string first_reason;
  std::string second_reason;
};

/// Why one case stands above another.
struct Comparison {
  RankedCase above;
  RankedCase below;
  std::size_t place_above = 0;
  std::size_t place_below = 0;
  std::string decided_by;         ///< In one sentence.
  std::vector<ComparedRow> rows;  ///< Every row that gave one of them points, largest gap first.
};

/// Requires two different rows of `ranked`, in any order.
[[nodiscard]] Comparison compare_cases(const std::vector<RankedCase>& ranked, std::size_t one,
                                       std::size_t other);

}  // namespace recoup
