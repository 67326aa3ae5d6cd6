// state.hpp: what a nightly run must know of the one before it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/report/nightly_report.hpp"

namespace recoup {

/// What was measured of a case, and from which records.
struct KeptMeasures {
  std::string fingerprint;  ///< Of every record that the measures rest on.
  Date measured_on;
  LedgerMeasures sums;
};

/// Measures by case. It saves work and decides nothing: without it all is measured anew.
using MeasuresByCase = std::map<std::string, KeptMeasures>;

/// The end of the last run. It is one file, so that a run which is killed has either ended or not
/// begun for the next one: measures that were kept before the digest that tells of them would make
/// the next run tell of less.
struct LastNight {
  std::uint64_t number = 0;  ///< Of its digest; 0 before the first.
  std::string as_at;
  std::vector<RankedRow> ranking;
  MeasuresByCase measures;
};

/// One JSON document as its values by path: "cases[0].id" to "OP-1".
///
/// Errors: as read_json.
[[nodiscard]] Result<std::map<std::string, std::string>> flat_json(std::string_view bytes);

[[nodiscard]] std::string written(const LastNight& night);
[[nodiscard]] Result<LastNight> read_last_night(std::string_view bytes);

[[nodiscard]] std::string written(const Arrival& arrival);
[[nodiscard]] Result<Arrival> read_arrival(std::string_view bytes);

}  // namespace recoup
