#include "recoup/assessment/assessment.hpp"

#include <gtest/gtest.h>

#include "case_builder.hpp"
#include "recoup/assessment/part2_rules.hpp"

namespace recoup {
namespace {

std::string term(const char* amount) {
  const DefaultBand band = shipped_part2().default_band(money(amount), day("2025-06-01")).value();
  return std::to_string(band.months);
}

// law.md 1.10.
TEST(Part2Rules, GiveTheDefaultTermWithTheBoundInside) {
  EXPECT_EQ(term("0.01"), "6");
  EXPECT_EQ(term("10000.00"), "6");
  EXPECT_EQ(term("10000.01"), "60");
  EXPECT_EQ(term("500000.00"), "60");
  EXPECT_EQ(term("500000.01"), "84");
  EXPECT_EQ(term("1000000.00"), "84");
  EXPECT_EQ(term("1000000.01"), "168");
}

TEST(Part2Rules, BeforeTheirFirstDayAreUndetermined) {
  EXPECT_EQ(shipped_part2().default_band(money("1.00"), day("2015-05-31")).error().code,
            ErrorCode::not_found);
}

/// The pack with one passage changed, in whichever file holds it.
Part2Rules changed_part2(const std::string& from, const std::string& to) {
  FileSet files = built_in_pack("ew-poca-part2").value().files();
  for (auto& [path, bytes] : files) {
    const std::size_t at = path.starts_with("tests/") ? std::string::npos : bytes.find(from);
    if (at != std::string::npos) bytes.replace(at, from.size(), to);
  }
  return Part2Rules::of(Pack::read(std::move(files)).value()).value();
}

TEST(Part2Rules, DecideByTheFiguresOfTheDayAndByTheRowsOfThePack) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "500.00"}})
      .add("assets", "none", {{"kind", "account"}, {"value", "0.00"}});
  const AssessmentFacts facts = file.read().value();
  AssessmentQuestion question = lifestyle_question();
  const auto ordered = [&](const Part2Rules& rules) {
    return assess(facts, question, rules).value().scenarios.at(0).recoverable->value;
  };
  const std::string row = "available.nominal_amount,1.00,GBP,2003-03-24,,";
  const Part2Rules dated =
      changed_part2(row,
                    "available.nominal_amount,5.00,GBP,2025-07-01,,day of the decision,s.7,,,,\n"
                    "available.nominal_amount,1.00,GBP,2003-03-24,2025-06-30,");
  EXPECT_EQ(ordered(dated), money("1.00"));
  question.as_at = day("2025-07-01");
  EXPECT_EQ(ordered(dated), money("5.00"));
  EXPECT_EQ(ordered(shipped_part2()), money("1.00"));
  EXPECT_EQ(ordered(changed_part2("<text>min(available nominal amount, benefit)</text>",
                                  "<text>available nominal amount + benefit</text>")),
            money("501.00"));
}

TEST(Part2Rules, OfAPackThatIsNotEnabledAreRefused) {
  EXPECT_EQ(Part2Rules::of(built_in_pack("ew-poca-part2-cpa2026").value()).error().code,
            ErrorCode::contradiction);
}

// law.md 1.10, TV-INT.
TEST(Interest, IsSimpleOnTheDaysAfterTheDueDay) {
  CaseBuilder file = convicted_case();
  file.add("confiscation_orders", "hundred",
           {{"amount", "100000.00"}, {"due", "2025-01-01"}, {"paid_on", "2025-04-11"}})
      .add("confiscation_orders", "fifty-nine",
           {{"amount", "37541.18"}, {"due", "2025-01-01"}, {"paid_on", "2025-03-01"}})
      .add("confiscation_orders", "early",
           {{"amount", "500.00"}, {"due", "2025-01-01"}, {"paid_on", "2024-12-31"}})
      .add("confiscation_orders", "unpaid", {{"amount", "100000.00"}, {"due", "2025-02-21"}})
      .add("confiscation_orders", "unknown", {{"amount", "100000.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(step_with(assessment, "on £100,000.00 due 1 January").figure, money("2191.78"));
  EXPECT_EQ(step_with(assessment, "on £37,541.18").figure, money("485.46"));
  EXPECT_EQ(step_with(assessment, "on £500.00").figure, money("0.00"));
  EXPECT_EQ(step_with(assessment, "unpaid on 1 June 2025").figure, money("2191.78"));
  EXPECT_FALSE(step_with(assessment, "order unknown cannot be said").determined);
}

// law.md 1.11, TV-PRI-1.
TEST(PriorityOrders, TakeTheShortfallOfMeansOutOfTheReceipts) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "50000.00"}})
      .add("assets", "account", {{"kind", "account"}, {"value", "50000.00"}})
      .add("obligations", "victim", {{"kind", "priority-order"}, {"amount", "30000.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  EXPECT_EQ(assessment.scenarios[0].available->value, money("50000.00"));
  EXPECT_EQ(assessment.scenarios[0].recoverable->value, money("50000.00"));
  const Step step = step_with(assessment, "priority orders");
  EXPECT_EQ(step.figure, money("30000.00"));
  EXPECT_NE(step.sentence.find("£20,000.00 would remain"), std::string::npos);
}

TEST(PriorityOrders, TakeNothingWhereMeansAreEnough) {
  const auto direction =
      direct_receipts(money("90000.00"), money("50000.00"), money("30000.00")).value();
  EXPECT_EQ(direction.to_priority_order, money("0.00"));
  EXPECT_EQ(direction.left_of_receipts, money("50000.00"));
}

TEST(Assessment, NumbersItsStepsAndCitesEach) {
  CaseBuilder file = convicted_case();
  file.add("benefit_items", "all", {{"kind", "particular"}, {"amount", "100.00"}})
      .add("assets", "car", {{"kind", "vehicle"}, {"value", "40.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  int number = 0;
  for (const Step& step : assessment.steps) {
    EXPECT_EQ(step.number, ++number);
    EXPECT_FALSE(step.sentence.empty());
    EXPECT_FALSE(step.authority.empty()) << step.sentence;
  }
  const Step counted = step_with(assessment, "1 item counts");
  ASSERT_EQ(counted.citations.size(), 2U);
  EXPECT_EQ(counted.citations[1].field, "benefit_items/all/amount");
  EXPECT_NE(counted.citations[1].line, 0U);
}

TEST(Assessment, NeverComputesProportionalityAndQuotesWhoFoundIt) {
  const Assessment found = assessed(convicted_case(), lifestyle_question());
  EXPECT_EQ(
      step_with(found, "proportionate?").sentence,
      "Judge Brown recorded on 1 May 2025: \"Is the order proportionate?\" - \"yes\", because "
      "\"full value was kept\".");
  CaseBuilder bare;
  bare.add("proceedings", "", {{"started", "2024-03-15"}});
  const Assessment asked = assessed(bare, lifestyle_question());
  EXPECT_FALSE(step_with(asked, "nothing is computed").determined);
  EXPECT_TRUE(asked.provisional());
}

TEST(Assessment, ListsWhatIsMissingOnce) {
  CaseBuilder file;
  file.add("offences", "O1", {{"from", "2021-01-04"}})
      .add("benefit_items", "t", {{"kind", "held"}, {"amount", "100.00"}});
  const Assessment assessment = assessed(file, lifestyle_question());
  for (const std::string& fact : assessment.missing) {
    EXPECT_EQ(std::count(assessment.missing.begin(), assessment.missing.end(), fact), 1) << fact;
  }
  EXPECT_EQ(assessment.scenarios[0].benefit->value, money("100.00"));
  EXPECT_FALSE(assessment.scenarios[0].benefit->determined());
}

// Law of the arithmetic: what is counted adds up to the totals, whatever the facts.
TEST(Assessment, PartsAddUpToTheirTotals) {
  CaseBuilder file = convicted_case();
  const char* amounts[] = {"0.01", "33.33", "1250.05", "999999.99", "7.77"};
  const char* kinds[] = {"transfer", "held", "expenditure", "particular", "transfer"};
  const char* dates[] = {"2018-03-16", "2018-03-17", "2020-01-01", "2016-01-01", "2023-01-01"};
  for (int i = 0; i < 5; ++i) {
    const std::string id = "i" + std::to_string(i);
    file.add("benefit_items", id.c_str(),
             {{"kind", kinds[i]},
              {"date", dates[i]},
              {"amount", amounts[i]},
              {"index_then", "3"},
              {"index_now", "7"}});
  }
  const Scenario scenario = assessed(file, lifestyle_question()).scenarios[0];
  Money sum(0, gbp);
  for (const AssessedItem& item : scenario.benefit_items) {
    if (item.outcome == ItemOutcome::counted) sum = sum.plus(*item.value).value();
  }
  EXPECT_EQ(sum, scenario.benefit->value);
  EXPECT_FALSE(sum.is_zero());
}

}  // namespace
}  // namespace recoup
