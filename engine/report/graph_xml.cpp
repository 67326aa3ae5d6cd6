// GraphML and GEXF: one graph in two vocabularies of XML.

#include <algorithm>

#include "case_nodes.hpp"
#include "recoup/report/markup_text.hpp"

namespace recoup {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + markup_text(value) + "\"";
}

std::string_view kind_of(const GraphNode& node) {
  if (node.kind == Holding::Kind::account) return "account";
  return node.is_bank_account ? "end point, account" : "end point";
}

/// A field of a node or an edge: its id, its title and, in each vocabulary, its type.
struct GraphField {
  std::string id;
  std::string title;
  std::string_view graphml_type = "string";
  std::string_view gexf_type = "string";
};

/// The value of a field, by its id.
using GraphValue = std::pair<std::string, std::string>;

std::vector<GraphField> node_fields(const CaseGraph& graph) {
  std::vector<GraphField> fields = {{"name", "name"}, {"kind", "kind"}, {"holder", "holder"}};
  for (std::size_t i = 0; i < graph.sources().size(); ++i) {
    fields.push_back({"held" + std::to_string(i + 1), "held of " + graph.sources()[i]});
  }
  return fields;
}

std::vector<GraphValue> node_values(const GraphNode& node) {
  std::vector<GraphValue> values = {{"name", node.name}, {"kind", std::string(kind_of(node))}};
  if (!node.holder.empty()) values.emplace_back("holder", node.holder);
  for (std::size_t i = 0; i < node.traced.size(); ++i) {
    if (!node.traced[i].empty()) {
      values.emplace_back("held" + std::to_string(i + 1), node.traced[i]);
    }
  }
  return values;
}

std::vector<GraphField> edge_fields(const CaseGraph& graph) {
  std::vector<GraphField> fields = {{"amount", "amount", "string", "bigdecimal"},
                                    {"minor", "amount in minor units", "long", "long"},
                                    {"currency", "currency"},
                                    {"credited", "credited in another currency"},
                                    {"booked", "booked at"},
                                    {"counterparty", "counterparty"},
                                    {"description", "description"},
                                    {"reference", "reference"},
                                    {"place", "document and line"}};
  for (std::size_t i = 0; i < graph.sources().size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string title = "traced of " + graph.sources()[i];
    fields.push_back({"traced" + number, title, "string", "bigdecimal"});
    fields.push_back({"traced" + number + "minor", title + " in minor units", "long", "long"});
  }
  return fields;
}

std::vector<GraphValue> edge_values(const GraphEdge& edge) {
  std::vector<GraphValue> values = {{"amount", edge.amount.plain()}};
  if (const auto minor = whole_number(edge.amount)) values.emplace_back("minor", *minor);
  values.emplace_back("currency", edge.amount.currency().code());
  if (edge.credited) values.emplace_back("credited", edge.credited->text());
  values.emplace_back("booked", edge.booked_at.text());
  const auto add = [&values](const char* id, std::string_view value) {
    if (!value.empty()) values.emplace_back(id, value);
  };
  add("counterparty", edge.text.counterparty_name);
  add("description", edge.text.description);
  add("reference", edge.references());
  add("place", edge.places());
  for (const GraphTraced& traced : edge.traced) {
    const std::string id = "traced" + std::to_string(traced.source + 1);
    values.emplace_back(id, traced.amount.plain());
    if (const auto minor = whole_number(traced.amount)) values.emplace_back(id + "minor", *minor);
  }
  return values;
}

// An id in GraphML is unique among all of its keys, of nodes and of edges.
std::string graphml_data(const std::vector<GraphValue>& values, std::string_view of) {
  std::string out;
  for (const auto& [id, value] : values) {
    out += "      <data" + attribute("key", std::string(of) + id) + ">" + markup_text(value) +
           "</data>\n";
  }
  return out;
}

void declare_keys(PieceWriter& out, const std::vector<GraphField>& fields, std::string_view of) {
  for (const GraphField& field : fields) {
    out << "  <key" << attribute("id", std::string(of) + "-" + field.id) << attribute("for", of)
        << attribute("attr.name", field.title) << attribute("attr.type", field.graphml_type)
        << "/>\n";
  }
}

void declare_attributes(PieceWriter& out, const std::vector<GraphField>& fields,
                        std::string_view of) {
  out << "    <attributes" << attribute("class", of) << ">\n";
  for (const GraphField& field : fields) {
    out << "      <attribute" << attribute("id", field.id) << attribute("title", field.title)
        << attribute("type", field.gexf_type) << "/>\n";
  }
  out << "    </attributes>\n";
}

std::string gexf_values(const std::vector<GraphValue>& values) {
  std::string out = "        <attvalues>\n";
  for (const auto& [id, value] : values) {
    out += "          <attvalue" + attribute("for", id) + attribute("value", value) + "/>\n";
  }
  return out + "        </attvalues>\n";
}

}  // namespace

Result<void> write_graphml(const GraphCase& source, const PieceSink& sink) {
  const CaseGraph graph(source);
  PieceWriter out(sink);
  out << xml_head << "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      << "  <desc>" << markup_text(graph.title()) << "</desc>\n";
  declare_keys(out, node_fields(graph), "node");
  declare_keys(out, edge_fields(graph), "edge");
  out << "  <graph id=\"case\" edgedefault=\"directed\">\n";
  for (const GraphNode& node : graph.nodes()) {
    out << "    <node" << attribute("id", node.id) << ">\n"
        << graphml_data(node_values(node), "node-") << "    </node>\n";
  }
  graph.for_each_edge([&](const GraphEdge& edge) {
    out << "    <edge" << attribute("id", edge.id)
        << attribute("source", graph.nodes()[edge.from].id)
        << attribute("target", graph.nodes()[edge.to].id) << ">\n"
        << graphml_data(edge_values(edge), "edge-") << "    </edge>\n";
  });
  out << "  </graph>\n</graphml>\n";
  return out.finish();
}

Result<void> write_gexf(const GraphCase& source, const PieceSink& sink) {
  const CaseGraph graph(source);
  PieceWriter out(sink);
  out << xml_head << "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      << "  <meta>\n    <creator>recoup</creator>\n    <description>" << markup_text(graph.title())
      << "</description>\n  </meta>\n"
      << "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"dateTime\""
      << " timerepresentation=\"timestamp\">\n";
  declare_attributes(out, node_fields(graph), "node");
  declare_attributes(out, edge_fields(graph), "edge");
  out << "    <nodes>\n";
  for (const GraphNode& node : graph.nodes()) {
    out << "      <node" << attribute("id", node.id) << attribute("label", node.name) << ">\n"
        << gexf_values(node_values(node)) << "      </node>\n";
  }
  out << "    </nodes>\n    <edges>\n";
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> parallel;
  graph.for_each_edge([&](const GraphEdge& edge) {
    out << "      <edge" << attribute("id", edge.id)
        << attribute("source", graph.nodes()[edge.from].id)
        << attribute("target", graph.nodes()[edge.to].id)
        << attribute("kind", std::to_string(++parallel[{edge.from, edge.to}]))
        << attribute("timestamp", iso_text(edge.booked_at.order_key())) << ">\n"
        << gexf_values(edge_values(edge)) << "      </edge>\n";
  });
  out << "    </edges>\n  </graph>\n</gexf>\n";
  return out.finish();
}

}  // namespace recoup
