// csv_lines.hpp: reads the small CSV files of packs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

struct CsvLine {
  std::vector<std::string> fields;
  std::uint64_t line = 0;  ///< On which it begins, from 1.
};

/// The lines of a CSV text (RFC 4180); empty lines are left out.
///
/// Errors: malformed (a quotation mark out of place).
[[nodiscard]] Result<std::vector<CsvLine>> read_csv_lines(std::string_view text);

}  // namespace recoup
