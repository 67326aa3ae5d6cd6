// columns.hpp: finds the header of a table and where each field stands in a row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"
#include "profile/table.hpp"

namespace recoup {

/// Where the entries of a table begin, and which column is which.
struct TableHeader {
  std::optional<std::size_t> row;  ///< Of the header in `Table::rows`, where there is one.
  std::size_t first = 0;           ///< First row behind it.
  std::size_t columns_min = 0;     ///< A row of text has at least so many cells ...
  std::size_t columns_max = 0;     ///< ... and behind these nothing stands in any.
  std::vector<std::string> words;  ///< Of the profile's header that was found.
  std::string currency;            ///< What `{currency}` stands for, or empty.
};

/// Why no header was found.
struct NoHeader {
  std::string why;
  std::size_t distance = 0;  ///< Of the nearest line: how many cells in a hundred differ.
};

/// Looks for the header of `profile` in `table`. Where it is not there, `missing` says why.
[[nodiscard]] std::optional<TableHeader> find_header(const Profile& profile, const Table& table,
                                                     NoHeader& missing);

/// Number of the column, from 0; nothing where a header that is known in part does not have it, or
/// has it twice.
[[nodiscard]] std::optional<std::size_t> find_column(const ProfileColumn& column,
                                                     const TableHeader& header);

/// Number of the column, from 0. Requires that the header has it.
[[nodiscard]] std::size_t column_index(const ProfileColumn& column, const TableHeader& header);

/// The words of the header over the column, or "column 3".
[[nodiscard]] std::string column_name(const ProfileColumn& column);

/// The cell of `row` in the column; empty where the row ends before it.
[[nodiscard]] std::string_view cell_of(const TableRow& row, const ProfileColumn& column,
                                       const TableHeader& header);

/// Whether the row is as `condition` says.
[[nodiscard]] bool matches(const ProfileCondition& condition, const TableRow& row,
                           const TableHeader& header);

}  // namespace recoup
