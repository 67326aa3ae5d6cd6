// canonical_writer.hpp: writes entries as canonical CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/transaction.hpp"

namespace recoup {

/// The header line of canonical CSV, with its line end.
[[nodiscard]] std::string_view canonical_header();

/// Adds one entry to `out` as a line of canonical CSV, with its line end.
///
///   Exact  Read again by the importer it is the same entry (but for its line), and written again
///          it is the same bytes. Text is not altered: whoever opens the file in a spreadsheet must
///          import it as text.
void append_canonical(std::string& out, const Transaction& entry);

/// The header and every entry, in the order given.
[[nodiscard]] std::string write_canonical(const std::vector<Transaction>& entries);

}  // namespace recoup
