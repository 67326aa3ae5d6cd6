// table_importer.hpp: reads a table of entries as a profile says.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "profile/profile.hpp"
#include "profile/table.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// How well a profile fits a table.
struct ProfileFit {
  bool fits = false;
  /// Whether its header is there word for word; a profile that knows only positions yields to one
  /// that knows the words.
  bool by_words = false;
  std::string why_not;       ///< The first difference, for a person; empty where it fits.
  std::size_t unread = 0;    ///< Rows that are to be entries and do not read.
  std::size_t distance = 0;  ///< How far off; for the nearest of those that do not fit.
};

/// Holds the table against the profile: its header must be there word for word, and the first rows
/// must read. Where the profile does not know the header, every row must read but for footers.
[[nodiscard]] ProfileFit fit_of(const Profile& profile, const Table& table);

/// Whether `fit_of` says that it fits.
[[nodiscard]] bool fits(const Profile& profile, const Table& table);

/// Reads the table. `format`, and notes about the document's bytes, are the caller's.
///
///   Same    Equal arguments give an equal Import.
///   Errors  Of the whole table: malformed (another header), usage (`options` say what cannot be:
///           no such currency, no such order of dates), contradiction (decimal marks, dates or
///           signs that can be read in two ways). A row that cannot be read is in `rejections`.
Result<Import> import_table(const Table& table, const Profile& profile, const Document& document,
                            const ImportOptions& options);

/// The profiles that are part of the program, by name.
[[nodiscard]] std::span<const Profile> built_in_profiles();

}  // namespace recoup
