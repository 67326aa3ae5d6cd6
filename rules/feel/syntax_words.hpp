// syntax_words.hpp: the names of the functions that every engine of the standard has.
#pragma once

#include <span>
#include <string_view>

namespace recoup {

/// In no order that means anything.
[[nodiscard]] std::span<const std::string_view> standard_function_names();
/// Whether the language brings the function with it.
[[nodiscard]] bool is_standard_function(std::string_view function);

}  // namespace recoup
