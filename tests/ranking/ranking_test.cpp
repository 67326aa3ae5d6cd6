#include "recoup/ranking/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "recoup/ranking/measures.hpp"
#include "recoup/rules/fact_dictionary.hpp"

namespace recoup {
namespace {

const Pack& ranking_pack() {
  static const Pack pack = built_in_pack("recoup-ranking").value();
  return pack;
}

/// A case of which everything is known, and nothing but the nearest deadline and the value speaks
/// for it.
MeasuredCase known(const std::string& id, int days, int pounds) {
  Measures measures;
  const auto facts = FactDictionary::of_pack(ranking_pack().files()).value();
  for (const FactEntry& entry : facts.entries()) {
    if (entry.type == "boolean") {
      measures.truth(entry.name, false, "");
    } else {
      measures.count(entry.name, 0, "");
    }
  }
  measures.truth("clock running", days < 1000, "");
  measures.count("working days to deadline", days, "");
  measures.amount("value at stake", Money(pounds * 100, gbp), "");
  measures.share("value ratio", 1, 1, "");
  measures.amount("expected net recovery", Money(100000, gbp), "");
  measures.amount("expected net per hour", Money(10000, gbp), "");
  return {id, "", "", Money(pounds * 100, gbp), "", measures.facts()};
}

void forget(MeasuredCase& measured, const std::string& fact) {
  measured.facts.set({fact, Value::missing("what tells " + fact), "", {}});
}

std::vector<RankedCase> ranked(std::vector<MeasuredCase> cases) {
  return rank(ranking_pack(), cases, parse_date("2025-09-30").value()).value();
}

std::vector<std::string> order(const std::vector<MeasuredCase>& cases) {
  std::vector<std::string> ids;
  for (const RankedCase& each : ranked(cases)) ids.push_back(each.case_id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Ranking, TheDeadlineBandGoesBeforePointsAndPointsBeforeValue) {
  const std::vector<MeasuredCase> cases = {known("far", 30, 900000), known("soon", 4, 10),
                                           known("past", -1, 10), known("none", 1000, 900000),
                                           known("later", 19, 10)};
  EXPECT_EQ(order(cases), (Ids{"past", "soon", "later", "far", "none"}));
}

TEST(Ranking, TiesAreBrokenByValueAndThenById) {
  EXPECT_EQ(order({known("b", 30, 200), known("c", 30, 300), known("a", 30, 200)}),
            (Ids{"c", "a", "b"}));
}

TEST(Ranking, TheOrderOfHandingInDecidesNothing) {
  std::vector<MeasuredCase> cases = {known("a", 4, 10), known("b", 4, 10), known("c", 30, 5000),
                                     known("d", 3, 200000)};
  const Ids first = order(cases);
  for (int turn = 0; turn < 10; ++turn) {
    std::next_permutation(cases.begin(), cases.end(),
                          [](const auto& x, const auto& y) { return x.case_id < y.case_id; });
    EXPECT_EQ(order(cases), first);
  }
}

TEST(Ranking, AMissingFactMakesPointsProvisionalAndIsNeverANo) {
  MeasuredCase measured = known("a", 30, 10);
  measured.facts.set({"convicted", Value::missing("offences.O1.convicted"), "", {}});
  const auto result = ranked({measured});
  EXPECT_TRUE(result[0].provisional);
  EXPECT_EQ(result[0].points_finding.missing, (Ids{"offences.O1.convicted"}));
}

TEST(Ranking, AClockWhoseEndIsNotKnownStandsBehindWhatIsUrgent) {
  MeasuredCase open = known("open", 30, 10);
  open.facts.set({"working days to deadline", Value::missing("seizures.Z1.orders"), "", {}});
  EXPECT_EQ(order({known("amber", 10, 10), open, known("red", 1, 10)}),
            (Ids{"red", "open", "amber"}));
}

TEST(Ranking, EveryPointIsASentenceWithItsFigure) {
  const auto result = ranked({known("a", 2, 250000)});
  Decimal sum;
  for (const FindingRule& rule : result[0].points_finding.fired) {
    EXPECT_NE(rule.reason.find("points"), std::string::npos) << rule.rule;
    sum = sum.plus(*rule.output.as<Decimal>())->value;
  }
  EXPECT_EQ(sum, result[0].points);
  EXPECT_FALSE(result[0].points_finding.fired.empty());
}

TEST(Ranking, TheContributionsAddUpAndNameTheirWeights) {
  const auto result = ranked({known("a", 2, 250000)});
  Decimal sum;
  for (const Contribution& each : result[0].contributions) {
    EXPECT_TRUE(each.weight.starts_with("points.")) << each.weight;
    sum = sum.plus(each.points)->value;
  }
  EXPECT_EQ(sum, result[0].points);
  EXPECT_EQ(result[0].contributions.front().criterion, "urgency");
  EXPECT_FALSE(result[0].contributions.front().action.empty());
}

TEST(Ranking, WhereAllIsKnownThePointsHaveNoRange) {
  const auto result = ranked({known("a", 2, 250000)});
  EXPECT_EQ(result[0].least, result[0].points);
  EXPECT_EQ(result[0].most, result[0].points);
  EXPECT_TRUE(result[0].open.empty());
}

TEST(Ranking, RowsThatExcludeEachOtherAreNotAddedUpInARange) {
  MeasuredCase measured = known("a", 30, 10);
  forget(measured, "value at stake");
  const auto result = ranked({measured});
  // A value is large, medium, small or none of them, and all that is recoverable is secured.
  EXPECT_EQ(result[0].least, Decimal(0));
  EXPECT_EQ(result[0].most, Decimal(25));
  ASSERT_EQ(result[0].open.size(), 1U);
  EXPECT_EQ(result[0].open[0].facts, (Ids{"value at stake"}));
  EXPECT_EQ(result[0].open[0].to_obtain, (Ids{"what tells value at stake"}));
}

TEST(Ranking, FactsThatShareARowAreTriedTogether) {
  MeasuredCase measured = known("a", 30, 10);
  forget(measured, "value at stake");
  forget(measured, "value ratio");
  const auto result = ranked({measured});
  EXPECT_EQ(result[0].most, Decimal(45));  // a large value, hardly secured
  EXPECT_EQ(result[0].open.size(), 1U);
}

TEST(Ranking, AMissingFactMayTakePoints) {
  MeasuredCase measured = known("a", 30, 10);
  forget(measured, "expected net per hour");
  forget(measured, "convicted");
  const auto result = ranked({measured});
  EXPECT_EQ(result[0].least, Decimal(-10));
  EXPECT_EQ(result[0].most, Decimal(20));
  ASSERT_EQ(result[0].open.size(), 2U);
  EXPECT_EQ(result[0].open[0].facts, (Ids{"expected net per hour"}));  // the widest first
}

TEST(Ranking, EveryAnswerToTheMissingFactsLiesWithinTheRange) {
  const Ids facts = {"victim loss", "unrepaid victim loss", "compensation achievable"};
  MeasuredCase measured = known("a", 30, 10);
  for (const std::string& fact : facts) forget(measured, fact);
  const RankedCase open = ranked({measured})[0];
  Decimal least(1000);
  Decimal most(-1000);
  for (const bool loss : {false, true}) {
    for (const int unrepaid : {0, 999999, 1000000}) {
      for (const int back : {0, 99999, 100000}) {
        Measures measures;
        measures.truth(facts[0], loss, "");
        measures.amount(facts[1], Money(unrepaid, gbp), "");
        measures.amount(facts[2], Money(back, gbp), "");
        MeasuredCase told = measured;
        for (const Fact& fact : measures.facts().facts()) told.facts.set(fact);
        const Decimal points = ranked({told})[0].points;
        least = std::min(least, points);
        most = std::max(most, points);
      }
    }
  }
  EXPECT_EQ(open.least, least);
  EXPECT_EQ(open.most, most);
}

TEST(Ranking, AFactThatNobodyMeasuredIsMissing) {
  const auto result = ranked({{"a", "", "", Money(0, gbp), "", {}}});
  EXPECT_TRUE(result[0].provisional);
  EXPECT_EQ(result[0].band, DeadlineBand::undetermined);
  EXPECT_EQ(result[0].points, Decimal(0));
}

Pack changed_pack(const std::string& path, const std::string& from, const std::string& to) {
  FileSet files = ranking_pack().files();
  std::string& bytes = files.at(path);
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
  return Pack::read(files).value();
}

TEST(Ranking, AMissingWeightIsNamed) {
  const Pack pack = changed_pack("params/weights.csv", "points.value_large,", "points.valu_large,");
  const auto failed = rank(pack, {known("a", 1, 1)}, parse_date("2025-09-30").value());
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code, ErrorCode::not_found);
  EXPECT_NE(failed.error().found.find("\"points.value_large\""), std::string::npos)
      << failed.error().found;
}

TEST(Ranking, AWeightThatIsNotInForceYetIsMissing) {
  const auto failed = rank(ranking_pack(), {known("a", 1, 1)}, parse_date("1999-12-31").value());
  ASSERT_FALSE(failed.has_value());
  EXPECT_NE(failed.error().found.find("1999-12-31"), std::string::npos) << failed.error().found;
}

TEST(Ranking, ARowThatGivesOtherPointsThanItsWeightIsRefused) {
  const Pack pack = changed_pack("model/ranking.dmn", "<text>points value large</text>",
                                 "<text>points value small</text>");
  const auto failed = rank(pack, {known("a", 1, 900000)}, parse_date("2025-09-30").value());
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code, ErrorCode::contradiction);
  EXPECT_NE(failed.error().found.find("value-large"), std::string::npos) << failed.error().found;
}

}  // namespace
}  // namespace recoup
