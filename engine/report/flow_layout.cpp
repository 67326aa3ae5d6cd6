#include "flow_layout.hpp"

#include <algorithm>
#include <utility>

#include "flow_stages.hpp"

namespace recoup {
namespace {

constexpr Tenths curve_room = 380;

/// Places a column downwards, each item level with the mean of its neighbours where there is room,
/// and then moves the column as a whole to where its items are wanted on the average.
void place_column(std::vector<FlowItem>& items, const FlowColumn& column,
                  std::vector<std::size_t> FlowItem::*neighbours) {
  Tenths missed = 0;
  Tenths count = 0;
  bool is_first = true;
  Tenths free_from = 0;
  for (const std::size_t number : column) {
    FlowItem& item = items[number];
    item.y = free_from;
    if (const auto& joined = item.*neighbours; !joined.empty()) {
      Tenths sum = 0;
      for (const std::size_t other : joined) sum += items[other].middle();
      const Tenths wanted = sum / static_cast<Tenths>(joined.size()) - item.height / 2;
      item.y = is_first ? wanted : std::max(free_from, wanted);
      missed += wanted - item.y;
      ++count;
    }
    is_first = false;
    free_from = item.y + item.height + item.gap;
  }
  if (count == 0) return;
  for (const std::size_t number : column) items[number].y += missed / count;
}

/// Places one band from `top` and answers where it ends.
Tenths place_band(Layouter& at, const std::vector<FlowColumn>& band, Tenths top) {
  for (const FlowColumn& column : band) place_column(at.items, column, &FlowItem::before);
  for (std::size_t c = band.size() - 1; c-- > 0;) {
    place_column(at.items, band[c], &FlowItem::after);
  }
  for (std::size_t c = 1; c < band.size(); ++c) place_column(at.items, band[c], &FlowItem::before);
  Tenths least = 0;
  bool any = false;
  for (const FlowColumn& column : band) {
    if (column.empty()) continue;
    least = any ? std::min(least, at.items[column.front()].y) : at.items[column.front()].y;
    any = true;
  }
  Tenths bottom = top;
  for (const FlowColumn& column : band) {
    for (const std::size_t number : column) {
      at.items[number].y += top - least;
      bottom = std::max(bottom, at.items[number].y + at.items[number].height);
    }
  }
  return bottom;
}

/// Room of the lines that run below band `number`.
Tenths channel_room(const Layouter& at, std::size_t number) {
  Tenths room = 0;
  for (std::size_t edge = 0; edge < at.flow.edges.size(); ++edge) {
    if (at.result.lines[edge].kind == LineKind::forward) continue;
    if (std::min(at.band(at.flow.edges[edge].from), at.band(at.flow.edges[edge].to)) != number) {
      continue;
    }
    room += around_room(at.result.lines[edge]);
  }
  return room == 0 ? 0 : room + drawing::between_lines;
}

void place_rows(Layouter& at) {
  Tenths top = drawing::margin;
  for (std::size_t number = 0; number < at.bands.size(); ++number) {
    const Tenths bottom = place_band(at, at.bands[number], top);
    at.channel_y.push_back(bottom + 2 * drawing::between_lines);
    top = bottom + channel_room(at, number) + drawing::between_nodes;
  }
  at.result.height = top - drawing::between_nodes + drawing::margin;
  for (std::size_t node = 0; node < at.flow.nodes.size(); ++node) {
    at.result.nodes[node].corner.y = at.items[node].y;
  }
}

void place_columns(Layouter& at) {
  const std::size_t columns = at.column_count();
  at.label_width.assign(columns, 0);
  at.exits.assign(columns, 0);
  at.entries.assign(columns, 0);
  std::vector<bool> curves(columns, false);
  for (std::size_t number = 0; number < at.flow.edges.size(); ++number) {
    const FlowEdge& edge = at.flow.edges[number];
    const std::size_t to = at.column(edge.to);
    const Tenths label = text_width(printed(edge.amount), drawing::label_size);
    at.label_width[to] =
        std::max(at.label_width[to], label + drawing::arrow_length + drawing::between_lines);
    if (at.result.lines[number].kind == LineKind::forward) {
      curves[to] = true;
      continue;
    }
    const Tenths room = around_room(at.result.lines[number]);
    at.exits[at.column(edge.from)] += room;
    at.entries[to] += room;
  }
  Tenths x = drawing::margin;
  for (std::size_t c = 0; c < columns; ++c) {
    if (c > 0) x += curve_room;
    x += at.entries[c] + at.label_width[c];
    at.column_x[c] = x;
    x += drawing::node_width + at.exits[c];
  }
  at.result.width = x + drawing::margin;
  for (std::size_t node = 0; node < at.flow.nodes.size(); ++node) {
    at.result.nodes[node].corner.x = at.column_x[at.column(node)];
  }
}

/// The edges at one side of `node`, from the top: those that come straight by the height at which
/// they come, then those that run below the band.
std::vector<std::size_t> edges_at(const Layouter& at, std::size_t node, bool leaving) {
  std::vector<std::pair<Tenths, std::size_t>> keyed;
  for (std::size_t number = 0; number < at.flow.edges.size(); ++number) {
    const FlowEdge& edge = at.flow.edges[number];
    if ((leaving ? edge.from : edge.to) != node) continue;
    const std::vector<std::size_t>& chain = at.chains[number];
    Tenths key = at.result.height;
    if (!chain.empty()) {
      key = at.items[leaving ? chain[1] : chain[chain.size() - 2]].middle();
    }
    keyed.emplace_back(key, number);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> edges;
  edges.reserve(keyed.size());
  for (const auto& [key, number] : keyed) edges.push_back(number);
  return edges;
}

void place_ends(Layouter& at) {
  at.out_y.resize(at.flow.edges.size());
  at.in_y.resize(at.flow.edges.size());
  for (std::size_t node = 0; node < at.flow.nodes.size(); ++node) {
    const Tenths middle = at.items[node].middle();
    const std::vector<std::size_t> leaving = edges_at(at, node, true);
    Tenths room = 0;
    for (const std::size_t edge : leaving) room += out_room(at.result.lines[edge]);
    Tenths y = middle - room / 2;
    for (const std::size_t edge : leaving) {
      at.out_y[edge] = y + out_room(at.result.lines[edge]) / 2;
      y += out_room(at.result.lines[edge]);
    }
    const std::vector<std::size_t> arriving = edges_at(at, node, false);
    room = 0;
    for (const std::size_t edge : arriving) room += in_room(at.result.lines[edge]);
    y = middle - room / 2;
    for (const std::size_t edge : arriving) {
      const PlacedLine& line = at.result.lines[edge];
      at.in_y[edge] = y + drawing::label_room + in_height(line) / 2;
      y += in_room(line);
    }
  }
}

void draw_forward(Layouter& at, std::size_t number) {
  PlacedLine& line = at.result.lines[number];
  const FlowEdge& edge = at.flow.edges[number];
  const std::vector<std::size_t>& chain = at.chains[number];
  const std::size_t first = at.column(edge.from);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const std::size_t c = first + i;
    const bool is_first = i == 0;
    const bool is_last = i + 1 == chain.size();
    Tenths y = at.items[chain[i]].middle();
    if (is_first) y = at.out_y[number];
    if (is_last) y = at.in_y[number];
    const Tenths right = at.column_x[c] + drawing::node_width;
    line.points.push_back(
        {is_first ? right : at.column_x[c] - at.label_width[c] - at.entries[c], y});
    line.points.push_back({is_last ? at.column_x[c] : right + at.exits[c], y});
  }
}

void draw_around(Layouter& at, std::size_t number, std::vector<Tenths>& exit_used,
                 std::vector<Tenths>& entry_used) {
  PlacedLine& line = at.result.lines[number];
  const FlowEdge& edge = at.flow.edges[number];
  const std::size_t from = at.column(edge.from);
  const std::size_t to = at.column(edge.to);
  const Tenths room = around_room(line);
  const Tenths right = at.column_x[from] + drawing::node_width;
  const Tenths exit_x = right + exit_used[from] + room / 2;
  const Tenths entry_x = at.column_x[to] - at.label_width[to] - entry_used[to] - room / 2;
  exit_used[from] += room;
  entry_used[to] += room;
  Tenths& channel = at.channel_y[std::min(at.band(edge.from), at.band(edge.to))];
  const Tenths channel_middle = channel + line.thickness / 2;
  channel += room;
  line.points = {{right, at.out_y[number]},  {exit_x, at.out_y[number]},
                 {exit_x, channel_middle},   {entry_x, channel_middle},
                 {entry_x, at.in_y[number]}, {at.column_x[to], at.in_y[number]}};
}

}  // namespace

FlowLayout lay_out(const Flow& flow) {
  Layouter at(flow);
  fill_columns(at);
  place_rows(at);
  place_columns(at);
  place_ends(at);
  std::vector<Tenths> exit_used(at.column_count(), 0);
  std::vector<Tenths> entry_used(at.column_count(), 0);
  for (std::size_t number = 0; number < flow.edges.size(); ++number) {
    PlacedLine& line = at.result.lines[number];
    if (line.kind == LineKind::forward) {
      draw_forward(at, number);
    } else {
      draw_around(at, number, exit_used, entry_used);
    }
    const Tenths above = in_height(line) / 2 + 20;
    line.label_end = {at.column_x[at.column(flow.edges[number].to)] - drawing::arrow_length - 10,
                      at.in_y[number] - above};
  }
  return std::move(at.result);
}

}  // namespace recoup
