// ranking.hpp: which case comes first, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/money/money.hpp"
#include "recoup/ranking/recovery.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// How near the nearest deadline is.
enum class DeadlineBand : std::uint8_t { overdue, red, undetermined, amber, green, none };

/// "overdue", "red", "undetermined", "amber", "green", "none".
[[nodiscard]] std::string_view text(DeadlineBand band);

/// A row that gave points.
struct Contribution {
  std::string criterion;  ///< "urgency", "value" …: the table of the row.
  std::string rule;
  std::string weight;  ///< The parameter: "points.value_large".
  Decimal points;
  std::string reason;  ///< In one sentence, with its figure.
  std::string action;  ///< What the row says is then to be done; may be empty.
};

/// Points that hang on facts which are missing, each fact with all that hang on it.
struct OpenPoints {
  std::vector<std::string> facts;
  std::vector<std::string> to_obtain;
  Decimal least;  ///< What they add in the least favourable case, zero or below.
  Decimal most;
};

/// A case with what decides its place.
///
///   Promise  The contributions add up to `points`; `points` with the least of every open one is
///            `least`, with the most `most`. Facts are taken to be independent of each other, so
///            that the true range lies within, and never beyond.
struct RankedCase {
  std::string case_id;
  std::string name;
  std::string operation;
  DeadlineBand band = DeadlineBand::none;
  Decimal points;
  Decimal least;
  Decimal most;
  bool provisional = false;   ///< A missing fact could change band or points.
  Money value{0, gbp};        ///< At stake.
  std::string next_deadline;  ///< In words; empty where no clock runs.
  std::vector<Contribution> contributions;
  std::vector<OpenPoints> open;  ///< Widest first.
  std::optional<ExpectedRecovery> recovery;
  Finding band_finding;
  Finding points_finding;  ///< All tables as one: each fired rule is a sentence with its figure.
};

/// A case as it was measured.
struct MeasuredCase {
  std::string case_id;
  std::string name;
  std::string operation;
  Money value;
  std::string next_deadline;
  FactTable facts;
  std::optional<ExpectedRecovery> recovery = {};
};

/// The cases in order: by deadline band, then points, then value, both falling, then id.
///
///   Shape   Points are those of every decision of the pack whose name begins with "Points ". A row
///           gives the points of the weight that bears its name: rule "value-large" those of the
///           parameter `points.value_large`.
///   Same    A total order; the order in which cases are handed in decides nothing.
///   Errors  As Pack::evaluate. not_found: a weight or limit that a table reads and that is not in
///           force on the day, by its name. contradiction: a row gives other points than its
///           weight.
[[nodiscard]] Result<std::vector<RankedCase>> rank(const Pack& pack,
                                                   const std::vector<MeasuredCase>& cases,
                                                   Date as_at);

/// Whether `a` stands before `b`.
[[nodiscard]] bool stands_before(const RankedCase& a, const RankedCase& b);

}  // namespace recoup
