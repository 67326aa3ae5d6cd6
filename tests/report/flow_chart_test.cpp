#include "recoup/report/flow_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <utility>
#include <vector>

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

struct Box {
  long left = 0;
  long top = 0;
  long right = 0;
  long bottom = 0;
};

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// The number behind `name="` in `tag`, in tenths.
long tenths(const std::string& tag, const std::string& name) {
  const std::size_t begin = tag.find(" " + name + "=\"") + name.size() + 3;
  std::string digits = tag.substr(begin, tag.find('"', begin) - begin);
  const std::size_t point = digits.find('.');
  if (point == std::string::npos) return 10 * std::stol(digits);
  digits.erase(point, 1);
  return std::stol(digits);
}

std::vector<std::string> tags(const std::string& svg, const std::string& start) {
  std::vector<std::string> found;
  for (std::size_t at = svg.find(start); at != std::string::npos; at = svg.find(start, at + 1)) {
    found.push_back(svg.substr(at, svg.find("</text>", at) - at));
  }
  return found;
}

std::vector<Box> node_boxes(const std::string& svg) {
  std::vector<Box> boxes;
  for (const std::string& tag : tags(svg, "<rect ")) {
    const long x = tenths(tag, "x");
    const long y = tenths(tag, "y");
    boxes.push_back({x, y, x + tenths(tag, "width"), y + tenths(tag, "height")});
  }
  return boxes;
}

/// Labels of lines, each character taken as 5.8 wide.
std::vector<Box> label_boxes(const std::string& svg) {
  std::vector<Box> boxes;
  for (const std::string& tag : tags(svg, "<text ")) {
    if (tag.find("text-anchor=\"end\"") == std::string::npos) continue;
    const std::string text = tag.substr(tag.find('>') + 1);
    const long x = tenths(tag, "x");
    const long y = tenths(tag, "y");
    boxes.push_back({x - 58 * static_cast<long>(text.size() - 1), y - 70, x, y + 10});
  }
  return boxes;
}

/// Whatever comes of `seed`: up to a dozen nodes and many edges, both ways.
Flow tangle(unsigned seed) {
  const auto next = [&seed](unsigned below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 16U) % below;
  };
  Flow flow;
  const unsigned nodes = 2 + next(11);
  for (unsigned i = 0; i < nodes; ++i) {
    flow.nodes.push_back({"Node " + std::to_string(i) + std::string(next(60), 'n'),
                          static_cast<FlowNode::Kind>(next(5)), next(2) == 0 ? "" : "£1.00"});
  }
  std::set<std::pair<unsigned, unsigned>> seen;
  for (unsigned i = 0; i < 3 * nodes; ++i) {
    const unsigned from = next(nodes);
    const unsigned to = next(nodes);
    if (!seen.insert({from, to}).second) continue;
    flow.edges.push_back(
        samples::paid(from, to, next(9000000), samples::day(1 + next(12), 1 + next(28))));
  }
  return flow;
}

TEST(FlowChart, NoNodeAndNoLabelCoversAnother) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    const std::string svg = svg_of(tangle(seed));
    std::vector<Box> boxes = node_boxes(svg);
    const std::vector<Box> labels = label_boxes(svg);
    boxes.insert(boxes.end(), labels.begin(), labels.end());
    const Box page{0, 0, tenths(svg.substr(0, 300), "width"), tenths(svg.substr(0, 300), "height")};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      EXPECT_TRUE(boxes[i].left >= page.left && boxes[i].right <= page.right) << seed;
      EXPECT_TRUE(boxes[i].top >= page.top && boxes[i].bottom <= page.bottom) << seed;
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(boxes[i], boxes[j])) << seed;
    }
  }
}

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
  EXPECT_THAT(chart.note, HasSubstr("The 37 end points that received least"));
  EXPECT_THAT(chart.svg, HasSubstr(">37 others</text>"));
  // 100 + 101 + … + 136 pounds.
  EXPECT_THAT(chart.svg, HasSubstr(">£4,366.00</text>"));
}

TEST(FlowChart, DrawsEveryNodeThatAPageCanShowByItself) {
  const FlowChart chart = flow_chart(samples::fan(flow_nodes_max - 2)).value();
  EXPECT_EQ(count(chart.svg, "<rect"), flow_nodes_max);
  EXPECT_EQ(chart.note, "");
}

TEST(FlowChart, UntanglesTwelveNodesThatPayEachOther) {
  const std::string svg = svg_of(tangle(7));
  EXPECT_EQ(svg, golden::expected("tangle/expected.svg", svg));
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
  EXPECT_TRUE(flow_chart(flow).value().goes_back);
  flow.edges.pop_back();
  EXPECT_EQ(count(svg_of(flow), "dasharray=\"7 3\""), 0U);
  EXPECT_FALSE(flow_chart(flow).value().goes_back);
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
