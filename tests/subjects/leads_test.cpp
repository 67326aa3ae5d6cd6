#include "recoup/subjects/leads.hpp"

#include <gtest/gtest.h>

#include "story.hpp"

namespace recoup {
namespace {

std::vector<std::string> kinds(const std::vector<SubjectLead>& leads) {
  std::vector<std::string> all;
  for (const SubjectLead& lead : leads) all.emplace_back(text(lead.kind));
  return all;
}

using Kinds = std::vector<std::string>;

TEST(Leads, NameASubjectOfTwoCases) {
  SubjectStory story;
  story.says(story.file("OP-1", "Alder"), account("10-20-15 30093459"));
  story.says(story.file("OP-2", "Alder"), account("102015 30093459"));
  const SubjectNetwork network = story.join();
  const auto leads = find_leads(network);
  EXPECT_EQ(kinds(leads), Kinds{"two-cases"});
  EXPECT_EQ(leads[0].cases, (std::vector<std::string>{"OP-1", "OP-2"}));
  EXPECT_EQ(leads[0].statements.size(), 2U);
  EXPECT_EQ(sentence(network, leads[0]),
            "account 10-20-15 30093459 is named in cases OP-1 and OP-2");
}

TEST(Leads, PutTwoOperationsBeforeTwoCases) {
  SubjectStory story;
  const std::size_t one = story.file("OP-1", "Alder");
  const std::size_t two = story.file("OP-2", "Alder");
  const std::size_t other = story.file("OP-3", "Birch");
  story.says(one, plate("AA11 AAA"));
  story.says(two, plate("AA11 AAA"));
  story.says(one, plate("ZZ99 ZZZ"));
  story.says(other, plate("ZZ99 ZZZ"));
  EXPECT_EQ(kinds(find_leads(story.join())), (Kinds{"two-operations", "two-cases"}));
}

TEST(Leads, DoNotComeOfASubjectOfOneCaseOrOfNamesAlone) {
  SubjectStory story;
  const std::size_t file = story.file("OP-1");
  story.says(file, plate("ZQ77 ABX"));
  story.says(file, plate("ZQ77 ABX"));
  story.says(story.file("OP-2"), premises("the yard"));
  story.says(story.file("OP-3"), premises("the yard"));
  EXPECT_TRUE(find_leads(story.join()).empty());
}

TEST(Leads, NameAPlateThatWasMissingAndIsMetLater) {
  SubjectStory story;
  const std::size_t report = story.report("Public", "1");
  story.says(report, plate("ZQ77 ABX"), SubjectRelation::missing_from,
             premises("4 Elder Row, Wexmoor"), "2024-05-03");
  const std::size_t towed = story.report("Council", "2");
  story.says(towed, plate("zq77abx"), SubjectRelation::abandoned_at,
             premises("9 Mill Side Lane, Wexmoor"), "2024-05-01");
  EXPECT_TRUE(find_leads(story.join()).empty()) << "it was met before it was missing";
  story.says(towed, plate("zq77abx"), SubjectRelation::towed_from,
             premises("9 Mill Side Lane, Wexmoor"), "2024-05-09");
  const SubjectNetwork network = story.join();
  const auto leads = find_leads(network);
  ASSERT_EQ(kinds(leads), Kinds{"missing-then-seen"});
  EXPECT_EQ(leads[0].statements.size(), 2U);
  EXPECT_NE(sentence(network, leads[0]).find("9 Mill Side Lane"), std::string::npos);
}

TEST(Leads, NameNoPlateThatIsMetWhereItWasMissing) {
  SubjectStory story;
  const std::size_t report = story.report("Public", "1");
  const SubjectMention home = premises("4 Elder Row, Wexmoor");
  story.says(report, plate("ZQ77 ABX"), SubjectRelation::missing_from, home, "2024-05-03");
  story.says(report, plate("ZQ77 ABX"), SubjectRelation::seen_at, home, "2024-05-04");
  EXPECT_TRUE(find_leads(story.join()).empty());
}

TEST(Leads, NameAPlateMetAtTwoPremises) {
  SubjectStory story;
  const std::size_t report = story.report("Public", "1");
  story.says(report, plate("ZQ77 ABX"), SubjectRelation::seen_at, premises("4 Elder Row, Wexmoor"));
  EXPECT_TRUE(find_leads(story.join()).empty());
  story.says(report, plate("ZQ77 ABX"), SubjectRelation::seen_at, premises("5 Elder Row, Wexmoor"));
  const auto leads = find_leads(story.join());
  ASSERT_EQ(kinds(leads), Kinds{"two-premises"});
  EXPECT_EQ(leads[0].others.size(), 2U);
}

TEST(Leads, NameACompanyWithTwoAccountsAnAccountThatTwoPaidAndAPhoneThatTwoUse) {
  SubjectStory story;
  const std::size_t file = story.file("OP-1");
  const SubjectMention company{SubjectKind::company, "99812", "Alder Ltd", ""};
  story.says(file, company, SubjectRelation::holds, account("10-20-15 30093459"));
  story.says(file, company, SubjectRelation::controls, account("88-60-32 20551780"));
  story.says(file, person("A", "P1"), SubjectRelation::paid, account("88-60-32 20551780"));
  story.says(file, person("B", "P2"), SubjectRelation::paid, account("88-60-32 20551780"));
  story.says(file, person("A", "P1"), SubjectRelation::uses, phone("07700 900123"));
  story.says(file, person("B", "P2"), SubjectRelation::uses, phone("+44 7700 900123"));
  EXPECT_EQ(kinds(find_leads(story.join())),
            (Kinds{"company-two-accounts", "account-several-pay", "phone-two-users"}));
}

TEST(Leads, SayWhereTwoSourcesStateOneTie) {
  SubjectStory story;
  const SubjectMention owner{SubjectKind::person, "PNC 25/100001A", "A", ""};
  story.says(story.report("Council", "1"), owner, SubjectRelation::owns, plate("ZQ77 ABX"));
  story.says(story.report("Council", "2"), owner, SubjectRelation::owns, plate("ZQ77 ABX"));
  EXPECT_TRUE(find_leads(story.join()).empty()) << "one agency is one source";
  story.says(story.report("Trading Standards", "1"), owner, SubjectRelation::owns,
             plate("ZQ77 ABX"));
  EXPECT_EQ(kinds(find_leads(story.join())), Kinds{"said-by-two"});
}

TEST(Leads, SuggestPersonsWithOneNameAndJoinThemNot) {
  SubjectStory story;
  story.says(story.file("OP-1"), person("Mr A Smith", "P1"));
  story.says(story.report("Council", "1"), person("A. SMITH"));
  SubjectMention held = account("10-20-15 30093459");
  held.name = "A SMITH";
  story.says(story.file("OP-2"), held);
  const SubjectNetwork network = story.join();
  EXPECT_EQ(network.subjects.size(), 3U);
  const auto leads = find_leads(network);
  ASSERT_EQ(kinds(leads), Kinds{"like-names"});
  EXPECT_EQ(leads[0].others.size(), 2U);
}

TEST(Leads, DoNotSuggestTheHolderOfAnAccountForItself) {
  SubjectStory story;
  SubjectMention held = account("10-20-15 30093459");
  held.name = "A Smith";
  story.says(story.file("OP-1"), person("A Smith", "P1"), SubjectRelation::holds, held);
  EXPECT_TRUE(find_leads(story.join()).empty());
}

TEST(Leads, HaveAnInnocentReasonAndANextStepEach) {
  for (int i = 0; i <= static_cast<int>(SubjectLeadKind::like_names); ++i) {
    const auto kind = static_cast<SubjectLeadKind>(i);
    EXPECT_GT(innocent_reason(kind).size(), 20U);
    EXPECT_GT(next_step(kind).size(), 20U);
  }
}

TEST(Leads, ShareASubjectBetweenBothItsCases) {
  SubjectStory story;
  story.says(story.file("OP-1"), plate("ZQ77 ABX"));
  story.says(story.file("OP-2"), plate("ZQ77 ABX"));
  story.says(story.file("OP-3"), plate("AA11 AAA"));
  const SubjectNetwork network = story.join();
  const auto first = shared_subjects(network, "OP-1");
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].other_cases, std::vector<std::string>{"OP-2"});
  EXPECT_EQ(shared_subjects(network, "OP-2").size(), 1U);
  EXPECT_TRUE(shared_subjects(network, "OP-3").empty());
}

}  // namespace
}  // namespace recoup
