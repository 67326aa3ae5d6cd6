// series.hpp: published figures by day or month, such as exchange rates and price indices.
#pragma once

#include <cstdint>
#include <string>

#include "recoup/base/date.hpp"

namespace recoup {

/// One published figure.
///
///   Unit   A rate's `series` is "rate EUR/USD", units of the second for one of the first; an
///          index's is its publisher's name: "index D7BT".
///   Exact  `value` is the text as published, in plain decimal notation.
struct SeriesPoint {
  std::string series;
  Date from;  ///< First day for which it holds: the day of a rate, the first of a month.
  std::string value;
  std::uint64_t line = 0;

  friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

}  // namespace recoup
