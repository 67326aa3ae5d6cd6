// CSV of movements for i2 Analyst's Notebook.

#include "case_nodes.hpp"
#include "code_point.hpp"

namespace recoup {
namespace {

/// A field of RFC 4180. What cannot be seen is written as \u{202E}, as in every other answer.
std::string csv_field(std::string_view text) {
  std::string field = seen(text);
  if (!field.empty() && std::string_view("=+-@").find(field.front()) != std::string_view::npos) {
    field.insert(field.begin(), '\'');
  }
  if (field.find_first_of(",\"") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

void write_row(PieceWriter& out, const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) row += (row.empty() ? "" : ",") + field;
  out << row << "\r\n";
}

std::string_view type_of(const GraphNode& node) {
  if (node.kind == Holding::Kind::account) return "Account";
  return node.is_bank_account ? "End point account" : "End point";
}

std::vector<std::string> head(const CaseGraph& graph) {
  std::vector<std::string> names = {"From ID",
                                    "From type",
                                    "From label",
                                    "To ID",
                                    "To type",
                                    "To label",
                                    "Date",
                                    "Time",
                                    "Amount",
                                    "Currency",
                                    "Direction",
                                    "Reference",
                                    "Description",
                                    "Counterparty",
                                    "Movement",
                                    "Document and line",
                                    "Booked at",
                                    "Credited amount",
                                    "Credited currency"};
  for (const std::string& source : graph.sources()) names.push_back(csv_field("Traced " + source));
  return names;
}

/// "04/03/2025".
std::string british_date(Date date) {
  const std::string iso = iso_text(date);
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::vector<std::string> row_of(const CaseGraph& graph, const GraphEdge& edge) {
  const GraphNode& from = graph.nodes()[edge.from];
  const GraphNode& to = graph.nodes()[edge.to];
  const CivilTime when = edge.booked_at.order_key();
  std::vector<std::string> row = {
      from.id,
      std::string(type_of(from)),
      csv_field(from.name),
      to.id,
      std::string(type_of(to)),
      csv_field(to.name),
      british_date(when.date()),
      edge.booked_at.has_time() ? iso_text(when).substr(11, 8) : "",
      edge.amount.plain(),
      std::string(edge.amount.currency().code()),
      "From to To",
      csv_field(edge.references()),
      csv_field(edge.text.description),
      csv_field(edge.text.counterparty_name),
      edge.id,
      edge.places(),
      edge.booked_at.text(),
      edge.credited ? edge.credited->plain() : "",
      std::string(edge.credited ? edge.credited->currency().code() : std::string_view())};
  std::vector<std::string> traced(graph.sources().size());
  for (const GraphTraced& each : edge.traced) traced[each.source] = each.amount.plain();
  row.insert(row.end(), traced.begin(), traced.end());
  return row;
}

}  // namespace

Result<void> write_i2_csv(const GraphCase& source, const PieceSink& sink) {
  const CaseGraph graph(source);
  PieceWriter out(sink);
  write_row(out, head(graph));
  graph.for_each_edge([&](const GraphEdge& edge) { write_row(out, row_of(graph, edge)); });
  return out.finish();
}

}  // namespace recoup
