// table_edit.hpp: a decision table goes out to a spreadsheet and comes back into its model.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// The table of a decision as CSV: a column "rule", one "when: EXPRESSION" for each input, one
/// "then: NAME" for each output and one "note: NAME" for each annotation; a row for each rule.
///
///   Errors  not_found (no such decision, or one without a table of its own), malformed.
[[nodiscard]] Result<std::string> table_csv(const std::string& document, std::string_view bytes,
                                            std::string_view decision);

/// The model with the rows of `csv` in place of the table's rules.
///
///   Same    A row that says what its rule says already leaves every byte of the rule; where all
///           do, in their order, the model keeps every byte. A rule whose description was
///           "AUTHORITY: REASON" gets it anew. Cells are not checked: that is the work of a check.
///   Errors  not_found, malformed (another header, a row without id, not a model), contradiction
///           (one id twice).
[[nodiscard]] Result<std::string> with_table(const std::string& document, std::string_view bytes,
                                             std::string_view decision, const std::string& csv,
                                             const std::string& csv_document);

}  // namespace recoup
