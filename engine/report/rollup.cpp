#include "recoup/report/rollup.hpp"

#include "recoup/base/text.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

bool is_figure(const RollupCell& cell) { return !std::holds_alternative<std::string>(cell); }

std::vector<Align> aligned(const RollupTable& table) {
  std::vector<Align> align;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool figures = !table.rows.empty() && is_figure(table.rows.front()[column]);
    align.push_back(figures ? Align::right : Align::left);
  }
  return align;
}

std::vector<std::string> words_of(const std::vector<RollupCell>& row) {
  std::vector<std::string> words;
  for (const RollupCell& cell : row) words.push_back(cell_words(cell));
  return words;
}

void write_cell(JsonWriter& json, const RollupCell& cell) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    json.integer(*count);
  } else {
    json.text(cell_plain(cell));
  }
}

void write_row(JsonWriter& json, const RollupTable& table, const std::vector<RollupCell>& row) {
  json.begin_object();
  for (std::size_t column = 0; column < row.size(); ++column) {
    json.name(table.columns[column].json_name);
    write_cell(json, row[column]);
  }
  json.end_object();
}

/// A field as RFC 4180 has it.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string csv_rows(const RollupTable& table, const std::vector<RollupCell>& row,
                     const std::string& name) {
  std::string out;
  for (std::size_t column = 1; column < row.size(); ++column) {
    const RollupCell& cell = row[column];
    const bool is_amount = std::holds_alternative<Money>(cell);
    const std::string value = is_figure(cell) ? cell_plain(cell) : no_formula(cell_plain(cell));
    out += csv_field(no_formula(table.title)) + "," + csv_field(no_formula(name)) + "," +
           csv_field(no_formula(table.columns[column].name)) + "," + csv_field(value) + "," +
           (is_amount ? "GBP" : "") + "\n";
  }
  return out;
}

}  // namespace

std::string cell_words(const RollupCell& cell) {
  if (const auto* amount = std::get_if<Money>(&cell)) return amount->grouped();
  return cell_plain(cell);
}

std::string cell_plain(const RollupCell& cell) {
  if (const auto* amount = std::get_if<Money>(&cell)) return amount->plain();
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return std::to_string(*count);
  return std::get<std::string>(cell);
}

std::string no_formula(const std::string& text) {
  const bool is_formula = text.find_first_of("=+-@\t\r") == 0;
  return is_formula ? "'" + text : text;
}

std::string rollup_text(const Rollup& rollup) {
  std::string out = printable(rollup.title) + " as at " + rollup.as_at +
                    (rollup.from.empty() ? "" : ", counted from " + rollup.from) + "\n";
  for (const RollupTable& table : rollup.tables) {
    std::vector<std::string> head;
    for (const RollupColumn& column : table.columns) head.push_back(column.name);
    TextTable lines(head, aligned(table));
    for (const auto& row : table.rows) lines.row(words_of(row));
    if (!table.total.empty()) lines.row(words_of(table.total));
    out += "\n" + table.title + "\n" + lines.text();
  }
  if (!rollup.left_out.empty() || !rollup.remarks.empty() || !rollup.rests_on.empty()) out += "\n";
  for (const std::string& each : rollup.left_out) out += "not counted: " + printable(each) + "\n";
  for (const std::string& each : rollup.remarks) out += "to settle: " + printable(each) + "\n";
  for (const std::string& each : rollup.rests_on) {
    out += "rests on what is not verified: " + printable(each) + "\n";
  }
  return out;
}

std::string rollup_json(const Rollup& rollup) {
  JsonWriter json;
  json.begin_object()
      .member("title", rollup.title)
      .member("as_at", rollup.as_at)
      .member("from", rollup.from)
      .member("currency", "GBP");
  json.name("tables").begin_array();
  for (const RollupTable& table : rollup.tables) {
    json.begin_object().member("table", table.json_name).member("title", table.title);
    json.name("rows").begin_array();
    for (const auto& row : table.rows) write_row(json, table, row);
    json.end_array();
    if (!table.total.empty()) {
      json.name("total");
      write_row(json, table, table.total);
    }
    json.end_object();
  }
  json.end_array()
      .members("left_out", rollup.left_out)
      .members("remarks", rollup.remarks)
      .members("rests_on", rollup.rests_on)
      .end_object();
  return json.take();
}

std::string rollup_csv(const Rollup& rollup) {
  std::string out = "table,row,figure,value,unit\n";
  for (const RollupTable& table : rollup.tables) {
    for (const auto& row : table.rows) out += csv_rows(table, row, cell_plain(row.front()));
    if (!table.total.empty()) out += csv_rows(table, table.total, cell_plain(table.total.front()));
  }
  for (const std::string& each : rollup.left_out) {
    out += "Not counted,,," + csv_field(no_formula(each)) + ",\n";
  }
  for (const std::string& each : rollup.remarks) {
    out += "To settle,,," + csv_field(no_formula(each)) + ",\n";
  }
  for (const std::string& each : rollup.rests_on) {
    out += "Rests on what is not verified,,," + csv_field(no_formula(each)) + ",\n";
  }
  return out;
}

}  // namespace recoup
