// flow_stages.hpp: the stages in which a flow is laid out, and what they hand on.
#pragma once

#include <algorithm>
#include <vector>

#include "flow_layout.hpp"

namespace recoup {

namespace drawing {
inline constexpr Tenths label_room = 130;  ///< Height above a line for its label.
inline constexpr Tenths between_nodes = 150;
inline constexpr Tenths between_terse = 50;
inline constexpr Tenths between_lines = 40;
}  // namespace drawing

inline constexpr std::size_t no_node = static_cast<std::size_t>(-1);

/// What takes up height in a column: a node, or a line that passes between nodes.
struct FlowItem {
  std::size_t node = no_node;
  Tenths height = 0;
  Tenths gap = drawing::between_lines;  ///< To the next one below it.
  Tenths y = 0;
  std::vector<std::size_t> before;  ///< Items left of it that are joined to it.
  std::vector<std::size_t> after;

  [[nodiscard]] Tenths middle() const { return y + height / 2; }
};

/// Items of a column, downwards.
using FlowColumn = std::vector<std::size_t>;

/// What one stage leaves to the next.
struct Layouter {
  explicit Layouter(const Flow& of) : flow(of), steps(reach(of)) {}

  const Flow& flow;
  FlowReach steps;
  FlowLayout result;
  std::vector<FlowItem> items;                 ///< The nodes first, in their order.
  std::vector<std::vector<FlowColumn>> bands;  ///< By band, then by column.
  std::vector<FlowColumn> chains;              ///< Per edge: items from end to end.
  std::vector<Tenths> column_x;                ///< Left side of the nodes.
  std::vector<Tenths> label_width;             ///< Per column, of the lines that end there.
  std::vector<Tenths> exits;                   ///< Per column: room of upright stretches behind it,
  std::vector<Tenths> entries;                 ///< and before it.
  std::vector<Tenths> channel_y;               ///< Per band: next free height below its nodes.
  std::vector<Tenths> out_y;                   ///< Per edge: height at which it leaves.
  std::vector<Tenths> in_y;                    ///< Per edge: height at which it arrives.

  [[nodiscard]] std::size_t band(std::size_t node) const {
    return steps.layer[node] / drawing::columns_max;
  }
  [[nodiscard]] std::size_t column(std::size_t node) const {
    return steps.layer[node] % drawing::columns_max;
  }
  [[nodiscard]] std::size_t column_count() const { return column_x.size(); }
};

/// Room in height of a line where it leaves a node.
inline Tenths out_room(const PlacedLine& line) { return line.thickness + drawing::between_lines; }
/// Height of a line where it arrives.
inline Tenths in_height(const PlacedLine& line) { return std::max(line.thickness, Tenths{30}); }
/// Room in height of a line where it arrives, with its label above it.
inline Tenths in_room(const PlacedLine& line) {
  return drawing::label_room + in_height(line) + drawing::between_lines / 2;
}
/// Room of an upright stretch, and of a level one below the band.
inline Tenths around_room(const PlacedLine& line) { return line.thickness + 100; }

/// First stage: how large everything is, which column it stands in, and in which order downwards.
void fill_columns(Layouter& at);

}  // namespace recoup
