// seizure.hpp: whether a seizure reaches the minimum amount of its kind.
#pragma once

#include <string>

#include "recoup/records/seizure.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// The facts of one seizure: "seizure kind" and "seizure amount" in GBP. An amount that is not
/// stated, or is stated in another currency, is missing. `document` is the file that names it.
[[nodiscard]] FactTable seizure_facts(const Seizure& seizure, const std::string& document);

/// Whether the seizure reaches the minimum in force on the day it was made. `pack` is the pack
/// "ew-seizure-minimums". For assets seized together hand in one seizure with their total.
///
/// Errors: as Pack::evaluate.
[[nodiscard]] Result<Finding> seizure_minimum(const Pack& pack, const Seizure& seizure,
                                              const std::string& document);

}  // namespace recoup
