// header.hpp: holds the first record of a CSV document against the columns that must stand in it.
#pragma once

#include <span>
#include <string_view>

#include "csv/reader.hpp"

namespace recoup {

/// Whether the first line is a CSV header with more than half of `columns`: a header with a slip in
/// it is still that header, and the importer names the slip.
[[nodiscard]] bool has_csv_header(std::string_view head, std::span<const std::string_view> columns);

/// Reads the header, which must be exactly `columns`, in that order.
///
/// Errors: malformed, naming the first column that differs.
Result<void> take_header(CsvReader& reader, std::span<const std::string_view> columns);

/// The fault of a record as a whole: a stray quote, or another number of fields than `columns`.
[[nodiscard]] std::optional<Error> fault_of(const CsvRecord& record, std::size_t columns);

/// "2 blank lines", for the notes of an import.
[[nodiscard]] std::string blank_lines_note(std::uint64_t count);

}  // namespace recoup
