#include "recoup/ranking/sensitivity.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const Date day = parse_date("2025-09-30").value();

/// A ranked case with these rows.
RankedCase ranked(const std::string& id, const std::vector<std::pair<std::string, int>>& rows,
                  MinorUnits value = 0, DeadlineBand band = DeadlineBand::none) {
  RankedCase made;
  made.case_id = id;
  made.band = band;
  made.value = Money(value, gbp);
  for (const auto& [rule, points] : rows) {
    made.contributions.push_back(
        {"value", rule, "points." + rule, Decimal(points), "Because of " + rule + ".", ""});
    made.points = made.points.plus(Decimal(points))->value;
  }
  return made;
}

std::vector<WeightTrial> trials_of(const std::vector<RankedCase>& cases) {
  return weight_trials(built_in_pack("recoup-ranking").value(), cases, day).value();
}

TEST(Sensitivity, AWeightAFifthLessMayChangePlaces) {
  const auto trials = trials_of({ranked("a", {{"big", 20}}), ranked("b", {{"small", 17}})});
  ASSERT_EQ(trials.size(), 4U);
  EXPECT_EQ(trials[0].weight, "points.big");
  EXPECT_EQ(trials[0].tried, Decimal(16));
  EXPECT_EQ(trials[0].moves, (std::vector<PlaceMove>{{"a", 1, 2}, {"b", 2, 1}}));
  EXPECT_TRUE(trials[0].changes_top);
  EXPECT_EQ(trials[1].tried, Decimal(24));
  EXPECT_TRUE(trials[1].moves.empty());
  EXPECT_EQ(trials[3].tried.text(), "20.4");  // exactly, and not 20
  EXPECT_FALSE(trials[3].moves.empty());
}

TEST(Sensitivity, NoWeightMovesACaseOutOfItsBand) {
  const auto trials = trials_of({ranked("a", {{"small", 1}}, 0, DeadlineBand::red),
                                 ranked("b", {{"big", 100}}, 0, DeadlineBand::amber)});
  for (const WeightTrial& trial : trials) EXPECT_TRUE(trial.moves.empty()) << trial.weight;
}

TEST(Sensitivity, AWeightBelowNothingIsTriedBothWays) {
  const auto trials = trials_of({ranked("a", {{"less", -5}})});
  ASSERT_EQ(trials.size(), 2U);
  EXPECT_EQ(trials[0].tried, Decimal(-6));
  EXPECT_EQ(trials[1].tried, Decimal(-4));
}

TEST(Comparison, SaysWhatDecidesAndEveryRow) {
  const std::vector<RankedCase> cases = {ranked("a", {{"both", 5}, {"one", 10}}),
                                         ranked("b", {{"both", 5}, {"other", 3}})};
  const Comparison comparison = compare_cases(cases, 1, 0);
  EXPECT_EQ(comparison.above.case_id, "a");
  EXPECT_NE(comparison.decided_by.find("points: 15 against 8"), std::string::npos)
      << comparison.decided_by;
  ASSERT_EQ(comparison.rows.size(), 3U);
  EXPECT_EQ(comparison.rows[0].rule, "one");  // the largest gap first
  EXPECT_EQ(comparison.rows[1].rule, "other");
  EXPECT_EQ(comparison.rows[1].first, Decimal(0));
  EXPECT_EQ(comparison.rows[2].rule, "both");
}

TEST(Comparison, NamesTheFirstThingThatDiffers) {
  const auto decided = [](const RankedCase& a, const RankedCase& b) {
    return compare_cases({a, b}, 0, 1).decided_by;
  };
  EXPECT_NE(decided(ranked("a", {}, 0, DeadlineBand::red), ranked("b", {{"big", 50}}))
                .find("deadline band"),
            std::string::npos);
  EXPECT_NE(decided(ranked("a", {}, 200), ranked("b", {}, 100)).find("value at stake"),
            std::string::npos);
  EXPECT_NE(decided(ranked("a", {}), ranked("b", {})).find("name of the case alone"),
            std::string::npos);
}

}  // namespace
}  // namespace recoup
