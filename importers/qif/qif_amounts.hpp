// qif_amounts.hpp: the amounts of a QIF document, whose decimal mark nobody declares.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// An amount as it stands in the document.
struct QifAmountLine {
  std::string_view text;
  std::uint64_t line = 0;
};

/// Decides once for the document which mark stands before the decimals; nothing where no amount
/// shows it. The evidence becomes a note.
///
///   Shape   Of two different marks in one amount the last is the decimal mark. A mark that stands
///           alone with other than three digits behind it is one, too; a mark that stands twice
///           parts groups, so the other is it.
///   Errors  contradiction: two lines that show different marks.
Result<std::optional<DecimalMark>> decide_qif_mark(const std::vector<QifAmountLine>& amounts,
                                                   std::vector<std::string>& notes);

/// Reads "1,234.56", "-5", "+5.00", ".50", "5,00".
///
/// Errors: malformed (and a point or a comma where no amount of the document shows which of them
/// the decimal mark is), out_of_range.
Result<Money> read_qif_amount(std::string_view text, Currency currency,
                              std::optional<DecimalMark> mark);

}  // namespace recoup
