#include <algorithm>
#include <numeric>

#include "flow_layout.hpp"

namespace recoup {
namespace {

/// Edges by the day of their first movement, those without a day last.
std::vector<std::size_t> edges_by_day(const Flow& flow) {
  std::vector<std::size_t> order(flow.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto earlier = [&flow](std::size_t a, std::size_t b) {
    const std::optional<Date>& one = flow.edges[a].first;
    const std::optional<Date>& other = flow.edges[b].first;
    if (one.has_value() != other.has_value()) return one.has_value();
    return one.has_value() && *one < *other;
  };
  std::stable_sort(order.begin(), order.end(), earlier);
  return order;
}

/// A node from which to go on where no edge leads further: one that nothing pays, else the first.
std::size_t next_start(const Flow& flow, const std::vector<bool>& reached) {
  std::vector<bool> is_paid(flow.nodes.size(), false);
  for (const FlowEdge& edge : flow.edges) {
    if (edge.from != edge.to) is_paid[edge.to] = true;
  }
  std::size_t first = flow.nodes.size();
  for (std::size_t node = flow.nodes.size(); node-- > 0;) {
    if (reached[node]) continue;
    if (first == flow.nodes.size() || !is_paid[node] || is_paid[first]) first = node;
  }
  return first;
}

std::vector<std::size_t> reach_order(const Flow& flow) {
  std::vector<std::size_t> order;
  std::vector<bool> reached(flow.nodes.size(), false);
  const auto add = [&](std::size_t node) {
    if (reached[node]) return;
    reached[node] = true;
    order.push_back(node);
  };
  for (std::size_t node = 0; node < flow.nodes.size(); ++node) {
    if (flow.nodes[node].kind == FlowNode::Kind::source) add(node);
  }
  const std::vector<std::size_t> by_day = edges_by_day(flow);
  while (order.size() < flow.nodes.size()) {
    const auto next = std::find_if(by_day.begin(), by_day.end(), [&](std::size_t edge) {
      return reached[flow.edges[edge].from] && !reached[flow.edges[edge].to];
    });
    add(next == by_day.end() ? next_start(flow, reached) : flow.edges[*next].to);
  }
  return order;
}

}  // namespace

FlowReach reach(const Flow& flow) {
  FlowReach result;
  result.order = reach_order(flow);
  result.position.resize(flow.nodes.size());
  for (std::size_t place = 0; place < result.order.size(); ++place) {
    result.position[result.order[place]] = place;
  }
  result.layer.assign(flow.nodes.size(), 0);
  // Every edge to a node reached later leads right. In this order all that lead to a node have
  // been seen before those that leave it.
  std::vector<std::vector<std::size_t>> out(flow.nodes.size());
  for (const FlowEdge& edge : flow.edges) out[edge.from].push_back(edge.to);
  for (const std::size_t node : result.order) {
    for (const std::size_t to : out[node]) {
      if (result.position[to] <= result.position[node]) continue;
      result.layer[to] = std::max(result.layer[to], result.layer[node] + 1);
    }
  }
  return result;
}

}  // namespace recoup
