#include "recoup/report/flow_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "golden.hpp"
#include "samples.hpp"

namespace recoup {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, const std::string& of) {
  std::size_t found = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + 1)) ++found;
  return found;
}

std::string svg_of(const Flow& flow) { return flow_chart(flow).value().svg; }

TEST(FlowChart, DrawsACycleAndLongNamesAsTheGoldenFileShows) {
  const std::string svg = svg_of(samples::laundering());
  EXPECT_EQ(svg, golden::expected("money-that-goes-round/expected.svg", svg));
}

TEST(FlowChart, ContinuesALongChainInABandBelow) {
  const std::string svg = svg_of(samples::ring(12));
  EXPECT_EQ(svg, golden::expected("chain-of-twelve-accounts/expected.svg", svg));
}

TEST(FlowChart, DrawsTheSmallestEndPointsTogetherAndSaysSo) {
  const FlowChart chart = flow_chart(samples::fan(58)).value();
  EXPECT_EQ(chart.svg, golden::expected("sixty-nodes/expected.svg", chart.svg));
  EXPECT_EQ(count(chart.svg, "<rect"), flow_nodes_max);
  EXPECT_THAT(chart.note, HasSubstr("The 21 end points that received least"));
  EXPECT_THAT(chart.svg, HasSubstr(">21 others</text>"));
  // 100 + 101 + … + 120 pounds.
  EXPECT_THAT(chart.svg, HasSubstr(">£2,310.00</text>"));
}

TEST(FlowChart, DrawsFortyNodesOneByOne) {
  const FlowChart chart = flow_chart(samples::fan(38)).value();
  EXPECT_EQ(count(chart.svg, "<rect"), 40U);
  EXPECT_EQ(chart.note, "");
}

TEST(FlowChart, EqualFlowsGiveEqualBytes) {
  EXPECT_EQ(svg_of(samples::laundering()), svg_of(samples::laundering()));
}

TEST(FlowChart, HasNoFractionFinerThanATenthAndNothingOutside) {
  const std::string svg = svg_of(samples::laundering());
  EXPECT_THAT(svg, Not(HasSubstr("e+")));
  EXPECT_THAT(svg, Not(HasSubstr("href")));
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

TEST(FlowChart, DrawsMoneyThatGoesBackAsADashedLine) {
  Flow flow = samples::ring(3);
  EXPECT_EQ(count(svg_of(flow), "dasharray=\"7 3\""), 1U);
  flow.edges.pop_back();
  EXPECT_EQ(count(svg_of(flow), "dasharray=\"7 3\""), 0U);
}

TEST(FlowChart, DrawsAPaymentToItself) {
  Flow flow;
  flow.nodes = {{"Alone", FlowNode::Kind::account, "£5.00"}};
  flow.edges = {samples::paid(0, 0, 500, samples::day(7, 1))};
  const std::string svg = svg_of(flow);
  EXPECT_EQ(svg, golden::expected("payment-to-itself/expected.svg", svg));
}

TEST(FlowChart, DrawsTwoAccountsThatPayEachOther) {
  Flow flow;
  flow.nodes = {{"A", FlowNode::Kind::account, ""}, {"B", FlowNode::Kind::account, ""}};
  flow.edges = {samples::paid(0, 1, 700, samples::day(7, 1)),
                samples::paid(1, 0, 300, samples::day(7, 2))};
  const std::string svg = svg_of(flow);
  EXPECT_EQ(svg, golden::expected("back-and-forth/expected.svg", svg));
}

TEST(FlowChart, DrawsOneNodeAndNoneAtAll) {
  Flow flow;
  EXPECT_EQ(count(svg_of(flow), "<rect"), 0U);
  flow.nodes = {{"Alone", FlowNode::Kind::account, ""}, {"Apart", FlowNode::Kind::end_point, ""}};
  EXPECT_EQ(count(svg_of(flow), "<rect"), 2U);
}

TEST(FlowChart, KeepsTheFullNameOfWhatItShortens) {
  Flow flow;
  flow.nodes = {{std::string(10000, 'x'), FlowNode::Kind::end_point, ""}};
  const std::string svg = svg_of(flow);
  EXPECT_THAT(svg, HasSubstr("<title>" + std::string(10000, 'x') + "</title>"));
  EXPECT_THAT(svg, HasSubstr("x…</text>"));
}

TEST(FlowChart, EscapesNames) {
  Flow flow;
  flow.nodes = {{"</svg><script>alert(1)</script>", FlowNode::Kind::end_point, "\"&\x01"}};
  const std::string svg = svg_of(flow);
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_EQ(count(svg, "</svg>"), 1U);
  EXPECT_THAT(svg, HasSubstr("&quot;&amp;\\u{0001}"));
}

TEST(FlowChart, DrawsAmountsThatFillAHundredAndTwentySevenBits) {
  Flow flow;
  flow.nodes = {{"A", FlowNode::Kind::account, ""}, {"B", FlowNode::Kind::account, ""}};
  const Money most = Money::parse_plain("170141183460469231731.687303715884105727", eth).value();
  flow.edges = {{0, 1, most, 1, std::nullopt, std::nullopt}};
  EXPECT_THAT(svg_of(flow), HasSubstr("170,141,183,460,469,231,731.687303715884105727 ETH"));
}

TEST(FlowChart, RefusesALineToNowhereAndANegativeAmount) {
  Flow flow;
  flow.nodes = {{"A", FlowNode::Kind::account, ""}};
  flow.edges = {samples::paid(0, 1, 5, samples::day(7, 1))};
  EXPECT_EQ(flow_chart(flow).error().code, ErrorCode::contradiction);
  flow.edges = {samples::paid(0, 0, -5, samples::day(7, 1))};
  EXPECT_EQ(flow_chart(flow).error().code, ErrorCode::contradiction);
}

TEST(FlowChart, PrintsPoundsWithTheirSign) {
  EXPECT_EQ(printed(Money(125005, gbp)), "£1,250.05");
  EXPECT_EQ(printed(Money(-5, gbp)), "-£0.05");
  EXPECT_EQ(printed(Money(125005, usd)), "1,250.05 USD");
}

}  // namespace
}  // namespace recoup
