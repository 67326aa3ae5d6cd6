#include "recoup/report/balance_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "golden.hpp"
#include "recoup/markup/xml.hpp"
#include "samples.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

Money pounds(MinorUnits pence) { return {pence, gbp}; }

BalancePoint point(const std::string& when, MinorUnits pence, bool behind_gap = false) {
  return {BookingTime::parse(when).value().order_key(), pounds(pence), "0123456789ab:7",
          behind_gap};
}

Date day(const std::string& text) { return parse_date(text).value(); }

BalanceHistory small_history() {
  return {"20-11-22 12345678",
          pounds(10000),
          {point("2025-03-01", 43333), point("2025-03-02", 110001), point("2025-03-10", -2550),
           point("2025-03-20", 60001, true), point("2025-03-28", 50001)},
          {{day("2025-03-12"), day("2025-03-18"), "no statement shows these days"}},
          "fifo (Devaynes v Noble (Clayton's Case) (1816) 1 Mer 572)",
          {{day("2025-03-01"), pounds(33333)}, {day("2025-03-10"), pounds(0)}}};
}

void expect_well_formed(const std::string& svg) {
  const auto read = read_xml(svg, [](const XmlEvent&) { return Result<void>(); });
  EXPECT_TRUE(read.has_value()) << (read ? "" : message(read.error()));
}

TEST(BalanceChart, StandsAsAPersonHasLookedAtIt) {
  const ChartPage page = balance_chart(small_history()).value();
  EXPECT_EQ(page.svg, golden::expected("balance.svg", page.svg));
  EXPECT_EQ(page.table, golden::expected("balance.txt", page.table));
}

TEST(BalanceChart, MarksTheLowestPointWithItsPlace) {
  const ChartPage page = balance_chart(small_history()).value();
  EXPECT_THAT(page.svg, HasSubstr("lowest: -£25.50, 10 March 2025, 0123456789ab:7</title>"));
  EXPECT_THAT(page.table, HasSubstr("lowest: -25.50 GBP on 2025-03-10, 0123456789ab:7"));
}

TEST(BalanceChart, WhatWasNotTracedHasNoBand) {
  BalanceHistory history = small_history();
  history.method.clear();
  history.traced.clear();
  history.unverified.clear();
  const ChartPage page = balance_chart(history).value();
  EXPECT_THAT(page.svg, Not(HasSubstr("held of the sources")));
  EXPECT_THAT(page.svg, Not(HasSubstr("not verified")));
  EXPECT_THAT(page.table, Not(HasSubstr("sources")));
}

TEST(BalanceChart, AHundredThousandEntriesAreDrawnInAFewKilobytesWithTheirLowest) {
  BalanceHistory history{"A", pounds(0), {}, {}, "", {}};
  const std::int64_t begin = midnight(day("2020-01-01")).micros;
  for (std::int64_t i = 0; i < 100'000; ++i) {
    history.points.push_back(
        {{begin + i * 600 * micros_per_second}, pounds(100'000 + (i * 7919) % 5000), "p", false});
  }
  history.points[77'777].balance = pounds(-1);
  const ChartPage page = balance_chart(history).value();
  expect_well_formed(page.svg);
  EXPECT_LT(page.svg.size(), 60'000U);
  EXPECT_THAT(page.svg, HasSubstr("lowest: -£0.01"));
}

TEST(BalanceChart, HoldsLargeAndEqualAndEmptyAmounts) {
  for (const MinorUnits most : {MinorUnits{0}, MinorUnits{1}, MinorUnits{1} << 109}) {
    const BalanceHistory history{
        "A", Money(0, eth), {{midnight(day("2025-01-01")), Money(most, eth), "p", false}}, {}, "",
        {}};
    const auto page = balance_chart(history);
    ASSERT_TRUE(page.has_value());
    expect_well_formed(page.value().svg);
  }
  const BalanceHistory history{
      "A",
      Money(0, eth),
      {{midnight(day("2025-01-01")), Money(MinorUnits{1} << 120, eth), "p", false}},
      {},
      "",
      {}};
  ASSERT_FALSE(balance_chart(history).has_value());
  EXPECT_EQ(balance_chart(history).error().code, ErrorCode::out_of_range);
}

TEST(BalanceChart, NoNameLeavesItsPlace) {
  BalanceHistory history = small_history();
  history.account = "<script>alert(1)</script> \"A\" & " + std::string(300, 'W');
  history.unverified[0].why = "]]> & <b>";
  const ChartPage page = balance_chart(history).value();
  expect_well_formed(page.svg);
  EXPECT_THAT(page.svg, Not(HasSubstr("<script")));
  EXPECT_THAT(page.svg, HasSubstr("…</text>"));
}

TEST(BalanceChart, YearsHaveMarksThatDoNotTouch) {
  BalanceHistory history = small_history();
  history.points = {point("1999-03-05", 100), point("2025-03-05", 200)};
  const ChartPage page = balance_chart(history).value();
  EXPECT_THAT(page.svg, HasSubstr(">Jan 2000</text>"));
  EXPECT_THAT(page.svg, HasSubstr(">Jan 2025</text>"));
}

TEST(FlowPage, HasItsHeadingAndATableOfEveryEdge) {
  Flow flow;
  flow.nodes = {{"PAYER", FlowNode::Kind::source, ""},
                {"A", FlowNode::Kind::account, "£1.00"},
                {"SHOP", FlowNode::Kind::end_point, ""}};
  flow.edges = {{0, 1, pounds(1000), 1, day("2025-01-01"), day("2025-01-01")},
                {1, 2, pounds(900), 2, day("2025-01-02"), day("2025-01-03")}};
  const ChartPage page = flow_page(flow, "Where it <went>", "Under fifo").value();
  expect_well_formed(page.svg);
  EXPECT_THAT(page.svg, HasSubstr("Where it &lt;went&gt;</text>"));
  EXPECT_THAT(page.table, HasSubstr("stays on A: £1.00\n"));
  EXPECT_THAT(page.table, HasSubstr("A      SHOP  GBP         9.00          2  2025-01-02"));
}

TEST(FlowPage, SaysInFullWhatADashedLineIs) {
  Flow flow;
  flow.nodes = {{"A", FlowNode::Kind::account, ""}, {"B", FlowNode::Kind::account, ""}};
  flow.edges = {{0, 1, pounds(1000), 1, {}, {}}, {1, 0, pounds(900), 1, {}, {}}};
  const ChartPage page = flow_page(flow, "t", "s").value();
  EXPECT_THAT(page.svg, HasSubstr("went back to where some of it had been.</text>"));
}

TEST(BalanceChart, AmountsOfManyDecimalsStayInsideThePage) {
  const BalanceHistory history{
      "W", Money(0, eth), {{midnight(day("2025-01-01")), Money(7, eth), "p", false}}, {}, "", {}};
  const std::string svg = balance_chart(history).value().svg;
  EXPECT_THAT(svg, HasSubstr(">0.000000000000000004 ETH</text>"));
  EXPECT_THAT(svg, HasSubstr(">0 ETH</text>"));
  // The label ends where the plot begins; at 10.5 pixels it is no wider than what is left of it.
  EXPECT_THAT(svg, Not(HasSubstr("<path d=\"M130 ")));
}

}  // namespace
}  // namespace recoup
