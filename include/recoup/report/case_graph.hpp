// case_graph.hpp: a case as nodes and edges, for programs that draw and search networks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recoup/base/piece_sink.hpp"
#include "recoup/report/journal.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// What a graph is made of. What it points to must outlive the call.
struct GraphCase {
  std::string case_id;
  const Ledger* ledger = nullptr;
  const Movements* movements = nullptr;
  std::size_t movement_count = 0;  ///< So many of the movements, in trace order.
  const std::vector<Source>* sources = nullptr;
  const Trace* trace = nullptr;                ///< Empty: nothing is said of sources.
  std::map<std::string, std::string> holders;  ///< By account, where the case names one.
  std::vector<JournalDocument> documents;
};

/// Writes a case for another program: accounts and end points as nodes, every movement as an edge
/// of its own with amount, currency, booking time, document and line; with a trace, also what each
/// edge carried of each source, and what is at each node at the end.
///
///   Shape   Nodes: the accounts in byte order, then the end points; edges in trace order. A node's
///           id is of its kind and name, an edge's is the movement's; of several entries on one
///           line the second is ":2", and so on.
///   Unit    Amounts are decimal text. Where a format has whole numbers the minor units stand
///           beside it, unless they leave 63 bits.
///   Same    Equal cases give equal bytes, whatever the order of import.
///   Errors  Those of `out`.
///   Cost    O(N log N) time for N movements; memory for the nodes.
///
/// GraphML 1.0 (graphml.graphdrawing.org).
Result<void> write_graphml(const GraphCase& source, const PieceSink& out);

/// GEXF 1.3 (gexf.net/1.3): an edge stands at its moment, civil time in London; a date alone is its
/// midnight. Parallel edges have kinds of their own, so that none are drawn together.
Result<void> write_gexf(const GraphCase& source, const PieceSink& out);

/// CSV with a row for each movement, for an import specification of i2 Analyst's Notebook: RFC
/// 4180, UTF-8, dates as DD/MM/YYYY.
///
///   Exact  A field that a spreadsheet would take for a formula (= + - @ in front) has an
///          apostrophe before it.
Result<void> write_i2_csv(const GraphCase& source, const PieceSink& out);

/// FollowTheMoney entities, one JSON object a line: Document, LegalEntity, BankAccount, Ownership,
/// Payment.
Result<void> write_follow_the_money(const GraphCase& source, const PieceSink& out);

}  // namespace recoup
