// statement_order.hpp: puts the rows of a table into the order of the statement.
#pragma once

#include <string>
#include <vector>

#include "profile/profile.hpp"
#include "profile/row_reader.hpp"

namespace recoup {

/// Puts the rows of each account, which stand as the document has them, oldest first, and the
/// accounts in the order in which they first appear. What was found, and from what, is added to
/// `notes`.
///
/// The dates decide; the running balances decide what the dates leave open: which way a file of one
/// day runs, and whether the rows within a day stand the other way round than the days do. Where
/// neither says anything, `usual` does, and rows whose dates go up and down stay as they stand.
[[nodiscard]] std::vector<Transaction> in_statement_order(std::vector<RowEntries> rows,
                                                          Profile::Order usual,
                                                          std::vector<std::string>& notes);

}  // namespace recoup
