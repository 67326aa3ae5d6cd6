#include "recoup/ranking/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "recoup/ranking/measures.hpp"

namespace recoup {
namespace {

/// A case of which everything is known.
MeasuredCase known(const std::string& id, int days, int pounds) {
  Measures measures;
  measures.truth("clock running", days < 1000, "");
  measures.count("working days to deadline", days, "");
  measures.amount("value at stake", Money(pounds * 100, gbp), "");
  measures.share("value secured share", 1, 1, "");
  measures.share("least traced share", 0, 1, "");
  measures.share("method spread", 0, 1, "");
  measures.count("unverified lines", 0, "");
  for (const char* name : {"criminal lifestyle", "convicted", "victim loss"}) {
    measures.truth(name, false, "");
  }
  measures.count("days since last activity", 0, "");
  measures.share("outflow share last 30 days", 0, 1, "");
  return {id, "", "", Money(pounds * 100, gbp), "", measures.facts()};
}

std::vector<RankedCase> ranked(std::vector<MeasuredCase> cases) {
  return rank(built_in_pack("recoup-ranking").value(), cases, parse_date("2025-09-30").value())
      .value();
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

}  // namespace
}  // namespace recoup
