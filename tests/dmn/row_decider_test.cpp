#include "recoup/dmn/row_decider.hpp"

#include <gtest/gtest.h>

#include "model_builder.hpp"
#include "random_table.hpp"

namespace recoup {
namespace {

std::string shown(const RowConclusion& conclusion) {
  return std::to_string(static_cast<int>(conclusion.status)) + " " + text(conclusion.value) +
         (conclusion.by_default ? " by default" : "");
}

std::string shown(const Outcome& outcome) {
  const bool determined = outcome.status == Status::determined;
  return std::to_string(static_cast<int>(outcome.status)) + " " +
         (determined ? text(outcome.value) : "null") + (outcome.by_default ? " by default" : "");
}

std::vector<std::uint32_t> rules_of(const Outcome& outcome, Answer answer) {
  std::vector<std::uint32_t> rules;
  for (const RuleOutcome& rule : outcome.rules) {
    if (rule.answer == answer) rules.push_back(static_cast<std::uint32_t>(rule.row - 1));
    if (outcome.hit_policy == "FIRST" && rule.answer == Answer::yes) break;
  }
  return rules;
}

RowDecider decider_of(const DecisionModel& model, const std::vector<std::string>& facts) {
  return RowDecider::make(model, "d", facts, {}).value();
}

TEST(RowDecider, ComparesDecimalsOfAnyScale) {
  const auto model =
      table_model("hitPolicy=\"FIRST\"", "<output/>",
                  {{"> 100.005", "-", "1"}, {"100.0050", "-", "2"}, {"-", "-", "3"}});
  RowDecider decider = decider_of(model, {"x"});
  const auto decide = [&](const char* x) {
    const std::vector<Value> row = {number(x)};
    return text(decider.decide(row).value);
  };
  EXPECT_EQ(decide("100.00500000000000000000000000001"), "1");
  EXPECT_EQ(decide("100.005"), "2");
  EXPECT_EQ(decide("100.00499999999999999999999999999"), "3");
}

TEST(RowDecider, TakesValuesOfEveryType) {
  const auto model =
      table_model("hitPolicy=\"COLLECT\"", "<output/>",
                  {{"1", "-", "1"}, {"\"a\"", "-", "2"}, {"null", "-", "3"}, {"[1, 2]", "-", "4"}});
  RowDecider decider = decider_of(model, {"x", "y"});
  for (const Value& x :
       {number("1"), number("2"), Value("a"), Value("b"), Value(true), Value(), Value::missing("x"),
        Value::error("a fault"), Value(Value::List{number("1"), number("2")}),
        Value(make_date(2024, 2, 29).value())}) {
    Context inputs;
    inputs.set("x", x);
    inputs.set("y", Value());
    const Outcome outcome = model.evaluate("d", inputs, DecisionMode::court).value();
    const std::vector<Value> row = {x, Value()};
    EXPECT_EQ(shown(decider.decide(row)), shown(outcome)) << text(x);
    EXPECT_EQ(decider.fired(), rules_of(outcome, Answer::yes)) << text(x);
    EXPECT_EQ(decider.open(), rules_of(outcome, Answer::open)) << text(x);
  }
}

TEST(RowDecider, LooksThroughMoreThanOneBlockOfRules) {
  std::vector<RowText> rows;
  for (int i = 0; i < 200; ++i) rows.push_back({std::to_string(i), "-", std::to_string(i * 7)});
  RowDecider decider = decider_of(table_model("", "<output/>", rows), {"x"});
  for (int i = 0; i < 200; ++i) {
    const std::vector<Value> row = {Value(Decimal(i))};
    EXPECT_EQ(text(decider.decide(row).value), std::to_string(i * 7));
    EXPECT_EQ(decider.fired(), (std::vector<std::uint32_t>{static_cast<std::uint32_t>(i)}));
  }
}

TEST(RowDecider, IndexesNoBoundsThatRoundingMoves) {
  const auto model = table_model("", "<output/>",
                                 {{"> 9.999999999999999999999999999999999e6144", "-", "1"},
                                  {"< 9.999999999999999999999999999999998e6144", "-", "2"}});
  RowDecider decider = decider_of(model, {"x"});
  const std::vector<Value> row = {number("5")};
  EXPECT_EQ(text(decider.decide(row).value), "2");
}

TEST(RowDecider, RefusesAFactThatIsNamedTwice) {
  const auto model = table_model("", "<output/>", {{"1", "-", "1"}});
  EXPECT_EQ(RowDecider::make(model, "d", {"x", "x"}, {}).error().code, ErrorCode::contradiction);
}

TEST(RowDecider, AnswersAsTheExplainedEvaluatorOnRandomTables) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    RandomTables random(seed + 100000);
    const std::string text = random.model(all_policies[seed % all_policies.size()], seed % 3 == 0);
    const DecisionModel model = read(text);
    const FactColumns facts = random.facts(20);
    const Context constants = random.constants();
    std::vector<std::string> names;
    for (const FactColumn& column : facts.columns()) names.push_back(column.name());
    RowDecider decider = RowDecider::make(model, "d", names, constants).value();
    for (std::size_t row = 0; row < facts.rows(); ++row) {
      Context inputs = facts.row(row);
      std::vector<Value> values;
      for (const ContextEntry& entry : inputs.entries) values.push_back(entry.value);
      for (const ContextEntry& entry : constants.entries) inputs.set(entry.name, entry.value);
      const Outcome outcome = model.evaluate("d", inputs, DecisionMode::court).value();
      ASSERT_EQ(shown(decider.decide(values)), shown(outcome)) << seed << "\n" << text;
      ASSERT_EQ(decider.fired(), rules_of(outcome, Answer::yes)) << seed << "\n" << text;
      ASSERT_EQ(decider.open(), rules_of(outcome, Answer::open)) << seed << "\n" << text;
    }
  }
}

}  // namespace
}  // namespace recoup
