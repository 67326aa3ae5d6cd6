// case_subjects.hpp: the subjects and links of a case file.
#pragma once

#include <string_view>

#include "case/case_fields.hpp"

namespace recoup {

/// Checks an entry of the section "subjects" or "links".
///
///   Shape   A subject has a kind, and a number or a name. A link has a relation, and on each side
///           the id of a subject, in "from" and "to".
///   Errors  malformed, with the path.
Result<void> check_case_subject(std::string_view section, const CaseFileEntry& entry);

}  // namespace recoup
