// published.hpp: what the readers of published series share.
#pragma once

#include <optional>
#include <string_view>

#include "recoup/base/date.hpp"

namespace recoup {

/// Whether the text is digits, perhaps with a point and decimals, and above zero: no sign, no
/// exponent, no groups.
[[nodiscard]] bool is_positive_decimal(std::string_view text);

/// 1 to 12 for "April" or "APR" in any case, else nothing.
[[nodiscard]] std::optional<unsigned> month_called(std::string_view name);

/// "13 April 2026".
[[nodiscard]] std::optional<Date> parse_long_date(std::string_view text);

}  // namespace recoup
