#include <gtest/gtest.h>

#include "case_builder.hpp"
#include "recoup/assessment/matter_facts.hpp"

namespace recoup {
namespace {

/// A case whose one benefit item counts at `benefit`, with means of `available`.
CaseBuilder counted_case(const char* benefit, const char* available) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "B1", {{"kind", "particular"}, {"amount", benefit}})
      .add("assets", "A1", {{"kind", "account"}, {"value", available}});
  return file;
}

Step argument(const CaseBuilder& file) {
  return step_with(assessed(file, lifestyle_question()), "Argument P1 on proportionality");
}

CaseBuilder loan_case(const char* value_now) {
  CaseBuilder file = counted_case("1540000.00", "2000000.00");
  file.add("proportionality", "P1",
           {{"kind", "loan-funded"},
            {"item", "B1"},
            {"price", "775000.00"},
            {"loan", "465000.00"},
            {"value_now", value_now}});
  return file;
}

// law.md 2, Waya: the formula alone; the sum that the court ordered is not reached by it.
TEST(Proportionality, OfALoanFundedShareIsThatShareOfTheIncrease) {
  EXPECT_EQ(argument(loan_case("1200000.00")).figure, money("255000.00"));
  EXPECT_EQ(argument(loan_case("1850000.00")).figure, money("645000.00"));
  EXPECT_NE(argument(loan_case("1850000.00")).sentence.find("3/5 of the price"), std::string::npos);
  EXPECT_EQ(argument(loan_case("700000.00")).figure, money("0.00"));
}

TEST(Proportionality, IsShownBesideTheRecoverableAmountAndMovesNothing) {
  const Assessment assessment = assessed(loan_case("1850000.00"), lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("1540000.00"));
  const Step effect = step_with(assessment, "If argument P1 alone were accepted");
  EXPECT_EQ(effect.figure, money("645000.00"));
  EXPECT_NE(effect.sentence.find("beside the recoverable amount of £1,540,000.00"),
            std::string::npos);
  EXPECT_NE(effect.sentence.find("A person decides."), std::string::npos);
}

// law.md 2, Harvey: the illustration net of output tax, and what it is set beside.
TEST(Proportionality, OfAccountedTaxTakesItOutOfTheTurnover) {
  CaseBuilder file = counted_case("1960754.40", "9000000.00");
  file.add("benefit_items", "B2", {{"kind", "particular"}, {"amount", "314700.00"}})
      .add("proportionality", "P1",
           {{"kind", "vat-accounted"},
            {"item", "B1"},
            {"turnover", "5159880.00"},
            {"vat", "843827.00"},
            {"share", "0.38"},
            {"accounted", "true"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("2275454.40"));
  EXPECT_EQ(step_with(assessment, "Argument P1 on").figure, money("1640100.14"));
  EXPECT_EQ(step_with(assessment, "If argument P1").figure, money("1954800.14"));
}

TEST(Proportionality, OfTaxThatWasNotAccountedForTakesNothingOut) {
  CaseBuilder file = counted_case("1960754.40", "9000000.00");
  file.add("proportionality", "P1",
           {{"kind", "vat-accounted"},
            {"item", "B1"},
            {"turnover", "5159880.00"},
            {"vat", "843827.00"},
            {"share", "0.38"},
            {"accounted", "false"}});
  EXPECT_EQ(argument(file).figure, money("1960754.40"));
  EXPECT_NE(step_with(assessed(file, lifestyle_question()), "would change nothing").number, 0);
}

TEST(Proportionality, AsksWhetherTheTaxWasAccountedFor) {
  CaseBuilder file = counted_case("100.00", "90.00");
  file.add("proportionality", "P1",
           {{"kind", "vat-accounted"}, {"turnover", "60.00"}, {"vat", "10.00"}});
  const Step step = argument(file);
  EXPECT_EQ(step.figure, money("50.00"));
  EXPECT_FALSE(step.determined);
  EXPECT_NE(step.missing.at(0).find("accounted"), std::string::npos);
}

// law.md 2, Andrewes: the figure is above what is available, so that the order stays at that.
TEST(Proportionality, OfEarningsIsWhatHonestWorkWouldNotHaveEarned) {
  CaseBuilder file = counted_case("643602.91", "96737.24");
  file.add("proportionality", "P1",
           {{"kind", "earnings"}, {"earned", "643602.91"}, {"honest", "399034.91"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(step_with(assessment, "Argument P1 on").figure, money("244568.00"));
  EXPECT_EQ(step_with(assessment, "If argument P1").figure, money("96737.24"));
}

TEST(Proportionality, OfEarningsTakesAPercentageInItsPlaceButNotBoth) {
  CaseBuilder file = counted_case("1000.01", "5000.00");
  file.add("proportionality", "P1",
           {{"kind", "earnings"}, {"earned", "1000.01"}, {"uplift_percent", "12.5"}});
  EXPECT_EQ(argument(file).figure, money("125.00"));
  CaseBuilder both = counted_case("1.00", "1.00");
  both.add("proportionality", "P1",
           {{"kind", "earnings"}, {"honest", "1.00"}, {"uplift_percent", "12.5"}});
  EXPECT_EQ(both.read().error().place.field, "proportionality/P1/uplift_percent");
}

// law.md 2, Jawad.
TEST(Proportionality, OfRestoredBenefitLeavesTheRemainder) {
  CaseBuilder file = counted_case("174827.20", "500000.00");
  file.add("proportionality", "P1",
           {{"kind", "benefit-restored"}, {"restored", "64086.76"}, {"restored_on", "2025-02-03"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(step_with(assessment, "Argument P1 on").figure, money("110740.44"));
  EXPECT_EQ(step_with(assessment, "If argument P1").figure, money("110740.44"));
}

TEST(Proportionality, OfRestorationThatIsNotCertainTakesNothingOut) {
  CaseBuilder file = counted_case("174827.20", "500000.00");
  file.add("proportionality", "P1",
           {{"kind", "benefit-restored"}, {"restored", "64086.76"}, {"certain", "false"}});
  EXPECT_EQ(argument(file).figure, money("174827.20"));
  CaseBuilder silent = counted_case("174827.20", "500000.00");
  silent.add("proportionality", "P1", {{"kind", "property-restored"}, {"restored", "64086.76"}});
  EXPECT_FALSE(argument(silent).determined);
  EXPECT_NE(argument(silent).missing.at(0).find("not enough"), std::string::npos);
}

TEST(Proportionality, NamesABenefitItemThatThereIs) {
  CaseBuilder file = counted_case("100.00", "90.00");
  file.add(
      "proportionality", "P1",
      {{"kind", "benefit-restored"}, {"item", "B9"}, {"restored", "1.00"}, {"certain", "true"}});
  EXPECT_FALSE(argument(file).figure.has_value());
  EXPECT_EQ(argument(file).missing.at(0), "proportionality/P1/item: no benefit item B9");
}

CaseBuilder with_finding(CaseBuilder file, const char* id, const char* about,
                         const char* accepted) {
  file.add("findings", id,
           {{"matter", "proportionality"},
            {"about", about},
            {"question", "Is the argument accepted?"},
            {"answer", "yes"},
            {"accepted", accepted},
            {"author", "Judge White"},
            {"date", "2025-05-20"}});
  return file;
}

TEST(Proportionality, AcceptedByAFindingIsAStepWithItsAuthor) {
  const CaseBuilder file = with_finding(loan_case("1200000.00"), "F8", "P1", "true");
  const Assessment assessment = assessed(file, lifestyle_question());
  const Step step = step_with(assessment, "With the finding of Judge White on 20 May 2025");
  EXPECT_EQ(step.figure, money("255000.00"));
  EXPECT_NE(step.sentence.find("which accepts P1"), std::string::npos) << step.sentence;
  EXPECT_TRUE(step.determined);
  EXPECT_EQ(step.citations.at(0).field, "findings/F8");
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("1540000.00"));
}

TEST(Proportionality, NotAcceptedLeavesNoStep) {
  const CaseBuilder file = with_finding(loan_case("1200000.00"), "F8", "P1", "false");
  EXPECT_EQ(step_with(assessed(file, lifestyle_question()), "which accepts").number, 0);
}

TEST(Proportionality, AcceptedTwiceForOneItemAsksForTheAmount) {
  CaseBuilder file = loan_case("1200000.00");
  file.add(
      "proportionality", "P2",
      {{"kind", "property-restored"}, {"item", "B1"}, {"restored", "10.00"}, {"certain", "true"}});
  file = with_finding(with_finding(std::move(file), "F8", "P1", "true"), "F9", "P2", "true");
  const Step step = step_with(assessed(file, lifestyle_question()), "which accepts P1 and P2");
  EXPECT_FALSE(step.figure.has_value());
  EXPECT_NE(step.missing.at(0).find("same benefit"), std::string::npos);
}

TEST(Proportionality, AcceptedForTwoItemsTakesBothOut) {
  CaseBuilder file = loan_case("1200000.00");
  file.add("benefit_items", "B2", {{"kind", "particular"}, {"amount", "500.00"}})
      .add("proportionality", "P2",
           {{"kind", "property-restored"},
            {"item", "B2"},
            {"restored", "120.00"},
            {"certain", "true"}});
  file = with_finding(with_finding(std::move(file), "F8", "P1", "true"), "F9", "P2", "true");
  EXPECT_EQ(step_with(assessed(file, lifestyle_question()), "which accepts P1 and P2").figure,
            money("255380.00"));
}

TEST(Proportionality, FindingWithAnAmountIsItselfTheFigure) {
  CaseBuilder file = counted_case("1000.00", "800.00");
  file.add("findings", "F8",
           {{"matter", "proportionality"},
            {"question", "What is proportionate?"},
            {"answer", "yes"},
            {"author", "Judge White"},
            {"amount", "750.50"}});
  const Step step = step_with(assessed(file, lifestyle_question()), "no more than £750.50");
  EXPECT_EQ(step.figure, money("750.50"));
  EXPECT_NE(step.sentence.find("instead of £800.00"), std::string::npos);
}

TEST(Proportionality, FindingThatNamesNoArgumentOfTheFileIsSaid) {
  const CaseBuilder file = with_finding(counted_case("10.00", "9.00"), "F8", "P7", "true");
  const Step step = step_with(assessed(file, lifestyle_question()), "not complete");
  EXPECT_EQ(step.missing.at(0), "findings/F8/about: no entry P7 of proportionality");
}

}  // namespace
}  // namespace recoup
