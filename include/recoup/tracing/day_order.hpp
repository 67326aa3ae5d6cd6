// day_order.hpp: a trace in both orders of the entries whose order nothing proves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// The movements, in the one order where it is proved, else with credits first and debits first.
struct OrderedMovements {
  Movements first;  ///< With credits first where nothing proves the order.
  std::optional<Movements> debits_first;

  /// The movements to whose rows the trace refers.
  [[nodiscard]] const Movements& of(const Trace& trace) const {
    return trace.day_order == DayOrder::debits_first ? debits_first.value() : first;
  }
};

/// Whether debits and credits are among the legs: then it matters which of them stand first.
[[nodiscard]] bool is_mixed(const Ledger& ledger, const UnorderedLegs& legs);

[[nodiscard]] OrderedMovements order_both(const Ledger& ledger, const Links& links);

/// The run that leaves the lower traced total on accounts, and the other one where there are two.
struct TracedBoth {
  Trace leads;
  std::optional<Trace> other;
};

/// Traces in each order. Totals are compared currency by currency, by their codes; where they are
/// equal, credits first leads.
///
///   Errors  As `trace`.
[[nodiscard]] Result<TracedBoth> trace_both(const Ledger& ledger, const OrderedMovements& movements,
                                            const TraceQuestion& question);

/// What one source is worth at one node in either order.
struct DayOrderRow {
  std::uint32_t source = 0;
  Holding::Kind kind = Holding::Kind::account;
  std::string node;
  Money credits_first;
  Money debits_first;
};

/// Every figure in both orders; none where there is one order only.
///
///   Shape  By source, then kind, node and currency.
[[nodiscard]] std::vector<DayOrderRow> day_order_range(const TracedBoth& traced);

}  // namespace recoup
