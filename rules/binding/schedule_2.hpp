// schedule_2.hpp: whether the offence of a case file is listed in Schedule 2.
#pragma once

#include <string>

#include "case_entries.hpp"
#include "recoup/rules/facts.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// The fact "schedule 2 offence": as the entry states it in `schedule_2`; else as the pack's list
/// answers the Act and section in `statute` ("ACT s.SECTION", several with semicolons between them,
/// of which one that is listed is enough: a conspiracy to commit it is listed with it). Missing
/// where the list neither names nor excludes one of them.
///
/// Errors: as Pack::evaluate.
[[nodiscard]] Result<Fact> schedule_2_fact(const Pack& pack, const CaseEntry& entry,
                                           const std::string& document);

}  // namespace recoup
