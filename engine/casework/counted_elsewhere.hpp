// counted_elsewhere.hpp: items of benefit whose value the statements show to be counted already.
#pragma once

#include <vector>

#include "recoup/assessment/assessment.hpp"
#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// What the statements say of the entries that items of benefit cite.
///
///   Shape   One answer for an item at most. Certain: a transfer between accounts of one holder, a
///           payment that came back. For a person to say: such a transfer that is in review, notes
///           paid in that may be notes drawn, what was bought or spent out of an account whose
///           credits count.
///   Same    The order of the entries of the case file.
///   Errors  contradiction: a reference that stands on several entries.
///   Cites   POCA 2002 ss.80(3), 84(2)(c).
[[nodiscard]] Result<std::vector<CountedElsewhere>> counted_elsewhere(const LoadedCase& loaded,
                                                                      const AssessmentFacts& facts);

}  // namespace recoup
