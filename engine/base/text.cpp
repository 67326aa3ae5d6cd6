#include "recoup/base/text.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace recoup {
namespace {

/// Length of the strict UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i) {
    return i < text.size() && (byte(i) & 0xC0U) == 0x80U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(at + 1) || !continues(at + 2)) return 0;
    if (lead == 0xE0 && byte(at + 1) < 0xA0) return 0;  // overlong
    if (lead == 0xED && byte(at + 1) > 0x9F) return 0;  // surrogates
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(at + 1) || !continues(at + 2) || !continues(at + 3)) return 0;
    if (lead == 0xF0 && byte(at + 1) < 0x90) return 0;  // overlong
    if (lead == 0xF4 && byte(at + 1) > 0x8F) return 0;  // above U+10FFFF
    return 4;
  }
  return 0;
}

/// Bytes at the front that are ASCII, eight at a time: most texts are nothing else.
std::size_t ascii_front(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::size_t at = 0;
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
    at += sizeof word;
  }
  return at;
}

/// The code point of the valid three-byte sequence at `at`.
std::uint32_t three_byte_code_point(std::string_view text, std::size_t at) {
  const auto bits = [&](std::size_t i, unsigned mask) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]) & mask);
  };
  return (bits(at, 0x0FU) << 12U) | (bits(at + 1, 0x3FU) << 6U) | bits(at + 2, 0x3FU);
}

bool turns_direction(std::uint32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

// Loops, because `find_first_not_of` would call memchr for every character.
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_escaped_byte(std::string& out, unsigned char byte) {
  out += "\\x";
  out += hex_digits[byte >> 4U];
  out += hex_digits[byte & 0x0FU];
}

void append_control(std::string& out, unsigned char byte) {
  switch (byte) {
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: append_escaped_byte(out, byte);
  }
}

}  // namespace

bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  constexpr std::uint64_t blanks = 0x2020202020202020U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  // What is below a blank borrows from its high bit, and a delete carries into it.
  std::uint64_t faults = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    faults |= word | (word - blanks) | (word + ones);
  }
  bool plain = (faults & high_bits) == 0;
  for (; at < text.size(); ++at) plain &= text[at] >= ' ' && text[at] < '\x7F';
  return plain;
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_front(text.substr(at));
    if (at == text.size()) break;
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_nul(std::string_view text) {
  const std::size_t at = text.find('\0');
  if (at == std::string_view::npos) return std::nullopt;
  return at;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string printable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = sequence_length(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (length == 0) {
      append_escaped_byte(out, byte);
      ++at;
      continue;
    }
    if (length == 1 && (byte < 0x20 || byte == 0x7F)) {
      append_control(out, byte);
    } else if (length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
      append_escaped_byte(out, byte);  // C1 control characters
      append_escaped_byte(out, static_cast<unsigned char>(text[at + 1]));
    } else if (length == 3 && turns_direction(three_byte_code_point(text, at))) {
      const std::uint32_t code_point = three_byte_code_point(text, at);
      out += "\\u{";
      for (const unsigned shift : std::array<unsigned, 4>{12, 8, 4, 0}) {
        out += hex_digits[(code_point >> shift) & 0x0FU];
      }
      out += '}';
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out;
}

std::string quoted(std::string_view text, std::size_t length_max) {
  if (text.size() <= length_max) return '"' + std::string(text) + '"';
  std::size_t end = length_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return '"' + std::string(text.substr(0, end)) + "…\"";
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace recoup
