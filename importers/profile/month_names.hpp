// month_names.hpp: the months in the languages in which banks write them.
#pragma once

#include <optional>
#include <string_view>

namespace recoup {

/// The month, 1 to 12, that `word` names: whole, or its first three letters or more where these
/// name one month only, perhaps with a point behind; small or capital letters.
///
/// English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish,
/// Polish and Czech.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);

}  // namespace recoup
