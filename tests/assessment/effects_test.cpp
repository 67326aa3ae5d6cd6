#include "recoup/assessment/effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "case_builder.hpp"

namespace recoup {
namespace {

std::vector<std::string> effects(const CaseBuilder& file, const AssessmentQuestion& question) {
  std::vector<std::string> all;
  for (const FactEffect& effect : effects_of(assessed(file, question))) {
    all.push_back(effect.fact + ": " + text(effect));
  }
  return all;
}

TEST(FactEffect, SaysHowMuchHangsOnEachMissingFact) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "undated", {{"kind", "transfer"}, {"amount", "5.00"}})
      .add("benefit_items", "unpriced", {{"kind", "transfer"}, {"date", "2020-01-01"}})
      .add("assets", "car", {{"kind", "vehicle"}, {"value", "40.00"}})
      .add("obligations", "fine", {{"kind", "fine"}, {"amount", "7.00"}})
      .add("proceedings", "", {{"order_made", "2025-05-01"}})
      .add("gifts", "G", {{"date", "2020-01-01"}, {"value_at_gift", "9.00"}});
  const std::vector<std::string> expected = {
      "benefit_items/undated: date: could add £5.00 to the benefit (benefit_items/undated)",
      "benefit_items/unpriced: amount: could add an amount that cannot be said yet to the benefit "
      "(benefit_items/unpriced)",
      "obligations/fine: made: could take £7.00 off the available amount (obligations/fine)",
      "gifts/G: value_now: £9.00 of the available amount rests on it (gifts/G)"};
  EXPECT_EQ(effects(file, lifestyle_question()), expected);
}

TEST(FactEffect, NamesTheReadingWhereThereAreTwo) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "undated", {{"kind", "transfer"}, {"amount", "5.00"}});
  AssessmentQuestion question = lifestyle_question();
  question.lifestyle.answer = LifestyleOutcome::Answer::undetermined;
  const std::vector<std::string> expected = {
      "benefit_items/undated: date: could add £5.00 to the benefit, if a criminal lifestyle is "
      "found "
      "(benefit_items/undated)"};
  EXPECT_EQ(effects(file, question), expected);
}

// What is open and valued is what lies between the figure and the most it can be.
TEST(FactEffect, AddUpToTheMostOfTheFigure) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "sure",
           {{"kind", "transfer"}, {"date", "2020-01-01"}, {"amount", "10.00"}});
  for (const char* id : {"a", "b", "c"}) {
    file.add("benefit_items", id, {{"kind", "expenditure"}, {"amount", "3.33"}});
  }
  const Assessment assessment = assessed(file, lifestyle_question());
  Money sum = assessment.scenarios.at(0).benefit->value;
  for (const FactEffect& effect : effects_of(assessment)) {
    sum = sum.plus(effect.amount.value()).value();
  }
  EXPECT_EQ(sum, assessment.scenarios.at(0).benefit->most);
  EXPECT_EQ(sum, money("19.99"));
}

}  // namespace
}  // namespace recoup
