#include "court_numbering.hpp"
#include "recoup/report/court_document.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

void write_citations(JsonWriter& json, const std::vector<CourtCitation>& citations) {
  json.name("citations").begin_array();
  for (const CourtCitation& citation : citations) {
    json.begin_object().name("document").integer(citation.document);
    json.name("line").integer(citation.line).member("field", citation.field);
    json.member("record", citation.record).end_object();
  }
  json.end_array();
}

void write_money(JsonWriter& json, Money amount) {
  json.member("currency", amount.currency().code()).member("amount", amount.plain());
}

void write_run(JsonWriter& json, const CourtRun& run) {
  json.begin_object();
  if (const auto* text = std::get_if<std::string>(&run)) {
    json.member("text", *text);
  } else if (const auto* bold = std::get_if<BoldText>(&run)) {
    json.member("bold", bold->text);
  } else if (const auto* reference = std::get_if<ScheduleReference>(&run)) {
    json.member("schedule", schedule_letter(reference->schedule));
    json.name("row").integer(reference->row);
  } else {
    const CitedFigure& figure = std::get<CitedFigure>(run);
    json.member("figure", figure.text);
    write_citations(json, figure.citations);
  }
  json.end_object();
}

std::string_view name_of(CellKind kind) {
  switch (kind) {
    case CellKind::text: return "text";
    case CellKind::reference: return "reference";
    case CellKind::date: return "date";
    case CellKind::count: return "count";
    case CellKind::amount: return "amount";
  }
  return "";
}

std::string_view name_of(FlowNode::Kind kind) {
  switch (kind) {
    case FlowNode::Kind::source: return "source";
    case FlowNode::Kind::account: return "account";
    case FlowNode::Kind::end_point: return "end-point";
    case FlowNode::Kind::overdraft: return "overdraft";
    case FlowNode::Kind::gap: return "gap";
  }
  return "";
}

void write_cell(JsonWriter& json, const CourtCell& cell) {
  json.begin_object();
  if (cell.amount) {
    write_money(json, *cell.amount);
  } else {
    json.member("text", cell.text);
  }
  if (!cell.citations.empty()) write_citations(json, cell.citations);
  json.end_object();
}

/// The members of a table, into an object that is open.
void write_table(JsonWriter& json, const CourtTable& table) {
  json.member("title", table.title).member("note", table.note);
  json.name("columns").begin_array();
  for (const CourtColumn& column : table.columns) {
    json.begin_object().member("heading", column.heading).member("kind", name_of(column.kind));
    json.end_object();
  }
  json.end_array().name("rows").begin_array();
  std::uint64_t number = 0;
  for (const CourtRow& row : table.rows) {
    json.begin_object().name("row").integer(++number).name("cells").begin_array();
    for (const CourtCell& cell : row) write_cell(json, cell);
    json.end_array().end_object();
  }
  json.end_array().name("total");
  if (!table.total) {
    json.null();
    return;
  }
  json.begin_object().member("label", table.total->label).name("amounts").begin_array();
  for (const std::optional<Money>& amount : table.total->amounts) {
    if (!amount) {
      json.null();
      continue;
    }
    json.begin_object();
    write_money(json, *amount);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  json.name(name);
  if (date) {
    json.text(iso_text(*date));
  } else {
    json.null();
  }
}

void write_flow(JsonWriter& json, const FlowFigure& figure) {
  json.member("title", figure.title).name("nodes").begin_array();
  for (const FlowNode& node : figure.flow.nodes) {
    json.begin_object().member("name", node.name).member("kind", name_of(node.kind));
    json.member("closing", node.closing).end_object();
  }
  json.end_array().name("edges").begin_array();
  for (const FlowEdge& edge : figure.flow.edges) {
    json.begin_object().name("from").integer(edge.from).name("to").integer(edge.to);
    write_money(json, edge.amount);
    json.name("movements").integer(edge.count);
    write_date(json, "first", edge.first);
    write_date(json, "last", edge.last);
    json.end_object();
  }
  json.end_array();
}

void write_block(JsonWriter& json, const CourtBlock& block, CourtNumbering& numbering) {
  json.begin_object();
  if (const auto* paragraph = std::get_if<CourtParagraph>(&block)) {
    json.member("paragraph", numbering.next_paragraph(paragraph->level));
    json.name("runs").begin_array();
    for (const CourtRun& run : paragraph->runs) write_run(json, run);
    json.end_array();
  } else if (const auto* table = std::get_if<CourtTable>(&block)) {
    json.member("table", numbering.next_table());
    write_table(json, *table);
  } else {
    json.member("figure", numbering.next_figure());
    write_flow(json, std::get<FlowFigure>(block));
  }
  json.end_object();
}

void write_title(JsonWriter& json, const TitleBlock& title) {
  json.member("title", title.title).member("marking", title.marking);
  json.member("case", title.case_id).member("case_name", title.case_name);
  json.member("operation", title.operation).member("prepared_by", title.prepared_by);
  json.member("as_at", title.as_at).member("program_version", title.program_version);
  json.member("schema_version", title.schema_version);
  json.member("pack_version", title.pack_version).member("document_id", title.document_id);
  json.name("particulars").begin_array();
  for (const CourtParticular& particular : title.further) {
    json.begin_object().member("name", particular.name).member("value", particular.value);
    json.end_object();
  }
  json.end_array();
}

void write_parts(JsonWriter& json, const std::vector<CourtPart>& parts) {
  CourtNumbering numbering;
  json.name("parts").begin_array();
  for (const CourtPart& part : parts) {
    json.begin_object().member("part", numbering.next_part()).member("heading", part.heading);
    json.name("blocks").begin_array();
    for (const CourtBlock& block : part.blocks) write_block(json, block, numbering);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_documents(JsonWriter& json, const std::vector<ReadDocument>& documents) {
  std::uint64_t number = 0;
  json.name("documents").begin_array();
  for (const ReadDocument& read : documents) {
    json.begin_object().name("document").integer(++number).member("name", read.name);
    json.member("sha256", read.digest.text()).name("size_bytes").integer(read.size_bytes);
    json.member("format", read.format).member("importer_version", read.importer_version);
    json.name("records").integer(read.records).name("rejected").integer(read.rejected);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Result<std::string> json(const CourtDocument& document) {
  if (const Result<void> held = verify(document); !held) return held.error();
  JsonWriter json;
  json.begin_object();
  write_title(json, document.title);
  write_parts(json, document.parts);
  json.name("schedules").begin_array();
  for (std::uint32_t number = 1; number <= document.schedules.size(); ++number) {
    json.begin_object().member("schedule", schedule_letter(number));
    write_table(json, document.schedules[number - 1]);
    json.end_object();
  }
  json.end_array();
  write_documents(json, document.documents);
  json.end_object();
  return json.take();
}

}  // namespace recoup
