// examine.hpp: looks again at the cases whose records changed, and ranks all of them.
#pragma once

#include "nightly/state.hpp"
#include "recoup/casework/nightly.hpp"

namespace recoup {

/// Fills in cases, ranking and clocks of the report. `kept` holds what was measured before, and
/// afterwards what holds now.
///
/// Errors: what the store answers. A case that cannot be put together is a remark.
[[nodiscard]] Result<void> examine_cases(const Session& session, const NightlyRequest& request,
                                         MeasuresByCase& kept, NightlyReport& report);

}  // namespace recoup
