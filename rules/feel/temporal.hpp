// temporal.hpp: the calendar and the clock of the rule language: reading, writing, calculating.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/feel/value.hpp"

namespace recoup {

constexpr std::int64_t nanos_per_second = 1'000'000'000;
constexpr std::int64_t nanos_per_day = 86'400 * nanos_per_second;

/// A day by its parts.
struct CivilDay {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

[[nodiscard]] CivilDay civil_day(std::int64_t days);
/// The day number, or nothing where the calendar has no such day or the year is out of range.
[[nodiscard]] std::optional<std::int64_t> day_number(const CivilDay& civil);
/// From Monday, 1, to Sunday, 7.
[[nodiscard]] int iso_weekday(std::int64_t days);

/// The value of a temporal literal: "2024-02-29", "10:30:00Z", "2024-02-29T10:30:00@Europe/London",
/// "P1DT2H", "-P1Y6M". An error where it is none.
[[nodiscard]] Value temporal_value(std::string_view text);
/// Each is null with a reason where the text is not of its kind.
[[nodiscard]] Value date_value(std::string_view text);
[[nodiscard]] Value time_value(std::string_view text);
/// A day alone is its midnight on a local clock.
[[nodiscard]] Value date_time_value(std::string_view text);
[[nodiscard]] Value duration_value(std::string_view text);

/// As the literals are written.
[[nodiscard]] std::string temporal_text(FeelDate date);
[[nodiscard]] std::string temporal_text(const FeelTime& time);
[[nodiscard]] std::string temporal_text(const FeelDateTime& time);
/// "P1DT2H30M", "PT0S".
[[nodiscard]] std::string duration_text(DayDuration duration);
/// "P1Y6M", "P0M".
[[nodiscard]] std::string duration_text(MonthDuration duration);

/// The same day of the month so many months later, or the last day of a shorter month; nothing
/// outside the range. This is the language's own arithmetic and not how the law counts a period.
[[nodiscard]] std::optional<std::int64_t> add_months_clipped(std::int64_t days,
                                                             std::int64_t months);
/// Whether the day lies in the range of the language.
[[nodiscard]] bool is_in_range(Int128 days);

/// The moment in nanoseconds since 1970 in UTC; on a local clock, as if that were UTC's.
[[nodiscard]] Int128 moment(const FeelDateTime& time);
/// That moment on the clock of a zone; nothing outside the range.
[[nodiscard]] std::optional<FeelDateTime> at_moment(Int128 nanos, const FeelZone& zone);
/// Seconds east of UTC; of a region on a time without a day, those of its standard time.
[[nodiscard]] std::optional<std::int32_t> offset_of(const FeelTime& time);
[[nodiscard]] std::optional<std::int32_t> offset_of(const FeelDateTime& time);
/// A day where a moment is needed: its midnight in UTC.
[[nodiscard]] FeelDateTime utc_midnight(FeelDate date);

/// Sum or difference of two values at least one of which is temporal; nothing where the language
/// defines none.
[[nodiscard]] std::optional<Value> temporal_sum(const Value& left, const Value& right, bool minus);
/// A duration times or over a number, or a duration over a duration of its kind.
[[nodiscard]] std::optional<Value> temporal_product(const Value& left, const Value& right,
                                                    bool divided, bool& exact);
/// "date.year", "time.hour", "duration.days"; nothing where there is no such property.
[[nodiscard]] std::optional<Value> temporal_property(const Value& value, std::string_view name);

/// Below, equal or above zero; nothing where the two have no order.
[[nodiscard]] std::optional<int> temporal_order(const Value& one, const Value& other);
/// Equality of the language, which looks at whole seconds; nothing where it is not defined.
[[nodiscard]] std::optional<bool> temporal_equal(const Value& one, const Value& other);

}  // namespace recoup
