// rollup.hpp: figures by operation, unit, stage or kind, and the forms in which they are handed on.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "recoup/money/money.hpp"

namespace recoup {

/// What a cell holds: words, a count, or an amount in GBP.
using RollupCell = std::variant<std::string, std::int64_t, Money>;

struct RollupColumn {
  std::string name;
  std::string json_name;
  bool is_charted = false;  ///< In a page, bars stand below the table.
};

/// Rows of one width; the first column names the row.
struct RollupTable {
  std::string title;
  std::string json_name;
  std::vector<RollupColumn> columns;
  std::vector<std::vector<RollupCell>> rows;
  std::vector<RollupCell> total;  ///< Empty where rows must not be added up.
};

/// Everything that a summary says.
struct Rollup {
  std::string title;
  std::string as_at;
  std::string from;  ///< First day of what is counted; empty: from the beginning.
  std::vector<RollupTable> tables;
  std::vector<std::string> left_out;  ///< What was not counted, and why.
  std::vector<std::string> remarks;   ///< What a person must settle.
  std::vector<std::string> rests_on;  ///< What is not verified.
};

[[nodiscard]] std::string rollup_text(const Rollup& rollup);
[[nodiscard]] std::string rollup_json(const Rollup& rollup);
/// One line for each figure: table, row, figure, value, unit. Words that a spreadsheet would take
/// for a formula have an apostrophe in front.
///
///   Shape  RFC 4180, UTF-8.
[[nodiscard]] std::string rollup_csv(const Rollup& rollup);
/// One page without script or anything from outside it, with bars below each table.
[[nodiscard]] std::string rollup_html(const Rollup& rollup);

/// A cell for a reader: "1,234.50", "12", words.
[[nodiscard]] std::string cell_words(const RollupCell& cell);
/// The cell for a program: "1234.50", "12", words.
[[nodiscard]] std::string cell_plain(const RollupCell& cell);

/// `text` with an apostrophe in front where a spreadsheet would take it for a formula.
[[nodiscard]] std::string no_formula(const std::string& text);

/// One bar: its label and its length, with the words at its end.
struct ChartBar {
  std::string label;
  Int128 size = 0;  ///< Zero or above.
  std::string words;
};
/// Bars to one scale as SVG, readable without colour.
[[nodiscard]] std::string bar_chart(const std::string& title, const std::vector<ChartBar>& bars);

}  // namespace recoup
