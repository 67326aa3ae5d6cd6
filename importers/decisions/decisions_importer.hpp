// decisions_importer.hpp: what a person decided about transfers and accounts (CSV).
#pragma once

#include <string_view>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// Whether the text begins with the header of a table of decisions.
[[nodiscard]] bool is_decisions(std::string_view head);

/// Reads one decision a line into facts of its case, sections "transfers" and "account_ties".
///
///   Shape   case,decision,account,reference,document,line,other_account,other_reference,
///           other_document,other_line,by,on,why. The first side is the debit. A decision is
///           "confirm" or "reject" of two entries, each named by its reference or by document and
///           line; "same" or "apart" of two accounts; or "undo" of either.
///   Same    A later decision on the same two takes the place of the earlier one.
///   Errors  A line without a person, a day or a reason is a rejection.
Result<Import> import_decisions(const Document& document, const ImportOptions& options);

}  // namespace recoup
