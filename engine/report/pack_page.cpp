#include "recoup/report/markup_text.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/facts.hpp"

namespace recoup {
namespace {

constexpr std::string_view style = R"css(
:root { --ink: #111; --soft: #555; --hair: #ccc; --tint: #f4f3ef; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 Georgia, "Liberation Serif", "DejaVu Serif", serif; color: var(--ink); }
body { max-width: 78rem; margin: 2rem auto; padding: 0 2rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-top: 2px solid var(--ink);
  padding-top: .5rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; }
.marking { text-align: center; font-weight: bold; letter-spacing: .3em; border: 2px solid #a00;
  color: #a00; padding: .4rem; margin: 0 0 1.2rem; }
.meta, .note { color: var(--soft); margin: .15rem 0; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: minmax(14rem, 2fr) minmax(0, 3fr); gap: 1.5rem;
  border-top: 1px solid var(--hair); padding: .7rem 0; break-inside: avoid; }
.law strong { display: block; }
.law a { color: inherit; }
.law p { margin: .25rem 0 0; }
.none { color: #a00; font-style: italic; margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: .86rem; line-height: 1.35; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem;
  border-bottom: 1px solid var(--hair); overflow-wrap: break-word; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: bold; }
td.then { background: var(--tint); font-weight: bold; }
td.any { color: var(--hair); }
td.id, td.date { white-space: nowrap; }
td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.right { table-layout: fixed; }
.right td:first-child { width: 12rem; white-space: normal; overflow-wrap: anywhere; }
.right td:last-child { width: 11rem; }
.wide { overflow-x: auto; }
@media print { body { margin: 0; padding: 0; max-width: none; } h2 { break-after: avoid; } }
)css";

std::string tag(std::string_view name, std::string_view attributes, const std::string& inside) {
  return "<" + std::string(name) + std::string(attributes) + ">" + inside + "</" +
         std::string(name) + ">";
}

std::string cell(const std::string& text, std::string_view attributes = "") {
  return tag("td", attributes, markup_text(text));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

const ViewTable* table_of(const PackView& view, const ViewRule& rule) {
  for (const ViewTable& table : view.tables) {
    if (table.decision == rule.decision) return &table;
  }
  return nullptr;
}

std::string conditions(const ViewTable& table, const ViewRule& rule) {
  std::string out;
  for (std::size_t i = 0; i < rule.cells.size() && i < table.inputs.size(); ++i) {
    if (rule.cells[i] == "-") continue;
    out += (out.empty() ? "" : "<br>") + markup_text(table.inputs[i]) + ": <b>" +
           markup_text(rule.cells[i]) + "</b>";
  }
  return out.empty() ? "always" : out;
}

std::string head(const PackView& view, bool is_draft) {
  const Pack& pack = view.pack;
  const auto line = [](const std::string& text) {
    return tag("p", " class=\"meta\"", markup_text(text)) + "\n";
  };
  std::string out = is_draft ? "<p class=\"marking\">DRAFT</p>\n" : "";
  out += tag("h1", "", markup_text(pack.title())) + "\n" +
         line(pack.id() + " " + pack.version() + " \xC2\xB7 " + pack.jurisdiction() + " \xC2\xB7 " +
              law_in_force(pack)) +
         line("SHA-256 " + pack.digest().text()) + line(signature_sentence(view.signatures));
  if (!pack.is_enabled()) {
    out += tag("p", " class=\"none\"", "Not in use: " + markup_text(pack.status())) + "\n";
  }
  return out;
}

std::string right_side(const PackView& view, const ViewProvision& one) {
  std::string rows;
  for (const std::string& id : one.rules) {
    const ViewRule* rule = view.find(id);
    const ViewTable* table = rule == nullptr ? nullptr : table_of(view, *rule);
    if (table == nullptr) continue;
    rows += tag("tr", "",
                cell(id, " class=\"id\"") + tag("td", "", conditions(*table, *rule)) +
                    cell(joined(rule->outputs, ", "), " class=\"then\"")) +
            "\n";
  }
  for (const std::string& name : one.parameters) {
    rows += tag("tr", "", cell("figure", " class=\"id\"") + cell(name) + cell("")) + "\n";
  }
  if (rows.empty()) return "<p class=\"none\">no row</p>";
  return "<table class=\"right\"><tbody>\n" + rows + "</tbody></table>";
}

std::string law(const PackView& view) {
  std::string out = "<h2>Law, and the rows that encode it</h2>\n";
  for (const ViewProvision& one : view.provisions) {
    const std::string name = markup_text(one.provision.authority);
    const bool linked = one.provision.uri.starts_with("https://");
    out += "<section class=\"pair\"><div class=\"law\"><strong>" +
           (linked ? tag("a", " href=\"" + markup_text(one.provision.uri) + "\"", name) : name) +
           "</strong>" + tag("p", "", markup_text(one.provision.says)) + "</div><div>" +
           right_side(view, one) + "</div></section>\n";
  }
  return out;
}

std::string table_html(const ViewTable& table) {
  std::string out = tag("h3", "", markup_text(table.decision)) + "\n" +
                    tag("p", " class=\"note\"",
                        markup_text(table.question + " Hit policy " + table.hit_policy + ".")) +
                    "\n<div class=\"wide\"><table><thead><tr><th>row</th>";
  for (const std::string& input : table.inputs) out += tag("th", "", markup_text(input));
  for (const std::string& output : table.outputs) out += tag("th", "", markup_text(output));
  out += "<th>authority</th><th>reason</th></tr></thead><tbody>\n";
  for (const ViewRule& rule : table.rules) {
    out += "<tr>" + cell(rule.id, " class=\"id\"");
    for (const std::string& one : rule.cells) out += cell(one, one == "-" ? " class=\"any\"" : "");
    for (const std::string& one : rule.outputs) out += cell(one, " class=\"then\"");
    out += cell(joined(rule.authority, "; ")) + cell(rule.reason) + "</tr>\n";
  }
  if (!table.otherwise.empty()) {
    out += "<tr><td class=\"id\">otherwise</td><td colspan=\"" +
           std::to_string(table.inputs.size()) + "\"></td>" +
           cell(table.otherwise, " class=\"then\"") + "<td colspan=\"2\"></td></tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string parameters(const PackView& view) {
  if (view.pack.parameters().all().empty()) return "";
  std::string out =
      "<h2>Figures</h2>\n<div class=\"wide\"><table><thead><tr><th>figure</th><th>value</th>"
      "<th>from</th><th>to</th><th>day that governs</th><th>authority</th><th>note</th></tr>"
      "</thead><tbody>\n";
  for (const DatedFigure& figure : view.pack.parameters().all()) {
    out += "<tr>" + cell(figure.name) +
           cell(shown(figure.value, figure.unit), " class=\"figure\"") +
           cell(iso_text(figure.from), " class=\"date\"") +
           cell(figure.to ? iso_text(*figure.to) : "", " class=\"date\"") +
           cell(figure.governing_date) + cell(figure.authority) + cell(figure.note) + "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string facts(const PackView& view) {
  if (view.facts.empty()) return "";
  std::string out =
      "<h2>Facts</h2>\n<table><thead><tr><th>fact</th><th>of each</th><th>meaning</th>"
      "<th>source</th><th>may be missing</th></tr></thead><tbody>\n";
  for (const FactEntry& entry : view.facts) {
    const std::string unit = entry.unit.empty() ? "" : " (" + entry.unit + ")";
    out += "<tr>" + cell(entry.name) + cell(entry.grain) + cell(entry.meaning + unit) +
           cell(entry.source) + cell(entry.may_be_missing ? "yes" : "no") + "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

std::string list(const char* heading, const std::vector<std::string>& lines) {
  std::string out = tag("h2", "", heading) + "\n";
  if (lines.empty()) return out + "<p>None.</p>\n";
  out += "<ul>\n";
  for (const std::string& line : lines) out += tag("li", "", markup_text(line)) + "\n";
  return out + "</ul>\n";
}

}  // namespace

std::string pack_page(const PackView& view, bool is_draft) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n" +
                    tag("title", "", markup_text(view.pack.title())) + "\n<style>" +
                    std::string(style) + "</style>\n</head>\n<body>\n" + head(view, is_draft) +
                    law(view);
  if (!view.tables.empty()) out += "<h2>Tables</h2>\n";
  for (const ViewTable& table : view.tables) out += table_html(table);
  out += parameters(view) + facts(view) +
         list("Provisions without a row", view.provisions_without_row) +
         list("Rows without a provision", view.rows_without_provision);
  if (is_draft) out += "<p class=\"marking\">DRAFT</p>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace recoup
