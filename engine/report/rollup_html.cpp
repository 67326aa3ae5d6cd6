#include "court_html.hpp"
#include "recoup/report/markup_text.hpp"
#include "recoup/report/rollup.hpp"

namespace recoup {
namespace {

constexpr const char* rollup_head =
    R"(<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 11pt/1.5 Georgia, "Times New Roman", "Liberation Serif", serif; color: #111;
  max-width: 72rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
.lead { color: #444; margin: 0 0 1rem; }
table { border-collapse: collapse; font-size: .88rem; line-height: 1.4; }
th { text-align: left; border-top: 1.5px solid #111; border-bottom: 1px solid #111;
  padding: .3rem .6rem; vertical-align: bottom; }
td { border-bottom: 1px solid #ccc; padding: .3rem .6rem; vertical-align: top;
  overflow-wrap: anywhere; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.right { white-space: normal; }
.total td { border-top: 1px solid #111; border-bottom: 1.5px solid #111; font-weight: bold; }
figure { margin: 1.2rem 0; } svg { max-width: 100%; height: auto; }
@media print { body { margin: 0; } tr, figure { break-inside: avoid; }
  thead { display: table-header-group; } }
</style>
)";

bool is_words(const RollupCell& cell) { return std::holds_alternative<std::string>(cell); }

std::string row_html(const std::vector<RollupCell>& row, const char* attributes) {
  std::string cells;
  for (const RollupCell& cell : row) {
    cells += element("td", is_words(cell) ? "" : " class=\"right\"", markup_text(cell_words(cell)));
  }
  return element("tr", attributes, cells) + "\n";
}

Int128 size_of(const RollupCell& cell) {
  if (const auto* amount = std::get_if<Money>(&cell)) return amount->minor();
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return *count;
  return 0;
}

/// Bars of one column; nothing where there is nothing to compare: one bar alone, all of them zero,
/// or one below it.
std::string chart_html(const RollupTable& table, std::size_t column) {
  if (table.rows.size() < 2) return "";
  std::vector<ChartBar> bars;
  bool is_shown = false;
  for (const auto& row : table.rows) {
    const Int128 size = size_of(row[column]);
    if (size < 0) return "";
    is_shown = is_shown || size > 0;
    bars.push_back({cell_words(row.front()), size, cell_words(row[column])});
  }
  if (!is_shown) return "";
  return element("figure", "", bar_chart(table.columns[column].name, bars)) + "\n";
}

std::string table_section(const RollupTable& table) {
  std::string head;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool figures = !table.rows.empty() && !is_words(table.rows.front()[column]);
    head += element("th", figures ? " scope=\"col\" class=\"right\"" : " scope=\"col\"",
                    markup_text(table.columns[column].name));
  }
  std::string body;
  for (const auto& row : table.rows) body += row_html(row, "");
  if (!table.total.empty()) body += row_html(table.total, " class=\"total\"");
  std::string out = element("h2", "", markup_text(table.title)) + "\n<table>" +
                    element("thead", "", element("tr", "", head)) + "\n" +
                    element("tbody", "", body) + "</table>\n";
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    if (table.columns[column].is_charted) out += chart_html(table, column);
  }
  return out;
}

std::string list_section(const std::string& heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return "";
  std::string items;
  for (const std::string& line : lines) items += element("li", "", markup_text(line));
  return element("h2", "", markup_text(heading)) + "\n" + element("ul", "", items) + "\n";
}

}  // namespace

std::string rollup_html(const Rollup& rollup) {
  std::string out =
      rollup_head + element("title", "", markup_text(rollup.title)) + "</head>\n<body>\n<main>\n" +
      element("h1", "", markup_text(rollup.title)) +
      element("p", " class=\"lead\"",
              markup_text("As at " + rollup.as_at + "." +
                          (rollup.from.empty() ? "" : " Counted from " + rollup.from + "."))) +
      "\n";
  for (const RollupTable& table : rollup.tables) out += table_section(table);
  return out + list_section("Not counted", rollup.left_out) +
         list_section("To settle", rollup.remarks) +
         list_section("Rests on what is not verified", rollup.rests_on) +
         "</main>\n</body></html>\n";
}

}  // namespace recoup
