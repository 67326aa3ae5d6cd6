// traced_assets.hpp: how much of the sources the traces find in each asset.
#pragma once

#include <map>
#include <string>

#include "recoup/assessment/assessment.hpp"
#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// By the id of the asset: what stands there of the case's sources under the method that leaves
/// least and under the one that leaves most, LIFO left out.
///
///   Shape   An asset that names the payment that bought it is worth what that payment carried; one
///           that names an `account` alone is that account, or the end point of that name. Assets
///           that name neither have no entry, nor has a case without sources.
///   Unit    Sterling; what stands there in another currency is left out.
///   Errors  as all_traces; contradiction: a reference that stands on several entries.
[[nodiscard]] Result<std::map<std::string, TracedAmount>> traced_assets(const LoadedCase& loaded,
                                                                        Date as_at);

}  // namespace recoup
