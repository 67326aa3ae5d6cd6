// matter_readers.hpp: reads entries of the sections about what only a person settles.
#pragma once

#include "recoup/assessment/entry_reader.hpp"

namespace recoup {

/// The pair of index figures of an entry; both must be above zero. Errors: malformed,
/// contradiction.
Result<void> read_indices(EntryReader& entry, IndexFigure& then, IndexFigure& now);

/// Each adds the entry to the facts. Errors: those of `read_assessment_facts`.
Result<void> read_finding(EntryReader& entry, AssessmentFacts& facts);
Result<void> read_payable_order(EntryReader& entry, AssessmentFacts& facts);
Result<void> read_joint_benefit(EntryReader& entry, AssessmentFacts& facts);
Result<void> read_proportionality(EntryReader& entry, AssessmentFacts& facts);
Result<void> read_reconsideration(EntryReader& entry, AssessmentFacts& facts);
Result<void> read_valuation(EntryReader& entry, AssessmentFacts& facts);

}  // namespace recoup
