// measure_value.hpp: what a case may bring in, what it costs, and how safe it is.
#pragma once

#include "recoup/casework/rank_cases.hpp"
#include "recoup/ranking/measures.hpp"

namespace recoup {

/// What the value of a case is measured from. All must outlive the call.
struct ValueQuestion {
  const LoadedCase& loaded;
  const LedgerMeasures& sums;
  const Law& law;
  const CaseAssessment& assessed;
  Money at_stake;
  Date as_at;
};

/// Expected net recovery and what follows from it, the share that is secured, the grades of
/// dissipation that records tell, interests of others and other routes.
///
/// Requires that the stated measures are stated. Errors: as RecoveryRates::of; out_of_range.
Result<void> measure_value(Measures& measures, MeasuredCase& measured,
                           const ValueQuestion& question);

}  // namespace recoup
