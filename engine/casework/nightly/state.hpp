// state.hpp: what a nightly run must know of the one before it.
#pragma once

#include <string>
#include <vector>

#include "rank_record.hpp"
#include "recoup/base/result.hpp"
#include "recoup/report/nightly_report.hpp"

namespace recoup {

/// The end of the last run. It is one file, so that a run which is killed has either ended or not
/// begun for the next one: measures that were kept before the digest that tells of them would make
/// the next run tell of less.
struct LastNight {
  std::uint64_t number = 0;  ///< Of its digest; 0 before the first.
  std::string as_at;
  std::vector<RankedRow> ranking;
  MeasuresByCase measures;
};

[[nodiscard]] std::string written(const LastNight& night);
[[nodiscard]] Result<LastNight> read_last_night(std::string_view bytes);

[[nodiscard]] std::string written(const Arrival& arrival);
[[nodiscard]] Result<Arrival> read_arrival(std::string_view bytes);

}  // namespace recoup
