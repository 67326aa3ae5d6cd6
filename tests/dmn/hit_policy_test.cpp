#include <gtest/gtest.h>

#include "model_builder.hpp"
#include "recoup/dmn/outcome.hpp"

namespace recoup {
namespace {

const std::vector<RowText> overlapping = {
    {"> 1", "-", "10"}, {"> 2", "-", "30"}, {"> 3", "> 0", "20"}};

/// The value for x = 5 and y = 7; without y where `y_known` is false.
Outcome concluded(const DecisionModel& model, bool y_known = true,
                  DecisionMode mode = DecisionMode::court) {
  Context inputs;
  inputs.set("x", number("5"));
  if (y_known) inputs.set("y", number("7"));
  return model.evaluate("d", inputs, mode).value();
}

TEST(HitPolicy, CombinesTheRulesThatFire) {
  const std::string ranked =
      "<output><outputValues><text>20, 30, 10</text></outputValues></output>";
  const struct {
    const char* attributes;
    std::string output;
    const char* value;
  } table[] = {
      {"hitPolicy=\"FIRST\"", "<output/>", "10"},
      {"hitPolicy=\"PRIORITY\"", ranked, "20"},
      {"hitPolicy=\"RULE ORDER\"", "<output/>", "[10, 30, 20]"},
      {"hitPolicy=\"OUTPUT ORDER\"", ranked, "[20, 30, 10]"},
      {"hitPolicy=\"COLLECT\"", "<output/>", "[10, 30, 20]"},
      {"hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "<output/>", "60"},
      {"hitPolicy=\"COLLECT\" aggregation=\"MIN\"", "<output/>", "10"},
      {"hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "<output/>", "30"},
      {"hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "<output/>", "3"},
  };
  for (const auto& row : table) {
    const Outcome outcome = concluded(table_model(row.attributes, row.output, overlapping));
    EXPECT_EQ(text(outcome.value), row.value) << row.attributes;
    EXPECT_EQ(outcome.status, Status::determined) << row.attributes;
  }
}

TEST(HitPolicy, ASumWithoutAHitIsTheDefaultElseZero) {
  const std::vector<RowText> none = {{"6", "-", "10"}};
  const char* sum = "hitPolicy=\"COLLECT\" aggregation=\"SUM\"";
  EXPECT_EQ(text(concluded(table_model(sum, "<output/>", none)).value), "0");
  const std::string with_default =
      "<output><defaultOutputEntry><text>7</text></defaultOutputEntry></output>";
  const Outcome outcome = concluded(table_model(sum, with_default, none));
  EXPECT_EQ(text(outcome.value), "7");
  EXPECT_TRUE(outcome.by_default);
}

TEST(HitPolicy, RulesThatContradictEachOtherWithholdTheConclusionByName) {
  for (const char* attributes : {"", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANY\""}) {
    const DecisionModel model = table_model(attributes, "<output/>", overlapping);
    const Outcome outcome = concluded(model);
    EXPECT_EQ(outcome.status, Status::withheld) << attributes;
    ASSERT_EQ(outcome.errors.size(), 1U);
    EXPECT_TRUE(outcome.errors[0].starts_with("r1 and r2 and r3 fire together"))
        << outcome.errors[0];
    EXPECT_TRUE(concluded(model, true, DecisionMode::standard).value.is_null());
  }
}

TEST(HitPolicy, ARuleFiresOrNamesItsFirstNoOrStaysOpen) {
  const DecisionModel model = table_model("hitPolicy=\"ANY\"", "<output/>",
                                          {{"5", "-", "1"}, {"6", "> 0", "1"}, {"5", "> 0", "1"}});
  const Outcome outcome = concluded(model, false);
  ASSERT_EQ(outcome.rules.size(), 3U);
  EXPECT_EQ(outcome.rules[0].answer, Answer::yes);
  EXPECT_EQ(outcome.rules[1].answer, Answer::no);
  EXPECT_EQ(outcome.rules[2].answer, Answer::open);
  EXPECT_EQ(outcome.rules[2].missing, std::vector<std::string>{"y"});
  EXPECT_EQ(outcome.rules[1].cells[0].answer, Answer::no);
  EXPECT_EQ(outcome.rules[1].text->cells[0].input, "x");
}

TEST(HitPolicy, AnOpenRuleLeavesTheConclusionOpenOnlyWhereItCouldChangeIt) {
  const std::string ranked = "<output><outputValues><text>1, 2</text></outputValues></output>";
  const struct {
    const char* attributes;
    std::string output;
    std::vector<RowText> rows;
    Status status;
  } table[] = {
      {"hitPolicy=\"ANY\"", "<output/>", {{"5", "-", "1"}, {"-", "> 0", "1"}}, Status::determined},
      {"hitPolicy=\"ANY\"",
       "<output/>",
       {{"5", "-", "1"}, {"-", "> 0", "2"}},
       Status::undetermined},
      {"hitPolicy=\"FIRST\"",
       "<output/>",
       {{"5", "-", "1"}, {"-", "> 0", "2"}},
       Status::determined},
      {"hitPolicy=\"FIRST\"",
       "<output/>",
       {{"-", "> 0", "2"}, {"5", "-", "1"}},
       Status::undetermined},
      {"hitPolicy=\"FIRST\"",
       "<output/>",
       {{"-", "> 0", "1"}, {"5", "-", "1"}},
       Status::determined},
      {"hitPolicy=\"PRIORITY\"", ranked, {{"5", "-", "1"}, {"-", "> 0", "2"}}, Status::determined},
      {"hitPolicy=\"PRIORITY\"",
       ranked,
       {{"5", "-", "2"}, {"-", "> 0", "1"}},
       Status::undetermined},
      {"hitPolicy=\"UNIQUE\"",
       "<output/>",
       {{"5", "-", "1"}, {"-", "> 0", "1"}},
       Status::undetermined},
      {"hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
       "<output/>",
       {{"5", "-", "1"}, {"-", "> 0", "1"}},
       Status::undetermined},
      {"hitPolicy=\"UNIQUE\"",
       "<output/>",
       {{"6", "> 0", "1"}, {"5", "-", "2"}},
       Status::determined},
  };
  int number = 0;
  for (const auto& row : table) {
    const Outcome outcome = concluded(table_model(row.attributes, row.output, row.rows), false);
    EXPECT_EQ(outcome.status, row.status) << "case " << ++number << " " << row.attributes;
    if (row.status != Status::undetermined) continue;
    EXPECT_EQ(outcome.missing, std::vector<std::string>{"y"});
    EXPECT_TRUE(outcome.value.is_unknown());
    ASSERT_TRUE(outcome.provisional.has_value());
  }
}

TEST(HitPolicy, TheDefaultHoldsOnlyWhereNoRuleFiresAndNoneIsOpen) {
  const std::string output =
      "<output><defaultOutputEntry><text>false</text></defaultOutputEntry></output>";
  const DecisionModel model =
      table_model("hitPolicy=\"ANY\"", output, {{"> 9", "-", "true"}, {"-", "> 100", "true"}});
  const Outcome known = concluded(model);
  EXPECT_EQ(known.status, Status::determined);
  EXPECT_TRUE(known.value.is_false());
  EXPECT_TRUE(known.by_default);
  const Outcome open = concluded(model, false);
  EXPECT_EQ(open.status, Status::undetermined);
  EXPECT_FALSE(open.value.is_false());
  EXPECT_FALSE(open.by_default);
  EXPECT_FALSE(open.provisional.has_value());
}

TEST(HitPolicy, AFactKnownToBeNoneIsNoMissingFact) {
  const DecisionModel model =
      table_model("hitPolicy=\"UNIQUE\"", "<output/>", {{"-", "> 0", "1"}, {"-", "null", "2"}});
  Context inputs;
  inputs.set("x", number("5"));
  inputs.set("y", Value());
  const Outcome outcome = model.evaluate("d", inputs, DecisionMode::court).value();
  EXPECT_EQ(outcome.status, Status::determined);
  EXPECT_EQ(text(outcome.value), "2");
}

TEST(HitPolicy, AValueOfAWrongTypeWithholdsTheConclusion) {
  const DecisionModel model =
      table_model("hitPolicy=\"UNIQUE\"", "<output/>", {{"> 1", "-", "1"}, {"<= 1", "-", "2"}});
  Context inputs;
  inputs.set("x", Value("five"));
  const Outcome outcome = model.evaluate("d", inputs, DecisionMode::court).value();
  EXPECT_EQ(outcome.status, Status::withheld);
  EXPECT_EQ(outcome.errors, std::vector<std::string>{"string and number cannot be compared"});
}

}  // namespace
}  // namespace recoup
