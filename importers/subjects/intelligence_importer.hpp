// intelligence_importer.hpp: graded reports of partner agencies and of the public (CSV).
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// Whether the text begins with the header of a table of intelligence.
[[nodiscard]] bool is_intelligence(std::string_view head);

/// Reads one statement a line; the lines of one agency and record are one record.
///
///   Shape   agency,record,received,source_grade,information_grade,handling,conditions,case,
///           operation,from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,text.
///           A record becomes facts of section "intelligence" that belong to no case, whatever its
///           columns `case` and `operation` say: nothing that reads the facts of a case can meet
///           them.
///   Same    A later document that has the record says it anew, all of it.
///   Errors  A line without agency, record, day, grade or text, with handling C and no conditions
///           or P and some, or that differs from the first line of its record in what all its
///           lines share, and what `check_subject_line` refuses, is a rejection.
Result<Import> import_intelligence(const Document& document, const ImportOptions& options);

}  // namespace recoup
