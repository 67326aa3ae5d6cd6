// letters.hpp: what Unicode says of letters.
#pragma once

#include <string>

namespace recoup {

/// Every letter large, or small, whatever the language of the text.
///
///   Cites  The Unicode Standard, 3.13 Default Case Algorithms.
[[nodiscard]] std::string in_upper_case(const std::string& text);
[[nodiscard]] std::string in_lower_case(const std::string& text);

}  // namespace recoup
