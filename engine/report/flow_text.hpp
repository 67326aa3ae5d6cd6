// flow_text.hpp: how wide text is, near enough to keep it inside a box.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// Lengths of a drawing in tenths of a pixel.
using Tenths = std::int64_t;

/// Width of `text` in a sans-serif letter of `size`. Taken from a wide typeface (DejaVu Sans), so
/// that in a narrower one the text is shorter than this, never longer.
[[nodiscard]] Tenths text_width(std::string_view text, Tenths size);

/// `text` in at most `lines_max` lines of at most `width`, broken at blanks where there are any;
/// what does not fit ends with "…".
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, Tenths size, Tenths width,
                                               std::size_t lines_max);

}  // namespace recoup
