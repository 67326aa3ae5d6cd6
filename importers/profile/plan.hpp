// plan.hpp: how one table is to be read: what the profile leaves open is decided from its rows.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "profile/columns.hpp"
#include "profile/profile.hpp"
#include "profile/table.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// What a row of the table is, before it is read.
enum class TableRowKind : std::uint8_t {
  before,
  entry,
  held_back,
  opening,
  refused,
  header_again,  ///< As where several exports were put one behind the other.
  behind,
};

/// Everything that is the same for each row.
struct TablePlan {
  const Profile* profile = nullptr;
  TableHeader header;
  bool in_sheet = false;
  std::vector<TableRowKind> kinds;  ///< One for each row of the table.
  /// Where each field stands, by its number; nowhere where the layout has it not.
  std::array<std::vector<std::size_t>, profile_field_count> columns;
  DateFormat date;
  DecimalMark mark = DecimalMark::point;
  bool debits_negative = false;
  /// Of rows that name none.
  Currency currency = gbp;
  std::string account;
  std::vector<std::string> notes;  ///< What was decided, and from what.

  [[nodiscard]] const std::vector<std::size_t>& columns_of(ProfileField field) const {
    return columns[static_cast<std::size_t>(field)];
  }
  /// The cell of the field, or of the first of its cells; empty where there is none.
  [[nodiscard]] std::string_view cell(const TableRow& row, ProfileField field) const {
    const std::vector<std::size_t>& places = columns_of(field);
    if (places.empty() || places.front() >= row.cells.size()) return {};
    return row.cells[places.front()];
  }
};

/// Decides how the table is read.
///
/// Errors: contradiction (it can be read in two ways that differ, and no option says which), usage
/// (an option that the profile excludes).
Result<TablePlan> plan_table(const Profile& profile, const Table& table, TableHeader header,
                             const ImportOptions& options);

/// The condition of `conditions` that the row meets, or null.
[[nodiscard]] const ProfileCondition* met_by(const std::vector<ProfileCondition>& conditions,
                                             const TableRow& row, const TableHeader& header);

/// Whether a row stands among the entries: it is one, or it is held back or refused there.
[[nodiscard]] bool is_inside(TableRowKind kind);

}  // namespace recoup
