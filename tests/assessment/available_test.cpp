#include <gtest/gtest.h>

#include "case_builder.hpp"

namespace recoup {
namespace {

/// law.md 1.9, TV-AVL-1.
void add_worked_means(CaseBuilder& file) {
  file.add("assets", "house",
           {{"kind", "house"},
            {"value", "420000.00"},
            {"currency", "GBP"},
            {"secured_debt", "180000.00"},
            {"share", "1/2"}})
      .add("assets", "bank", {{"kind", "account"}, {"value", "14231.07"}})
      .add("assets", "car", {{"kind", "vehicle"}, {"value", "9500.00"}})
      .add("assets", "crypto", {{"kind", "cryptoasset"}, {"value", "3120.55"}})
      .add("obligations", "fine", {{"kind", "fine"}, {"amount", "2600.00"}, {"made", "2023-01-09"}})
      .add("obligations", "card", {{"kind", "other"}, {"amount", "6000.00"}})
      .add("gifts", "sister",
           {{"date", "2021-04-01"},
            {"recipient", "B. Smith"},
            {"value_at_gift", "45000.00"},
            {"value_now", "45000.00"}});
}

Assessment with_gift(CaseBuilder::Fields fields,
                     const AssessmentQuestion& question = lifestyle_question()) {
  CaseBuilder file = convicted_case();
  file.add("gifts", "G", fields);
  return assessed(file, question);
}

TEST(Available, OfTheWorkedExampleIsExactToThePenny) {
  CaseBuilder file = convicted_case();
  add_worked_means(file);
  const Assessment assessment = assessed(file, lifestyle_question());
  const AssessedFigure& available = *assessment.scenarios[0].available;
  EXPECT_EQ(available.value, money("189251.62"));
  EXPECT_EQ(available.least, money("189251.62"));
  EXPECT_EQ(available.most, money("189251.62"));
  EXPECT_TRUE(available.determined());
  EXPECT_EQ(item_of(assessment, "house").value, money("120000.00"));
  EXPECT_EQ(item_of(assessment, "card").outcome, ItemOutcome::removed);
}

// law.md 1.9: with TV-BEN-1 the order is never more than the benefit.
TEST(Recoverable, IsTheBenefitWhereMoreIsAvailable) {
  CaseBuilder file = convicted_case();
  add_worked_means(file);
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "118025.90"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("118025.90"));
  EXPECT_FALSE(assessment.provisional());
  EXPECT_EQ(step_with(assessment, "at most 5 years").figure, money("118025.90"));
}

TEST(Recoverable, IsDeterminedWhereIncompleteMeansAreEnoughAnyway) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "1000.00"}})
      .add("assets", "house", {{"kind", "house"}, {"value", "1000.00"}})
      .add("assets", "watch", {{"kind", "watch"}});
  const Scenario scenario = assessed(file, lifestyle_question()).scenarios[0];
  EXPECT_FALSE(scenario.available->determined());
  EXPECT_TRUE(scenario.recoverable->determined());
  EXPECT_EQ(scenario.recoverable->value, money("1000.00"));
}

TEST(Recoverable, IsTheAvailableAmountWhereThatIsShownToBeLess) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "1000.00"}})
      .add("assets", "car", {{"kind", "vehicle"}, {"value", "400.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("400.00"));
  EXPECT_NE(step_with(assessment, "otherwise it is the benefit of £1,000.00").number, 0);
}

TEST(Recoverable, IsNominalWhereNothingIsAvailable) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "1000.00"}})
      .add("assets", "share", {{"kind", "house"}, {"value", "400.00"}, {"share", "0"}});
  EXPECT_EQ(assessed(file, lifestyle_question()).scenarios[0].recoverable->value, money("1.00"));
}

TEST(Recoverable, WithoutAnyStatedPropertyIsTheBenefitAndProvisional) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "1000.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_FALSE(assessment.scenarios[0].available.has_value());
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("1000.00"));
  EXPECT_EQ(assessment.scenarios[0].recoverable->least, money("1.00"));
  EXPECT_TRUE(assessment.provisional());
}

TEST(Available, ObligationsLargerThanThePropertyStopAtNilAndAreFlagged) {
  CaseBuilder file = convicted_case();
  file.add("assets", "car", {{"kind", "vehicle"}, {"value", "400.00"}})
      .add("obligations", "fine", {{"kind", "fine"}, {"amount", "500.00"}})
      .add("gifts", "G",
           {{"date", "2021-04-01"}, {"value_at_gift", "70.00"}, {"value_now", "70.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].available->value, money("70.00"));
  EXPECT_FALSE(step_with(assessment, "taken as nil").determined);
}

TEST(Available, OnlyFinesBeforeTheOrderAndPreferentialDebtsHavePriority) {
  CaseBuilder file = convicted_case();
  file.facts().push_back(
      {{"OP-1", "proceedings", "", 0, "order_made", CaseFact::Kind::text, "2025-05-30", 99},
       sha256("case"),
       "case.json"});
  file.add("assets", "car", {{"kind", "vehicle"}, {"value", "1000.00"}})
      .add("obligations", "before", {{"kind", "fine"}, {"amount", "1.00"}, {"made", "2025-05-29"}})
      .add("obligations", "on", {{"kind", "fine"}, {"amount", "2.00"}, {"made", "2025-05-30"}})
      .add("obligations", "wages", {{"kind", "preferential"}, {"amount", "4.00"}})
      .add("obligations", "loan", {{"kind", "other"}, {"amount", "8.00"}})
      .add("obligations", "undated", {{"kind", "fine"}, {"amount", "16.00"}});
  const AssessedFigure available = *assessed(file, lifestyle_question()).scenarios[0].available;
  EXPECT_EQ(available.value, money("995.00"));
  EXPECT_EQ(available.least, money("979.00"));
  EXPECT_EQ(available.most, money("995.00"));
}

TEST(Available, SharesAreExactAndRoundedOnceHalfUp) {
  CaseBuilder file = convicted_case();
  file.add("assets", "third", {{"kind", "house"}, {"value", "100.00"}, {"share", "1/3"}})
      .add("assets", "half", {{"kind", "house"}, {"value", "0.01"}, {"share", "1/2"}})
      .add("assets", "drugs", {{"kind", "drugs"}, {"value", "5000.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(item_of(assessment, "third").value, money("33.33"));
  EXPECT_EQ(item_of(assessment, "half").value, money("0.01"));
  EXPECT_EQ(item_of(assessment, "drugs").outcome, ItemOutcome::removed);
}

// law.md 1.9, TV-GIFT-1: the larger limb is the property now.
TEST(Gift, AtAnUndervalueCountsTheFractionGivenByTheLargerLimb) {
  const Assessment now = with_gift({{"date", "2020-01-01"},
                                    {"value_at_gift", "200000.00"},
                                    {"consideration", "50000.00"},
                                    {"value_now", "260000.00"},
                                    {"index_then", "120.0"},
                                    {"index_now", "129.0"}});
  EXPECT_EQ(item_of(now, "G").value, money("195000.00"));
  EXPECT_NE(item_of(now, "G").reason.find("= £161,250.00 and £195,000.00 now"), std::string::npos);
  const Assessment fallen = with_gift({{"date", "2020-01-01"},
                                       {"value_at_gift", "200000.00"},
                                       {"consideration", "50000.00"},
                                       {"value_now", "1.00"},
                                       {"index_then", "120.0"},
                                       {"index_now", "129.0"}});
  EXPECT_EQ(item_of(fallen, "G").value, money("161250.00"));
}

TEST(Gift, NearItsValueIsForAPersonToJudge) {
  const auto outcome = [](const char* paid) {
    return item_of(with_gift({{"date", "2020-01-01"},
                              {"value_at_gift", "1000.00"},
                              {"consideration", paid},
                              {"value_now", "1000.00"}}),
                   "G")
        .outcome;
  };
  EXPECT_EQ(outcome("849.99"), ItemOutcome::counted);
  EXPECT_EQ(outcome("850.00"), ItemOutcome::open);
  EXPECT_EQ(outcome("1000.00"), ItemOutcome::removed);
}

TEST(Gift, IsWhatAPersonFoundOfTheConsideration) {
  const auto item = [](const char* paid, const char* found) {
    return item_of(with_gift({{"date", "2020-01-01"},
                              {"value_at_gift", "1000.00"},
                              {"consideration", paid},
                              {"significantly_less", found},
                              {"value_now", "1000.00"}}),
                   "G");
  };
  EXPECT_EQ(item("900.00", "true").value, money("100.00"));
  EXPECT_EQ(item("900.00", "true").outcome, ItemOutcome::counted);
  EXPECT_EQ(item("100.00", "false").outcome, ItemOutcome::removed);
  EXPECT_EQ(item("100.00", "false").authority, "POCA 2002 s.78(1)");
}

TEST(Gift, OfProceedsIsTaintedWhateverItsDay) {
  const AssessedItem item = item_of(
      with_gift(
          {{"value_at_gift", "10.00"}, {"value_now", "10.00"}, {"from_general_conduct", "true"}}),
      "G");
  EXPECT_EQ(item.outcome, ItemOutcome::counted);
  EXPECT_NE(item.reason.find("any day counts"), std::string::npos) << item.reason;
}

TEST(Gift, IsTaintedStrictlyAfterTheRelevantDayOrByItsOrigin) {
  const auto outcome = [](const char* date, const char* from_conduct) {
    return item_of(with_gift({{"date", date},
                              {"value_at_gift", "10.00"},
                              {"value_now", "10.00"},
                              {"from_general_conduct", from_conduct}}),
                   "G")
        .outcome;
  };
  EXPECT_EQ(outcome("2018-03-16", "false"), ItemOutcome::removed);
  EXPECT_EQ(outcome("2018-03-17", "false"), ItemOutcome::counted);
  EXPECT_EQ(outcome("2001-01-01", "true"), ItemOutcome::counted);
  const Assessment unknown =
      with_gift({{"date", "2018-03-16"}, {"value_at_gift", "10.00"}, {"value_now", "10.00"}});
  EXPECT_EQ(item_of(unknown, "G").outcome, ItemOutcome::open);
}

TEST(Gift, WithoutLifestyleIsTaintedAfterTheEarliestOffence) {
  AssessmentQuestion question = lifestyle_question();
  question.lifestyle.answer = LifestyleOutcome::Answer::no;
  const auto outcome = [&](const char* date) {
    return item_of(with_gift({{"date", date},
                              {"value_at_gift", "10.00"},
                              {"value_now", "10.00"},
                              {"from_general_conduct", "true"}},
                             question),
                   "G")
        .outcome;
  };
  EXPECT_EQ(outcome("2021-01-04"), ItemOutcome::removed);
  EXPECT_EQ(outcome("2021-01-05"), ItemOutcome::counted);
}

TEST(Gift, WithoutAValueNowIsProvisional) {
  const Assessment assessment = with_gift({{"date", "2020-01-01"}, {"value_at_gift", "10.00"}});
  EXPECT_EQ(item_of(assessment, "G").value, money("10.00"));
  EXPECT_FALSE(assessment.scenarios[0].available->determined());
}

}  // namespace
}  // namespace recoup
