// proof.hpp: holds the rows of a statement to the sums and balances that it prints.
#pragma once

#include <string>
#include <vector>

#include "pdf/table.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/statement.hpp"

namespace recoup {

/// A statement whose rows come to what it says.
struct PdfProof {
  Statement statement;
  std::vector<StatementBalance> balances;
  std::vector<std::string> notes;
};

/// Puts the entries into the order of time and proves them.
///
///   Exact   Every balance follows from the one before it and the rows between, the closing balance
///           from the opening, and the sums of money in and out are those of the rows. Where one
///           does not, or where nothing is printed that could prove the rows, there is no proof.
///   Errors  malformed: no rows, a row that cannot be read, or nothing to hold them to.
///   contradiction: rows that do not come to
///           what is printed, with the place of the figure. out_of_range: sums.
Result<PdfProof> prove_pdf_table(PdfTable& table, const std::vector<PdfStated>& stated,
                                 const PdfTableContext& context);

}  // namespace recoup
