#include <gtest/gtest.h>

#include "case_builder.hpp"

namespace recoup {
namespace {

/// law.md 1.7, TV-BEN-1.
CaseBuilder worked_benefit() {
  CaseBuilder file = convicted_case();
  const auto item = [&](const char* id, const char* kind, const char* date, const char* amount,
                        const char* removed) {
    file.add("benefit_items", id,
             {{"kind", kind},
              {"date", date},
              {"amount", amount},
              {"currency", "GBP"},
              {"status", "made"},
              {"removed_because", removed}});
  };
  item("third-party", "transfer", "2020-05-05", "84310.40", "");
  item("wages", "transfer", "2021-06-30", "41250.00", "explained income");
  item("own", "transfer", "2021-07-01", "22000.00", "own transfer");
  item("reversal", "transfer", "2022-01-12", "310.00", "reversal");
  item("cash-in", "transfer", "2022-09-03", "19640.00", "");
  item("car", "held", "2023-02-02", "9500.00", "bought from counted credits");
  item("cash-home", "held", "2023-12-01", "6200.00", "");
  item("holiday", "expenditure", "2023-08-14", "4875.50", "");
  item("card", "expenditure", "2023-08-15", "1111.11", "bought from counted credits");
  item("drugs", "particular", "2023-11-30", "3000.00", "");
  return file;
}

TEST(Benefit, OfTheWorkedExampleIsExactToThePenny) {
  const Assessment assessment = assessed(worked_benefit(), lifestyle_question());
  ASSERT_EQ(assessment.scenarios.size(), 1U);
  const AssessedFigure& benefit = *assessment.scenarios[0].benefit;
  EXPECT_EQ(benefit.value, money("118025.90"));
  EXPECT_EQ(benefit.least, money("118025.90"));
  EXPECT_EQ(benefit.most, money("118025.90"));
  EXPECT_TRUE(benefit.determined());
  EXPECT_EQ(item_of(assessment, "wages").outcome, ItemOutcome::removed);
  EXPECT_EQ(item_of(assessment, "wages").reason, "explained income");
  EXPECT_EQ(item_of(assessment, "cash-home").authority, "POCA 2002 s.10(3)");
  EXPECT_EQ(step_with(assessment, "If the stated facts are found, the benefit").figure,
            money("118025.90"));
}

TEST(Benefit, WithoutLifestyleIsParticularConductAlone) {
  AssessmentQuestion question = lifestyle_question();
  question.lifestyle.answer = LifestyleOutcome::Answer::no;
  const Assessment assessment = assessed(worked_benefit(), question);
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("3000.00"));
  EXPECT_EQ(item_of(assessment, "cash-in").reason,
            "Assumptions are made only where the defendant has a criminal lifestyle");
}

TEST(Benefit, WithLifestyleUnknownIsShownBothWaysAndProvisional) {
  AssessmentQuestion question = lifestyle_question();
  question.lifestyle = {LifestyleOutcome::Answer::undetermined, {}, {"offences/O1/schedule_2"}};
  const Assessment assessment = assessed(worked_benefit(), question);
  ASSERT_EQ(assessment.scenarios.size(), 2U);
  EXPECT_TRUE(assessment.scenarios[0].lifestyle);
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("118025.90"));
  EXPECT_EQ(assessment.scenarios[1].benefit->value, money("3000.00"));
  EXPECT_TRUE(assessment.provisional());
  EXPECT_EQ(assessment.missing.front(), "offences/O1/schedule_2");
  EXPECT_FALSE(step_with(assessment, "can be neither met nor excluded").determined);
  EXPECT_FALSE(step_with(assessment, "If no criminal lifestyle is found: ").sentence.empty());
}

// law.md 1.5: the relevant day itself is outside.
TEST(Benefit, CountsStrictlyAfterTheRelevantDay) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "on",
           {{"kind", "transfer"}, {"date", "2018-03-16"}, {"amount", "1.00"}})
      .add("benefit_items", "after",
           {{"kind", "transfer"}, {"date", "2018-03-17"}, {"amount", "2.00"}})
      .add("benefit_items", "spent",
           {{"kind", "expenditure"}, {"date", "2018-03-16"}, {"amount", "4.00"}})
      .add("benefit_items", "held", {{"kind", "held"}, {"date", "1999-01-01"}, {"amount", "8.00"}})
      .add("benefit_items", "particular",
           {{"kind", "particular"}, {"date", "2017-01-01"}, {"amount", "16.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("26.00"));
  EXPECT_EQ(item_of(assessment, "on").reason,
            "The transfer of 16 March 2018 does not lie after the relevant day (16 March 2018)");
}

TEST(Benefit, AMissingFactWidensTheFigureAndIsNeverANo) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "sure",
           {{"kind", "transfer"}, {"date", "2020-01-01"}, {"amount", "10.00"}})
      .add("benefit_items", "undated", {{"kind", "transfer"}, {"amount", "5.00"}});
  Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("10.00"));
  EXPECT_EQ(assessment.scenarios[0].benefit->most, money("15.00"));
  EXPECT_TRUE(assessment.provisional());
  EXPECT_EQ(item_of(assessment, "undated").outcome, ItemOutcome::open);
  EXPECT_EQ(item_of(assessment, "undated").missing.front(), "benefit_items/undated: date");

  AssessmentQuestion question = lifestyle_question();
  question.relevant_day.reset();
  assessment = assessed(file, question);
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("0.00"));
  EXPECT_EQ(assessment.scenarios[0].benefit->most, money("15.00"));
  EXPECT_EQ(step_with(assessment, "Without benefit").number, 0);

  file.add("benefit_items", "unpriced", {{"kind", "particular"}, {"date", "2020-01-01"}});
  assessment = assessed(file, question);
  EXPECT_EQ(assessment.scenarios[0].benefit->most, std::nullopt);
}

TEST(Benefit, ThatIsNotStatedIsAskedForAndNotDenied) {
  const Assessment assessment = assessed(convicted_case(), lifestyle_question());
  EXPECT_FALSE(assessment.scenarios[0].benefit.has_value());
  EXPECT_FALSE(assessment.scenarios[0].recoverable.has_value());
  EXPECT_FALSE(step_with(assessment, "No benefit is stated.").determined);
}

TEST(Benefit, ThatIsNilOnEveryFactEndsTheMatter) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "own",
           {{"kind", "transfer"},
            {"date", "2020-01-01"},
            {"amount", "10.00"},
            {"removed_because", "own transfer"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("0.00"));
  EXPECT_NE(step_with(assessment, "Without benefit no order follows").number, 0);
  EXPECT_EQ(step_with(assessment, "the recoverable amount").number, 0);
}

TEST(Benefit, CountsOneEntryOfAStatementOnce) {
  CaseBuilder file = convicted_case();
  for (const char* id : {"first", "second"}) {
    file.add("benefit_items", id,
             {{"kind", "transfer"},
              {"date", "2020-01-01"},
              {"amount", "10.00"},
              {"account", "20-11-22 12345678"},
              {"reference", "R7"}});
  }
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("10.00"));
  EXPECT_EQ(item_of(assessment, "second").reason,
            "double counting: reference R7 of 20-11-22 12345678 is counted as first");
}

TEST(Benefit, LeavesOutWhatWasForfeitedOrDisapplied) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "cash", {{"kind", "held"}, {"amount", "10.00"}, {"seizure", "S-1"}})
      .add("benefit_items", "wrong",
           {{"kind", "held"},
            {"amount", "20.00"},
            {"status", "disapplied-incorrect"},
            {"reason", "an inheritance"}})
      .add("benefit_items", "unjust",
           {{"kind", "held"}, {"amount", "40.00"}, {"status", "disapplied-unjust"}})
      .add("benefit_items", "kept", {{"kind", "held"}, {"amount", "80.00"}, {"seizure", "S-2"}});
  AssessmentQuestion question = lifestyle_question();
  question.forfeited_seizures = {"S-1"};
  const Assessment assessment = assessed(file, question);
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("80.00"));
  EXPECT_EQ(item_of(assessment, "cash").authority, "POCA 2002 s.7(4)");
  EXPECT_EQ(item_of(assessment, "wrong").reason,
            "The assumption is shown to be incorrect: an inheritance");
  EXPECT_EQ(item_of(assessment, "unjust").missing.size(), 1U);
}

TEST(Benefit, DeductsEarlierOrdersFromGeneralConductAlone) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "t",
           {{"kind", "transfer"}, {"date", "2020-01-01"}, {"amount", "900.00"}})
      .add("benefit_items", "p", {{"kind", "particular"}, {"amount", "100.00"}})
      .add("earlier_orders", "E1", {{"made", "2019-05-05"}, {"amount", "250.00"}});
  AssessmentQuestion question = lifestyle_question();
  EXPECT_EQ(assessed(file, question).scenarios[0].benefit->value, money("750.00"));
  question.lifestyle.answer = LifestyleOutcome::Answer::no;
  EXPECT_EQ(assessed(file, question).scenarios[0].benefit->value, money("100.00"));
  file.add("earlier_orders", "E2", {{"made", "2017-05-05"}, {"amount", "5000.00"}});
  question.lifestyle.answer = LifestyleOutcome::Answer::yes;
  EXPECT_EQ(assessed(file, question).scenarios[0].benefit->value, money("0.00"));
}

TEST(Benefit, AnEarlierFindingStandsForEverythingUpToItsDay) {
  CaseBuilder file = convicted_case();
  file.add("earlier_orders", "E1",
           {{"made", "2019-05-05"},
            {"amount", "300.00"},
            {"lifestyle", "true"},
            {"benefit_found_on", "2019-05-01"},
            {"benefit_found", "1000.00"}})
      .add("benefit_items", "on", {{"kind", "held"}, {"date", "2019-05-01"}, {"amount", "10.00"}})
      .add("benefit_items", "after",
           {{"kind", "held"}, {"date", "2019-05-02"}, {"amount", "20.00"}})
      .add("benefit_items", "when", {{"kind", "held"}, {"amount", "40.00"}})
      .add("benefit_items", "old",
           {{"kind", "particular"}, {"date", "2019-04-30"}, {"amount", "80.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("720.00"));
  EXPECT_EQ(assessment.scenarios[0].benefit->most, money("760.00"));
  EXPECT_EQ(item_of(assessment, "on").authority, "POCA 2002 s.10(9)");
  EXPECT_EQ(item_of(assessment, "old").authority, "POCA 2002 s.8(3)-(4)");
  AssessmentQuestion question = lifestyle_question();
  question.lifestyle.answer = LifestyleOutcome::Answer::no;
  EXPECT_EQ(assessed(file, question).scenarios[0].benefit->value, money("80.00"));
}

TEST(Benefit, AnEarlierFindingWithoutItsAmountIsAskedFor) {
  CaseBuilder file = convicted_case();
  file.add("earlier_orders", "E1",
           {{"amount", "300.00"}, {"lifestyle", "true"}, {"benefit_found_on", "2019-05-01"}})
      .add("benefit_items", "after",
           {{"kind", "held"}, {"date", "2019-05-02"}, {"amount", "500.00"}});
  const AssessedFigure benefit = *assessed(file, lifestyle_question()).scenarios[0].benefit;
  EXPECT_EQ(benefit.value, money("200.00"));
  EXPECT_EQ(benefit.most, std::nullopt);
  EXPECT_EQ(benefit.missing.front(), "earlier_orders/E1: benefit_found");
}

// law.md 1.8, TV-UPL-1.
TEST(Benefit, IsTheLargerOfTheUpliftedValueAndTheValueNow) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "uplift",
           {{"kind", "particular"},
            {"amount", "50000.00"},
            {"index_then", "112.3"},
            {"index_now", "135.4"},
            {"value_now", "60284.94"}});
  Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(item_of(assessment, "uplift").value, money("60284.95"));
  EXPECT_NE(item_of(assessment, "uplift").reason.find("50,000.00 x 135.4/112.3"),
            std::string::npos);

  file.add("benefit_items", "grown",
           {{"kind", "particular"},
            {"amount", "50000.00"},
            {"index_then", "112.3"},
            {"index_now", "135.4"},
            {"value_now", "60284.96"}});
  assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(item_of(assessment, "grown").value, money("60284.96"));

  file.add("benefit_items", "half",
           {{"kind", "particular"}, {"amount", "7.00"}, {"index_then", "90"}});
  assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(item_of(assessment, "half").value, money("7.00"));
  EXPECT_EQ(item_of(assessment, "half").missing.front(), "benefit_items/half: index_now");
}

TEST(Benefit, InAnotherCurrencyWaitsForARate) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "euro",
           {{"kind", "particular"}, {"amount", "10.00"}, {"currency", "EUR"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(item_of(assessment, "euro").outcome, ItemOutcome::open);
  EXPECT_TRUE(assessment.provisional());
  EXPECT_EQ(assessment.scenarios[0].benefit->most, std::nullopt);
}

TEST(Benefit, OfOffencesStandsInWhereNothingIsItemised) {
  CaseBuilder file = convicted_case();
  file.add("offences", "O2", {{"from", "2022-01-01"}, {"convicted", "true"}, {"benefit", "500.00"}})
      .add("offences", "O3",
           {{"from", "2022-01-01"},
            {"convicted", "false"},
            {"taken_into_consideration", "true"},
            {"benefit", "40.00"}})
      .add("offences", "O4", {{"from", "2022-01-01"}, {"convicted", "false"}, {"benefit", "8.00"}});
  EXPECT_EQ(assessed(file, lifestyle_question()).scenarios[0].benefit->value, money("540.00"));
  file.add("benefit_items", "p", {{"kind", "particular"}, {"amount", "600.00"}});
  EXPECT_EQ(assessed(file, lifestyle_question()).scenarios[0].benefit->value, money("600.00"));
}

TEST(Benefit, BeforeAnyConvictionIsProvisionalAndNeverNil) {
  CaseBuilder file;
  file.add("proceedings", "", {{"started", "2024-03-15"}, {"prosecutor_asks", "true"}})
      .add("offences", "O1",
           {{"from", "2022-01-01"}, {"convicted", "false"}, {"benefit", "500.00"}})
      .add("offences", "O2", {{"from", "2022-01-01"}, {"benefit", "40.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  const AssessedFigure benefit = *assessment.scenarios[0].benefit;
  EXPECT_EQ(benefit.value, money("540.00"));
  EXPECT_EQ(benefit.least, money("0.00"));
  EXPECT_FALSE(benefit.determined());
  EXPECT_EQ(assessment.missing.front(), "offences/O1: a conviction");
  EXPECT_FALSE(assessment.steps.front().determined);
  EXPECT_EQ(step_with(assessment, "Without benefit").number, 0);
}

TEST(Benefit, OfAnOffenceBeforeTheActIsRefusedWithAReason) {
  CaseBuilder file = convicted_case();
  file.add("offences", "old", {{"from", "2003-03-23"}, {"convicted", "true"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_TRUE(assessment.scenarios.empty());
  EXPECT_NE(assessment.refused.find("23 March 2003"), std::string::npos);
}

TEST(Benefit, OfADefendantWhoAbscondedIsRefusedWithAReason) {
  CaseBuilder file;
  file.add("proceedings", "", {{"started", "2024-03-15"}, {"absconded", "true"}})
      .add("offences", "O1", {{"from", "2021-01-04"}, {"convicted", "true"}});
  EXPECT_EQ(assessed(file, lifestyle_question()).refused,
            "offence O1: The defendant has absconded: sections 27 and 28 are another route");
}

}  // namespace
}  // namespace recoup
