// Words and signs that packs keep to.

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/feel/syntax.hpp"
#include "scanner.hpp"

namespace recoup {
std::string beyond_re2(std::string_view pattern) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> foreign = {
      {{"(?=", "it looks ahead"},
       {"(?!", "it looks ahead"},
       {"(?<=", "it looks back"},
       {"(?<!", "it looks back"},
       {"(?>", "an atomic group"},
       {"-[", "a class is taken from a class"},
       {"\\p{Is", "a block of Unicode"},
       {"\\P{Is", "a block of Unicode"},
       {"++", "a possessive repetition"}}};
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    for (const auto& [sign, why] : foreign) {
      if (pattern.substr(at).starts_with(sign)) return std::string(why);
    }
    if (pattern[at] == '{') {
      std::size_t end = at + 1;
      while (end < pattern.size() && pattern[end] >= '0' && pattern[end] <= '9') ++end;
      if (end - at > 5 || (end - at == 5 && pattern.substr(at + 1, 4) > "1000")) {
        return "more than a thousand repetitions";
      }
    }
    if (pattern[at] != '\\' || at + 1 == pattern.size()) continue;
    const char next = pattern[++at];
    if (next >= '1' && next <= '9') return "a reference back to a group";
    if (next == 'i' || next == 'I' || next == 'c' || next == 'C') return "a class of XML names";
  }
  return "";
}

std::string name_fault(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  if (name.empty()) return "an empty name";
  if (!is_letter(name.front())) return "it begins with no letter";
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    if (is_letter(c) || is_figure(c)) {
      word += c;
      continue;
    }
    if (c != ' ') return "it holds \"" + std::string(1, c) + "\"";
    if (word.empty()) return "two spaces in a row";
    // A name may begin like a word of the language, and none may be one or hold one.
    if (is_feel_word(word) || word == "not") return "\"" + word + "\" is a word of the language";
    word.clear();
  }
  return "";
}

}  // namespace recoup
