// FollowTheMoney: one entity a line.

#include <set>

#include "case_nodes.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

/// An entity with the values of its properties, which are always lists of text.
class GraphEntity {
 public:
  GraphEntity(std::string_view id, std::string_view schema) {
    json_.begin_object().member("id", id).member("schema", schema);
    json_.name("properties").begin_object();
  }

  GraphEntity& with(std::string_view property, const std::vector<std::string>& values) {
    std::vector<std::string> stated;
    for (const std::string& value : values) {
      if (!value.empty()) stated.push_back(value);
    }
    if (!stated.empty()) json_.members(property, stated);
    return *this;
  }

  [[nodiscard]] std::string line() {
    json_.end_object().end_object();
    return json_.take() + "\n";
  }

 private:
  JsonWriter json_{JsonWriter::Layout::compact};
};

std::string document_id(const Digest& digest) { return "doc-" + digest.text().substr(0, 20); }
std::string holder_id(const std::string& holder) {
  return "who-" + sha256(holder).text().substr(0, 20);
}

/// Colons have a meaning in ids of some readers.
std::string payment_id(std::string id) {
  for (char& c : id) c = c == ':' ? '.' : c;
  return "pay-" + id;
}

void write_documents(PieceWriter& out, const std::vector<JournalDocument>& documents) {
  for (const JournalDocument& document : documents) {
    out << GraphEntity(document_id(document.digest), "Document")
               .with("name", {document.name})
               .with("fileName", {document.name})
               .with("notes", {"SHA-256 " + document.digest.text()})
               .line();
  }
}

void write_nodes(PieceWriter& out, const CaseGraph& graph) {
  std::set<std::string> holders;
  for (const GraphNode& node : graph.nodes()) {
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < node.traced.size(); ++i) {
      if (node.traced[i].empty()) continue;
      notes.push_back(graph.title() + ": " + node.traced[i] + " of " + graph.sources()[i]);
    }
    GraphEntity entity(node.id, node.is_bank_account ? "BankAccount" : "LegalEntity");
    entity.with("name", {node.name});
    if (node.is_bank_account) entity.with("accountNumber", {node.name});
    out << entity.with("notes", notes).line();
    if (node.holder.empty()) continue;
    if (holders.insert(node.holder).second) {
      out << GraphEntity(holder_id(node.holder), "LegalEntity").with("name", {node.holder}).line();
    }
    out << GraphEntity("own-" + node.id, "Ownership")
               .with("owner", {holder_id(node.holder)})
               .with("asset", {node.id})
               .line();
  }
}

std::vector<std::string> record_ids(const GraphEdge& edge) {
  std::vector<std::string> ids;
  for (const std::optional<RecordPlace>& place : {edge.debit, edge.credit}) {
    if (place) ids.push_back(place->document.short_text() + ":" + std::to_string(place->line));
  }
  return ids;
}

std::vector<std::string> proof_ids(const GraphEdge& edge) {
  std::set<std::string> ids;
  for (const std::optional<RecordPlace>& place : {edge.debit, edge.credit}) {
    if (place) ids.insert(document_id(place->document));
  }
  return {ids.begin(), ids.end()};
}

/// The account of a side, and who holds it.
void add_side(GraphEntity& entity, const GraphNode& node, const char* who, const char* account) {
  if (!node.is_bank_account) {
    entity.with(who, {node.id});
    return;
  }
  if (!node.holder.empty()) entity.with(who, {holder_id(node.holder)});
  entity.with(account, {node.id});
}

std::string payment(const CaseGraph& graph, const GraphEdge& edge) {
  GraphEntity entity(payment_id(edge.id), "Payment");
  const CivilTime when = edge.booked_at.order_key();
  entity.with("date", {edge.booked_at.has_time() ? iso_text(when) : iso_text(when.date())})
      .with("amount", {edge.amount.plain()})
      .with("currency", {std::string(edge.amount.currency().code())});
  add_side(entity, graph.nodes()[edge.from], "payer", "payerAccount");
  add_side(entity, graph.nodes()[edge.to], "beneficiary", "beneficiaryAccount");
  std::vector<std::string> words;
  if (edge.credited) words.push_back("credited as " + edge.credited->text());
  for (const GraphTraced& traced : edge.traced) {
    words.push_back(graph.title() + ": carried " + traced.amount.text() + " of " +
                    graph.sources()[traced.source]);
  }
  std::vector<std::string> references = {edge.debit_reference};
  if (edge.credit_reference != edge.debit_reference) references.push_back(edge.credit_reference);
  return entity.with("purpose", {std::string(edge.text.description)})
      .with("transactionNumber", references)
      .with("recordId", record_ids(edge))
      .with("proof", proof_ids(edge))
      .with("description", words)
      .line();
}

}  // namespace

Result<void> write_follow_the_money(const GraphCase& source, const PieceSink& sink) {
  const CaseGraph graph(source);
  PieceWriter out(sink);
  write_documents(out, source.documents);
  write_nodes(out, graph);
  graph.for_each_edge([&](const GraphEdge& edge) { out << payment(graph, edge); });
  return out.finish();
}

}  // namespace recoup
