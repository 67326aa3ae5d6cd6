#include "profile/built_in.hpp"

#include <algorithm>
#include <vector>

#include "profile/table_importer.hpp"

namespace recoup {
namespace {

/// Those of other kinds are read by whoever knows the kind.
bool is_of_entries(const BuiltInProfile& file) {
  const auto text = ProfileText::parse(file.bytes, file.path);
  RECOUP_CHECK(text.has_value());
  const auto kind = text.value().value("kind", "entries");
  RECOUP_CHECK(kind.has_value());
  return kind.value() == "entries";
}

std::vector<Profile> read_profiles() {
  std::vector<Profile> profiles;
  for (const BuiltInProfile& file : built_in_profile_files()) {
    if (!file.path.ends_with(".profile") || !is_of_entries(file)) continue;
    auto profile = Profile::parse(file.bytes, file.path);
    RECOUP_CHECK(profile.has_value());
    profiles.push_back(std::move(profile).value());
  }
  std::sort(profiles.begin(), profiles.end(),
            [](const Profile& one, const Profile& other) { return one.name < other.name; });
  return profiles;
}

}  // namespace

std::span<const Profile> built_in_profiles() {
  static const std::vector<Profile> profiles = read_profiles();
  return profiles;
}

}  // namespace recoup
