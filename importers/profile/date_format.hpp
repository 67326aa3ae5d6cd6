// date_format.hpp: reads dates as a layout writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "profile/profile.hpp"
#include "recoup/base/date.hpp"

namespace recoup {

/// The date in `cell`, perhaps with a time, or nothing where it is not written as `format` says or
/// is no day of the calendar. `year` is that of a format without one.
[[nodiscard]] std::optional<BookingTime> read_date(std::string_view cell, const DateFormat& format,
                                                   std::optional<int> year);

/// `day` with the time in `cell`, "9:05", "09:05:00" or "09:05:00.5"; nothing where it is none.
[[nodiscard]] std::optional<BookingTime> with_time(const BookingTime& day, std::string_view cell);

/// "dmy", "mdy", "ymd": the order of day, month and year.
[[nodiscard]] std::string order_of(const DateFormat& format);

/// Whether the format needs a year from elsewhere.
[[nodiscard]] bool lacks_year(const DateFormat& format);

}  // namespace recoup
