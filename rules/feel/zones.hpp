// zones.hpp: what the clocks of a region show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "recoup/number/int128.hpp"

namespace recoup {

/// Whether the tz database knows the region ("Europe/London").
[[nodiscard]] bool is_region(const std::string& region);

/// Seconds east of UTC when the region's clocks show the day and the time. Where they show it twice
/// the first is meant, where they skip it the offset before.
///
///   Cites  tz database, as the ICU library carries it; years beyond 2399 repeat those before.
[[nodiscard]] std::int32_t region_offset_at_clock(const std::string& region, std::int64_t days,
                                                  std::int64_t nanos);
/// Seconds east of UTC at a moment, in nanoseconds since 1970.
[[nodiscard]] std::int32_t region_offset_at_moment(const std::string& region, Int128 nanos);
/// Seconds east of UTC of the region's standard time today.
[[nodiscard]] std::int32_t region_standard_offset(const std::string& region);

}  // namespace recoup
