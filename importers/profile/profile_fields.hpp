// profile_fields.hpp: the words of a profile that name columns, conditions and facts.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"

namespace recoup {

/// The field that a key names, if any.
[[nodiscard]] std::optional<ProfileField> field_of(std::string_view key);

/// Every key of a profile of entries.
[[nodiscard]] std::vector<std::string_view> profile_keys();

/// `Date`, `#3`, `"Notes and + signs"`: one column or, between ` + `, several.
///
/// Errors: malformed (none, a number that is none, a quote that is not closed).
Result<std::vector<ProfileColumn>> parse_columns(std::string_view text);

/// `COLUMN = VALUE | VALUE -> WHY`, with `is not` or `begins` in the place of `=`; `(empty)` is the
/// empty value, and `{WORDS}` the cell of the same row below these words of the header.
///
/// Errors: malformed.
Result<ProfileCondition> parse_condition(std::string_view text);

/// `WHAT = LABEL`.
///
/// Errors: malformed.
Result<ProfileFact> parse_fact(std::string_view text);

/// The words between the bars, without the blanks at their ends.
[[nodiscard]] std::vector<std::string> parse_words(std::string_view text);

}  // namespace recoup
