// code_point.hpp: text of the outside, one character at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recoup {

/// One character of a text; a byte that is not strict UTF-8 counts as U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
  bool is_valid = true;
};

/// The character at `at`.
///
/// Requires at < text.size().
[[nodiscard]] CodePoint code_point(std::string_view text, std::size_t at);

/// Characters that a reader cannot see, or that change how their neighbours are shown: controls,
/// marks and embeddings of direction, line and paragraph separators, zero-width spaces, tags.
/// U+200C and U+200D are left alone: words of several languages and joined emoji need them.
[[nodiscard]] bool is_unseen(char32_t value);

/// `text` with every unseen character as \u{202E} and every byte that is no text as \xHH.
[[nodiscard]] std::string seen(std::string_view text);

/// `value` in capital hexadecimal digits, at least `digits_min` of them.
[[nodiscard]] std::string hexadecimal(char32_t value, std::size_t digits_min);

}  // namespace recoup
