// case_nodes.hpp: nodes and edges of a case, as every format of a graph writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/report/case_graph.hpp"

namespace recoup {

/// An account or an end point.
struct GraphNode {
  std::string id;
  std::string name;
  Holding::Kind kind = Holding::Kind::account;
  bool is_bank_account = true;      ///< Of an end point: a leg gives it as an account.
  std::string holder;               ///< As the case names it; or empty.
  std::vector<std::string> traced;  ///< By source, in words; empty where nothing of it is here.
};

/// A part of a source that an edge carried.
struct GraphTraced {
  std::uint32_t source = 0;
  Money amount;
};

/// A movement.
struct GraphEdge {
  std::string id;
  std::size_t from = 0;  ///< Rows of nodes.
  std::size_t to = 0;
  Money amount;
  std::optional<Money> credited;  ///< Where it arrives in another currency.
  BookingTime booked_at;
  LegText text = {};  ///< Of the leg that orders it.
  std::optional<RecordPlace> debit;
  std::optional<RecordPlace> credit;
  std::string debit_reference;
  std::string credit_reference;
  std::vector<GraphTraced> traced;

  /// "3fa9c1d2e4b5:12", of both legs with a blank between.
  [[nodiscard]] std::string places() const;
  /// References of both legs, each once.
  [[nodiscard]] std::string references() const;
};

/// The nodes of a case, and its edges one after the other.
class CaseGraph {
 public:
  explicit CaseGraph(const GraphCase& source);

  [[nodiscard]] const std::vector<GraphNode>& nodes() const { return nodes_; }
  /// Source ids, where the graph says something of them.
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
  /// "recoup case OP-1, traced under fifo: Devaynes v Noble ...".
  [[nodiscard]] std::string title() const;

  /// Calls `visit` with every edge in trace order.
  template <typename Visit>
  void for_each_edge(Visit visit) const {
    std::size_t carried = 0;
    for (std::size_t i = 0; i < source_.movement_count; ++i) visit(edge(i, carried));
  }

 private:
  using NodeKey = std::pair<Holding::Kind, std::string>;

  void number_lines();
  void add_nodes();
  void add_holdings();
  [[nodiscard]] NodeKey key_of(MaybeLeg here,
                               MaybeLeg there) const;
  [[nodiscard]] NodeKey payer_of(const Movement& movement) const;
  [[nodiscard]] NodeKey payee_of(const Movement& movement) const;
  [[nodiscard]] GraphEdge edge(std::size_t row, std::size_t& carried) const;

  const GraphCase& source_;
  const Ledger& ledger_;
  std::vector<GraphNode> nodes_;
  std::map<NodeKey, std::size_t> rows_;
  std::vector<std::string> sources_;
  std::vector<std::uint32_t> number_on_line_;  ///< By leg, from 1.
};

/// Minor units as a whole number, where 63 bits hold it.
[[nodiscard]] std::optional<std::string> whole_number(Money amount);

}  // namespace recoup
