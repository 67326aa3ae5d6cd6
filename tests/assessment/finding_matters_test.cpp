#include <gtest/gtest.h>

#include <algorithm>

#include "case_builder.hpp"
#include "recoup/assessment/matter_facts.hpp"

namespace recoup {
namespace {

bool has_note(const Assessment& assessment, const std::string& words) {
  return std::any_of(
      assessment.notes.begin(), assessment.notes.end(),
      [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

TEST(FindingMatter, IsNamedByAFixedWordAndAnotherIsRefused) {
  CaseBuilder file = convicted_case();
  file.add("findings", "F3", {{"matter", "hidden"}});
  const auto refused = file.read();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().place.field, "findings/F3/matter");
  EXPECT_NE(refused.error().expected.find("\"hidden-assets\""), std::string::npos);
}

TEST(FindingMatter, CarriesTheAuthorityOfItsProvision) {
  for (const auto& [matter, authority] :
       {std::pair{"injustice", "POCA 2002 s.10(6)"}, std::pair{"undervalue", "POCA 2002 s.78(1)"},
        std::pair{"other", "finding of a person"}}) {
    CaseBuilder file = convicted_case();
    file.add("findings", "F3",
             {{"matter", matter}, {"question", "Q3"}, {"answer", "no"}, {"author", "A"}});
    EXPECT_EQ(step_with(assessed(file, lifestyle_question()), "\"Q3\"").authority, authority);
  }
}

TEST(FindingMatter, IsReadFromTheQuestionWhereItIsNotNamedAndThatIsSaid) {
  const Assessment by_words = assessed(convicted_case(), lifestyle_question());
  EXPECT_TRUE(has_note(by_words, "Finding F1 names no matter"));
  EXPECT_TRUE(has_note(by_words, "Finding F2 names no matter"));
  EXPECT_FALSE(by_words.provisional() && step_with(by_words, "nothing is computed").number != 0);
  CaseBuilder named;
  named.add("findings", "F1",
            {{"matter", "victim-claim"}, {"question", "proportionate?"}, {"answer", "no"}});
  const Assessment said = assessed(named, lifestyle_question());
  EXPECT_FALSE(has_note(said, "names no matter"));
  EXPECT_NE(step_with(said, "nothing is computed").number, 0);
}

// A question of another matter that has the word in it closes nothing.
TEST(FindingMatter, NamedOtherDoesNotCloseAMatterOfItsWords) {
  CaseBuilder file;
  file.add("findings", "F1",
           {{"matter", "other"}, {"question", "Did a victim write?"}, {"answer", "yes"}});
  EXPECT_NE(step_with(assessed(file, lifestyle_question()), "started or intends").number, 0);
}

CaseBuilder hidden_case(const char* answer, const char* amount) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "B1", {{"kind", "particular"}, {"amount", "90000.00"}})
      .add("assets", "A1", {{"kind", "account"}, {"value", "20000.00"}})
      .add("findings", "F5",
           {{"matter", "hidden-assets"},
            {"question", "Are there assets that are not shown?"},
            {"answer", answer},
            {"author", "Judge White"},
            {"amount", amount}});
  return file;
}

TEST(HiddenAssets, FoundByAPersonStandBesideTheAvailableAmountAsKnown) {
  const Assessment assessment = assessed(hidden_case("yes", "30000.00"), lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].available->value, money("20000.00"));
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("20000.00"));
  const Step step = step_with(assessment, "are hidden it would be");
  EXPECT_EQ(step.figure, money("50000.00"));
  EXPECT_NE(step.sentence.find("as known is £20,000.00"), std::string::npos);
  EXPECT_NE(step.sentence.find("Judge White"), std::string::npos);
  EXPECT_EQ(step_with(assessment, "With that finding the recoverable").figure, money("50000.00"));
}

TEST(HiddenAssets, NeverLeadAboveTheBenefit) {
  const Assessment assessment = assessed(hidden_case("yes", "70000.01"), lifestyle_question());
  EXPECT_EQ(step_with(assessment, "With that finding the recoverable").figure, money("90000.00"));
}

TEST(HiddenAssets, AreNotInferredWithoutAYes) {
  for (const char* answer : {"no", "not yet", "referred"}) {
    const Assessment assessment = assessed(hidden_case(answer, "30000.00"), lifestyle_question());
    EXPECT_EQ(step_with(assessment, "are hidden it would be").number, 0) << answer;
  }
}

TEST(HiddenAssets, WithoutAnAmountAddNothingAndAskForIt) {
  CaseBuilder file = convicted_case();
  file.add("findings", "F5",
           {{"matter", "hidden-assets"}, {"answer", "yes"}, {"author", "Judge White"}});
  const Step step = step_with(assessed(file, lifestyle_question()), "gives no amount");
  EXPECT_FALSE(step.figure.has_value());
  EXPECT_EQ(step.missing.size(), 1U);
}

}  // namespace
}  // namespace recoup
