#include "recoup/assessment/facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "case_builder.hpp"

namespace recoup {
namespace {

Error refusal(const char* section, const char* key, CaseBuilder::Fields fields) {
  CaseBuilder file = convicted_case();
  file.add(section, key, fields);
  const auto read = file.read();
  return read ? Error{} : read.error();
}

TEST(AssessmentFacts, RefuseContradictionsAndNameTheField) {
  const struct {
    const char* section;
    CaseBuilder::Fields fields;
    const char* field;
  } table[] = {
      {"assets", {{"value", "1.00"}, {"share", "4/3"}}, "assets/X/share"},
      {"assets", {{"value", "1.00"}, {"share", "-1/3"}}, "assets/X/share"},
      {"assets", {{"value", "1.00"}, {"secured_debt", "1.01"}}, "assets/X/secured_debt"},
      {"assets", {{"value", "-1.00"}}, "assets/X/value"},
      {"gifts", {{"recipient", " a. smith"}, {"value_at_gift", "1.00"}}, "gifts/X/recipient"},
      {"gifts", {{"index_then", "0"}}, "gifts/X/index_then"},
      {"offences", {{"from", "2024-02-02"}, {"to", "2024-02-01"}}, "offences/X/to"},
      {"offences", {{"benefited", "false"}, {"benefit", "1.00"}}, "offences/X/benefit"}};
  for (const auto& row : table) {
    const Error error = refusal(row.section, "X", row.fields);
    EXPECT_EQ(error.code, ErrorCode::contradiction) << row.field;
    EXPECT_EQ(error.place.field, row.field);
    EXPECT_EQ(error.place.document, "case.json");
    EXPECT_NE(error.place.line, 0U);
  }
}

TEST(AssessmentFacts, RefuseValuesThatAreNotOfTheirKind) {
  const struct {
    const char* section;
    CaseBuilder::Fields fields;
  } table[] = {{"benefit_items", {{"kind", "other"}}},
               {"benefit_items", {{"amount", "1.00"}}},
               {"benefit_items", {{"kind", "held"}, {"status", "maybe"}}},
               {"benefit_items", {{"kind", "held"}, {"amount", "1.005"}}},
               {"benefit_items", {{"kind", "held"}, {"amount", "1"}, {"currency", "XXQ"}}},
               {"benefit_items", {{"kind", "held"}, {"date", "2025-02-30"}}},
               {"offences", {{"convicted", "yes"}}},
               {"gifts", {{"index_then", "a"}}}};
  for (const auto& row : table) {
    EXPECT_EQ(refusal(row.section, "X", row.fields).code, ErrorCode::malformed) << row.section;
    EXPECT_FALSE(refusal(row.section, "X", row.fields).expected.empty());
  }
}

TEST(AssessmentFacts, RefuseMoneyThatIsAJsonNumber) {
  CaseBuilder file = convicted_case();
  file.add("assets", "X", {{"value", "1.50"}});
  file.facts().back().fact.kind = CaseFact::Kind::number;
  EXPECT_EQ(file.read().error().place.field, "assets/X/value");
}

TEST(AssessmentFacts, RefuseTwoCasesAndTwoAnswers) {
  CaseBuilder two_answers = convicted_case();
  two_answers.add("assets", "X", {{"value", "1.00"}}).add("assets", "X", {{"value", "2.00"}});
  EXPECT_EQ(two_answers.read().error().code, ErrorCode::contradiction);
  CaseBuilder two_cases = convicted_case();
  two_cases.facts().back().fact.case_id = "OP-2";
  EXPECT_EQ(two_cases.read().error().code, ErrorCode::contradiction);
}

TEST(AssessmentFacts, KeepWithdrawnEntriesApart) {
  CaseBuilder file = convicted_case();
  file.add("assets", "X", {{"removed", "true"}, {"why", "sold"}});
  const AssessmentFacts facts = file.read().value();
  EXPECT_TRUE(facts.assets.empty());
  ASSERT_EQ(facts.withdrawn.size(), 1U);
  EXPECT_EQ(facts.withdrawn[0].why, "sold");
}

TEST(AssessmentFacts, NameFieldsThatNoOneReads) {
  CaseBuilder file = convicted_case();
  file.add("assets", "X", {{"value", "1.00"}, {"secured_dept", "1.00"}});
  EXPECT_EQ(
      file.read().value().notes,
      (std::vector<std::string>{"assets/X/secured_dept is not a field that an assessment reads"}));
}

TEST(AssessmentFacts, DoNotDependOnTheOrderInWhichTheyAreHandedIn) {
  CaseBuilder file = convicted_case();
  file.add("assets", "b", {{"value", "1.00"}, {"kind", "car"}})
      .add("assets", "a", {{"value", "2.00"}});
  std::vector<StatedFact> turned = file.facts();
  std::reverse(turned.begin(), turned.end());
  const AssessmentFacts facts = read_assessment_facts(turned).value();
  ASSERT_EQ(facts.assets.size(), 2U);
  EXPECT_EQ(facts.assets[0].id, "b");
  EXPECT_EQ(facts.assets[0].value->citation.field, "assets/b/value");
  EXPECT_EQ(facts.assets[0].value->citation.document, sha256("case"));
}

}  // namespace
}  // namespace recoup
