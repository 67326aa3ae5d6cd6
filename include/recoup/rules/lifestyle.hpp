// lifestyle.hpp: from the entries of a case file to the test of a criminal lifestyle.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/records/case_fact.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// What the table asks of one offence concerned.
struct OffenceFacts {
  std::string offence;  ///< Identifier in the case file.
  FactTable facts;
};

/// The facts of every offence concerned, and the day whose law decides.
struct LifestyleFacts {
  std::vector<OffenceFacts> offences;
  std::optional<Date> proceedings_started;
};

/// Derives the facts from the sections "offences", "previous_convictions" and "proceedings" of a
/// case file; `document` is its name. An offence taken into consideration is no offence concerned,
/// but its benefit counts with the offence to which it is attached. What an entry does not say is
/// missing, and is named as "offences.ID.field". Periods are counted with the months and years that
/// the pack's parameters state.
///
/// Errors: malformed (a date or an amount of the case file that is none).
///
///   Cites  POCA 2002 s.75(2)-(6).
[[nodiscard]] Result<LifestyleFacts> lifestyle_facts(const Pack& pack,
                                                     const std::vector<CaseFact>& facts,
                                                     const std::string& document);

/// Whether any offence concerned satisfies any of the tests. Without an offence the question stays
/// open. `pack` is the pack "ew-criminal-lifestyle".
///
/// Errors: as lifestyle_facts.
[[nodiscard]] Result<Finding> criminal_lifestyle(const Pack& pack,
                                                 const std::vector<CaseFact>& facts,
                                                 const std::string& document);

}  // namespace recoup
