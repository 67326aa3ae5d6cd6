// cut.hpp: cuts a text into the rows of a table.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"
#include "profile/table.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// The rows of a text, and the records that are no rows.
struct CutText {
  Table table;
  std::vector<Rejection> faults;  ///< Stray quotes, lines outside every block; without a document.
  std::uint64_t blank_lines = 0;
  std::uint64_t formulas = 0;  ///< Rows in which a text stands as a formula: `="0123"`.
};

/// Cuts `text` as the profile's delimiter, quote and layout say. Of blocks, a row in front of them
/// holds the labels; a line before the first block is a row of one cell.
///
/// Errors: malformed (a quote that is never closed).
Result<CutText> cut_text(std::string_view text, const Profile& profile);

}  // namespace recoup
