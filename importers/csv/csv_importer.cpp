#include "csv/csv_importer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "csv/csv_tables.hpp"
#include "csv/header.hpp"
#include "csv/profile_choice.hpp"
#include "csv/text_encoding.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "seizures/seizure_profile.hpp"
#include "seizures/seizures_importer.hpp"

namespace recoup {
namespace {

/// A table has at least so many columns, in at least so many rows of one width.
constexpr std::size_t columns_min = 3;
constexpr std::size_t rows_min = 2;

/// What other formats begin with, whether they are read or not.
bool begins_otherwise(std::string_view head) {
  constexpr std::array<std::string_view, 8> beginnings = {"<", "{", "[",          "%PDF",
                                                          "!", ":", "PK\x03\x04", "SQLite"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return head.starts_with(beginning); });
}

/// Whether half of the rows, cut by one delimiter, are of one width.
bool is_regular(const Table& table) {
  std::map<std::size_t, std::size_t> widths;
  for (const TableRow& row : table.rows) ++widths[row.cells.size()];
  return std::any_of(widths.begin(), widths.end(), [&](const auto& width) {
    return width.first >= columns_min && width.second >= rows_min &&
           width.second * 2 >= table.rows.size();
  });
}

bool any_fits(CsvTables& tables) {
  const auto profiles = built_in_profiles();
  return std::any_of(profiles.begin(), profiles.end(), [&](const Profile& profile) {
    const Result<CsvTable>& table = tables.of(profile);
    return table && fits(profile, table.value().cut.table);
  });
}

void add_faults(const CutText& cut, const Document& document, Import& import) {
  for (const Rejection& fault : cut.faults) {
    import.rejections.push_back(
        rejection(fault.error, document.name, fault.error.place.line, fault.record));
  }
  std::stable_sort(import.rejections.begin(), import.rejections.end(),
                   [](const Rejection& one, const Rejection& other) {
                     return one.error.place.line < other.error.place.line;
                   });
  if (cut.blank_lines > 0) import.notes.push_back(blank_lines_note(cut.blank_lines));
  if (cut.formulas > 0) {
    import.notes.push_back(
        "rows in which a text stands as a formula (=\"0123\"), read as the text: " +
        std::to_string(cut.formulas));
  }
}

Result<Import> read_by(const Profile& profile, const std::string& why, CsvTables& tables,
                       const Document& document, const ImportOptions& options) {
  const Result<CsvTable>& table = tables.of(profile);
  if (!table) return placed(table.error(), document.name, 1);
  RECOUP_TRY(import, import_table(table.value().cut.table, profile, document, options));
  import.format = "csv";
  import.version = "1";
  import.notes.insert(import.notes.begin(), {"read as " + table.value().encoding,
                                             "read by profile " + profile.called() + ": " + why});
  add_faults(table.value().cut, document, import);
  return import;
}

}  // namespace

bool is_csv(std::string_view head) {
  const std::string_view bytes = CsvTables::head(head);
  if (trimmed(bytes).empty()) return false;
  if (first_nul(bytes) && !certain_encoding(bytes).starts_with("UTF-16")) return false;
  if (begins_otherwise(trimmed(bytes))) return false;
  CsvTables tables(bytes);
  Profile plain;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    plain.delimiter = delimiter;
    const Result<CsvTable>& table = tables.of(plain);
    if (table && is_regular(table.value().cut.table)) return true;
  }
  return any_fits(tables);
}

Result<Import> import_csv(const Document& document, const ImportOptions& options) {
  if (is_seizure_profile(options.profile)) return import_seizures(document, options);
  const bool wide = certain_encoding(document.bytes).starts_with("UTF-16");
  if (!wide) {
    if (auto checked = checked_bytes(document); !checked) return checked.error();
  }
  CsvTables tables(document.bytes);
  if (!options.profile.empty()) {
    RECOUP_TRY(profile, named_profile(options.profile));
    return read_by(profile, "--profile says so", tables, document, options);
  }
  // Most profiles are ruled out by the front of the document, however long it is.
  const std::string_view head = CsvTables::head(document.bytes);
  std::vector<Profile> possible;
  CsvTables heads(head);
  for (const ProfileVerdict& verdict : judge(heads, built_in_profiles())) {
    if (verdict.fit.fits) possible.push_back(*verdict.profile);
  }
  // What reads the front by the words of its header is what the whole is.
  if (possible.size() == 1 && possible.front().header == Profile::Header::exact) {
    return read_by(possible.front(), by_its_words(), tables, document, options);
  }
  const bool whole = head.size() == document.bytes.size() || possible.empty();
  auto choice =
      choose_profile(whole ? heads : tables,
                     possible.empty() ? built_in_profiles() : std::span<const Profile>(possible),
                     document, options);
  if (!choice) return placed(std::move(choice).error(), document.name, 1);
  return read_by(choice.value().profile, choice.value().why, tables, document, options);
}

}  // namespace recoup
