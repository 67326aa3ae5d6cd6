// Entries of one day whose order nothing proves: both orders are traced.
#include "recoup/tracing/day_order.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

class DayOrderTest : public testing::Test {
 protected:
  void load(std::vector<StatementPart> parts, const std::string& layout = "ofx ") {
    for (StatementPart& each : parts) {
      if (each.layout.empty()) each.layout = layout;
    }
    ledger_ = build_ledger(std::move(parts), {}).value().ledger;
    links_ = match(ledger_);
  }

  [[nodiscard]] LegRow leg(const std::string& reference) const {
    for (std::size_t i = 0; i < ledger_.leg_count(); ++i) {
      if (ledger_.text[i].reference == reference) return static_cast<LegRow>(i);
    }
    ADD_FAILURE() << "no entry " << reference;
    return {};
  }

  /// References of the movements' legs, in order.
  [[nodiscard]] std::string order(DayOrder day_order) const {
    std::string references;
    for (const Movement& movement : order_movements(ledger_, links_, day_order).in_order) {
      references += std::string(ledger_.text[index(movement.leg())].reference) + " ";
    }
    return references;
  }

  [[nodiscard]] TracedBoth traced(TracingMethod method) const {
    const LegRow tainted = leg("t");
    const Source source{
        "S1", tainted, {}, Money(ledger_.amount_minor[index(tainted)], ledger_.currency[0])};
    return trace_both(ledger_, order_both(ledger_, links_), {{source}, method, {}}).value();
  }

  Ledger ledger_;
  Links links_;
};

TEST_F(DayOrderTest, CreditsStandFirstAndThenDebits) {
  load({part("A", "a",
             {"2025-01-01|9.00||t", "2025-01-02|-1.00||d1", "2025-01-02|2.00||c1",
              "2025-01-02|-3.00||d2", "2025-01-02|4.00||c2", "2025-01-03|-1.00||e"})});
  EXPECT_EQ(order(DayOrder::as_listed), "t d1 c1 d2 c2 e ");
  EXPECT_EQ(order(DayOrder::credits_first), "t c1 c2 d1 d2 e ");
  EXPECT_EQ(order(DayOrder::debits_first), "t d1 d2 c1 c2 e ");
}

TEST_F(DayOrderTest, TheRunThatLeavesLessOnAccountsLeads) {
  load({part("A", "a", {"2025-01-01|9.00||t", "2025-01-02|-5.00|X|d", "2025-01-02|4.00||c"})});
  const TracedBoth both = traced(TracingMethod::lowest_intermediate_balance);
  EXPECT_EQ(both.leads.day_order, DayOrder::debits_first);
  ASSERT_TRUE(both.other);
  const std::vector<DayOrderRow> rows = day_order_range(both);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].credits_first.plain() + " " + rows[0].debits_first.plain(), "8.00 4.00");
  EXPECT_EQ(rows[1].credits_first.plain() + " " + rows[1].debits_first.plain(), "1.00 5.00");
}

TEST_F(DayOrderTest, WhereBothLeaveTheSameCreditsFirstLeads) {
  load({part("A", "a", {"2025-01-01|9.00||t", "2025-01-02|-5.00|X|d", "2025-01-02|4.00||c"})});
  EXPECT_EQ(traced(TracingMethod::fifo).leads.day_order, DayOrder::credits_first);
}

TEST_F(DayOrderTest, AFormatWithASequenceNeedsNoSecondRun) {
  for (const std::string layout : {"canonical ", "mt940 ", "camt ", "pdf uk 1", ""}) {
    load({part("A", "a", {"2025-01-01|9.00||t", "2025-01-02|-5.00|X|d", "2025-01-02|4.00||c"})},
         layout);
    EXPECT_FALSE(traced(TracingMethod::pro_rata).other) << layout;
    EXPECT_EQ(order(DayOrder::credits_first), "t d c ") << layout;
  }
  for (const std::string layout : {"ofx ", "qif ", "bai2 ", "csv one-bank 1", "xlsx "}) {
    load({part("A", "a", {"2025-01-01|9.00||t", "2025-01-02|-5.00|X|d", "2025-01-02|4.00||c"})},
         layout);
    EXPECT_TRUE(traced(TracingMethod::pro_rata).other) << layout;
  }
}

TEST_F(DayOrderTest, PrintedBalancesAndTimesFixTheOrder) {
  load({part("A", "a",
             {"2025-01-01|9.00||t|9.00", "2025-01-02|-5.00|X|d|4.00", "2025-01-02|4.00||c|8.00"})});
  EXPECT_TRUE(ledger_.unordered.empty());
  load({part("A", "a",
             {"2025-01-01|9.00||t", "2025-01-02T09:00|-5.00|X|d", "2025-01-02T10:00|4.00||c"})});
  EXPECT_TRUE(ledger_.unordered.empty());
  // One time for all entries of a day says nothing.
  load({part("A", "a",
             {"2025-01-01|9.00||t", "2025-01-02T12:00|-5.00|X|d", "2025-01-02T12:00|4.00||c"})});
  EXPECT_EQ(ledger_.unordered.size(), 1U);
}

TEST_F(DayOrderTest, AnEntryThatPrintsItsBalanceHoldsItsPlace) {
  load({part("A", "a",
             {"2025-01-02|9.00||t", "2025-01-02|-5.00|X|d1", "2025-01-02|-1.00|X|d2|3.00",
              "2025-01-02|-2.00|X|d3", "2025-01-02|4.00||c"})});
  EXPECT_EQ(order(DayOrder::credits_first), "t d1 d2 c d3 ");
  EXPECT_EQ(order(DayOrder::debits_first), "d1 t d2 d3 c ");
}

TEST_F(DayOrderTest, WhatAnotherDocumentShowsInSequenceIsProved) {
  const std::vector<std::string> lines = {"2025-01-01|9.00||t", "2025-01-02|-5.00|X|d",
                                          "2025-01-02|4.00||c"};
  StatementPart loose = part("A", "a", lines);
  loose.layout = "ofx ";
  StatementPart printed = part("A", "b", lines);
  printed.layout = "mt940 ";
  load({loose, printed});
  EXPECT_EQ(ledger_.leg_count(), 3U);
  EXPECT_TRUE(ledger_.unordered.empty());
}

TEST_F(DayOrderTest, TheOtherSidesStatementMayProveAnOrder) {
  // B pays 5 to A before it receives 7 from A: so A received 5 before it paid 7.
  StatementPart other =
      part("B", "b", {"2025-01-01|9.00||t", "2025-01-02|-5.00|A|x", "2025-01-02|7.00|A|y"});
  other.layout = "mt940 ";
  load({other, part("A", "a", {"2025-01-02|-7.00|B|p", "2025-01-02|5.00|B|q"})});
  EXPECT_EQ(links_.matched.size(), 2U);
  EXPECT_EQ(order(DayOrder::debits_first), "t x p ");
  EXPECT_TRUE(order_movements(ledger_, links_, DayOrder::debits_first).contradictions.empty());
}

TEST_F(DayOrderTest, AReversalOfTheDayStandsBehindItsDebit) {
  load({part("A", "a", {"2025-01-01|9.00||t", "2025-01-02|4.00||back", "2025-01-02|-4.00|X|p"})});
  links_.reversals.push_back({leg("p"), leg("back"), "the bank marks it"});
  EXPECT_EQ(order(DayOrder::credits_first), "t p back ");
  const Movements ordered = order_movements(ledger_, links_, DayOrder::credits_first);
  EXPECT_TRUE(ordered.ordinary_reversals.empty());
  EXPECT_EQ(traced(TracingMethod::fifo).leads.holdings.size(), 1U);
}

TEST_F(DayOrderTest, AnEntryBehindAGapStaysTheFirstBehindIt) {
  load({part("A", "a",
             {"2025-01-01|9.00||t|9.00", "2025-01-02|-5.00|X|d|3.00", "2025-01-02|4.00||c",
              "2025-01-02|-1.00||e"})});
  EXPECT_EQ(ledger_.gaps.size(), 1U);
  EXPECT_EQ(order(DayOrder::debits_first), "t d e c ");
}

}  // namespace
}  // namespace recoup
