// exposure.hpp: poison, which divides nothing: what is exposed to a source, and since when.
#pragma once

#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// A node that some of a source may have reached.
struct Exposure {
  std::uint32_t source = 0;
  Holding::Kind kind = Holding::Kind::account;  ///< `account` or `end_point`.
  std::string node;
  /// The movement that first exposed the node: a row of Movements::in_order; empty where the source
  /// is on the account's opening balance.
  std::optional<std::uint32_t> movement;
};

/// Every node exposed to each source: from the first tainted credit on, every debit of that account
/// and every account that it pays. An upper bound, never evidence of value.
///
///   Shape   By source, then in trace order.
///   Errors  As `trace`.
[[nodiscard]] Result<std::vector<Exposure>> exposures(const Ledger& ledger,
                                                      const Movements& movements,
                                                      const TraceQuestion& question);

}  // namespace recoup
