#include "recoup/report/text_table.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Characters a terminal gives a column each: code points, near enough for the words of statements.
std::size_t width_of(const std::string& cell) {
  return static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

TextTable::TextTable(std::vector<std::string> head, std::vector<Align> align)
    : align_(std::move(align)) {
  row(std::move(head));
}

void TextTable::row(std::vector<std::string> cells) {
  RECOUP_CHECK(cells.size() == align_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths(align_.size(), 0);
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      widths[i] = std::max(widths[i], width_of(cells[i]));
  }
  std::string out;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i < align_.size(); ++i) {
      const std::string fill(widths[i] - width_of(rows_[r][i]), ' ');
      line += "  ";
      line += align_[i] == Align::left ? rows_[r][i] + fill : fill + rows_[r][i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
    if (r == 0) {
      for (const std::size_t width : widths) out += "  " + std::string(width, '-');
      out += "\n";
    }
  }
  return out;
}

}  // namespace recoup
