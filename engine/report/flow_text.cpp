#include "flow_text.hpp"

#include <algorithm>

#include "code_point.hpp"

namespace recoup {
namespace {

/// Advance of a character in thousandths of the letter's size.
Tenths advance(char32_t value) {
  constexpr std::string_view narrow = " .,:;'|!ijl()[]-/\"`";
  constexpr std::string_view wide = "mwMW@%&+=<>~#";
  if (value >= 0x1100) return 1100;
  if (value >= 0x80) return 800;
  const char c = static_cast<char>(value);
  if (narrow.find(c) != std::string_view::npos) return c == '"' ? 460 : 400;
  if (wide.find(c) != std::string_view::npos) return 1000;
  if (c >= 'A' && c <= 'Z') return 780;
  return 640;
}

constexpr Tenths escape_advance = 640;

/// How a character is printed: what cannot be seen takes the room of its escape.
Tenths printed_advance(const CodePoint& point) {
  if (!point.is_valid) return 4 * escape_advance;
  if (is_unseen(point.value)) return 8 * escape_advance;
  return advance(point.value);
}

/// The longest beginning of `text` that fits `width`, in bytes; at least one character.
std::size_t fitting(std::string_view text, Tenths size, Tenths width) {
  Tenths used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point(text, at);
    used += printed_advance(point) * size / 1000;
    if (used > width && at > 0) return at;
    at += point.length;
  }
  return at;
}

std::string shortened(std::string_view text, Tenths size, Tenths width) {
  if (text_width(text, size) <= width) return std::string(text);
  return std::string(text.substr(0, fitting(text, size, width - 11 * size / 10))) + "…";
}

}  // namespace

Tenths text_width(std::string_view text, Tenths size) {
  Tenths width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    width += printed_advance(point) * size / 1000;
    at += point.length;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, Tenths size, Tenths width,
                                 std::size_t lines_max) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (lines.size() + 1 == lines_max) {
      lines.push_back(shortened(text, size, width));
      return lines;
    }
    std::size_t end = fitting(text, size, width);
    if (end < text.size()) {
      const std::size_t blank = text.rfind(' ', end);
      if (blank != std::string_view::npos && blank > 0) end = blank;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  return lines;
}

}  // namespace recoup
