// profiles.hpp: the layouts of single banks that the program knows, and how a document fits them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// What a list of profiles says of one.
struct ProfileSummary {
  std::string name;
  std::string version;
  std::string kind;               ///< "entries", "seizures".
  std::string title;              ///< Whose layout it is, in words.
  std::string country;            ///< ISO 3166, or empty.
  std::vector<std::string> also;  ///< Other names of the same layout.
};

/// The profiles of the program, by name.
[[nodiscard]] std::vector<ProfileSummary> list_profiles();

/// The text of the profile of that name.
///
/// Errors: usage (no such profile; names the nearest).
Result<std::string> profile_text(std::string_view name);

/// How one profile fits a document.
struct ProfileTrial {
  std::string name;
  bool fits = false;
  bool by_words = false;  ///< Known by the words of its header, and not by its form alone.
  std::string why_not;    ///< The first difference, where it does not fit.
};

/// Holds every profile of entries of the program against the document: those that fit first, then
/// the `near_max` that come nearest.
[[nodiscard]] std::vector<ProfileTrial> try_profiles(const Document& document,
                                                     std::size_t near_max);

}  // namespace recoup
