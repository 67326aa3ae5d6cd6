// case_property.hpp: the property of a case that an order could reach, each once.
#pragma once

#include <string>
#include <vector>

#include "recoup/assessment/facts.hpp"
#include "recoup/casework/rank_cases.hpp"

namespace recoup {

/// Property, and what could not be valued.
struct CaseProperty {
  std::vector<PropertyItem> items;    ///< Assets, then seizures, then what is traced on accounts.
  std::vector<std::string> no_value;  ///< "assets.A1.value" …: to be obtained.
  std::vector<std::string> left_out;  ///< In sentences: what is not counted, and why.
};

/// Assets of the case file that are free property, less the debt on them; cash, accounts, listed
/// assets and cryptoassets that are seized or frozen; and of the money that every method traces to
/// accounts what neither of them is.
///
///   Exact  Nothing is counted twice: a seizure that an asset names (field "seizure"), or that is
///   of
///          its kind and its value, counts as that asset. What was forfeited or returned counts no
///          more.
[[nodiscard]] CaseProperty property_of(const LoadedCase& loaded, const AssessmentFacts& facts,
                                       const LedgerMeasures& sums);

/// What is in hand or frozen, in GBP, by what was seized; what was returned is not.
[[nodiscard]] MinorUnits secured_in(const LoadedCase& loaded, bool cash_only);

}  // namespace recoup
