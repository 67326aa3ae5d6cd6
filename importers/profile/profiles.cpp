#include "recoup/importers/profiles.hpp"

#include <algorithm>

#include "csv/profile_choice.hpp"
#include "profile/built_in.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string value_of(const ProfileText& text, std::string_view key, std::string_view otherwise) {
  const auto value = text.value(key, otherwise);
  RECOUP_CHECK(value.has_value());
  return value.value();
}

ProfileSummary summary_of(const BuiltInProfile& file) {
  const auto text = ProfileText::parse(file.bytes, file.path);
  RECOUP_CHECK(text.has_value());
  ProfileSummary summary{
      value_of(text.value(), "name", file.path), value_of(text.value(), "version", "1"),
      value_of(text.value(), "kind", "entries"), value_of(text.value(), "title", ""),
      value_of(text.value(), "country", ""),     {}};
  for (const ProfileLine& line : text.value().all("also")) summary.also.push_back(line.value);
  return summary;
}

bool is_called(const ProfileSummary& summary, std::string_view name) {
  return summary.name == name || summary.name + " " + summary.version == name ||
         std::find(summary.also.begin(), summary.also.end(), name) != summary.also.end();
}

/// How many of the first letters are the same.
std::size_t shared_front(std::string_view one, std::string_view other) {
  const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return static_cast<std::size_t>(ends.first - one.begin());
}

}  // namespace

std::vector<ProfileSummary> list_profiles() {
  std::vector<ProfileSummary> list;
  for (const BuiltInProfile& file : built_in_profile_files()) {
    if (file.path.ends_with(".profile")) list.push_back(summary_of(file));
  }
  std::sort(list.begin(), list.end(), [](const ProfileSummary& one, const ProfileSummary& other) {
    return one.name < other.name;
  });
  return list;
}

Result<std::string> profile_text(std::string_view name) {
  std::string nearest;
  for (const BuiltInProfile& file : built_in_profile_files()) {
    if (!file.path.ends_with(".profile")) continue;
    const ProfileSummary summary = summary_of(file);
    if (is_called(summary, name)) return std::string(file.bytes);
    if (shared_front(summary.name, name) > shared_front(nearest, name)) nearest = summary.name;
  }
  return Error{ErrorCode::usage,
               "no profile " + quoted(name),
               "a name that `recoup profiles list` prints" +
                   (nearest.empty() ? std::string() : ", perhaps " + nearest),
               {}};
}

std::vector<ProfileTrial> try_profiles(const Document& document, std::size_t near_max) {
  CsvTables tables(document.bytes);
  std::vector<ProfileVerdict> verdicts = judge(tables, built_in_profiles());
  std::stable_sort(verdicts.begin(), verdicts.end(),
                   [](const ProfileVerdict& one, const ProfileVerdict& other) {
                     if (one.fit.fits != other.fit.fits) return one.fit.fits;
                     return one.fit.distance < other.fit.distance;
                   });
  std::vector<ProfileTrial> trials;
  for (const ProfileVerdict& verdict : verdicts) {
    if (!verdict.fit.fits && near_max == 0) break;
    if (!verdict.fit.fits) --near_max;
    trials.push_back(
        {verdict.profile->name, verdict.fit.fits, verdict.fit.by_words, verdict.fit.why_not});
  }
  return trials;
}

}  // namespace recoup
