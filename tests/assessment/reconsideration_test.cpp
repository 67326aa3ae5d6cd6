#include <gtest/gtest.h>

#include "case_builder.hpp"
#include "recoup/assessment/matter_answers.hpp"

namespace recoup {
namespace {

using Fields = CaseBuilder::Fields;

CaseBuilder applied(Fields fields) {
  CaseBuilder file = convicted_case();
  file.add("reconsiderations", "R1", fields);
  return file;
}

/// As clocks answer for a conviction on 14 June 2024.
AssessmentQuestion with_limit() {
  AssessmentQuestion question = lifestyle_question();
  question.matters.limits.push_back({"reconsiderations/R1",
                                     "confiscation.reconsideration",
                                     day("2030-06-13"),
                                     "6 years starting with 14 June 2024",
                                     "POCA 2002 ss.19-21",
                                     {}});
  return question;
}

// law.md 1.12, TV-S22: both orders, before any change in the value of money.
TEST(MoreAvailable, HasTheRoomBetweenOrderAndBenefit) {
  const auto room = [](const char* benefit, const char* ordered) {
    const CaseBuilder file =
        applied({{"kind", "s.22"}, {"benefit", benefit}, {"ordered", ordered}});
    return step_with(assessed(file, lifestyle_question()), "could rise by at most").figure;
  };
  EXPECT_EQ(room("30350.20", "5135.00"), money("25215.20"));
  EXPECT_EQ(room("27556.06", "871.51"), money("26684.55"));
}

TEST(MoreAvailable, DoesNotReachAnOrderForTheWholeBenefit) {
  const CaseBuilder file =
      applied({{"kind", "s.22"}, {"benefit", "500.00"}, {"ordered", "500.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_NE(step_with(assessment, "does not reach it").number, 0);
  EXPECT_EQ(step_with(assessment, "in today's money").number, 0);
}

// 5,135.00 x 120/100 = 6,162.00: a new figure up to that is no rise.
TEST(MoreAvailable, ComparesWithTheEarlierFigureInTodaysMoney) {
  const auto read = [](const char* fresh) {
    return assessed(applied({{"kind", "s.22"},
                             {"applicant", "prosecutor"},
                             {"benefit", "30350.20"},
                             {"ordered", "5135.00"},
                             {"index_then", "100"},
                             {"index_now", "120"},
                             {"new_available", fresh}}),
                    lifestyle_question());
  };
  EXPECT_NE(
      step_with(read("6162.00"), "= £6,162.00; the new one of £6,162.00 is not higher").number, 0);
  EXPECT_NE(step_with(read("6162.00"), "order stays at £5,135.00").number, 0);
  EXPECT_EQ(step_with(read("6162.01"), "higher by").figure, money("0.01"));
  EXPECT_EQ(step_with(read("6162.01"), "any just amount").figure, money("6162.01"));
  const Step capped = step_with(read("31000.00"), "any just amount");
  EXPECT_EQ(capped.figure, money("30350.20"));
  EXPECT_NE(capped.sentence.find("the latest figure of benefit"), std::string::npos);
  EXPECT_TRUE(capped.determined);
}

TEST(MoreAvailable, WithoutIndexFiguresIsProvisional) {
  const Assessment assessment = assessed(applied({{"kind", "s.22"},
                                                  {"benefit", "30350.20"},
                                                  {"ordered", "5135.00"},
                                                  {"new_available", "9000.00"}}),
                                         lifestyle_question());
  const Step step = step_with(assessment, "any just amount");
  EXPECT_FALSE(step.determined);
  EXPECT_NE(step.missing.at(0).find("index_then"), std::string::npos);
}

TEST(Reconsideration, IsForThoseToAskForWhomTheSectionNames) {
  const auto refused = [](const char* kind, const char* applicant) {
    const Step step = step_with(
        assessed(applied({{"kind", kind}, {"applicant", applicant}, {"applied_on", "2025-05-01"}}),
                 lifestyle_question()),
        "Application R1 under section");
    return !step.determined && step.missing.back().find("by the prosecutor") != std::string::npos;
  };
  EXPECT_TRUE(refused("s.22", "defendant"));
  EXPECT_FALSE(refused("s.22", "receiver"));
  EXPECT_TRUE(refused("s.21", "receiver"));
  EXPECT_FALSE(refused("s.21", "prosecutor"));
  EXPECT_FALSE(refused("s.23", "defendant"));
}

TEST(MoreBenefit, ComparesInTodaysMoneyAndKeepsTheSixYears) {
  CaseBuilder file = applied({{"kind", "s.21"},
                              {"applicant", "prosecutor"},
                              {"applied_on", "2030-06-13"},
                              {"benefit", "1000.00"},
                              {"new_benefit", "1100.01"},
                              {"index_then", "100"},
                              {"index_now", "110"}});
  file.add("findings", "F6",
           {{"matter", "new-evidence"}, {"about", "R1"}, {"answer", "yes"}, {"author", "AFI"}});
  const Assessment assessment = assessed(file, with_limit());
  EXPECT_EQ(step_with(assessment, "higher by").figure, money("0.01"));
  EXPECT_NE(step_with(assessment, "it was made in time").sentence.find("13 June 2030"),
            std::string::npos);
  EXPECT_NE(step_with(assessment, "by the finding of AFI").number, 0);
}

TEST(MoreBenefit, AppliedForADayLateNeedsAPerson) {
  const Assessment assessment =
      assessed(applied({{"kind", "s.21"}, {"applied_on", "2030-06-14"}}), with_limit());
  const Step step = step_with(assessment, "it was made after it");
  EXPECT_FALSE(step.determined);
  EXPECT_FALSE(step_with(assessment, "is for a person to find").determined);
}

TEST(FreshOrder, IsForTheLowerOfTheNewFigures) {
  for (const char* kind : {"s.19", "s.20"}) {
    const Assessment assessment =
        assessed(applied({{"kind", kind}, {"new_benefit", "800.00"}, {"new_available", "300.00"}}),
                 with_limit());
    EXPECT_EQ(step_with(assessment, "could be for at most").figure, money("300.00")) << kind;
    EXPECT_NE(step_with(assessment, "The last day for application R1").number, 0);
  }
  const Assessment bare = assessed(applied({{"kind", "s.19"}}), lifestyle_question());
  EXPECT_FALSE(step_with(bare, "could be for cannot be said").determined);
}

TEST(Inadequacy, IsWhatIsLeftToPayAboveWhatIsAvailable) {
  const auto read = [](const char* available) {
    return assessed(applied({{"kind", "s.23"},
                             {"applicant", "defendant"},
                             {"applied_on", "2025-05-01"},
                             {"remaining", "700.00"},
                             {"new_available", available}}),
                    lifestyle_question());
  };
  EXPECT_EQ(step_with(read("650.50"), "inadequate by").figure, money("49.50"));
  EXPECT_NE(step_with(read("700.00"), "it is not inadequate").number, 0);
  EXPECT_TRUE(step_with(read("700.00"), "under section 23").determined);
}

TEST(Discharge, SaysWhatTheTablesAnsweredAndWhatTheyLack) {
  AssessmentQuestion question = lifestyle_question();
  question.matters.discharges.push_back(
      {"reconsiderations/R1", true, {"Hardly anything is left."}, "POCA 2002 s.25(1)(c)", {}});
  const CaseBuilder file = applied({{"kind", "s.25"}, {"remaining", "49.00"}});
  const Step met = step_with(assessed(file, question), "the order may be discharged");
  EXPECT_EQ(met.authority, "POCA 2002 s.25(1)(c)");
  EXPECT_EQ(met.figure, money("49.00"));
  question.matters.discharges[0].met = std::nullopt;
  question.matters.discharges[0].missing = {"a fact"};
  const Step open = step_with(assessed(file, question), "is open");
  EXPECT_EQ(open.missing, std::vector<std::string>{"a fact"});
}

TEST(Death, NeedsADayAndAFinding) {
  const Assessment bare = assessed(applied({{"kind", "s.25A"}}), lifestyle_question());
  EXPECT_FALSE(step_with(bare, "has died is not stated").determined);
  CaseBuilder file = applied({{"kind", "s.25A"}, {"died_on", "2025-04-02"}});
  file.add("findings", "F6",
           {{"matter", "nothing-recoverable"}, {"answer", "no, a house is left"}, {"author", "X"}});
  const Assessment found = assessed(file, lifestyle_question());
  EXPECT_TRUE(step_with(found, "died on 2 April 2025").determined);
  EXPECT_NE(step_with(found, "it is not so that nothing more").number, 0);
}

TEST(Reconsideration, OfAnotherKindIsRefused) {
  EXPECT_EQ(applied({{"kind", "s.26"}}).read().error().place.field, "reconsiderations/R1/kind");
}

}  // namespace
}  // namespace recoup
