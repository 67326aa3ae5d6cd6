// link_layout.hpp: where the boxes and lines of a chart of links stand.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "flow_layout.hpp"

namespace recoup {

namespace link_drawing {
inline constexpr Tenths name_size = 95;
inline constexpr Tenths label_size = 82;
inline constexpr Tenths kind_size = 75;
inline constexpr Tenths line_height = 122;
inline constexpr Tenths port_height = 150;
inline constexpr Tenths padding = 60;
inline constexpr Tenths box_width = 1500;
inline constexpr Tenths between_boxes = 220;
inline constexpr Tenths curve_width = 620;
inline constexpr Tenths stub_room = 60;  ///< Before and behind the words of a line.
}  // namespace link_drawing

/// A subject or a case.
struct LinkBox {
  std::size_t column = 0;
  std::string kind;
  std::vector<std::string> lines;  ///< Its name.
  std::string foot;                ///< Below the name, small; may be empty.
  FlowPoint corner{};              ///< Upper left; set by the layout, as is `height`.
  Tenths height = 0;
};

/// A line between two boxes. Its first box is never right of its second one.
struct LinkLine {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string words;
  /// Set by the layout: level stretches, each from an even point to the next; curves between.
  std::vector<FlowPoint> points;
};

struct LinkLayout {
  Tenths width = 0;
  Tenths height = 0;
  std::vector<LinkBox> boxes;
  std::vector<LinkLine> lines;
};

/// Places everything: in each column the boxes stand near those to which they are tied.
///
///   Same  Equal boxes and lines give an equal layout.
[[nodiscard]] LinkLayout lay_out_links(std::vector<LinkBox> boxes, std::vector<LinkLine> lines);

}  // namespace recoup
