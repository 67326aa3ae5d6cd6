// table.hpp: the rows of a statement's table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/identity.hpp"
#include "pdf/lines.hpp"
#include "pdf/pdf_profile.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// An entry as it is printed.
struct PdfEntry {
  Date date;
  Money amount;
  std::optional<Money> balance;
  std::string description;
  std::string code;
  std::uint32_t page = 0;
  std::uint64_t line = 0;  ///< The first of its lines.
  PdfBox box;              ///< Of its words on `page`.
  std::string record;
};

/// A row that only states a balance: brought forward, carried forward.
struct PdfBalanceRow {
  PdfLabel label = PdfLabel::opening;
  Money balance;
  std::optional<Date> date;
  std::uint64_t line = 0;
  std::size_t entries_before = 0;
};

/// Everything that stands in the table.
struct PdfTable {
  std::vector<PdfEntry> entries;
  std::vector<PdfBalanceRow> balances;
  std::vector<PdfStated> totals;
  std::vector<Rejection> rejections;
  std::vector<HeldBack> held_back;
  std::vector<bool> free;  ///< Lines that are no part of it.
  bool amounts_on_last_line = false;
};

/// What a table is read with.
struct PdfTableContext {
  const PdfProfile& profile;
  const PdfIdentity& identity;
  Currency currency;
  std::string_view document;
};

/// Reads the table of one statement.
///
/// A line with amounts under the heads of columns is an entry, a balance or a sum, or a rejection;
/// lines without are the words of the entry before them (behind them, where amounts stand on the
/// last line of an entry).
[[nodiscard]] PdfTable read_pdf_table(const std::vector<PdfLine>& lines,
                                      const PdfTableContext& context);

/// The printed parts of one line under the heads of a table.
struct PdfLineParts {
  std::optional<PdfDay> day;
  bool begins_left = false;  ///< Words that are no day stand in the day's column.
  std::vector<PdfWord> text;
  std::string code;
  std::optional<Money> money_out;
  std::optional<Money> money_in;
  std::optional<Money> amount;
  std::optional<Money> balance;

  [[nodiscard]] bool moves_money() const { return money_out || money_in || amount; }
  [[nodiscard]] bool has_amounts() const { return moves_money() || balance.has_value(); }
};

}  // namespace recoup
