// samples.hpp: flows and documents for the tests of this room.
#pragma once

#include <string>
#include <utility>

#include "recoup/report/flow_chart.hpp"

namespace recoup::samples {

inline Date day(unsigned month, unsigned of_month) { return *make_date(2025, month, of_month); }

inline FlowEdge paid(std::size_t from, std::size_t to, MinorUnits pence, Date first,
                     std::uint64_t count = 1) {
  return {from, to, Money(pence, gbp), count, first, first};
}

/// Money of two victims goes round three accounts, and out to end points with long names.
inline Flow laundering() {
  using Kind = FlowNode::Kind;
  Flow flow;
  flow.nodes = {
      {"S1 Margaret Ellison, payment of 4 March 2025", Kind::source, ""},
      {"S2 Harrow & Sons (Joinery) Limited", Kind::source, ""},
      {"20-11-22 12345678", Kind::account, "£1,204.18"},
      {"30-98-76 87654321", Kind::account, "£0.00"},
      {"GB29 NWBK 6016 1331 9268 19", Kind::account, "£7,310.55"},
      {"Overdraft of 30-98-76 87654321", Kind::overdraft, "£1,150.00"},
      {"CASH ATM KINGS CROSS LONDON", Kind::end_point, "£2,400.00"},
      {"Prestige Performance Motor Cars of Altrincham Limited", Kind::end_point, "£38,500.00"},
      {"BINANCE-UK-LTD-REF-00918273645546372819-PAYMENTS", Kind::end_point, "£12,935.27"},
      {"40-47-84 31926819", Kind::gap, "£3,000.00"}};
  flow.edges = {paid(0, 2, 4250000, day(3, 4)),     paid(1, 2, 2400000, day(3, 6)),
                paid(2, 3, 5800000, day(3, 7), 4),  paid(3, 5, 115000, day(3, 7)),
                paid(3, 4, 5400000, day(3, 10), 3), paid(4, 2, 900000, day(3, 12)),
                paid(2, 6, 240000, day(3, 13), 8),  paid(4, 7, 3850000, day(3, 17)),
                paid(2, 8, 1293527, day(3, 20), 5), paid(4, 9, 300000, day(3, 21)),
                paid(4, 3, 125000, day(3, 24)),     paid(3, 8, 28455, day(3, 25))};
  return flow;
}

/// One account that pays `end_points` others, each a pound more than the one before.
inline Flow fan(std::size_t end_points) {
  Flow flow;
  flow.nodes = {{"S1", FlowNode::Kind::source, ""},
                {"20-11-22 12345678", FlowNode::Kind::account, "£0.00"}};
  Money sum(0, gbp);
  for (std::size_t i = 0; i < end_points; ++i) {
    const Money amount(10000 + 100 * static_cast<MinorUnits>(i), gbp);
    flow.nodes.push_back(
        {"Payee " + std::to_string(i + 1), FlowNode::Kind::end_point, printed(amount)});
    flow.edges.push_back(paid(1, i + 2, amount.minor(), day(4, 1 + static_cast<unsigned>(i % 28))));
    sum = sum.plus(amount).value();
  }
  flow.edges.push_back(paid(0, 1, sum.minor(), day(3, 31)));
  return flow;
}

/// A chain of `accounts` accounts, the last of which pays the first.
inline Flow ring(std::size_t accounts) {
  Flow flow;
  flow.nodes = {{"S1", FlowNode::Kind::source, ""}};
  for (std::size_t i = 0; i < accounts; ++i) {
    flow.nodes.push_back({"Account " + std::to_string(i + 1), FlowNode::Kind::account, ""});
    flow.edges.push_back(paid(i, i + 1, 900000 - 7000 * static_cast<MinorUnits>(i),
                              day(5, 1 + static_cast<unsigned>(i))));
  }
  flow.edges.push_back(paid(accounts, 1, 125000, day(6, 3)));
  return flow;
}

}  // namespace recoup::samples
