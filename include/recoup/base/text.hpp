// text.hpp: small questions about text that do not depend on the machine's locale.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// Byte offset of the first byte that is not strict UTF-8 (RFC 3629: no overlong forms, no
/// surrogates, nothing above U+10FFFF), or nothing.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view text);

/// Whether every byte is ASCII and no control character: most texts are nothing else.
[[nodiscard]] bool is_plain_ascii(std::string_view text);

/// Byte offset of the first NUL, or nothing. SQLite cuts text at a NUL without a word, so no NUL
/// may pass an importer.
[[nodiscard]] std::optional<std::size_t> first_nul(std::string_view text);

/// `text` without the spaces, tabs, CR and LF at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The parts of `text` between the separators; at least one.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// `text` in one line: control characters as \n, \t or \xHH, and the characters that turn the
/// direction of writing (U+202A to U+202E, U+2066 to U+2069) as \u{HHHH}.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` in double quotes, cut to `length_max` bytes (at a character's start) with "…" behind.
[[nodiscard]] std::string quoted(std::string_view text, std::size_t length_max = 80);

/// ASCII letters in lower case; every other byte as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace recoup
