#include <gtest/gtest.h>

#include "case_builder.hpp"
#include "recoup/assessment/stated.hpp"

namespace recoup {
namespace {

CaseBuilder joint_case() {
  CaseBuilder file = convicted_case();
  file.add("joint_benefit", "J1",
           {{"amount", "16100000.00"},
            {"description", "a carousel"},
            {"members[0].name", "A. Smith"},
            {"members[0].order", "16100000.00"},
            {"members[1].name", "B. Jones"},
            {"members[1].order", "16100000.00"},
            {"receipts[0].member", "A. Smith"},
            {"receipts[0].on", "2025-03-01"},
            {"receipts[0].amount", "10000000.00"}});
  return file;
}

// law.md 2, Ahmad.
TEST(JointBenefit, LeavesOfEachOrderOnlyWhatOthersHaveNotPaid) {
  const Assessment assessment = assessed(joint_case(), lifestyle_question());
  const Step other = step_with(assessment, "B. Jones: of the order");
  EXPECT_EQ(other.figure, money("6100000.00"));
  EXPECT_TRUE(other.determined);
  EXPECT_NE(other.sentence.find("£10,000,000.00 from others"), std::string::npos) << other.sentence;
  EXPECT_EQ(step_with(assessment, "A. Smith: of the order").figure, money("6100000.00"));
}

TEST(JointBenefit, CitesTheReceiptsOfOthersAndNotOnesOwn) {
  const Assessment assessment = assessed(joint_case(), lifestyle_question());
  const auto cites_receipt = [&](const char* words) {
    for (const StatedPlace& place : step_with(assessment, words).citations) {
      if (place.field == "joint_benefit/J1/receipts[0].amount") return true;
    }
    return false;
  };
  EXPECT_TRUE(cites_receipt("B. Jones: of the order"));
  EXPECT_FALSE(cites_receipt("A. Smith: of the order"));
}

TEST(JointBenefit, IsLimitedByTheOwnOrderWhereThatIsSmaller) {
  CaseBuilder file = convicted_case();
  file.add("joint_benefit", "J1",
           {{"amount", "1000.00"},
            {"members[0].name", "X"},
            {"members[0].order", "300.00"},
            {"members[1].name", "Y"},
            {"members[1].order", "1000.00"},
            {"receipts[0].member", "X"},
            {"receipts[0].on", "2025-03-01"},
            {"receipts[0].amount", "120.00"},
            {"receipts[1].member", "Y"},
            {"receipts[1].on", "2025-03-02"},
            {"receipts[1].amount", "850.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  // Of X 180.00 is unpaid, of the joint benefit 30.00; of Y 150.00 is unpaid.
  EXPECT_EQ(step_with(assessment, "X: of the order").figure, money("30.00"));
  EXPECT_EQ(step_with(assessment, "Y: of the order").figure, money("30.00"));
  EXPECT_NE(step_with(assessment, "X: of the order").sentence.find("£180.00 is unpaid"),
            std::string::npos);
}

TEST(JointBenefit, LeavesOutWhatIsReceivedLaterAndSaysSo) {
  AssessmentQuestion earlier = lifestyle_question();
  earlier.as_at = day("2025-02-28");
  const Assessment assessment = assessed(joint_case(), earlier);
  EXPECT_EQ(step_with(assessment, "B. Jones: of the order").figure, money("16100000.00"));
  EXPECT_NE(step_with(assessment, "Joint benefit J1").sentence.find("received later is left out"),
            std::string::npos);
}

TEST(JointBenefit, OverpaidIsNilAndAsksWhy) {
  CaseBuilder file = convicted_case();
  file.add("joint_benefit", "J1",
           {{"amount", "100.00"},
            {"members[0].name", "X"},
            {"members[0].order", "100.00"},
            {"members[1].name", "Y"},
            {"members[1].order", "100.00"},
            {"receipts[0].member", "X"},
            {"receipts[0].amount", "101.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(step_with(assessment, "Y: of the order").figure, money("0.00"));
  const Step step = step_with(assessment, "Joint benefit J1");
  ASSERT_EQ(step.missing.size(), 2U);
  EXPECT_NE(step.missing[0].find("receipts[0]: the day"), std::string::npos);
  EXPECT_NE(step.missing[1].find("why more was received"), std::string::npos);
}

TEST(JointBenefit, WithoutItsAmountOrMembersIsNotGuessed) {
  CaseBuilder file = convicted_case();
  file.add("joint_benefit", "J1", {{"members[0].name", "X"}})
      .add("joint_benefit", "J2",
           {{"amount", "9.00"}, {"members[0].name", "X"}, {"members[1].name", "Y"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(step_with(assessment, "Joint benefit J1").missing.size(), 2U);
  EXPECT_FALSE(step_with(assessment, "against X cannot be said").determined);
}

TEST(JointBenefit, RefusesReceiptsFromSomeoneElseAndMembersNamedTwice) {
  CaseBuilder stranger = joint_case();
  stranger.add("joint_benefit", "J2", {{"members[0].name", "X"}, {"receipts[0].member", "Z"}});
  const auto refused = stranger.read();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::contradiction);
  EXPECT_EQ(refused.error().place.field, "joint_benefit/J2/receipts[0].member");
  CaseBuilder twice = joint_case();
  twice.add("joint_benefit", "J2", {{"members[0].name", "X"}, {"members[1].name", "X"}});
  EXPECT_EQ(twice.read().error().place.field, "joint_benefit/J2/members[1].name");
}

}  // namespace
}  // namespace recoup
