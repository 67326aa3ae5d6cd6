// relevant_day.hpp: the day after which transfers, expenditure and gifts are looked at.
#pragma once

#include <optional>
#include <string>

#include "recoup/rules/finding.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// The relevant day, and how it was found.
struct RelevantDay {
  Date proceedings_started;
  Date day;           ///< First day of the years that end with the start of the proceedings.
  Date first_caught;  ///< The day after it: the law says "after".
  DatedFigure years;  ///< As in force when the proceedings started.
  std::string working;
};

/// The first day of the six years that end with the day on which the proceedings started.
///
/// `earlier_benefit_day` is the day for which benefit was found by the last confiscation order with
/// a criminal lifestyle, if there was one: where it lies within the years it takes the place of the
/// relevant day for the assumptions. For gifts leave it out.
///
/// Errors: not_found (the pack has no `lookback.years` for that day).
///
///   Cites  POCA 2002 s.10(8) and (9), s.77(9).
[[nodiscard]] Result<RelevantDay> relevant_day(const Pack& pack, Date proceedings_started,
                                               std::optional<Date> earlier_benefit_day = {});

/// Whether an event lies after the relevant day, decided by the pack's table. Either date may be
/// missing. `pack` is the pack "ew-relevant-day".
///
/// Errors: as relevant_day.
[[nodiscard]] Result<Finding> in_window(const Pack& pack, std::optional<Date> proceedings_started,
                                        std::optional<Date> event_date,
                                        std::optional<Date> earlier_benefit_day = {});

}  // namespace recoup
