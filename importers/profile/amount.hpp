// amount.hpp: an amount as banks print it in tables.
#pragma once

#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Reads "-1,234.56", "1.234,56-", "(12.00)", "1 234,50 kr", "1'000.00 CR", "-£3.20".
///
///   Exact   One sign, before or behind, or parentheses; CR or DR is a sign. The currency's own
///           sign or code may stand before or behind. Groups of three, all with one separator: a
///           blank (also a hard or a narrow one), an apostrophe, or the mark that is not `mark`.
///           Decimals beyond the currency's only where they are zeros and at least four in all:
///           "1.500" could be fifteen hundred.
///   Errors  malformed, out_of_range.
Result<Money> read_profile_amount(std::string_view cell, Currency currency, DecimalMark mark);

/// Whether CR or DR stands behind the amount: whatever sign a column means, these words say which.
[[nodiscard]] bool says_direction(std::string_view cell);

/// `text` without blanks, hard blanks and tabs at its ends.
[[nodiscard]] std::string_view bare(std::string_view text);

}  // namespace recoup
