#include "code_point.hpp"

#include <algorithm>
#include <array>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 14> unseen_ranges{{{0x0000, 0x001F},
                                               {0x007F, 0x009F},
                                               {0x00AD, 0x00AD},
                                               {0x061C, 0x061C},
                                               {0x180E, 0x180E},
                                               {0x200B, 0x200B},
                                               {0x200E, 0x200F},
                                               {0x2028, 0x202E},
                                               {0x2060, 0x206F},
                                               {0xFEFF, 0xFEFF},
                                               {0xFFF0, 0xFFFB},
                                               {0xFFFE, 0xFFFF},
                                               {0xE0000, 0xE007F},
                                               {0xF0000, 0x10FFFF}}};

std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

}  // namespace

CodePoint code_point(std::string_view text, std::size_t at) {
  RECOUP_CHECK(at < text.size());
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = length_by_lead(lead);
  const std::string_view bytes = text.substr(at, length);
  if (first_bad_utf8(bytes)) return {0xFFFD, 1, false};
  char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (const char byte : bytes.substr(1)) {
    value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return {value, length, true};
}

bool is_unseen(char32_t value) {
  return std::any_of(unseen_ranges.begin(), unseen_ranges.end(), [value](const Range& range) {
    return value >= range.first && value <= range.last;
  });
}

std::string seen(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    if (!point.is_valid) {
      out += "\\x" + hexadecimal(static_cast<unsigned char>(text[at]), 2);
    } else if (is_unseen(point.value)) {
      out += "\\u{" + hexadecimal(point.value, 4) + "}";
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string hexadecimal(char32_t value, std::size_t digits_min) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  while (value != 0 || out.size() < digits_min) {
    out.insert(out.begin(), digits[value & 0x0FU]);
    value >>= 4U;
  }
  return out;
}

}  // namespace recoup
