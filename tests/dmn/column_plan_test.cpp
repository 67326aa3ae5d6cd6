#include "recoup/dmn/column_plan.hpp"

#include <gtest/gtest.h>

#include "model_builder.hpp"
#include "random_table.hpp"

namespace recoup {
namespace {

/// A plan of the decision "d" over facts, and its answers.
struct Ran {
  ColumnPlan plan;
  ColumnAnswers answers;
};

Ran ran(const DecisionModel& model, FactColumns facts, Context constants = {}) {
  ColumnPlan plan(std::make_shared<const FactColumns>(std::move(facts)), std::move(constants));
  EXPECT_TRUE(plan.add(model, "d"));
  ColumnAnswers answers = plan.run().front();
  return {plan, std::move(answers)};
}

FactColumn pence(const std::vector<std::int64_t>& values) {
  FactColumn column("x", FactColumn::Kind::number, 2);
  for (const std::int64_t value : values) column.add_number(value);
  return column;
}

FactColumns only(FactColumn column) { return FactColumns::of({std::move(column)}).value(); }

std::vector<std::uint32_t> rows_of(const std::vector<RuleAtRow>& pairs) {
  std::vector<std::uint32_t> rows;
  for (const RuleAtRow& pair : pairs) rows.push_back(pair.row);
  return rows;
}

TEST(ColumnPlan, ScalesAConstantExactly) {
  const auto model = table_model("", "<output/>", {{"> 100.005", "-", "1"}});
  const Ran run = ran(model, only(pence({10000, 10001, 9999, 10002})));
  EXPECT_EQ(rows_of(run.answers.fired), (std::vector<std::uint32_t>{1, 3}));
}

TEST(ColumnPlan, LetsABoundBeyondEveryNumberPartNone) {
  const auto model = table_model("hitPolicy=\"COLLECT\"", "<output/>",
                                 {{"< 1e30", "-", "1"},
                                  {"> -1e30", "-", "2"},
                                  {"> 92233720368547758.07", "-", "3"},
                                  {"<= -92233720368547758.08", "-", "4"}});
  const Ran run = ran(model, only(pence({INT64_MIN, 0, INT64_MAX})));
  EXPECT_EQ(run.answers.fired,
            (std::vector<RuleAtRow>{{0, 0}, {0, 1}, {0, 3}, {1, 0}, {1, 1}, {2, 0}, {2, 1}}));
  EXPECT_TRUE(recheck(run.plan, 0, run.answers, 1));
}

TEST(ColumnPlan, KeepsAMissingFactOpenAndAKnownNullClosed) {
  FactColumn x("x", FactColumn::Kind::number, 0);
  x.add_missing();
  x.add_null();
  x.add_number(5);
  const auto model = table_model("", "<output/>", {{"not(7)", "-", "1"}});
  const Ran run = ran(model, only(std::move(x)));
  EXPECT_EQ(rows_of(run.answers.open), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(rows_of(run.answers.fired), (std::vector<std::uint32_t>{1, 2}));
  const auto& of = run.answers.conclusion_of;
  EXPECT_EQ(run.answers.conclusions[of[0]].status, Status::undetermined);
  EXPECT_EQ(text(run.answers.conclusions[of[2]].value), "1");
}

TEST(ColumnPlan, ReportsUnderFirstOnlyTheRuleThatDecides) {
  const auto model = table_model("hitPolicy=\"FIRST\"", "<output/>",
                                 {{"> 1", "-", "1"}, {"> 0", "-", "2"}, {"-", "-", "3"}});
  const Ran run = ran(model, only(pence({200, 50, -50})));
  EXPECT_EQ(run.answers.fired, (std::vector<RuleAtRow>{{0, 0}, {1, 1}, {2, 2}}));
}

TEST(ColumnPlan, TestsEqualCellsOnceHoweverTheyAreWritten) {
  const auto model = table_model("hitPolicy=\"COLLECT\"", "<output/>",
                                 {{"> 5", "-", "1"}, {"> 5.00", "1", "2"}, {"? > 5", "-", "3"}});
  const Ran run = ran(model, only(pence({500, 501})));
  EXPECT_EQ(run.plan.shared().cells, 4U);
  EXPECT_EQ(run.plan.shared().tests, 2U);
  EXPECT_EQ(rows_of(run.answers.fired), (std::vector<std::uint32_t>{1, 1}));
  EXPECT_EQ(rows_of(run.answers.open), (std::vector<std::uint32_t>{1}));
}

TEST(ColumnPlan, FindsEachOfManyBoundsInSmallAndLargeNumbers) {
  for (const int count : {30, 400}) {
    std::vector<RowText> rows;
    std::vector<std::int64_t> small;
    std::vector<std::int64_t> large;
    for (int i = 0; i < count; ++i) {
      rows.push_back({std::to_string(i) + ", " + std::to_string(i) + "e12", "-", "1"});
      small.push_back(i * 100);
      large.push_back(i * 100'000'000'000'000);
    }
    const auto model = table_model("hitPolicy=\"FIRST\"", "<output/>", rows);
    for (const auto& values : {small, large}) {
      const Ran run = ran(model, only(pence(values)));
      ASSERT_EQ(run.answers.fired.size(), values.size());
      for (std::uint32_t i = 0; i < values.size(); ++i) {
        EXPECT_EQ(run.answers.fired[i], (RuleAtRow{i, i}));
      }
    }
  }
}

TEST(ColumnPlan, TellsManyTextsApart) {
  std::vector<RowText> rows;
  FactColumn x("x", FactColumn::Kind::text);
  for (int i = 0; i < 700; ++i) {
    rows.push_back({"\"t" + std::to_string(i) + "\"", "-", "1"});
    if (i % 3 == 0) x.add_text("t" + std::to_string(i));
    if (i % 3 == 1) x.add_missing();
    if (i % 3 == 2) x.add_text("other");
  }
  const Ran run = ran(table_model("hitPolicy=\"FIRST\"", "<output/>", rows), only(std::move(x)));
  ASSERT_EQ(run.answers.fired.size(), 234U);
  for (const RuleAtRow& hit : run.answers.fired) EXPECT_EQ(hit.row, hit.rule);
  EXPECT_EQ(run.answers.open.size(), 233U * 700U);
}

TEST(ColumnPlan, SharesTestsBetweenTables) {
  const auto one = table_model("", "<output/>", {{"> 5", "-", "1"}});
  const auto other = table_model("", "<output/>", {{"> 5.0", "-", "2"}});
  ColumnPlan plan(std::make_shared<const FactColumns>(only(pence({600, 1}))), {});
  ASSERT_TRUE(plan.add(one, "d"));
  ASSERT_TRUE(plan.add(other, "d"));
  EXPECT_EQ(plan.shared().tests, 1U);
  const auto answers = plan.run();
  EXPECT_EQ(rows_of(answers[0].fired), rows_of(answers[1].fired));
}

TEST(ColumnPlan, SaysWhyACellIsTestedRowByRow) {
  const auto model =
      table_model("", "<output/>", {{"> 5", "> x", "1"}, {"? + 1 > 2", "7", "2"}, {"-", "-", "3"}});
  FactColumn y("y", FactColumn::Kind::number, 0);
  y.add_number(1);
  const Ran run = ran(model, FactColumns::of({pence({1}), y}).value());
  std::vector<std::string> told;
  for (const PlannedCell& cell : run.plan.cells(0)) {
    told.push_back(std::to_string(static_cast<int>(cell.how)) + " " + cell.test + " " + cell.why);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"2 > 5 ", "5 > x it names a fact of the row",
                                            "5 ? + 1 > 2 it calculates with the input", "2 7 ",
                                            "0 - ", "0 - "}));
}

TEST(ColumnPlan, RefusesADecisionThatIsNoTable) {
  const auto model = read(model_text(
      R"(<decision id="d" name="d"><literalExpression><text>1</text></literalExpression>)"
      "</decision>"));
  ColumnPlan plan(std::make_shared<const FactColumns>(only(pence({1}))), {});
  EXPECT_EQ(plan.add(model, "d").error().code, ErrorCode::usage);
  EXPECT_EQ(plan.add(model, "e").error().code, ErrorCode::not_found);
}

TEST(Recheck, FindsEveryKindOfDifference) {
  const auto model = table_model("hitPolicy=\"COLLECT\"", "<output/>",
                                 {{"> 5", "-", "1"}, {"< 9", "-", "2"}, {"-", "1", "3"}});
  const Ran run = ran(model, only(pence({100, 600, 1000})));
  ASSERT_EQ(recheck(run.plan, 0, run.answers, 0).value().rows, 3U);
  ColumnAnswers one_too_many = run.answers;
  one_too_many.fired.insert(one_too_many.fired.begin(), {0, 0});
  ColumnAnswers not_open = run.answers;
  not_open.open.pop_back();
  ColumnAnswers out_of_order = run.answers;
  std::swap(out_of_order.fired.front(), out_of_order.fired.back());
  ColumnAnswers wrong_value = run.answers;
  wrong_value.conclusions[wrong_value.conclusion_of[1]].status = Status::determined;
  for (const ColumnAnswers& answers : {one_too_many, not_open, out_of_order, wrong_value}) {
    const auto done = recheck(run.plan, 0, answers, 0);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::defect);
  }
}

TEST(Recheck, SamplesRowsInWhichNothingWasFound) {
  const auto model = table_model("", "<output/>", {{"> 5", "-", "1"}});
  std::vector<std::int64_t> values(100, 1);
  values[50] = 600;
  Ran run = ran(model, only(pence(values)));
  EXPECT_EQ(recheck(run.plan, 0, run.answers, 0).value().rows, 1U);
  EXPECT_EQ(recheck(run.plan, 0, run.answers, 10).value().rows, 10U);
  run.answers.fired.clear();
  EXPECT_TRUE(recheck(run.plan, 0, run.answers, 7));
  EXPECT_FALSE(recheck(run.plan, 0, run.answers, 25));
}

TEST(ColumnPlan, AnswersAsTheExplainedEvaluatorOnRandomTables) {
  std::size_t fired = 0;
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    RandomTables random(seed);
    const std::string text = random.model(all_policies[seed % all_policies.size()], seed % 3 == 0);
    const DecisionModel model = read(text);
    const Ran run = ran(model, random.facts(40), random.constants());
    const auto done = recheck(run.plan, 0, run.answers, 1);
    ASSERT_TRUE(done) << "seed " << seed << ": " << message(done.error()) << "\n" << text;
    fired += done.value().fired;
    open += done.value().open;
  }
  EXPECT_GT(fired, 10000U);
  EXPECT_GT(open, 10000U);
}

TEST(ColumnPlan, AnswersAcrossBatchesAsWithinOne) {
  RandomTables random(77);
  const DecisionModel model = read(random.model("COLLECT", true));
  const Ran run = ran(model, random.facts(4096 + 4096 + 77), random.constants());
  const auto done = recheck(run.plan, 0, run.answers, 1);
  ASSERT_TRUE(done) << message(done.error());
  EXPECT_EQ(done.value().rows, 8269U);
}

}  // namespace
}  // namespace recoup
