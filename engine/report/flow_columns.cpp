#include <algorithm>
#include <map>
#include <utility>

#include "flow_stages.hpp"

namespace recoup {
namespace {

constexpr Tenths thickness_max = 140;
constexpr Tenths thickness_min = 12;

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

/// A node as high as its text.
PlacedNode measured(const Flow& flow, std::size_t number) {
  const FlowNode& node = flow.nodes[number];
  PlacedNode placed;
  placed.is_terse =
      flow.nodes.size() > drawing::full_nodes_max && node.kind == FlowNode::Kind::end_point;
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
    FlowItem item;
    item.node = node;
    item.height = placed.height;
    item.gap = placed.is_terse ? drawing::between_terse : drawing::between_nodes;
    at.items.push_back(item);
    at.result.nodes.push_back(std::move(placed));
  }
}

void join(Layouter& at, std::size_t left, std::size_t right) {
  at.items[left].after.push_back(right);
  at.items[right].before.push_back(left);
}

/// Puts the nodes into columns, and a place holder into each column that a line passes.
void make_columns(Layouter& at) {
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
      FlowItem passing;
      passing.height = at.result.lines[number].thickness + drawing::between_lines;
      at.items.push_back(passing);
      at.bands[at.band(edge.from)][c].push_back(at.items.size() - 1);
      chain.push_back(at.items.size() - 1);
    }
    chain.push_back(edge.to);
    for (std::size_t i = 1; i < chain.size(); ++i) join(at, chain[i - 1], chain[i]);
  }
  at.column_x.resize(columns);
}

/// Sorts a column by the mean place of the neighbours, which untangles most crossings. An item
/// without neighbours keeps its place.
void sort_by_neighbours(const std::vector<FlowItem>& items, FlowColumn& column,
                        const FlowColumn& beside, std::vector<std::size_t> FlowItem::*neighbours) {
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
        sort_by_neighbours(at.items, band[c], band[c - 1], &FlowItem::before);
      }
      for (std::size_t c = band.size() - 1; round < 3 && c-- > 0;) {
        sort_by_neighbours(at.items, band[c], band[c + 1], &FlowItem::after);
      }
    }
  }
}

}  // namespace

void fill_columns(Layouter& at) {
  measure_lines(at);
  measure_nodes(at);
  make_columns(at);
  order_columns(at);
}

}  // namespace recoup
