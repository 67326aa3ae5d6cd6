#include "recoup/matching/party_name.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t cut_length_min = 12;

/// What a word is written as; a word that is left out has nothing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> words_as = {{
    {"and", "&"},       {"company", "co"},
    {"corp", "inc"},    {"corporation", "inc"},
    {"dr", ""},         {"incorporated", "inc"},
    {"limited", "ltd"}, {"messrs", ""},
    {"miss", ""},       {"mr", ""},
    {"mrs", ""},        {"ms", ""},
    {"mx", ""},         {"prof", ""},
    {"public", ""},     {"sir", ""},
    {"the", ""},        {"und", "&"},
    {"herr", ""},       {"frau", ""},
}};

bool is_word_character(char c) {
  // Every byte of a letter outside ASCII is kept as it is.
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == '&' || static_cast<unsigned char>(c) >= 128;
}

std::string_view written(std::string_view word) {
  const auto at = std::find_if(words_as.begin(), words_as.end(),
                               [&](const auto& each) { return each.first == word; });
  return at == words_as.end() ? word : at->second;
}

}  // namespace

std::string party_key(std::string_view name) {
  const std::string lower = ascii_lower(name);
  std::string key;
  for (std::size_t from = 0; from < lower.size();) {
    // A point or an apostrophe inside a word parts no word: "J.P.", "O'Neill".
    std::string word;
    std::size_t to = from;
    for (; to < lower.size(); ++to) {
      if (lower[to] == '.' || lower[to] == '\'') continue;
      if (!is_word_character(lower[to])) break;
      word += lower[to];
    }
    from = to + 1;
    // A legal form at the end is often cut off: "LIMI".
    const bool is_cut_form =
        from >= lower.size() && word.size() >= 3 && std::string_view("limited").starts_with(word);
    const std::string_view kept = is_cut_form ? "ltd" : written(word);
    if (kept.empty()) continue;
    if (!key.empty()) key += ' ';
    key += kept;
  }
  return key;
}

bool is_one_party(std::string_view key, std::string_view other) {
  if (key.empty() || other.empty()) return false;
  if (key == other) return true;
  const std::string_view shorter = key.size() < other.size() ? key : other;
  const std::string_view longer = key.size() < other.size() ? other : key;
  return shorter.size() >= cut_length_min && longer.starts_with(shorter);
}

}  // namespace recoup
