#include <gtest/gtest.h>

#include "case_builder.hpp"

namespace recoup {
namespace {

/// As clocks answer for an order of 15 January 2025.
AssessmentQuestion with_limits() {
  AssessmentQuestion question = lifestyle_question();
  question.matters.limits = {{"confiscation_orders/O1",
                              "confiscation.payment_period",
                              day("2025-04-14"),
                              "3 months starting with 15 January 2025",
                              "POCA 2002 s.11(2)-(3)",
                              {}},
                             {"confiscation_orders/O1",
                              "confiscation.payment_extended",
                              day("2025-07-14"),
                              "6 months starting with 15 January 2025",
                              "POCA 2002 s.11(4)-(6)",
                              {}}};
  return question;
}

CaseBuilder ordered(CaseBuilder::Fields fields) {
  CaseBuilder file = convicted_case();
  file.add("confiscation_orders", "O1", fields);
  return file;
}

CaseBuilder two_parts(const char* second) {
  return ordered({{"amount", "50000.00"},
                  {"made", "2025-01-15"},
                  {"parts[0].amount", "20000.00"},
                  {"parts[0].until", "2025-04-14"},
                  {"parts[0].paid_on", "2025-04-14"},
                  {"parts[1].amount", second},
                  {"parts[1].until", "2025-04-15"}});
}

TEST(TimeToPay, IsShownInPartsThatAddUp) {
  const Assessment assessment = assessed(two_parts("30000.00"), with_limits());
  const Step step = step_with(assessment, "is to be paid in 2 parts");
  EXPECT_EQ(step.figure, money("50000.00"));
  EXPECT_TRUE(step.determined);
  EXPECT_NE(step.sentence.find("£20,000.00 by 14 April 2025, £30,000.00 by 15 April 2025"),
            std::string::npos);
}

TEST(TimeToPay, SaysWhereThePartsDoNotAddUp) {
  const Step step = step_with(assessed(two_parts("29999.99"), with_limits()), "in 2 parts");
  ASSERT_EQ(step.missing.size(), 1U);
  EXPECT_NE(step.missing[0].find("£49,999.99"), std::string::npos);
}

TEST(TimeToPay, IsHeldAgainstTheLimitOfEachPart) {
  const Assessment assessment = assessed(two_parts("30000.00"), with_limits());
  EXPECT_TRUE(step_with(assessment, "longest time for part 1").determined);
  const Step late = step_with(assessment, "longest time for part 2");
  EXPECT_NE(late.sentence.find("until 14 April 2025 (3 months"), std::string::npos);
  EXPECT_FALSE(late.determined);
  const Assessment extended = assessed(ordered({{"amount", "1.00"},
                                                {"parts[0].amount", "1.00"},
                                                {"parts[0].until", "2025-07-14"},
                                                {"parts[0].extended", "true"}}),
                                       with_limits());
  EXPECT_NE(step_with(extended, "14 July 2025 is within it").number, 0);
}

TEST(TimeToPay, WithoutTheDayOfTheOrderIsNotGuessed) {
  const Assessment assessment = assessed(two_parts("30000.00"), lifestyle_question());
  EXPECT_FALSE(step_with(assessment, "Until when part 1").determined);
}

// 30,000.00 for the 47 days from 16 April to 1 June 2025 at 8 percent: 309.04.
TEST(TimeToPay, BearsInterestOnThePartThatIsUnpaid) {
  const Assessment assessment = assessed(two_parts("30000.00"), with_limits());
  EXPECT_EQ(step_with(assessment, "on £20,000.00 due 14 April 2025 and paid").figure,
            money("0.00"));
  EXPECT_EQ(step_with(assessment, "on £30,000.00 due 15 April 2025, unpaid").figure,
            money("309.04"));
}

// One day of 8 percent on 9,999.00 is 2.19.
TEST(DefaultTerm, RisesWithInterestIntoTheNextBand) {
  const Assessment assessment =
      assessed(ordered({{"amount", "9999.00"}, {"made", "2025-02-01"}, {"due", "2025-05-31"}}),
               lifestyle_question());
  const Step step = step_with(assessment, "term in default rises");
  EXPECT_EQ(step.figure, money("10001.19"));
  EXPECT_NE(step.sentence.find("from 6 months to 5 years"), std::string::npos);
  EXPECT_NE(step.authority.find("39(5)"), std::string::npos);
}

TEST(DefaultTerm, StaysWhereInterestStaysWithinTheBandOrTheOrderIsPaid) {
  for (const CaseBuilder& file :
       {ordered({{"amount", "9997.81"}, {"due", "2025-05-31"}}),
        ordered({{"amount", "9999.00"}, {"due", "2025-05-01"}, {"paid_on", "2025-05-31"}})}) {
    EXPECT_EQ(step_with(assessed(file, lifestyle_question()), "term in default rises").number, 0);
  }
}

}  // namespace
}  // namespace recoup
