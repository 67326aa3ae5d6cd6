#include <algorithm>
#include <map>
#include <tuple>

#include "report_material.hpp"

namespace recoup {
namespace {

/// Collects nodes and edges; parallel edges are one.
class FlowBuilder {
 public:
  std::size_t node(FlowNode::Kind kind, const std::string& name) {
    const auto [at, added] = rows_.try_emplace({kind, name}, flow_.nodes.size());
    if (added) flow_.nodes.push_back({name, kind, {}});
    return at->second;
  }

  void add(std::size_t from, std::size_t to, Money amount, const std::optional<Date>& date) {
    const auto key = std::tuple(from, to, amount.currency());
    const auto [at, added] = edges_.try_emplace(key, flow_.edges.size());
    if (added) {
      flow_.edges.push_back({from, to, amount, 1, date, date});
      return;
    }
    FlowEdge& edge = flow_.edges[at->second];
    edge.amount = edge.amount.plus(amount).value();
    ++edge.count;
    if (date && edge.last && *edge.last < *date) edge.last = date;
  }

  void closing(std::size_t row, Money amount) {
    std::string& text = flow_.nodes[row].closing;
    text += (text.empty() ? "" : ", ") + printed(amount);
  }

  Flow take() { return std::move(flow_); }

 private:
  Flow flow_;
  std::map<std::pair<FlowNode::Kind, std::string>, std::size_t> rows_;
  std::map<std::tuple<std::size_t, std::size_t, Currency>, std::size_t> edges_;
};

/// The node of a movement's side: the account of its leg, or the end point that the other leg
/// names.
std::size_t side(FlowBuilder& builder, const Ledger& ledger, MaybeLeg here, MaybeLeg there,
                 FlowNode::Kind outside) {
  if (here) {
    return builder.node(FlowNode::Kind::account,
                        ledger.accounts[index(ledger.account[index(*here)])]);
  }
  return builder.node(outside, std::string(end_point_name(ledger.text[index(*there)])));
}

/// Opening balances that are sources come from no movement; they are drawn as coming from the time
/// before the statements.
void add_openings(FlowBuilder& builder, const LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  for (const Source& source : loaded.sources) {
    if (source.credit) continue;
    const std::string& account = ledger.accounts[index(source.account)];
    builder.add(builder.node(FlowNode::Kind::source, "opening balance of " + account),
                builder.node(FlowNode::Kind::account, account), source.amount, std::nullopt);
  }
}

}  // namespace

Flow flow_of(const LoadedCase& loaded, const Trace& trace) {
  const Ledger& ledger = loaded.build.ledger;
  FlowBuilder builder;
  add_openings(builder, loaded);
  for (auto each = trace.carried.begin(); each != trace.carried.end();) {
    const std::uint32_t row = each->movement;
    MinorUnits amount = 0;
    for (; each != trace.carried.end() && each->movement == row; ++each) amount += each->amount;
    const Movement& movement = loaded.movements.of(trace).in_order[row];
    const std::size_t leg = index(movement.leg());
    const std::size_t from =
        side(builder, ledger, movement.debit, movement.credit, FlowNode::Kind::source);
    const std::size_t to =
        movement.is_charge
            ? builder.node(FlowNode::Kind::end_point, end_point_of(ledger, movement))
            : side(builder, ledger, movement.credit, movement.debit, FlowNode::Kind::end_point);
    builder.add(from, to, Money(amount, ledger.currency[leg]), ledger.booked_at[leg].date());
  }
  std::map<std::pair<std::size_t, Currency>, MinorUnits> held;
  for (const Holding& holding : trace.holdings) {
    if (holding.kind == Holding::Kind::end_point) continue;
    const std::size_t account = builder.node(FlowNode::Kind::account, holding.node);
    if (holding.kind == Holding::Kind::account) {
      held[{account, holding.amount.currency()}] += holding.amount.minor();
    } else {
      const bool overdraft = holding.kind == Holding::Kind::overdraft;
      const auto kind = overdraft ? FlowNode::Kind::overdraft : FlowNode::Kind::gap;
      const std::string name = (overdraft ? "overdraft of " : "gap in ") + holding.node;
      builder.add(account, builder.node(kind, name), holding.amount, std::nullopt);
    }
  }
  for (const auto& [key, minor] : held) builder.closing(key.first, Money(minor, key.second));
  return builder.take();
}

}  // namespace recoup
