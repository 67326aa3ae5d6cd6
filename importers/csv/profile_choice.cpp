#include "csv/profile_choice.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string list_of(const std::vector<const Profile*>& profiles) {
  std::string list;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (i > 0) list += i + 1 == profiles.size() ? " and " : ", ";
    list += profiles[i]->name;
  }
  return list;
}

/// How much the header says for a layout: its words, some of its words, that there is none, or
/// nothing.
int weight_of(Profile::Header header) {
  switch (header) {
    case Profile::Header::exact: return 0;
    case Profile::Header::among: return 1;
    case Profile::Header::none: return 2;
    case Profile::Header::unknown: return 3;
  }
  return 3;
}

bool knows_words(const Profile& profile) { return weight_of(profile.header) < 2; }

/// Of two headers that are known in part, the one of which more is known goes before.
std::size_t words_of(const Profile& profile) {
  return profile.header == Profile::Header::among ? profile.headers.front().size() : 0;
}

/// Those that fit best: by the words of the header if any do, and with the fewest rows unread.
std::vector<const Profile*> best_of(const std::vector<ProfileVerdict>& verdicts) {
  const auto rank = [](const ProfileVerdict& verdict) {
    return std::tuple(weight_of(verdict.profile->header), verdict.fit.unread,
                      std::numeric_limits<std::size_t>::max() - words_of(*verdict.profile));
  };
  std::vector<const Profile*> best;
  const ProfileVerdict* least = nullptr;
  for (const ProfileVerdict& verdict : verdicts) {
    if (!verdict.fit.fits) continue;
    if (least != nullptr && rank(*least) < rank(verdict)) continue;
    if (least != nullptr && rank(verdict) < rank(*least)) best.clear();
    least = &verdict;
    best.push_back(verdict.profile);
  }
  return best;
}

struct NamedDelimiter {
  char mark;
  std::string_view name;
};

constexpr std::array<NamedDelimiter, 4> known_delimiters = {
    {{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}}};

std::string_view delimiter_name(char mark) {
  for (const NamedDelimiter& known : known_delimiters) {
    if (known.mark == mark) return known.name;
  }
  return "other marks";
}

/// "a table of 6 columns between commas", by the width that most rows have.
std::string form_of(CsvTables& tables) {
  std::string form = "a table";
  std::size_t most = 1;
  for (const NamedDelimiter& known : known_delimiters) {
    Profile plain;
    plain.delimiter = known.mark;
    const Result<CsvTable>& table = tables.of(plain);
    if (!table) continue;
    std::map<std::size_t, std::size_t> rows;
    for (const TableRow& row : table.value().cut.table.rows) ++rows[row.cells.size()];
    for (const auto& [width, count] : rows) {
      if (width < 2 || width * count <= most) continue;
      most = width * count;
      form = "a table of " + std::to_string(width) + " columns between " + std::string(known.name);
    }
  }
  return form;
}

Error none_fits(const std::vector<ProfileVerdict>& verdicts, CsvTables& tables,
                std::string_view bytes) {
  const auto nearest = std::min_element(
      verdicts.begin(), verdicts.end(),
      [](const auto& one, const auto& other) { return one.fit.distance < other.fit.distance; });
  std::string expected = "a layout that `recoup profiles list` names, or `--profile`";
  if (nearest != verdicts.end()) {
    expected += "; the nearest is " + nearest->profile->name + ": " + nearest->fit.why_not +
                ". A copy of it (`recoup profiles show " + nearest->profile->name +
                "`) that says the words of this header can be named as --profile FILE";
  }
  return Error{ErrorCode::malformed,
               form_of(tables) + " that begins " + first_words(bytes),
               expected,
               {"", 1, ""}};
}

/// Whether all of them make the same of the document.
bool read_the_same(const std::vector<const Profile*>& profiles, CsvTables& tables,
                   const Document& document, const ImportOptions& options) {
  std::optional<Import> first;
  for (const Profile* const profile : profiles) {
    const Result<CsvTable>& table = tables.of(*profile);
    if (!table) return false;
    auto import = import_table(table.value().cut.table, *profile, document, options);
    if (!import) return false;
    Import& read = import.value();
    if (!first) {
      first = std::move(read);
    } else if (first->transactions != read.transactions || first->balances != read.balances ||
               first->held_back != read.held_back || first->rejections != read.rejections) {
      return false;
    }
  }
  return true;
}

std::string why_alone(const Profile& profile) {
  switch (profile.header) {
    case Profile::Header::exact: return by_its_words();
    case Profile::Header::among: return "the header has the words of the layout, among others";
    default: return "it is the only layout in which every row reads";
  }
}

/// The layouts that know the words of their header, with other marks between the cells. Who saved
/// the table again may have written the amounts in another way as well: their form shows it.
std::vector<Profile> between_other_marks(std::span<const Profile> profiles) {
  std::vector<Profile> others;
  for (const Profile& profile : profiles) {
    if (!knows_words(profile) || profile.layout != Profile::Layout::rows) continue;
    for (const NamedDelimiter& known : known_delimiters) {
      if (known.mark == profile.delimiter) continue;
      Profile& other = others.emplace_back(profile);
      other.delimiter = known.mark;
      other.quote = '"';
      other.decimal = Profile::Decimal::by_evidence;
    }
  }
  return others;
}

/// The layout whose header stands there between other marks than the bank puts, if it is one.
std::optional<ProfileChoice> saved_again(CsvTables& tables, std::span<const Profile> profiles,
                                         const Document& document, const ImportOptions& options) {
  const std::vector<Profile> others = between_other_marks(profiles);
  const std::vector<ProfileVerdict> verdicts = judge(tables, others);
  const std::vector<const Profile*> best = best_of(verdicts);
  const bool sure =
      best.size() == 1 || (best.size() > 1 && read_the_same(best, tables, document, options));
  if (!sure) return std::nullopt;
  return ProfileChoice{*best.front(), why_alone(*best.front()) + ", but its cells stand between " +
                                          std::string(delimiter_name(best.front()->delimiter)) +
                                          ", as where another program saved the table again"};
}

}  // namespace

std::string by_its_words() { return "the header is that of the layout, word for word"; }

std::string first_words(std::string_view bytes) {
  const std::string_view text = trimmed(bytes.substr(0, 4096));
  return quoted(printable(trimmed(text.substr(0, text.find('\n')))), 120);
}

std::vector<ProfileVerdict> judge(CsvTables& tables, std::span<const Profile> profiles) {
  std::vector<ProfileVerdict> verdicts;
  for (const Profile& profile : profiles) {
    ProfileVerdict& verdict = verdicts.emplace_back();
    verdict.profile = &profile;
    const Result<CsvTable>& table = tables.of(profile);
    if (table) {
      verdict.fit = fit_of(profile, table.value().cut.table);
    } else {
      verdict.fit.why_not = message(table.error());
      verdict.fit.distance = 2000;
    }
  }
  return verdicts;
}

Result<ProfileChoice> choose_profile(CsvTables& tables, std::span<const Profile> profiles,
                                     const Document& document, const ImportOptions& options) {
  const std::vector<ProfileVerdict> verdicts = judge(tables, profiles);
  const std::vector<const Profile*> best = best_of(verdicts);
  if (best.empty()) {
    auto again = saved_again(tables, profiles, document, options);
    if (again) return *std::move(again);
    return none_fits(verdicts, tables, document.bytes);
  }
  if (best.front()->header == Profile::Header::unknown) {
    // The form alone is the form of many banks' tables: that it fits proves nothing.
    return Error{ErrorCode::malformed,
                 "a table that begins " + first_words(document.bytes),
                 "words of a header that are known; by its form alone it could be " +
                     list_of(best) + ": `--profile` with the name, where it is from there",
                 {"", 1, ""}};
  }
  if (best.size() == 1) return ProfileChoice{*best.front(), why_alone(*best.front())};
  if (read_the_same(best, tables, document, options)) {
    return ProfileChoice{*best.front(), list_of(best) + " fit, and read the same entries"};
  }
  return Error{ErrorCode::contradiction,
               "a table that fits the layouts " + list_of(best) + ", which read it differently",
               "`--profile` with one of these names",
               {"", 1, ""}};
}

Result<Profile> named_profile(const std::string& name_or_text) {
  if (name_or_text.find('\n') != std::string::npos) {
    return Profile::parse(name_or_text, "the profile");
  }
  for (const Profile& profile : built_in_profiles()) {
    const bool also =
        std::find(profile.also.begin(), profile.also.end(), name_or_text) != profile.also.end();
    if (also || profile.name == name_or_text || profile.called() == name_or_text) return profile;
  }
  return Error{ErrorCode::usage,
               "no profile " + quoted(name_or_text),
               "a name that `recoup profiles list` prints, or a file that holds a profile",
               {"", 0, "--profile"}};
}

}  // namespace recoup
