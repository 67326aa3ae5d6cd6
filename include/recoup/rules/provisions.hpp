// provisions.hpp: the law that a pack encodes, provision by provision.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/dmn/tck.hpp"

namespace recoup {

/// One provision, as a file of the folder `law` tells of it.
struct Provision {
  std::string authority;  ///< "POCA 2002 s.75(2)(a)": the very text that rules cite.
  std::string uri;        ///< May be empty for a convention.
  std::string says;       ///< In the pack's own words.
  std::string file;
  std::uint64_t line = 0;
};

/// The provisions of a pack, in the order of its files: every row of a table in `law/*.md` whose
/// first cell names provisions as links, or as plain text, and whose second says what they ask.
[[nodiscard]] std::vector<Provision> provisions_of(const FileSet& files);

/// The provisions that an authority cites: its parts between semicolons.
[[nodiscard]] std::vector<std::string> cited(std::string_view authority);

}  // namespace recoup
