#include "recoup/rules/finding.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Finding about(const std::string& offence, Status status, Value value) {
  Finding finding;
  finding.question = "Is it so?";
  finding.hit_policy = "ANY";
  finding.about = offence;
  finding.status = status;
  if (status == Status::undetermined) finding.missing = {offence + ".from"};
  if (status == Status::withheld) finding.errors = {offence + " contradicts itself"};
  if (value.is_true()) {
    FindingRule rule;
    rule.rule = "r1";
    rule.reason = "It is.";
    finding.fired.push_back(rule);
  }
  finding.value = std::move(value);
  return finding;
}

const Finding yes = about("O1", Status::determined, Value(true));
const Finding no = about("O2", Status::determined, Value(false));
const Finding open = about("O3", Status::undetermined, Value());
const Finding withheld = about("O4", Status::withheld, Value());

TEST(AnyOf, OneYesIsEnoughAndMissingBeatsNo) {
  EXPECT_TRUE(any_of({no, open, yes, withheld}).value.is_true());
  EXPECT_EQ(any_of({no, open, yes}).status, Status::determined);
  EXPECT_TRUE(any_of({no, open, yes}).missing.empty());
  EXPECT_TRUE(any_of({no, no}).value.is_false());
  const Finding partly = any_of({no, open});
  EXPECT_EQ(partly.status, Status::undetermined);
  EXPECT_EQ(partly.missing, std::vector<std::string>{"O3.from"});
  EXPECT_FALSE(partly.value.is_false());
  EXPECT_EQ(any_of({no, withheld}).status, Status::withheld);
}

TEST(AnyOf, KeepsEachFindingAndSaysWhatItIsAbout) {
  const Finding whole = any_of({yes, no});
  ASSERT_EQ(whole.depends_on.size(), 2U);
  EXPECT_EQ(whole.depends_on[1].about, "O2");
  ASSERT_EQ(whole.fired.size(), 1U);
  EXPECT_EQ(whole.fired[0].rule, "O1: r1");
  EXPECT_EQ(whole.fired[0].reason, "O1: It is.");
}

TEST(Sentences, AreNumberedAndSayWhatIsOpen) {
  EXPECT_EQ(sentences(yes)[0], "1. Is it so? (O1): yes.");
  EXPECT_EQ(sentences(no)[0], "1. Is it so? (O2): no, because no rule applies.");
  EXPECT_EQ(sentences(open)[0], "1. Is it so? (O3): not determined; to be obtained: O3.from.");
  EXPECT_EQ(sentences(withheld)[0], "1. Is it so? (O4): withheld, because O4 contradicts itself.");
  EXPECT_EQ(sentences(yes)[1], "2. It is.");
}

}  // namespace
}  // namespace recoup
