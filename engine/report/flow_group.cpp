#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "flow_layout.hpp"

namespace recoup {
namespace {

Result<void> verify(const Flow& flow) {
  for (const FlowEdge& edge : flow.edges) {
    const std::size_t last = std::max(edge.from, edge.to);
    if (last >= flow.nodes.size()) {
      return Error{ErrorCode::contradiction,
                   "a line to node " + std::to_string(last + 1),
                   "one of " + std::to_string(flow.nodes.size()) + " nodes",
                   {}};
    }
    if (edge.amount.is_negative()) {
      return Error{ErrorCode::contradiction, edge.amount.text(), "an amount of zero or more", {}};
    }
  }
  return {};
}

/// End points from which nothing goes on, those that got least first. Minor units of several
/// currencies are added here: that decides which are drawn together and is no figure.
std::vector<std::size_t> smallest_end_points(const Flow& flow) {
  std::vector<MinorUnits> got(flow.nodes.size(), 0);
  constexpr MinorUnits most = std::numeric_limits<MinorUnits>::max();
  std::vector<bool> goes_on(flow.nodes.size(), false);
  for (const FlowEdge& edge : flow.edges) {
    got[edge.to] = checked_add(got[edge.to], edge.amount.minor()).value_or(most);
    goes_on[edge.from] = true;
  }
  std::vector<std::size_t> nodes;
  for (std::size_t node = 0; node < flow.nodes.size(); ++node) {
    if (flow.nodes[node].kind == FlowNode::Kind::end_point && !goes_on[node]) nodes.push_back(node);
  }
  std::stable_sort(nodes.begin(), nodes.end(),
                   [&](std::size_t a, std::size_t b) { return got[a] < got[b]; });
  return nodes;
}

void widen(std::optional<Date>& first, std::optional<Date>& last, const FlowEdge& by) {
  if (by.first && (!first || *by.first < *first)) first = by.first;
  if (by.last && (!last || *last < *by.last)) last = by.last;
}

Result<std::vector<FlowEdge>> merged(const std::vector<FlowEdge>& edges) {
  std::vector<FlowEdge> result;
  std::map<std::tuple<std::size_t, std::size_t, Currency>, std::size_t> places;
  for (const FlowEdge& edge : edges) {
    const auto [entry, is_new] =
        places.try_emplace({edge.from, edge.to, edge.amount.currency()}, result.size());
    if (is_new) {
      result.push_back(edge);
      continue;
    }
    FlowEdge& sum = result[entry->second];
    RECOUP_TRY(amount, sum.amount.plus(edge.amount));
    sum.amount = amount;
    sum.count += edge.count;
    widen(sum.first, sum.last, edge);
  }
  return result;
}

}  // namespace

Result<GroupedFlow> with_others_grouped(const Flow& flow) {
  if (const Result<void> sound = verify(flow); !sound) return sound.error();
  std::vector<std::size_t> small = smallest_end_points(flow);
  if (flow.nodes.size() <= flow_nodes_max || small.size() < 2) return GroupedFlow{flow, ""};
  small.resize(std::min(small.size(), flow.nodes.size() - flow_nodes_max + 1));
  std::vector<bool> is_small(flow.nodes.size(), false);
  for (const std::size_t node : small) is_small[node] = true;

  GroupedFlow result;
  std::vector<std::size_t> new_place(flow.nodes.size(), flow.nodes.size() - small.size());
  for (std::size_t node = 0; node < flow.nodes.size(); ++node) {
    if (is_small[node]) continue;
    new_place[node] = result.flow.nodes.size();
    result.flow.nodes.push_back(flow.nodes[node]);
  }
  const std::string count = std::to_string(small.size());
  result.flow.nodes.push_back({count + " others", FlowNode::Kind::end_point, ""});
  std::vector<FlowEdge> moved = flow.edges;
  for (FlowEdge& edge : moved) {
    edge.from = new_place[edge.from];
    edge.to = new_place[edge.to];
  }
  RECOUP_TRY(edges, merged(moved));
  result.flow.edges = std::move(edges);
  result.note = "The " + count + " end points that received least are drawn together as \"" +
                count + " others\"; the table lists each of them.";
  return result;
}

}  // namespace recoup
