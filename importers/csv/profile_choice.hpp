// profile_choice.hpp: which profile a document is of.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "csv/csv_tables.hpp"
#include "profile/table_importer.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// How one profile fits a document.
struct ProfileVerdict {
  const Profile* profile = nullptr;
  ProfileFit fit;
};

/// The profile that was taken, and why.
struct ProfileChoice {
  Profile profile;
  std::string why;
};

/// Every profile held against the document, in their order.
[[nodiscard]] std::vector<ProfileVerdict> judge(CsvTables& tables,
                                                std::span<const Profile> profiles);

/// The one profile that fits. One that knows the words of the header goes before one that knows
/// positions only, one that reads every row before one that does not; of several that read the
/// same entries the first is as good as any. One that does not know the words of its header is
/// never taken unless a person names it: its form is that of many tables. Where none fits, the
/// words of a header may stand there between other marks: another program saved the table again.
///
/// Errors: malformed (none fits, or by its form alone; names the nearest), contradiction
/// (several fit and read differently; names them and `--profile`).
Result<ProfileChoice> choose_profile(CsvTables& tables, std::span<const Profile> profiles,
                                     const Document& document, const ImportOptions& options);

/// The profile of that name among those of the program, or the one whose text this is.
///
/// Errors: usage (no such name), malformed (the text is no profile).
Result<Profile> named_profile(const std::string& name_or_text);

/// Why the only profile is taken that knows the words of the header.
[[nodiscard]] std::string by_its_words();

/// The first lines of the document, for a person.
[[nodiscard]] std::string first_words(std::string_view bytes);

}  // namespace recoup
