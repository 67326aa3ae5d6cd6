// links_importer.hpp: what the subjects of cases are to each other (CSV).
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// Whether the text begins with the header of a table of links.
[[nodiscard]] bool is_links(std::string_view head);

/// Reads one link a line into facts of its case, section "links".
///
///   Shape   case,id,from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,basis.
///           A kind may be "id": the number is then the id of a subject of the case file.
///   Same    A later line of the same id, in the case file too, takes the place of the earlier one.
///   Errors  A line without a case, an id or a basis, and what `check_subject_line` refuses, is a
///           rejection.
Result<Import> import_links(const Document& document, const ImportOptions& options);

}  // namespace recoup
