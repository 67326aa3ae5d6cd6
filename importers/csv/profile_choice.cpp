#include "csv/profile_choice.hpp"

#include <algorithm>
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

/// How much the header says for a layout: its words, that there is none, or nothing.
int weight_of(Profile::Header header) {
  return header == Profile::Header::exact ? 0 : header == Profile::Header::none ? 1 : 2;
}

/// Those that fit best: by the words of the header if any do, and with the fewest rows unread.
std::vector<const Profile*> best_of(const std::vector<ProfileVerdict>& verdicts) {
  const auto rank = [](const ProfileVerdict& verdict) {
    return std::pair(weight_of(verdict.profile->header), verdict.fit.unread);
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

Error none_fits(const std::vector<ProfileVerdict>& verdicts, std::string_view bytes) {
  const auto nearest = std::min_element(
      verdicts.begin(), verdicts.end(),
      [](const auto& one, const auto& other) { return one.fit.distance < other.fit.distance; });
  std::string expected = "a layout that `recoup profiles list` names, or `--profile`";
  if (nearest != verdicts.end()) {
    expected += "; the nearest is " + nearest->profile->name + ": " + nearest->fit.why_not;
  }
  return Error{
      ErrorCode::malformed, "a table that begins " + first_words(bytes), expected, {"", 1, ""}};
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

}  // namespace

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
  if (best.empty()) return none_fits(verdicts, document.bytes);
  if (best.front()->header == Profile::Header::unknown) {
    // The form alone is the form of many banks' tables: that it fits proves nothing.
    return Error{ErrorCode::malformed,
                 "a table that begins " + first_words(document.bytes),
                 "words of a header that are known; by its form alone it could be " +
                     list_of(best) + ": `--profile` with the name, where it is from there",
                 {"", 1, ""}};
  }
  const bool by_words = best.front()->header == Profile::Header::exact;
  if (best.size() == 1) {
    return ProfileChoice{best.front(), by_words ? "the header is that of the layout, word for word"
                                                : "it is the only layout in which every row reads"};
  }
  if (read_the_same(best, tables, document, options)) {
    return ProfileChoice{best.front(), list_of(best) + " fit, and read the same entries"};
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
