#include "mt940/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "document_text.hpp"
#include "ofx/encoding.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using DosTable = std::array<std::uint16_t, 128>;

/// Code points of the bytes 0x80 to 0xFF.
constexpr DosTable code_page_850 = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
    0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
    0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
    0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
    0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
    0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0};

constexpr DosTable code_page_852 = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x016F, 0x0107, 0x00E7, 0x0142, 0x00EB, 0x0150, 0x0151,
    0x00EE, 0x0179, 0x00C4, 0x0106, 0x00C9, 0x0139, 0x013A, 0x00F4, 0x00F6, 0x013D, 0x013E, 0x015A,
    0x015B, 0x00D6, 0x00DC, 0x0164, 0x0165, 0x0141, 0x00D7, 0x010D, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x0104, 0x0105, 0x017D, 0x017E, 0x0118, 0x0119, 0x00AC, 0x017A, 0x010C, 0x015F, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x011A, 0x015E, 0x2563, 0x2551, 0x2557,
    0x255D, 0x017B, 0x017C, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x0102, 0x0103,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x0111, 0x0110, 0x010E, 0x00CB,
    0x010F, 0x0147, 0x00CD, 0x00CE, 0x011B, 0x2518, 0x250C, 0x2588, 0x2584, 0x0162, 0x016E, 0x2580,
    0x00D3, 0x00DF, 0x00D4, 0x0143, 0x0144, 0x0148, 0x0160, 0x0161, 0x0154, 0x00DA, 0x0155, 0x0170,
    0x00FD, 0x00DD, 0x0163, 0x00B4, 0x00AD, 0x02DD, 0x02DB, 0x02C7, 0x02D8, 0x00A7, 0x00F7, 0x00B8,
    0x00B0, 0x00A8, 0x02D9, 0x0171, 0x0158, 0x0159, 0x25A0, 0x00A0};

/// Code points of the bytes 0x80 to 0xFF; 0 where there is none.
constexpr DosTable windows_1250 = {
    0x20AC, 0x0000, 0x201A, 0x0000, 0x201E, 0x2026, 0x2020, 0x2021, 0x0000, 0x2030, 0x0160, 0x2039,
    0x015A, 0x0164, 0x017D, 0x0179, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x0000, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0, 0x02C7, 0x02D8, 0x0141,
    0x00A4, 0x0104, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,
    0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x0105, 0x015F, 0x00BB,
    0x013D, 0x02DD, 0x013E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,
    0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E, 0x0110, 0x0143, 0x0147, 0x00D3,
    0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,
    0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7, 0x010D, 0x00E9, 0x0119, 0x00EB,
    0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

/// Its letters: above 0xA0 each byte is its code point.
constexpr DosTable windows_1252 = [] {
  DosTable table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = static_cast<std::uint16_t>(0x80U + i);
  }
  table[0x0A] = 0x0160;
  table[0x0E] = 0x017D;
  table[0x1A] = 0x0161;
  table[0x1E] = 0x017E;
  return table;
}();

/// From 0xC0 on it is windows-1250; below 0xA0 it has control characters alone.
constexpr DosTable iso_8859_2 = [] {
  constexpr std::array<std::uint16_t, 32> middle = {
      0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E,
      0x0164, 0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E,
      0x015B, 0x02C7, 0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C};
  DosTable table = windows_1250;
  for (std::size_t i = 0; i < 32; ++i) table[i] = 0;
  for (std::size_t i = 0; i < middle.size(); ++i) table[32 + i] = middle[i];
  return table;
}();

/// Adds a code point between U+0080 and U+FFFF.
void append_utf8(std::string& out, unsigned code_point) {
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
  } else {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    out += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  out += static_cast<char>(0x80U | (code_point & 0x3FU));
}

/// The letters beyond ASCII of a language, and the currency by which a text shows that it may be
/// written in it.
struct CentralAlphabet {
  std::string_view currency;
  std::u16string_view letters;
};

constexpr std::array<CentralAlphabet, 6> central_alphabets = {{
    {"PLN",
     u"\u0104\u0105\u0106\u0107\u0118\u0119\u0141\u0142\u0143\u0144\u00D3\u00F3\u015A\u015B\u0179"
     u"\u017A\u017B\u017C"},
    {"CZK",
     u"\u00C1\u00E1\u010C\u010D\u010E\u010F\u00C9\u00E9\u011A\u011B\u00CD\u00ED\u0147\u0148\u00D3"
     u"\u00F3\u0158\u0159\u0160\u0161\u0164\u0165\u00DA\u00FA\u016E\u016F\u00DD\u00FD\u017D\u017E"},
    {"SKK",
     u"\u00C1\u00E1\u00C4\u00E4\u010C\u010D\u010E\u010F\u00C9\u00E9\u00CD\u00ED\u0139\u013A\u013D"
     u"\u013E\u0147\u0148\u00D3\u00F3\u00D4\u00F4\u0154\u0155\u0160\u0161\u0164\u0165\u00DA\u00FA"
     u"\u00DD\u00FD\u017D\u017E"},
    {"HUF",
     u"\u00C1\u00E1\u00C9\u00E9\u00CD\u00ED\u00D3\u00F3\u00D6\u00F6\u0150\u0151\u00DA\u00FA\u00DC"
     u"\u00FC\u0170\u0171"},
    {"RON", u"\u0102\u0103\u00C2\u00E2\u00CE\u00EE\u015E\u015F\u0162\u0163"},
    {"HRK", u"\u0106\u0107\u010C\u010D\u0110\u0111\u0160\u0161\u017D\u017E"},
}};

/// The letters of every language whose currency stands in the text.
std::u16string central_letters(std::string_view bytes) {
  std::u16string letters;
  for (const CentralAlphabet& alphabet : central_alphabets) {
    if (bytes.find(alphabet.currency) != std::string_view::npos) letters += alphabet.letters;
  }
  return letters;
}

/// How many of the bytes are such letters in that table; nothing where one has no meaning in it.
std::optional<std::size_t> letters_read_by(const DosTable& table, std::string_view bytes,
                                           std::u16string_view letters) {
  std::array<bool, 128> is_letter{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    is_letter[i] = letters.find(static_cast<char16_t>(table[i])) != std::u16string_view::npos;
  }
  std::size_t count = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) continue;
    if (table[byte - 0x80U] == 0) return std::nullopt;
    if (is_letter[byte - 0x80U]) ++count;
  }
  return count;
}

std::string decode(std::string_view bytes, const DosTable& table) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      append_utf8(text, table[byte - 0x80U]);
    }
  }
  return text;
}

}  // namespace

Result<Mt940Decoded> decode_mt940(const Document& document) {
  RECOUP_TRY(bytes, checked_bytes(document));
  if (!first_bad_utf8(bytes)) return Mt940Decoded{std::nullopt, "UTF-8"};
  const std::u16string letters = central_letters(bytes);
  struct Candidate {
    const DosTable* table;
    std::string_view name;
  };
  constexpr std::array<Candidate, 3> central = {{{&windows_1250, "windows-1250"},
                                                 {&iso_8859_2, "ISO-8859-2"},
                                                 {&code_page_852, "code page 852"}}};
  auto windows = decode_ofx(document);
  std::size_t most = windows ? letters_read_by(windows_1252, bytes, letters).value_or(0) : 0;
  const Candidate* best = nullptr;
  for (const Candidate& candidate : central) {
    const auto count = letters_read_by(*candidate.table, bytes, letters);
    if (!count || *count <= most) continue;
    most = *count;
    best = &candidate;
  }
  if (best != nullptr) return Mt940Decoded{decode(bytes, *best->table), best->name};
  if (windows) return Mt940Decoded{std::string(windows.value().text()), windows.value().encoding};
  const bool is_central = !letters.empty();
  return Mt940Decoded{decode(bytes, is_central ? code_page_852 : code_page_850),
                      is_central ? "code page 852" : "code page 850"};
}

}  // namespace recoup
