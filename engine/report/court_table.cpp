#include <algorithm>
#include <utility>

#include "court_html.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/markup_text.hpp"

namespace recoup {
namespace {

/// What all amounts of a column have in common.
struct AmountColumn {
  std::optional<Currency> currency;  ///< Empty where there are several.
  int decimals_max = 0;
};

AmountColumn survey(const CourtTable& table, std::size_t column) {
  AmountColumn found;
  bool any = false;
  const auto see = [&](const std::optional<Money>& amount) {
    if (!amount) return;
    if (!any) found.currency = amount->currency();
    if (any && found.currency != amount->currency()) found.currency.reset();
    any = true;
    found.decimals_max = std::max(found.decimals_max, amount->currency().decimals());
  };
  for (const CourtRow& row : table.rows) see(row[column].amount);
  if (table.total) see(table.total->amounts[column]);
  return found;
}

bool is_right(CellKind kind) { return kind == CellKind::amount || kind == CellKind::count; }

/// A short reference is kept in one line; a long one has to wrap.
bool is_short(std::string_view text) { return text.size() <= 22; }

/// Whether a word of `text` is too long to be kept in one line.
bool has_long_word(std::string_view text) {
  const std::vector<std::string_view> words = split(text, ' ');
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return word.size() > 24; });
}

std::string cell_class(const CourtColumn& column, const CourtCell& cell) {
  if (is_right(column.kind)) return " class=\"right\"";
  if (column.kind == CellKind::date) return " class=\"date\"";
  if (column.kind == CellKind::reference && is_short(cell.text)) return " class=\"short\"";
  if (has_long_word(cell.text)) return " class=\"long\"";
  if (column.kind == CellKind::text && !is_short(cell.text)) return " class=\"wordy\"";
  return "";
}

/// An amount with room behind it for the decimals that others of its column have, so that all stand
/// on the decimal point.
std::string amount_html(Money amount, const AmountColumn& column) {
  std::string out;
  if (!column.currency) out += std::string(amount.currency().code()) + " ";
  out += amount.grouped();
  const int decimals = amount.currency().decimals();
  if (decimals == column.decimals_max) return out;
  std::string room(static_cast<std::size_t>(column.decimals_max - decimals), '0');
  if (decimals == 0) room.insert(room.begin(), '.');
  return out + element("span", " class=\"pad\" aria-hidden=\"true\"", room);
}

std::string heading_html(const CourtColumn& column, const AmountColumn& amounts) {
  std::string text = column.heading;
  if (column.kind == CellKind::amount && amounts.currency) {
    text += " (" + std::string(amounts.currency->code()) + ")";
  }
  return element("th", is_right(column.kind) ? " scope=\"col\" class=\"right\"" : " scope=\"col\"",
                 markup_text(text));
}

/// Where the cells of a row stand, each document and line once.
std::vector<CourtCitation> places_of(const CourtRow& row) {
  std::vector<CourtCitation> places;
  for (const CourtCell& cell : row) {
    for (const CourtCitation& citation : cell.citations) {
      const bool is_there =
          std::any_of(places.begin(), places.end(), [&](const CourtCitation& other) {
            return other.document == citation.document && other.line == citation.line;
          });
      if (!is_there) places.push_back(citation);
    }
  }
  return places;
}

std::string places_html(const std::vector<CourtCitation>& places, const std::string& entry) {
  std::string out;
  for (const CourtCitation& place : places) {
    if (!out.empty()) out += "<br>";
    const std::string target =
        place.record.empty() ? "doc-" + std::to_string(place.document) : entry;
    out += element("a", " href=\"#" + target + "\"", place_text(place));
  }
  return element("td", " class=\"locus\"", out);
}

struct TableSurvey {
  std::vector<AmountColumn> amounts;
  bool is_cited = false;
};

std::string row_html(const NamedTable& named, const TableSurvey& survey, std::size_t number,
                     FigureOrigins& origins) {
  const CourtRow& row = named.table.rows[number - 1];
  const std::string id = named.id + "-" + std::to_string(number);
  const std::string shown = named.row_prefix + std::to_string(number);
  std::string cells = element("th", " scope=\"row\" class=\"no\"", shown);
  for (std::size_t column = 0; column < row.size(); ++column) {
    const CourtCell& cell = row[column];
    cells += element(
        "td", cell_class(named.table.columns[column], cell),
        cell.amount ? amount_html(*cell.amount, survey.amounts[column]) : markup_text(cell.text));
  }
  if (survey.is_cited) {
    const std::vector<CourtCitation> places = places_of(row);
    std::string entry;
    if (std::any_of(places.begin(), places.end(),
                    [](const CourtCitation& place) { return !place.record.empty(); })) {
      entry =
          "f" + std::to_string(origins.add(
                    {"Row " + shown, named.label + ", row " + std::to_string(number), id, places}));
    }
    cells += places_html(places, entry);
  }
  return element("tr", " id=\"" + id + "\"", cells) + "\n";
}

/// The total: its label over everything left of the first amount.
std::string total_html(const CourtTable& table, const TableSurvey& survey) {
  const std::vector<std::optional<Money>>& amounts = table.total->amounts;
  const auto first =
      std::find_if(amounts.begin(), amounts.end(),
                   [](const std::optional<Money>& amount) { return amount.has_value(); });
  const auto before = static_cast<std::size_t>(first - amounts.begin());
  std::string cells = element("th", " scope=\"row\" colspan=\"" + std::to_string(before + 1) + "\"",
                              markup_text(table.total->label));
  for (std::size_t column = before; column < amounts.size(); ++column) {
    cells += element("td", amounts[column] ? " class=\"right\"" : "",
                     amounts[column] ? amount_html(*amounts[column], survey.amounts[column]) : "");
  }
  if (survey.is_cited) cells += "<td></td>";
  return element("tfoot", "", element("tr", "", cells)) + "\n";
}

}  // namespace

CourtTable table_of(const Flow& flow) {
  CourtTable table;
  table.columns = {{"From", CellKind::text},     {"To", CellKind::text},
                   {"Amount", CellKind::amount}, {"Movements", CellKind::count},
                   {"First", CellKind::date},    {"Last", CellKind::date}};
  for (const FlowEdge& edge : flow.edges) {
    table.rows.push_back({text_cell(flow.nodes[edge.from].name),
                          text_cell(flow.nodes[edge.to].name), amount_cell(edge.amount),
                          text_cell(grouped(edge.count)),
                          edge.first ? date_cell(*edge.first) : text_cell(""),
                          edge.last ? date_cell(*edge.last) : text_cell("")});
  }
  return table;
}

bool is_cited(const CourtTable& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [](const CourtRow& row) { return !places_of(row).empty(); });
}

bool needs_width(const CourtTable& table) {
  constexpr std::size_t columns_upright = 6;
  return table.columns.size() + (is_cited(table) ? 1 : 0) > columns_upright;
}

std::string table_html(const NamedTable& named, FigureOrigins& origins) {
  const CourtTable& table = named.table;
  TableSurvey found;
  found.is_cited = is_cited(table);
  std::string head = element("th", " scope=\"col\" class=\"no\"", "Row");
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    found.amounts.push_back(survey(table, column));
    head += heading_html(table.columns[column], found.amounts.back());
  }
  if (found.is_cited) head += element("th", " scope=\"col\"", "Document, line");
  std::string body;
  for (std::size_t number = 1; number <= table.rows.size(); ++number) {
    body += row_html(named, found, number, origins);
  }
  if (table.rows.empty()) {
    const std::size_t width = table.columns.size() + (found.is_cited ? 2 : 1);
    body = element("tr", "",
                   element("td", " class=\"none\" colspan=\"" + std::to_string(width) + "\"",
                           "None.")) +
           "\n";
  }
  std::string inside;
  if (!named.caption.empty()) inside += element("caption", "", markup_text(named.caption)) + "\n";
  inside += element("thead", "", element("tr", "", head)) + "\n" +
            element("tbody", "", "\n" + body) + "\n";
  if (table.total) inside += total_html(table, found);
  constexpr std::size_t rows_kept_together = 8;
  std::string out =
      element("div",
              table.rows.size() <= rows_kept_together ? " class=\"wide whole\"" : " class=\"wide\"",
              element("table", " id=\"" + named.id + "\"", "\n" + inside)) +
      "\n";
  if (!table.note.empty()) out += element("p", " class=\"note\"", markup_text(table.note)) + "\n";
  return out;
}

}  // namespace recoup
