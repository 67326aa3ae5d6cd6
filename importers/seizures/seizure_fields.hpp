// seizure_fields.hpp: reads the single fields of a line of a seizures CSV.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// "cash", "account", "listed-asset", "cryptoasset", "drugs" or "other".
Result<SeizureKind> parse_seizure_kind(std::string_view text);

/// "20.00x150;10.00x37": denominations above zero, each with a count above zero.
Result<std::vector<NoteCount>> parse_notes(std::string_view text, Currency currency);

/// The sum of the notes.
///
/// Requires at least one. Errors: out_of_range.
Result<Money> total(const std::vector<NoteCount>& notes);

/// Grams with at most three decimals, as milligrams; above zero.
Result<Int128> parse_weight(std::string_view text);

/// Checks a percentage from 0 to 100 with any number of decimals.
Result<void> check_percentage(std::string_view text);

/// "KIND MADE[..UNTIL]" between semicolons: "detention 2025-03-04T10:00..2025-09-03".
Result<std::vector<SeizureOrder>> parse_orders(std::string_view text);

/// What the drugs are worth: weight times price.
///
///   Exact   Where weight times price is no whole number of minor units, `stated` must be the
///   amount
///           just below or just above it; without a stated amount it is an error.
///   Errors  malformed (no whole minor units), contradiction (`stated` is another amount),
///           out_of_range.
Result<Money> drugs_value(Int128 weight_milligrams, Money price_per_kilogram,
                          const std::optional<Money>& stated);

}  // namespace recoup
