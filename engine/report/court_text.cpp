#include <algorithm>

#include "code_point.hpp"
#include "court_html.hpp"
#include "court_numbering.hpp"

namespace recoup {
namespace {

constexpr std::size_t page_columns = 100;
constexpr std::size_t cell_columns_max = 34;

/// Columns that a character takes up on a terminal, near enough: two for those of East Asia and
/// for emoji.
std::size_t columns_of(char32_t value) {
  return value >= 0x1100 && (value < 0x2000 || value >= 0x2E80) ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    columns += columns_of(point.value);
    at += point.length;
  }
  return columns;
}

/// Bytes of `text` that fit `columns`: up to a blank where there is one, at least one character.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t blank = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    used += columns_of(point.value);
    if (point.value == U' ') blank = at;
    if (used > columns && at > 0) return blank > 0 ? blank : at;
    at += point.length;
  }
  return text.size();
}

std::vector<std::string> lines_of(std::string_view given, std::size_t columns) {
  const std::string shown = seen(given);
  std::string_view text = shown;
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = fitting(text, columns);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string room(std::size_t columns) { return std::string(columns, ' '); }

/// A text with a number before it, the lines after the first under the text.
std::string hanging(const std::string& number, std::size_t indent, std::string_view text) {
  std::string out = number;
  if (!number.empty()) out += room(indent > number.size() ? indent - number.size() : 1);
  bool is_first = true;
  for (const std::string& line : lines_of(text, page_columns - indent)) {
    out += (is_first ? "" : room(indent)) + line + "\n";
    is_first = false;
  }
  return out;
}

/// A table as text: cells as they are to be printed.
struct Grid {
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> is_right;
  std::vector<std::size_t> widths;
};

void measure(Grid& grid) {
  grid.widths.assign(grid.is_right.size(), 0);
  for (const std::vector<std::string>& row : grid.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::size_t wanted = columns_of(seen(row[column]));
      const std::size_t width = grid.is_right[column] ? wanted : std::min(wanted, cell_columns_max);
      grid.widths[column] = std::max(grid.widths[column], width);
    }
  }
}

std::string grid_row(const Grid& grid, const std::vector<std::string>& row) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t column = 0; column < row.size(); ++column) {
    cells.push_back(lines_of(row[column], std::max<std::size_t>(grid.widths[column], 1)));
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string written;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::string cell = line < cells[column].size() ? cells[column][line] : "";
      const std::string gap =
          room(grid.widths[column] - std::min(columns_of(cell), grid.widths[column]));
      written += (column == 0 ? "" : "  ") + (grid.is_right[column] ? gap + cell : cell + gap);
    }
    written.erase(written.find_last_not_of(' ') + 1);
    out += written + "\n";
  }
  return out;
}

std::string cited(const std::vector<CourtCitation>& citations) {
  std::string out;
  for (const CourtCitation& citation : citations) {
    out += (out.empty() ? "" : "; ") + place_text(citation);
  }
  return out;
}

std::string amount_text(Money amount) {
  return amount.grouped() + " " + std::string(amount.currency().code());
}

std::vector<std::string> row_cells(const CourtRow& row, const std::string& number,
                                   bool with_places) {
  std::vector<std::string> cells = {number};
  std::vector<CourtCitation> citations;
  for (const CourtCell& cell : row) {
    cells.push_back(cell.amount ? amount_text(*cell.amount) : cell.text);
    citations.insert(citations.end(), cell.citations.begin(), cell.citations.end());
  }
  if (with_places) cells.push_back(cited(citations));
  return cells;
}

/// The label stands in the first column of text, where a long one widens nothing, else in the first
/// column that is free.
std::vector<std::string> total_cells(const CourtTable& table, bool with_places) {
  std::vector<std::string> cells = {""};
  std::size_t label_at = 0;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::optional<Money>& amount = table.total->amounts[column];
    cells.push_back(amount ? amount_text(*amount) : "");
    if (!amount && label_at == 0 && table.columns[column].kind == CellKind::text) {
      label_at = column + 1;
    }
  }
  if (with_places) cells.emplace_back();
  if (label_at == 0) {
    const auto free = std::find(cells.begin() + 1, cells.end(), "");
    if (free != cells.end()) label_at = static_cast<std::size_t>(free - cells.begin());
  }
  cells[label_at] = table.total->label;
  return cells;
}

Grid grid_of(const CourtTable& table, const std::string& row_prefix) {
  const bool with_places = is_cited(table);
  Grid grid;
  grid.rows.push_back({"Row"});
  grid.is_right.push_back(false);
  for (const CourtColumn& column : table.columns) {
    grid.is_right.push_back(column.kind == CellKind::amount || column.kind == CellKind::count);
    grid.rows.front().push_back(column.heading);
  }
  if (with_places) {
    grid.is_right.push_back(false);
    grid.rows.front().emplace_back("Document, line");
  }
  for (const CourtRow& row : table.rows) {
    grid.rows.push_back(row_cells(row, row_prefix + std::to_string(grid.rows.size()), with_places));
  }
  if (table.total) grid.rows.push_back(total_cells(table, with_places));
  measure(grid);
  return grid;
}

std::string table_text(const CourtTable& table, const std::string& row_prefix) {
  const Grid grid = grid_of(table, row_prefix);
  std::size_t width = 2 * (grid.widths.size() - 1);
  for (const std::size_t column : grid.widths) width += column;
  const std::string rule = std::string(width, '-') + "\n";
  std::string out;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    if (table.total && row + 1 == grid.rows.size()) out += rule;
    out += grid_row(grid, grid.rows[row]);
    if (row == 0) out += rule;
  }
  if (table.rows.empty()) out += "None.\n";
  if (!table.note.empty()) out += "\n" + hanging("", 0, table.note);
  return out;
}

std::string runs_text(const std::vector<CourtRun>& runs) {
  std::string out;
  for (const CourtRun& run : runs) {
    if (const auto* text = std::get_if<std::string>(&run)) out += *text;
    if (const auto* bold = std::get_if<BoldText>(&run)) out += bold->text;
    if (const auto* reference = std::get_if<ScheduleReference>(&run)) {
      out += "Schedule " + schedule_letter(reference->schedule);
      if (reference->row > 0) out += ", row " + std::to_string(reference->row);
    }
    if (const auto* figure = std::get_if<CitedFigure>(&run)) {
      out += figure->text;
      if (!figure->citations.empty()) out += " [" + cited(figure->citations) + "]";
    }
  }
  return out;
}

std::string block_text(const CourtBlock& block, CourtNumbering& numbering) {
  if (const auto* paragraph = std::get_if<CourtParagraph>(&block)) {
    return hanging(numbering.next_paragraph(paragraph->level), 8, runs_text(paragraph->runs));
  }
  if (const auto* table = std::get_if<CourtTable>(&block)) {
    return "Table " + numbering.next_table() + ". " + seen(table->title) + "\n\n" +
           table_text(*table, "");
  }
  const FlowFigure& figure = std::get<FlowFigure>(block);
  return "Figure " + numbering.next_figure() + ". " + seen(figure.title) + "\n\n" +
         table_text(table_of(figure.flow), "");
}

std::string documents_text(const std::vector<ReadDocument>& documents) {
  std::string out = "Documents\n\n";
  std::size_t number = 0;
  for (const ReadDocument& read : documents) {
    out += hanging("doc " + std::to_string(++number), 8,
                   read.name + ", " + read.format + " (" + read.importer_version + "), " +
                       grouped(read.size_bytes) + " bytes, " + grouped(read.records) +
                       " records, " + grouped(read.rejected) + " rejected");
    out += room(8) + read.digest.text() + "\n";
  }
  return out;
}

}  // namespace

Result<std::string> text(const CourtDocument& document) {
  if (const Result<void> held = verify(document); !held) return held.error();
  std::string out;
  if (!document.title.marking.empty()) out += seen(document.title.marking) + "\n\n";
  out += seen(document.title.title) + "\n\n";
  for (const CourtParticular& particular : particulars(document.title)) {
    out += hanging(seen(particular.name), 16, particular.value);
  }
  CourtNumbering numbering;
  for (const CourtPart& part : document.parts) {
    out += "\n" + hanging(numbering.next_part(), 8, part.heading);
    for (const CourtBlock& block : part.blocks) out += "\n" + block_text(block, numbering);
  }
  for (std::uint32_t number = 1; number <= document.schedules.size(); ++number) {
    const CourtTable& table = document.schedules[number - 1];
    const std::string letter = schedule_letter(number);
    out += "\nSchedule " + letter + ". " + seen(table.title) + "\n\n" + table_text(table, letter);
  }
  return out + "\n" + documents_text(document.documents);
}

}  // namespace recoup
