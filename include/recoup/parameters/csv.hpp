// csv.hpp: rows of a comma-separated file of parameters, each with its line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One record of a file of parameters.
struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 0;  ///< Line on which the record begins, from 1.
};

/// Reads `text`, whose first record is exactly `header` and whose other records are as wide.
///
///   Range   Comma, double quotes, LF or CRLF, UTF-8 with or without a byte order mark. The last
///           record may lack its line end. Empty lines are skipped.
///   Errors  malformed: another header, another width, a quote that is not closed or that stands
///           inside an unquoted field, bytes that are not UTF-8. The place is filled in.
///   Cites   RFC 4180.
[[nodiscard]] Result<std::vector<CsvRow>> read_csv(std::string_view text,
                                                   const std::vector<std::string>& header,
                                                   const std::string& document);

/// Hands every record of `text` to `visit`, the header first, for files of any width and size. All
/// records are as wide as the first one. An Error of `visit` ends the reading and is handed on.
///
/// Range and errors as read_csv, but that any header will do.
Result<void> visit_csv(std::string_view text, const std::string& document,
                       const std::function<Result<void>(const CsvRow&)>& visit);

}  // namespace recoup
