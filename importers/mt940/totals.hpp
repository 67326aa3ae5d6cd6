// totals.hpp: holds the numbers and sums that a statement states against its entries.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mt940/fields.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/statement.hpp"

namespace recoup {

/// Reads a :90D: or :90C: ("3EUR13,37") and compares.
///
///   Errors  malformed, out_of_range.
Result<ControlTotal> compare_mt940_sum(const Mt940Field& field,
                                       std::span<const Transaction> entries);

/// The totals that some banks hide in the words behind the closing balance,
/// "/SUM/7/6/134,46/36,58/" and "D000004C000002D25,24C28,71"; nothing where the words are not of
/// that form.
std::vector<ControlTotal> totals_in_mt940_words(const Mt940Field& field, Currency currency,
                                                std::span<const Transaction> entries);

}  // namespace recoup
