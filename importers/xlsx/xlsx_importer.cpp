#include "xlsx/xlsx_importer.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "archive/archive.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "xlsx/sheet_importer.hpp"
#include "xlsx/workbook.hpp"

namespace recoup {
namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// What a reader should know of how the sheet was read.
void note_sheet(const Sheet& sheet, std::vector<std::string>& notes) {
  const std::string name = "sheet " + quoted(printable(sheet.name)) + ": ";
  if (sheet.is_hidden) notes.push_back(name + "the sheet is hidden");
  if (sheet.hidden_rows > 0) {
    notes.push_back(name + counted(sheet.hidden_rows, "row is", "rows are") +
                    " hidden, and read like the others");
  }
  if (sheet.formulas > 0) {
    notes.push_back(name + counted(sheet.formulas, "cell is a formula", "cells are formulas") +
                    "; the value last worked out was taken");
  }
  if (sheet.shortened > 0) {
    notes.push_back(name + counted(sheet.shortened, "number stands", "numbers stand") +
                    " in the machine's form, such as 17873.400000000001, and read as the decimal "
                    "of fifteen digits that was typed, such as 17873.4");
  }
  if (sheet.lost_dates > 0) {
    notes.push_back(name + counted(sheet.lost_dates, "cell is", "cells are") +
                    " shown as a day and hold no number of one; left as the number");
  }
  if (sheet.times_left > 0) {
    notes.push_back(name + counted(sheet.times_left, "cell is", "cells are") +
                    " shown as a day and hold a time of day too; the day was taken");
  }
  if (!sheet.merged.empty()) {
    notes.push_back(
        name + counted(sheet.merged.size(), "range of cells is", "ranges of cells are") +
        " merged; the value stands at the top left, first in " + printable(sheet.merged.front()));
  }
}

/// Adds `count` to the line of every record.
void shift_lines(Import& import, std::uint64_t count) {
  const auto shift = [count](auto& records) {
    for (auto& record : records) record.line += count;
  };
  shift(import.transactions);
  shift(import.balances);
  shift(import.statements);
  for (Statement& statement : import.statements) shift(statement.totals);
  shift(import.totals);
  shift(import.seizures);
  shift(import.series);
  shift(import.held_back);
  for (Rejection& rejection : import.rejections) rejection.error.place.line += count;
}

template <typename T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// Adds what another sheet of the document says.
void append_import(Import& to, Import&& from) {
  const auto statements = static_cast<std::uint32_t>(to.statements.size());
  for (Transaction& entry : from.transactions) {
    if (entry.statement != 0) entry.statement += statements;
  }
  for (StatementBalance& balance : from.balances) {
    if (balance.statement != 0) balance.statement += statements;
  }
  append(to.transactions, std::move(from.transactions));
  append(to.balances, std::move(from.balances));
  append(to.statements, std::move(from.statements));
  append(to.totals, std::move(from.totals));
  append(to.seizures, std::move(from.seizures));
  append(to.series, std::move(from.series));
  append(to.rejections, std::move(from.rejections));
  append(to.held_back, std::move(from.held_back));
  append(to.notes, std::move(from.notes));
  if (to.profile.find(from.profile) != std::string::npos) return;
  to.profile += (to.profile.empty() ? "" : ", ") + from.profile;
}

std::string first_row_of(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.rows.empty()) continue;
    std::string cells;
    for (const SheetCell& cell : sheet.rows.front().cells) {
      cells += (cells.empty() ? "" : ", ") + cell.text;
    }
    return "a sheet " + quoted(printable(sheet.name)) + " that begins " + quoted(printable(cells));
  }
  return "a workbook without a filled cell";
}

}  // namespace

bool is_xlsx(std::string_view head) {
  const std::string name = ascii_lower(first_member_name(head));
  constexpr std::array<std::string_view, 6> folders = {"xl/",        "_rels/", "docprops/",
                                                       "customxml/", "word/",  "ppt/"};
  return name == "[content_types].xml" || name == "mimetype" ||
         std::any_of(folders.begin(), folders.end(),
                     [&](std::string_view folder) { return name.starts_with(folder); });
}

Result<Import> import_xlsx(const Document& document, const ImportOptions& options) {
  auto workbook = read_workbook(document.bytes);
  if (!workbook) return placed(workbook.error(), document.name);
  Import import;
  import.notes = workbook.value().notes;
  std::uint64_t sheets_read = 0;
  for (const Sheet& sheet : workbook.value().sheets) {
    if (sheet.rows.empty()) continue;
    auto read = import_sheet(sheet, document, options, workbook.value().saved_on);
    if (!read) return placed(read.error(), document.name);
    if (!read.value()) {
      import.notes.push_back("sheet " + quoted(printable(sheet.name)) + " of " +
                             counted(sheet.rows.size(), "row", "rows") +
                             " is of no layout that a profile describes, and was not read");
      continue;
    }
    note_sheet(sheet, import.notes);
    if (sheets_read > 0) {
      import.notes.push_back("rows of sheet " + quoted(printable(sheet.name)) + " are lines from " +
                             std::to_string(sheets_read * lines_of_a_sheet + 1));
    }
    Import& one = *read.value();
    shift_lines(one, sheets_read * lines_of_a_sheet);
    append_import(import, std::move(one));
    ++sheets_read;
  }
  if (sheets_read == 0) {
    return Error{ErrorCode::malformed,
                 first_row_of(workbook.value()),
                 options.profile.empty() ? "a sheet of a layout that a profile describes"
                                         : "a sheet of the layout of the profile that was named",
                 {document.name, 0, ""}};
  }
  import.format = "xlsx";
  import.version = "1";
  return import;
}

}  // namespace recoup
