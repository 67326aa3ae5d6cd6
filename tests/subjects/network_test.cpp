#include "recoup/subjects/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "story.hpp"

namespace recoup {
namespace {

std::vector<std::string> labels(const SubjectNetwork& network) {
  std::vector<std::string> all;
  for (const Subject& subject : network.subjects) all.push_back(label(subject));
  return all;
}

TEST(Network, MakesOneSubjectOfOnePlateInEverySpelling) {
  SubjectStory story;
  story.says(story.file("OP-1"), plate("ZQ77 ABX"));
  story.says(story.file("OP-2"), plate("zq77-abx"));
  story.says(story.report("Council", "1"), plate("ZQ77ABX"));
  const SubjectNetwork network = story.join();
  ASSERT_EQ(network.subjects.size(), 1U);
  EXPECT_TRUE(network.subjects[0].is_identified);
  EXPECT_EQ(network.subjects[0].cases, (std::vector<std::string>{"OP-1", "OP-2"}));
  EXPECT_EQ(network.subjects[0].numbers.size(), 3U);
  EXPECT_EQ(network.subjects[0].statements.size(), 3U);
}

TEST(Network, NeverJoinsPersonsByTheirNameAlone) {
  SubjectStory story;
  story.says(story.file("OP-1"), person("A Smith", "P1"));
  story.says(story.file("OP-2"), person("A Smith", "P1"));
  story.says(story.report("Council", "1"), person("A Smith"));
  story.says(story.report("Council", "2"), person("A Smith"));
  const SubjectNetwork network = story.join();
  EXPECT_EQ(network.subjects.size(), 4U);
  for (const Subject& subject : network.subjects) EXPECT_FALSE(subject.is_identified);
}

TEST(Network, TakesOneNameInOneReportForOne) {
  SubjectStory story;
  const std::size_t report = story.report("Council", "1");
  story.says(report, person("A Smith"), SubjectRelation::uses, phone("07700 900123"));
  story.says(report, person("A SMITH"), SubjectRelation::owns, plate("ZQ77 ABX"));
  EXPECT_EQ(story.join().subjects.size(), 3U);
}

TEST(Network, JoinsPersonsByANumberAndByAStatedDecision) {
  SubjectStory story;
  story.says(story.file("OP-1"), {SubjectKind::person, "PNC 25/100001A", "A Smith", "P1"});
  story.says(story.file("OP-2"), {SubjectKind::person, "pnc25-100001a", "Alan Smith", "P7"});
  const std::size_t third = story.file("OP-3");
  story.says(third, person("Al", "P1"));
  EXPECT_EQ(story.join().subjects.size(), 2U);
  story.says(third, person("Al", "P1"), SubjectRelation::same_as,
             {SubjectKind::person, "PNC 25/100001A", "", ""});
  const SubjectNetwork network = story.join();
  ASSERT_EQ(network.subjects.size(), 1U);
  EXPECT_EQ(network.subjects[0].cases.size(), 3U);
  ASSERT_EQ(network.subjects[0].why_one.size(), 1U);
  EXPECT_NE(network.subjects[0].why_one[0].find("OP-3"), std::string::npos);
}

TEST(Network, DoesNotJoinWhatOnlyAReportCallsTheSame) {
  SubjectStory story;
  story.says(story.report("Council", "1"), person("A Smith"), SubjectRelation::same_as,
             person("A Smythe"));
  EXPECT_EQ(story.join().subjects.size(), 2U);
}

TEST(Network, JoinsAnIbanWithTheDomesticNumberInsideIt) {
  SubjectStory story;
  story.says(story.file("OP-1"), account("10-20-15 30093459"));
  story.says(story.file("OP-2"), account("GB94 BARC 1020 1530 0934 59"));
  const SubjectNetwork network = story.join();
  ASSERT_EQ(network.subjects.size(), 1U);
  ASSERT_EQ(network.subjects[0].why_one.size(), 1U);
  EXPECT_NE(network.subjects[0].why_one[0].find("check digits"), std::string::npos);
}

TEST(Network, JoinsAccountsAsAPersonDecided) {
  SubjectStory story;
  story.says(story.file("OP-1"), account("10-20-15 30093459"));
  story.says(story.file("OP-2"), account("88-60-32 20551780"));
  EXPECT_EQ(story.join().subjects.size(), 2U);
  story.material.decided.push_back({"10-20-15 30093459", "88-60-32 20551780", true, "moved"});
  EXPECT_EQ(story.join().subjects.size(), 1U);
}

TEST(Network, JoinsFullAddressesAndNoNamesOfPlaces) {
  SubjectStory story;
  story.says(story.file("OP-1"), premises("14 Tannery Row, Wexmoor"));
  story.says(story.file("OP-2"), premises("14 TANNERY ROW, WEXMOOR."));
  story.says(story.file("OP-3"), premises("the yard"));
  story.says(story.file("OP-4"), premises("the yard"));
  EXPECT_EQ(story.join().subjects.size(), 3U);
}

TEST(Network, GathersWhatIsSaidOfOneTie) {
  SubjectStory story;
  const std::size_t file = story.file("OP-1");
  story.says(file, person("A", "P1"), SubjectRelation::owns, plate("ZQ77 ABX"));
  story.says(file, person("A", "P1"), SubjectRelation::owns, plate("ZQ77ABX"));
  story.says(file, person("A", "P1"), SubjectRelation::sold, plate("ZQ77ABX"));
  const SubjectNetwork network = story.join();
  ASSERT_EQ(network.ties.size(), 2U);
  EXPECT_EQ(network.ties[0].statements.size(), 2U);
}

TEST(Network, SetsANumberAsideThatIsNone) {
  SubjectStory story;
  const std::size_t file = story.file("OP-1");
  story.says(file, person("A", "P1"), SubjectRelation::owns, plate("??"));
  const SubjectNetwork network = story.join();
  EXPECT_TRUE(network.subjects.empty());
  ASSERT_EQ(network.unused.size(), 1U);
  EXPECT_EQ(network.unused[0].what, "OP-1.json:1");
}

TEST(Network, IsTheSameInWhateverOrderItIsTold) {
  SubjectStory story;
  const std::size_t one = story.file("OP-1");
  const std::size_t two = story.file("OP-2");
  const std::size_t report = story.report("Council", "1");
  story.says(one, person("A", "P1"), SubjectRelation::owns, plate("ZQ77 ABX"));
  story.says(two, account("10-20-15 30093459"));
  story.says(report, plate("zq77abx"), SubjectRelation::seen_at, premises("the yard"));
  story.says(one, account("GB94 BARC 1020 1530 0934 59"));
  const SubjectNetwork expected = story.join();
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    SubjectMaterial shuffled = story.material;
    std::shuffle(shuffled.statements.begin(), shuffled.statements.end(), random);
    std::swap(shuffled.records[0], shuffled.records[2]);
    for (SubjectStatement& said : shuffled.statements) {
      if (said.record != 1) said.record = 2 - said.record;
    }
    const SubjectNetwork network = join_subjects(shuffled);
    ASSERT_EQ(labels(network), labels(expected));
    ASSERT_EQ(network.ties.size(), expected.ties.size());
    for (std::size_t k = 0; k < network.statements.size(); ++k) {
      ASSERT_EQ(network.statements[k].said.line, expected.statements[k].said.line);
    }
  }
}

}  // namespace
}  // namespace recoup
