#include "case_nodes.hpp"

#include <limits>

namespace recoup {

std::string GraphEdge::places() const {
  std::string out;
  for (const std::optional<RecordPlace>& place : {debit, credit}) {
    if (!place) continue;
    out +=
        (out.empty() ? "" : " ") + place->document.short_text() + ":" + std::to_string(place->line);
  }
  return out;
}

std::string GraphEdge::references() const {
  if (debit_reference.empty() || debit_reference == credit_reference) return credit_reference;
  return debit_reference + (credit_reference.empty() ? "" : " / " + credit_reference);
}

std::optional<std::string> whole_number(Money amount) {
  constexpr MinorUnits most = std::numeric_limits<std::int64_t>::max();
  if (amount.minor() > most || amount.minor() < -most) return std::nullopt;
  return std::to_string(static_cast<std::int64_t>(amount.minor()));
}

CaseGraph::CaseGraph(const GraphCase& source) : source_(source), ledger_(*source.ledger) {
  if (source_.trace != nullptr) {
    for (const Source& each : *source_.sources) sources_.push_back(each.id);
  }
  number_lines();
  add_nodes();
  if (source_.trace != nullptr) add_holdings();
}

std::string CaseGraph::title() const {
  std::string out = "recoup case " + source_.case_id;
  if (source_.trace == nullptr) return out;
  const TracingMethod method = source_.trace->method;
  out += ", traced under " + std::string(text(method));
  const std::string_view cited = authority(method);
  return cited.empty() ? out : out + " (" + std::string(cited) + ")";
}

/// Entries may share a line; an id never is another's.
void CaseGraph::number_lines() {
  std::map<RecordPlace, std::uint32_t> count;
  for (const RecordPlace& place : ledger_.place) number_on_line_.push_back(++count[place]);
}

CaseGraph::NodeKey CaseGraph::key_of(MaybeLeg here, MaybeLeg there) const {
  if (here) {
    return {Holding::Kind::account, ledger_.accounts[index(ledger_.account[index(*here)])]};
  }
  return {Holding::Kind::end_point, std::string(end_point_name(ledger_.text[index(*there)]))};
}

CaseGraph::NodeKey CaseGraph::payer_of(const Movement& movement) const {
  return key_of(movement.debit, movement.credit);
}

CaseGraph::NodeKey CaseGraph::payee_of(const Movement& movement) const {
  if (movement.is_charge) return {Holding::Kind::end_point, end_point_of(ledger_, movement)};
  return key_of(movement.credit, movement.debit);
}

void CaseGraph::add_nodes() {
  std::map<NodeKey, bool> is_bank_account;
  for (const std::string& name : ledger_.accounts) {
    is_bank_account[{Holding::Kind::account, name}] = true;
  }
  for (std::size_t i = 0; i < source_.movement_count; ++i) {
    const Movement& movement = source_.movements->in_order[i];
    if (movement.debit && movement.credit) continue;
    const NodeKey key = movement.debit ? payee_of(movement) : payer_of(movement);
    const LegText text = ledger_.text[index(movement.leg())];
    bool& known = is_bank_account.try_emplace(key, false).first->second;
    known = known || !text.counterparty_account.empty();
  }
  for (const auto& [key, is_account] : is_bank_account) {
    const bool held = key.first == Holding::Kind::account;
    const auto holder = source_.holders.find(key.second);
    rows_.emplace(key, nodes_.size());
    nodes_.push_back({(held ? "acc-" : "end-") + sha256(key.second).text().substr(0, 20),
                      key.second, key.first, is_account,
                      held && holder != source_.holders.end() ? holder->second : std::string(),
                      std::vector<std::string>(sources_.size())});
  }
}

void CaseGraph::add_holdings() {
  for (const Holding& holding : source_.trace->holdings) {
    const bool is_outside = holding.kind == Holding::Kind::end_point;
    const auto row =
        rows_.find({is_outside ? Holding::Kind::end_point : Holding::Kind::account, holding.node});
    if (row == rows_.end()) continue;
    std::string& words = nodes_[row->second].traced[holding.source];
    words += (words.empty() ? "" : "; ") + holding.amount.text();
    if (holding.kind == Holding::Kind::overdraft) words += " repaid its overdraft";
    if (holding.kind == Holding::Kind::gap) words += " stopped at a gap";
  }
}

GraphEdge CaseGraph::edge(std::size_t row, std::size_t& carried) const {
  const Movement& movement = source_.movements->in_order[row];
  const LegRow leg = movement.leg();
  GraphEdge edge{movement_id(ledger_, movement),
                 rows_.at(payer_of(movement)),
                 rows_.at(payee_of(movement)),
                 Money(debited(ledger_, movement), ledger_.currency[index(leg)]),
                 std::nullopt,
                 ledger_.booked_at[index(leg)],
                 ledger_.text[index(leg)],
                 std::nullopt,
                 std::nullopt,
                 "",
                 "",
                 {}};
  const std::uint32_t number = number_on_line_[index(leg)];
  if (number > 1) edge.id += ":" + std::to_string(number);
  if (movement.debit) {
    edge.debit = ledger_.place[index(*movement.debit)];
    edge.debit_reference = ledger_.text[index(*movement.debit)].reference;
  }
  if (movement.credit) {
    edge.credit = ledger_.place[index(*movement.credit)];
    edge.credit_reference = ledger_.text[index(*movement.credit)].reference;
    const Money arrived(credited(ledger_, movement), ledger_.currency[index(*movement.credit)]);
    if (arrived != edge.amount) edge.credited = arrived;
  }
  if (source_.trace == nullptr) return edge;
  const std::vector<Carried>& all = source_.trace->carried;
  for (; carried < all.size() && all[carried].movement == row; ++carried) {
    edge.traced.push_back(
        {all[carried].source, Money(all[carried].amount, edge.amount.currency())});
  }
  return edge;
}

}  // namespace recoup
