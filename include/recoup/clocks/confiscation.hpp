// confiscation.hpp: the clocks that begin with a conviction or a confiscation order.
#pragma once

#include <string>
#include <string_view>

#include "recoup/clocks/deadlines.hpp"

namespace recoup {

/// The end of the clock `rule_id` that begins with `event`, for a rule counted in days, months or
/// years: "confiscation.payment_period", "confiscation.payment_extended",
/// "confiscation.reconsideration", "confiscation.postponement", "confiscation.vary_sentence".
///
///   Errors  None: a rule that does not cover the day gives an undetermined deadline.
///   Cites   POCA 2002 ss.11, 14, 15, 19-21.
[[nodiscard]] Deadline confiscation_deadline(const std::string& case_id, std::string_view rule_id,
                                             Date event, const ClockLaw& law, CivilTime as_at);

}  // namespace recoup
