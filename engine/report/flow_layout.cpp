#include "flow_layout.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace recoup {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr Tenths thickness_max = 140;
constexpr Tenths thickness_min = 12;
constexpr Tenths label_room = 130;
constexpr Tenths between_nodes = 150;
constexpr Tenths between_terse = 50;
constexpr Tenths between_lines = 40;
constexpr Tenths curve_room = 380;

/// What takes up height in a column: a node, or a line that passes between nodes.
struct Item {
  std::size_t node = none;
  Tenths height = 0;
  Tenths gap = between_lines;  ///< To the next one below it.
  Tenths y = 0;
  std::vector<std::size_t> before;  ///< Items left of it that are joined to it.
  std::vector<std::size_t> after;

  [[nodiscard]] Tenths middle() const { return y + height / 2; }
};

struct Layouter {
  explicit Layouter(const Flow& of) : flow(of), steps(reach(of)) {}

  const Flow& flow;
  Reach steps;
  FlowLayout result;
  std::vector<Item> items;                            // the nodes first, in their order
  std::vector<std::vector<std::size_t>> chains;       // per edge: items from end to end
  std::vector<std::vector<std::vector<std::size_t>>> bands;  // band, column: items downwards
  std::vector<Tenths> column_x;                       // left side of the nodes
  std::vector<Tenths> label_width;                    // per column, of the lines that end there
  std::vector<Tenths> exits;                          // per column: room of upright stretches
  std::vector<Tenths> entries;
  std::vector<Tenths> channel_y;                      // per band: next free line below its nodes
  std::vector<Tenths> out_y;                          // per edge: height at which it leaves
  std::vector<Tenths> in_y;                           // per edge: height at which it arrives

  [[nodiscard]] std::size_t band(std::size_t node) const {
    return steps.layer[node] / drawing::columns_max;
  }
  [[nodiscard]] std::size_t column(std::size_t node) const {
    return steps.layer[node] % drawing::columns_max;
  }
  [[nodiscard]] std::size_t column_count() const { return column_x.size(); }
};

LineKind kind_of(const Layouter& at, const FlowEdge& edge) {
  if (at.steps.position[edge.to] <= at.steps.position[edge.from]) return LineKind::back;
  return at.band(edge.from) == at.band(edge.to) ? LineKind::forward : LineKind::onward;
}

/// `amount` of `most` in tenths, without a product that could leave 128 bits.
Tenths thickness(MinorUnits amount, MinorUnits most) {
  constexpr MinorUnits safe = MinorUnits{1} << 100;
  while (most > safe) {
    most /= 2;
    amount /= 2;
  }
  if (most == 0) return thickness_min;
  return std::max(thickness_min, static_cast<Tenths>(amount * thickness_max / most));
}

void measure_lines(Layouter& at) {
  std::map<Currency, MinorUnits> most;
  for (const FlowEdge& edge : at.flow.edges) {
    MinorUnits& so_far = most[edge.amount.currency()];
    so_far = std::max(so_far, edge.amount.minor());
  }
  for (const FlowEdge& edge : at.flow.edges) {
    PlacedLine line;
    line.kind = kind_of(at, edge);
    line.thickness = thickness(edge.amount.minor(), most.at(edge.amount.currency()));
    at.result.lines.push_back(line);
  }
}

Tenths out_room(const PlacedLine& line) { return line.thickness + between_lines; }
Tenths in_room(const PlacedLine& line) {
  return label_room + std::max(line.thickness, Tenths{30}) + between_lines / 2;
}

/// Room of an upright stretch, and of a level one below the band.
Tenths around_room(const PlacedLine& line) { return line.thickness + 100; }

/// A node as high as its text.
PlacedNode measured(const Flow& flow, std::size_t number) {
  const FlowNode& node = flow.nodes[number];
  PlacedNode placed;
  placed.is_terse = flow.nodes.size() > drawing::full_nodes_max &&
                    node.kind == FlowNode::Kind::end_point;
  placed.name_lines = wrapped(node.name, drawing::name_size,
                              drawing::node_width - 2 * drawing::padding, placed.is_terse ? 1 : 3);
  const auto names = static_cast<Tenths>(placed.name_lines.size());
  placed.height = placed.is_terse
                      ? drawing::name_line + drawing::padding
                      : drawing::kind_line + names * drawing::name_line + 2 * drawing::padding +
                            (node.closing.empty() ? 0 : drawing::name_line);
  return placed;
}

void measure_nodes(Layouter& at) {
  std::vector<Tenths> in(at.flow.nodes.size(), 0);
  std::vector<Tenths> out(at.flow.nodes.size(), 0);
  for (std::size_t edge = 0; edge < at.flow.edges.size(); ++edge) {
    in[at.flow.edges[edge].to] += in_room(at.result.lines[edge]);
    out[at.flow.edges[edge].from] += out_room(at.result.lines[edge]);
  }
  for (std::size_t node = 0; node < at.flow.nodes.size(); ++node) {
    PlacedNode placed = measured(at.flow, node);
    const Tenths around = placed.is_terse ? 0 : drawing::padding;
    placed.height = std::max({placed.height, in[node] + around, out[node] + around});
    Item item;
    item.node = node;
    item.height = placed.height;
    item.gap = placed.is_terse ? between_terse : between_nodes;
    at.items.push_back(item);
    at.result.nodes.push_back(std::move(placed));
  }
}

void join(Layouter& at, std::size_t left, std::size_t right) {
  at.items[left].after.push_back(right);
  at.items[right].before.push_back(left);
}

/// Puts the nodes into columns, and a place holder into each column that a line passes.
void fill_columns(Layouter& at) {
  std::size_t layers = 1;
  for (const std::size_t layer : at.steps.layer) layers = std::max(layers, layer + 1);
  const std::size_t columns = std::min(layers, drawing::columns_max);
  at.bands.resize((layers + drawing::columns_max - 1) / drawing::columns_max);
  for (auto& band : at.bands) band.resize(columns);
  for (const std::size_t node : at.steps.order) {
    at.bands[at.band(node)][at.column(node)].push_back(node);
  }
  at.chains.resize(at.flow.edges.size());
  for (std::size_t number = 0; number < at.flow.edges.size(); ++number) {
    const FlowEdge& edge = at.flow.edges[number];
    if (at.result.lines[number].kind != LineKind::forward) continue;
    std::vector<std::size_t>& chain = at.chains[number];
    chain.push_back(edge.from);
    for (std::size_t c = at.column(edge.from) + 1; c < at.column(edge.to); ++c) {
      Item passing;
      passing.height = at.result.lines[number].thickness + between_lines;
      at.items.push_back(passing);
      at.bands[at.band(edge.from)][c].push_back(at.items.size() - 1);
      chain.push_back(at.items.size() - 1);
    }
    chain.push_back(edge.to);
    for (std::size_t i = 1; i < chain.size(); ++i) join(at, chain[i - 1], chain[i]);
  }
  at.column_x.resize(columns);
}

using Column = std::vector<std::size_t>;

/// Sorts a column by the mean place of the neighbours, which untangles most crossings. An item
/// without neighbours keeps its place.
void sort_by_neighbours(const std::vector<Item>& items, Column& column, const Column& beside,
                        std::vector<std::size_t> Item::* neighbours) {
  std::vector<Tenths> place(items.size(), 0);
  for (std::size_t i = 0; i < beside.size(); ++i) place[beside[i]] = static_cast<Tenths>(i) * 1000;
  std::vector<std::pair<Tenths, std::size_t>> keyed;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const std::vector<std::size_t>& joined = items[column[i]].*neighbours;
    Tenths sum = 0;
    for (const std::size_t other : joined) sum += place[other];
    const Tenths own = static_cast<Tenths>(i) * 1000;
    keyed.emplace_back(joined.empty() ? own : sum / static_cast<Tenths>(joined.size()), column[i]);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = keyed[i].second;
}

void order_columns(Layouter& at) {
  for (auto& band : at.bands) {
    for (int round = 0; round < 4; ++round) {
      for (std::size_t c = 1; c < band.size(); ++c) {
        sort_by_neighbours(at.items, band[c], band[c - 1], &Item::before);
      }
      for (std::size_t c = band.size() - 1; round < 3 && c-- > 0;) {
        sort_by_neighbours(at.items, band[c], band[c + 1], &Item::after);
      }
    }
  }
}

/// Places a column downwards, each item level with the mean of its neighbours where there is room,
/// and then moves the column as a whole to where its items are wanted on the average.
void place_column(std::vector<Item>& items, const Column& column,
                  std::vector<std::size_t> Item::* neighbours) {
  Tenths missed = 0;
  Tenths count = 0;
  bool is_first = true;
  Tenths free_from = 0;
  for (const std::size_t number : column) {
    Item& item = items[number];
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
Tenths place_band(Layouter& at, const std::vector<Column>& band, Tenths top) {
  for (const Column& column : band) place_column(at.items, column, &Item::before);
  for (std::size_t c = band.size() - 1; c-- > 0;) {
    place_column(at.items, band[c], &Item::after);
  }
  for (std::size_t c = 1; c < band.size(); ++c) place_column(at.items, band[c], &Item::before);
  Tenths least = 0;
  bool any = false;
  for (const Column& column : band) {
    if (column.empty()) continue;
    least = any ? std::min(least, at.items[column.front()].y) : at.items[column.front()].y;
    any = true;
  }
  Tenths bottom = top;
  for (const Column& column : band) {
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
  return room == 0 ? 0 : room + between_lines;
}

void place_rows(Layouter& at) {
  Tenths top = drawing::margin;
  for (std::size_t number = 0; number < at.bands.size(); ++number) {
    const Tenths bottom = place_band(at, at.bands[number], top);
    at.channel_y.push_back(bottom + 2 * between_lines);
    top = bottom + channel_room(at, number) + between_nodes;
  }
  at.result.height = top - between_nodes + drawing::margin;
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
        std::max(at.label_width[to], label + drawing::arrow_length + between_lines);
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
      at.in_y[edge] = y + label_room + std::max(line.thickness, Tenths{30}) / 2;
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
    line.points.push_back({is_first ? right : at.column_x[c] - at.label_width[c] - at.entries[c], y});
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
  line.points = {{right, at.out_y[number]},     {exit_x, at.out_y[number]},
                 {exit_x, channel_middle},      {entry_x, channel_middle},
                 {entry_x, at.in_y[number]},    {at.column_x[to], at.in_y[number]}};
}

}  // namespace

FlowLayout lay_out(const Flow& flow) {
  Layouter at(flow);
  measure_lines(at);
  measure_nodes(at);
  fill_columns(at);
  order_columns(at);
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
    const Tenths above = std::max(line.thickness, Tenths{30}) / 2 + 20;
    line.label_end = {at.column_x[at.column(flow.edges[number].to)] - drawing::arrow_length - 10,
                      at.in_y[number] - above};
  }
  return std::move(at.result);
}

}  // namespace recoup
