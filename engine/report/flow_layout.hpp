// flow_layout.hpp: where the nodes and the lines of a flow stand.
#pragma once

#include <string>
#include <vector>

#include "flow_text.hpp"
#include "recoup/report/flow_chart.hpp"

namespace recoup {

namespace drawing {
inline constexpr Tenths name_size = 95;
inline constexpr Tenths label_size = 90;
inline constexpr Tenths kind_size = 70;
inline constexpr Tenths name_line = 118;
inline constexpr Tenths kind_line = 105;
inline constexpr Tenths padding = 50;
inline constexpr Tenths node_width = 1240;
inline constexpr Tenths arrow_length = 70;
inline constexpr Tenths margin = 60;
inline constexpr std::size_t columns_max = 5;
/// Beyond so many nodes an end point shows its name alone, so that a page still holds them.
inline constexpr std::size_t full_nodes_max = 18;
}  // namespace drawing

struct FlowPoint {
  Tenths x = 0;
  Tenths y = 0;
};

struct PlacedNode {
  FlowPoint corner;  ///< Upper left.
  Tenths height = 0;
  std::vector<std::string> name_lines;
  bool is_terse = false;  ///< Its name alone: one of many end points.
};

enum class LineKind : std::uint8_t {
  forward,  ///< To a node further right in the same band.
  onward,   ///< To a node of a later band.
  back,     ///< To a node reached earlier, or to itself.
};

/// A line from one node to another.
struct PlacedLine {
  LineKind kind = LineKind::forward;
  Tenths thickness = 0;
  /// forward: pairs of points, a level stretch within each pair and a curve between pairs.
  /// Otherwise: corners, level and upright in turn.
  std::vector<FlowPoint> points;
  FlowPoint label_end;  ///< Right end of the label's base line.
};

struct FlowLayout {
  Tenths width = 0;
  Tenths height = 0;
  std::vector<PlacedNode> nodes;  ///< As Flow::nodes.
  std::vector<PlacedLine> lines;  ///< As Flow::edges.
};

/// Places everything.
///
/// Requires edges that name nodes of the flow, and amounts of zero or more.
[[nodiscard]] FlowLayout lay_out(const Flow& flow);

/// A flow of at most `flow_nodes_max` nodes where there are end points enough to draw together.
struct GroupedFlow {
  Flow flow;
  std::string note;  ///< What was drawn together; empty where nothing was.
};

/// Errors: as `flow_chart`.
[[nodiscard]] Result<GroupedFlow> with_others_grouped(const Flow& flow);

/// The steps from a source: nodes in the order in which money first reached them, and for each the
/// column in which it stands, counted through all bands.
struct FlowReach {
  std::vector<std::size_t> order;     ///< Nodes, first reached first.
  std::vector<std::size_t> position;  ///< Of each node in `order`.
  std::vector<std::size_t> layer;     ///< Of each node.
};
[[nodiscard]] FlowReach reach(const Flow& flow);

}  // namespace recoup
