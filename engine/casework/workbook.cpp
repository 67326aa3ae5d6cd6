#include "workbook.hpp"

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

// 1 January 2000, 00:00 UTC: any fixed moment gives equal bytes for equal figures.
constexpr time_t fixed_creation = 946684800;
// Beyond it a number of a spreadsheet is not exact to the penny.
constexpr MinorUnits exact_minor_max = 900'000'000'000'000;
constexpr std::size_t sheet_name_max = 31;
constexpr std::uint16_t amount_width = 18;
constexpr std::uint16_t words_width = 34;

Error failed(const std::string& path, const std::string& why) {
  return {ErrorCode::cannot_write, why, "a folder with room, that may be written",
          Place{path, 0, ""}};
}

/// A name that a sheet may have: without the seven characters that mean something in a formula.
std::string sheet_name(const std::string& title) {
  std::string name;
  for (const char c : title) {
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  }
  return name.substr(0, sheet_name_max);
}

/// A workbook that is being written, with its formats.
class WorkbookFile {
 public:
  explicit WorkbookFile(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) return;
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_bottom(head_, LXW_BORDER_THIN);
    amount_ = workbook_add_format(book_);
    format_set_num_format(amount_, "#,##0.00");
  }

  [[nodiscard]] bool is_open() const { return book_ != nullptr; }

  void describe(const Rollup& rollup) {
    lxw_doc_properties properties{};
    std::string title = rollup.title;
    std::string about =
        "As at " + rollup.as_at + (rollup.from.empty() ? "" : ", counted from " + rollup.from);
    properties.title = title.data();
    properties.subject = about.data();
    properties.created = fixed_creation;
    workbook_set_properties(book_, &properties);
  }

  void add(const RollupTable& table) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, sheet_name(table.title).c_str());
    std::vector<bool> is_amount;
    lxw_col_t column = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool amount =
          !table.rows.empty() && std::holds_alternative<Money>(table.rows.front()[i]);
      is_amount.push_back(amount);
      words(sheet, 0, column, table.columns[i].name, head_);
      worksheet_set_column(sheet, column, column, i == 0 ? words_width : amount_width, nullptr);
      ++column;
      if (!amount) continue;
      words(sheet, 0, column, table.columns[i].name + ", exact text", head_);
      worksheet_set_column(sheet, column, column, amount_width, nullptr);
      ++column;
    }
    worksheet_freeze_panes(sheet, 1, 0);
    lxw_row_t row = 1;
    for (const auto& cells : table.rows) write(sheet, row++, cells, is_amount);
    if (!table.total.empty()) write(sheet, row, table.total, is_amount);
  }

  void add_notes(const Rollup& rollup) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, "Notes");
    worksheet_set_column(sheet, 0, 0, words_width, nullptr);
    lxw_row_t row = 0;
    words(sheet, row, 0, rollup.title, head_);
    words(sheet, row++, 1, "As at " + rollup.as_at, head_);
    if (!rollup.from.empty()) words(sheet, row++, 1, "Counted from " + rollup.from, nullptr);
    for (const auto& [what, lines] :
         {std::pair("Not counted", &rollup.left_out), std::pair("To settle", &rollup.remarks),
          std::pair("Rests on what is not verified", &rollup.rests_on)}) {
      for (const std::string& line : *lines) {
        words(sheet, row, 0, what, nullptr);
        words(sheet, row++, 1, line, nullptr);
      }
    }
  }

  /// Writes the file. The reason why not, or nothing.
  [[nodiscard]] std::string close() {
    const lxw_error failure = workbook_close(std::exchange(book_, nullptr));
    return failure == LXW_NO_ERROR ? std::string() : std::string(lxw_strerror(failure));
  }

 private:
  void words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
             lxw_format* format) {
    worksheet_write_string(sheet, row, column, printable(text).c_str(), format);
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, const std::vector<RollupCell>& cells,
             const std::vector<bool>& is_amount) {
    lxw_col_t column = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (const auto* count = std::get_if<std::int64_t>(&cells[i])) {
        worksheet_write_number(sheet, row, column, static_cast<double>(*count), nullptr);
      } else if (const auto* amount = std::get_if<Money>(&cells[i])) {
        const MinorUnits size = amount->is_negative() ? -amount->minor() : amount->minor();
        if (size <= exact_minor_max) {
          worksheet_write_number(
              sheet, row, column,
              static_cast<double>(static_cast<std::int64_t>(amount->minor())) / 100, amount_);
        }
      } else {
        words(sheet, row, column, cell_plain(cells[i]), nullptr);
      }
      ++column;
      if (is_amount[i]) words(sheet, row, column++, cell_plain(cells[i]), nullptr);
    }
  }

  lxw_workbook* book_;
  lxw_format* head_ = nullptr;
  lxw_format* amount_ = nullptr;
};

}  // namespace

Result<void> write_workbook(const Rollup& rollup, const std::string& path) {
  const std::string part = path + ".part";
  WorkbookFile file(part);
  if (!file.is_open()) return failed(path, "a workbook that cannot be begun");
  file.describe(rollup);
  for (const RollupTable& table : rollup.tables) file.add(table);
  file.add_notes(rollup);
  const std::string why = file.close();
  std::error_code failure;
  if (!why.empty()) {
    std::filesystem::remove(part, failure);
    return failed(path, why);
  }
  std::filesystem::rename(part, path, failure);
  if (failure) return failed(path, failure.message());
  return {};
}

}  // namespace recoup
