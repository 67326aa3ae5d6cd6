#include "recoup/report/assessment_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recoup/report/ranking_report.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

Assessment sample() {
  Assessment assessment;
  assessment.case_id = "CASE";
  Scenario scenario;
  scenario.lifestyle = true;
  scenario.benefit =
      AssessedFigure{Money(11802590, gbp), Money(11802590, gbp), std::nullopt, {}, "", ""};
  scenario.benefit_items.push_back({"benefit_items",
                                    "B1",
                                    "cash at home",
                                    std::nullopt,
                                    Money(620000, gbp),
                                    Money(620000, gbp),
                                    ItemOutcome::counted,
                                    "held after conviction",
                                    "POCA 2002 s.10(3)",
                                    {},
                                    {}});
  assessment.scenarios.push_back(scenario);
  assessment.steps.push_back({1,
                              "The benefit is £118,025.90.",
                              "POCA 2002 s.8",
                              Money(11802590, gbp),
                              std::nullopt,
                              false,
                              {"offences.O1.to"},
                              {}});
  assessment.missing = {"offences.O1.to"};
  return assessment;
}

TEST(AssessmentReport, JsonKeepsAmountsAsTextAndMissingFactsAsAList) {
  const std::string json = assessment_json(sample());
  EXPECT_THAT(json, HasSubstr("\"status\": \"provisional\""));
  EXPECT_THAT(json, HasSubstr("\"amount\": \"118025.90\""));
  EXPECT_THAT(json, HasSubstr("\"available\": null"));
  EXPECT_THAT(json, HasSubstr("\"offences.O1.to\""));
}

TEST(AssessmentReport, TextSaysWhatIsProvisionalAndWhatToObtain) {
  const std::string out = assessment_text(sample());
  EXPECT_THAT(out, HasSubstr("1. The benefit is £118,025.90. (POCA 2002 s.8) PROVISIONAL"));
  EXPECT_THAT(out, HasSubstr("To be obtained:\n  - offences.O1.to"));
}

TEST(RankingReport, MarksProvisionalPointsAndSaysWhatTheStarMeans) {
  RankedCase each;
  each.case_id = "AL-1";
  each.name = "Case one";
  each.band = DeadlineBand::red;
  each.points = Decimal(40);
  each.provisional = true;
  each.value = Money(100000, gbp);
  each.next_deadline = "Z1: ends";
  each.open = {{{"convicted"}, {"offences: whether convicted"}, Decimal(0), Decimal(10)}};
  each.least = Decimal(40);
  each.most = Decimal(50);
  const RankingContext context{
      "Op", "2025-09-30", Money(450000000, gbp), {{"AL-9", "a source larger than its credit"}}};
  const std::string out = ranking_text(context, {each});
  EXPECT_THAT(out, HasSubstr("40*"));
  EXPECT_THAT(out, HasSubstr("40 to 50"));
  EXPECT_THAT(out, HasSubstr("4,500,000.00 GBP"));
  EXPECT_THAT(out, HasSubstr("not ranked: case AL-9: a source larger than its credit"));
  EXPECT_THAT(ranking_json(context, {each}), HasSubstr("\"band\": \"red\""));
  const std::string told = explanation_text(context, {each}, 0);
  EXPECT_THAT(told, HasSubstr("number 1 of 1"));
  EXPECT_THAT(told, HasSubstr("0 to +10  offences: whether convicted [convicted]"));
  EXPECT_THAT(told, HasSubstr("1. Z1: ends."));
}

}  // namespace
}  // namespace recoup
