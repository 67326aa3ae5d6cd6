// ranking.hpp: which case comes first, and why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/money/money.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// How near the nearest deadline is.
enum class DeadlineBand : std::uint8_t { overdue, red, undetermined, amber, green, none };

/// "overdue", "red", "undetermined", "amber", "green", "none".
[[nodiscard]] std::string_view text(DeadlineBand band);

/// A case with what decides its place.
struct RankedCase {
  std::string case_id;
  std::string name;
  std::string operation;
  DeadlineBand band = DeadlineBand::none;
  Decimal points;
  bool provisional = false;   ///< A missing fact could change band or points.
  Money value;                ///< At stake, in GBP.
  std::string next_deadline;  ///< In words; empty where no clock runs.
  Finding band_finding;
  Finding points_finding;  ///< Each fired rule is a sentence with its figure.
};

/// A case as it was measured.
struct MeasuredCase {
  std::string case_id;
  std::string name;
  std::string operation;
  Money value;
  std::string next_deadline;
  FactTable facts;
};

/// The cases in order: by deadline band, then points, then value, both falling, then id.
///
///   Same    A total order; the order in which cases are handed in decides nothing.
///   Errors  As Pack::evaluate. `pack` is the pack "recoup-ranking".
[[nodiscard]] Result<std::vector<RankedCase>> rank(const Pack& pack,
                                                   const std::vector<MeasuredCase>& cases,
                                                   Date as_at);

}  // namespace recoup
