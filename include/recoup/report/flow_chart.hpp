// flow_chart.hpp: the flow of traced money as a drawing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Where money comes from, stays or ends.
struct FlowNode {
  enum class Kind : std::uint8_t { source, account, end_point, overdraft, gap };

  std::string name;
  Kind kind = Kind::account;
  std::string closing;  ///< What is there at the end, as it is to be printed; may be empty.
};

/// Everything that went from one node to another in one currency.
struct FlowEdge {
  std::size_t from = 0;  ///< Places in Flow::nodes.
  std::size_t to = 0;
  Money amount;
  std::uint64_t count = 1;    ///< Movements that make up the amount.
  std::optional<Date> first;  ///< Days of the first and the last of them.
  std::optional<Date> last;
};

struct Flow {
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;  ///< At most one for a from, a to and a currency.
};

/// A drawing.
struct FlowChart {
  enum class Page : std::uint8_t { portrait, landscape };

  std::string svg;             ///< One <svg> element, complete in itself.
  Page page = Page::portrait;  ///< On which it can be read best.
  bool goes_back = false;      ///< Whether any line is dashed.
  std::string note;            ///< What was drawn together, as a sentence; may be empty.
  std::int64_t width = 0;      ///< In tenths of a pixel.
  std::int64_t height = 0;
};

/// Nodes that are drawn one by one; beyond, the smallest end points become one node.
inline constexpr std::size_t flow_nodes_max = 24;

/// Draws `flow` from left to right in the order in which money first reached each node.
///
///   Shape   A node stands right of every node from which money reached it the ordinary way. Money
///           that goes back (a cycle, a return, a payment to itself) is a dashed line under the
///           nodes. More than five steps are continued in a band below.
///   Unit    The width of a line is in proportion to its amount, apart for each currency, and never
///           too thin to be seen. Whole tenths of a pixel; there is no floating point.
///   Exact   Beyond `flow_nodes_max` nodes the end points that got least are drawn as "N others",
///           with sums that are re-added; `note` says so.
///   Same    Equal flows give equal bytes.
///   Errors  contradiction: an edge names a node that is not there, or an amount is below zero.
///           out_of_range: a sum of "N others" that cannot be held.
[[nodiscard]] Result<FlowChart> flow_chart(const Flow& flow);

/// "£1,250.05" for pounds, "1,250.05 USD" for any other currency.
[[nodiscard]] std::string printed(Money amount);

}  // namespace recoup
