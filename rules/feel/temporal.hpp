// temporal.hpp: dates and durations of the rule language, as text and in calculations.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/feel/value.hpp"

namespace recoup {

/// The value of a temporal literal: "2024-02-29", "P1DT2H", "-P1Y6M". An error where it is none.
[[nodiscard]] Value temporal_value(std::string_view text);
/// Null with a reason where the text is no date.
[[nodiscard]] Value date_value(std::string_view text);
/// Null with a reason where the text is no duration.
[[nodiscard]] Value duration_value(std::string_view text);

/// "P1DT2H30M", "PT0S".
[[nodiscard]] std::string duration_text(DayDuration duration);
/// "P1Y6M", "P0M".
[[nodiscard]] std::string duration_text(MonthDuration duration);

/// The same day number `months` later, or the last day of a shorter month; nothing outside the
/// years 1 to 9999. This is the language's own arithmetic and not how the law counts a period.
[[nodiscard]] std::optional<Date> add_months_clipped(Date date, std::int64_t months);
/// `days` later, or nothing outside the years 1 to 9999.
[[nodiscard]] std::optional<Date> add_days(Date date, Int128 days);

constexpr Int128 nanos_per_second = 1'000'000'000;
constexpr Int128 nanos_per_day = 86'400 * nanos_per_second;

}  // namespace recoup
