#include <algorithm>
#include <utility>

#include "profile/built_in.hpp"
#include "recoup/base/check.hpp"
#include "seizures/seizure_profile.hpp"

namespace recoup {
namespace {

std::vector<SeizureProfile> read_seizure_profiles() {
  std::vector<SeizureProfile> profiles;
  for (const BuiltInProfile& file : built_in_profile_files()) {
    if (!file.path.ends_with(".profile") || !is_seizure_profile(file.bytes)) continue;
    auto profile = SeizureProfile::parse(file.bytes, file.path);
    RECOUP_CHECK(profile.has_value());
    profiles.push_back(std::move(profile).value());
  }
  std::sort(
      profiles.begin(), profiles.end(),
      [](const SeizureProfile& one, const SeizureProfile& other) { return one.name < other.name; });
  return profiles;
}

}  // namespace

std::span<const SeizureProfile> built_in_seizure_profiles() {
  static const std::vector<SeizureProfile> profiles = read_seizure_profiles();
  return profiles;
}

}  // namespace recoup
