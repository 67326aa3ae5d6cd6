// seizure_profile.hpp: the layout in which one force writes its list of seizures.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profile/table.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// Words that make a seizure one of a kind. A word fits a cell that has the same letters and
/// digits, whatever their case and what stands between them: "usc" fits "U.S.C." A word that ends
/// in `*` fits every cell that begins so.
struct SeizureWords {
  SeizureKind kind = SeizureKind::cash;
  std::vector<std::string> words;
};

/// A list of seizures by its columns.
///
///   Shape   A value, made of a profile with `kind: seizures`. Keys:
///           `name`, `version`, `title`, `country`;
///           `sheet`          of a workbook; any, where it is not named;
///           `first_row`      the line of the first record; behind the header, where it is not;
///           `header`         the columns as a line of CSV, word for word;
///           `id`, `case`, `operation`, `seized_at`, `place`, `from_whom`, `amount`, `quantity`,
///           `exhibit`, `seal`, `power`, `status`, `what`, `forfeited_at`, `forfeited_amount`,
///           `currency_column`    each one column, or several with ` + ` between them;
///           `unread`         columns that are not carried over, ` + ` between them;
///           `currency`       of all amounts;
///           `case_default`, `operation_default`    where a record names none;
///           `date_order`     `dmy`, `mdy` or `ymd`, of dates that are text;
///           `decimal`        `point` or `comma`;
///           `cash`, `account`, `listed_asset`, `cryptoasset`    words between `|`, held against
///                            the column `what`;
///           `otherwise`      the kind of everything else: one of these, or `other`.
struct SeizureProfile {
  using Columns = std::vector<std::size_t>;  ///< Places in `header`, from 0.

  std::string name;
  std::string version;
  std::string title;
  std::string sheet;
  std::uint64_t first_row = 0;
  std::vector<std::string> header;
  Columns id, case_id, operation, seized_at, place, from_whom, amount, quantity, exhibit, seal,
      power, status, what, forfeited_at, forfeited_amount, currency_column, unread;
  std::optional<Currency> currency;
  std::string case_default;
  std::string operation_default;
  std::string date_order;
  DecimalMark decimal = DecimalMark::point;
  std::vector<SeizureWords> words;
  SeizureKind otherwise = SeizureKind::other;

  /// Reads a profile. `name` says where it is from, for messages.
  ///
  /// Errors: malformed, contradiction, with the line and the key.
  static Result<SeizureProfile> parse(std::string_view text, std::string_view name);

  /// "uk-register 1".
  [[nodiscard]] std::string called() const { return name + " " + version; }
};

/// Whether the text is that of a profile with `kind: seizures`.
[[nodiscard]] bool is_seizure_profile(std::string_view text);

/// The profiles that are part of the program, by name.
[[nodiscard]] std::span<const SeizureProfile> built_in_seizure_profiles();

/// The built-in profile of this name, or the profile of which this is the text.
///
/// Errors: as `SeizureProfile::parse`; not_found (no such name).
Result<SeizureProfile> seizure_profile_of(std::string_view name_or_text);

/// Where the header stands among the rows, if it is there word for word.
[[nodiscard]] std::optional<std::size_t> header_row(const SeizureProfile& profile,
                                                    const Table& table);

/// Letters and digits of `text`, in small letters (bytes beyond ASCII as they are).
[[nodiscard]] std::string bare_letters(std::string_view text);

}  // namespace recoup
