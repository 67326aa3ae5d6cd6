#include "xlsx/sheet_importer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "csv/profile_choice.hpp"
#include "profile/table_importer.hpp"
#include "recoup/base/text.hpp"
#include "seizures/seizure_table.hpp"
#include "xlsx/sheet_table.hpp"

namespace recoup {
namespace {

/// A profile of entries as it is to be used on a sheet: cells that are days say so in one way only.
Profile on_a_sheet(const Profile& profile) {
  Profile on_sheet = profile;
  on_sheet.dates.insert(on_sheet.dates.begin(), {{"yyyy-mm-dd"}, {"yyyy-mm-ddTHH:MI:SS"}});
  return on_sheet;
}

DecimalMark mark_of(const Profile& profile) {
  return profile.decimal == Profile::Decimal::comma ? DecimalMark::comma : DecimalMark::point;
}

/// How well one profile of entries fits, and what it makes of the sheet.
struct SheetReading {
  std::string profile;
  bool by_words = false;
  std::size_t unread = 0;
  Import import;
};

/// Where the column that a rejection names stands: by its words in the header, or "column 3".
std::optional<std::uint32_t> column_of(const Table& table, const std::string& field) {
  constexpr std::size_t rows_max = 40;
  constexpr std::string_view numbered = "column ";
  if (field.starts_with(numbered)) {
    std::uint32_t number = 0;
    const char* end = field.data() + field.size();
    const auto [at, failure] = std::from_chars(field.data() + numbered.size(), end, number);
    if (failure == std::errc() && at == end && number > 0) return number - 1;
  }
  for (std::size_t i = 0; i < std::min(table.rows.size(), rows_max); ++i) {
    const auto& cells = table.rows[i].cells;
    const auto found = std::find(cells.begin(), cells.end(), field);
    if (found != cells.end()) return static_cast<std::uint32_t>(found - cells.begin());
  }
  return std::nullopt;
}

void name_cells(const Table& table, Import& import) {
  for (Rejection& refused : import.rejections) {
    Place& place = refused.error.place;
    const std::string row = table.sheet + "!";
    const auto column = place.field.empty() ? std::nullopt : column_of(table, place.field);
    if (column) {
      place.field = row + cell_name(*column, place.line) + " " + place.field;
    } else {
      place.field =
          row + std::to_string(place.line) + (place.field.empty() ? "" : " ") + place.field;
    }
  }
}

bool same_records(const Import& one, const Import& other) {
  return one.transactions == other.transactions && one.balances == other.balances &&
         one.held_back == other.held_back && one.rejections == other.rejections;
}

/// The sheet as a table, made once for each decimal mark.
class SheetTables {
 public:
  explicit SheetTables(const Sheet& sheet) : sheet_(sheet) {}

  [[nodiscard]] const Sheet& sheet() const { return sheet_; }
  const Result<Table>& of(DecimalMark mark) {
    auto& held = mark == DecimalMark::comma ? by_comma_ : by_point_;
    if (!held) held = table_of(sheet_, mark);
    return *held;
  }

 private:
  const Sheet& sheet_;
  std::optional<Result<Table>> by_point_;
  std::optional<Result<Table>> by_comma_;
};

/// Chooses among what the profiles that fit make of one sheet.
class SheetChooser {
 public:
  SheetChooser(SheetTables& tables, const Document& document, const ImportOptions& options)
      : tables_(tables), sheet_(tables.sheet()), document_(document), options_(options) {}

  Result<void> try_profile(const Profile& built_in) {
    const Profile profile = on_a_sheet(built_in);
    if (!profile.sheet.empty() && profile.sheet != sheet_.name) return {};
    const Result<Table>& held = tables_.of(mark_of(profile));
    if (!held) return held.error();
    const Table& table = held.value();
    const ProfileFit fit = fit_of(profile, table);
    if (!fit.fits) return {};
    RECOUP_TRY(import, import_table(table, profile, document_, options_));
    import.notes.insert(import.notes.begin(), "sheet " + quoted(printable(sheet_.name)) +
                                                  " is read by profile " + built_in.called());
    name_cells(table, import);
    readings_.push_back({built_in.name, fit.by_words, fit.unread, std::move(import)});
    return {};
  }

  Result<std::optional<Import>> best() {
    const auto rank = [](const SheetReading& one) {
      return std::pair(one.by_words ? 0 : 1, one.unread);
    };
    std::stable_sort(readings_.begin(), readings_.end(),
                     [&](const auto& one, const auto& other) { return rank(one) < rank(other); });
    if (readings_.empty()) return std::optional<Import>();
    std::string names = readings_.front().profile;
    bool is_one = true;
    for (std::size_t i = 1; i < readings_.size() && rank(readings_[i]) == rank(readings_[0]); ++i) {
      names += ", " + readings_[i].profile;
      is_one = is_one && same_records(readings_[0].import, readings_[i].import);
    }
    if (is_one) return std::optional<Import>(std::move(readings_.front().import));
    return Error{ErrorCode::contradiction,
                 "a sheet " + quoted(printable(sheet_.name)) + " that fits the layouts " + names +
                     ", which read it differently",
                 "`--profile` with one of these names",
                 {}};
  }

 private:
  SheetTables& tables_;
  const Sheet& sheet_;
  const Document& document_;
  const ImportOptions& options_;
  std::vector<SheetReading> readings_;
};

Result<std::optional<Import>> read_seizures(SheetTables& tables, const SeizureProfile& profile,
                                            const Document& document, const ImportOptions& options,
                                            std::optional<Date> saved_on) {
  const Result<Table>& held = tables.of(profile.decimal);
  if (!held) return held.error();
  const Table& table = held.value();
  if (!header_row(profile, table)) return std::optional<Import>();
  RECOUP_TRY(import, import_seizure_table(table, profile, document, options, saved_on));
  return std::optional<Import>(std::move(import));
}

}  // namespace

Result<std::optional<Import>> import_sheet(const Sheet& sheet, const Document& document,
                                           const ImportOptions& options,
                                           std::optional<Date> saved_on) {
  SheetTables tables(sheet);
  SheetChooser chooser(tables, document, options);
  if (is_seizure_profile(options.profile)) {
    RECOUP_TRY(profile, seizure_profile_of(options.profile));
    return read_seizures(tables, profile, document, options, saved_on);
  }
  for (const SeizureProfile& profile : built_in_seizure_profiles()) {
    if (!options.profile.empty() && options.profile != profile.name) continue;
    auto read = read_seizures(tables, profile, document, options, saved_on);
    if (!read || read.value() || !options.profile.empty()) return read;
  }
  if (!options.profile.empty()) {
    RECOUP_TRY(profile, named_profile(options.profile));
    if (auto tried = chooser.try_profile(profile); !tried) return tried.error();
    return chooser.best();
  }
  for (const Profile& profile : built_in_profiles()) {
    if (auto tried = chooser.try_profile(profile); !tried) return tried.error();
  }
  return chooser.best();
}

}  // namespace recoup
