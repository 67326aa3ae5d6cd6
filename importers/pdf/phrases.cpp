#include "pdf/phrases.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 13> marks = {
    ":", ".", ",", "(", ")", "*", "-", "[", "]", "$", ";", "\xC2\xA3", "\xE2\x82\xAC"};

bool strip_one(std::string_view& text) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      return true;
    }
    if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
      return true;
    }
  }
  return false;
}

std::int64_t gap(const PdfBox& left, const PdfBox& right) { return right.left - left.right; }

}  // namespace

std::string pdf_plain_text(std::string_view text) {
  while (!text.empty() && strip_one(text)) {
  }
  return ascii_lower(text);
}

std::vector<PdfPlainWord> pdf_plain_words(const std::vector<PdfWord>& words) {
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
  std::vector<PdfPlainWord> plain;
  std::size_t waiting = 0;  // symbols that belong to the word behind them
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string text = pdf_plain_text(words[i].text);
    if (!text.empty()) {
      PdfPlainWord word{std::move(text), words[i].box, i - waiting, i + 1};
      for (std::size_t k = i - waiting; k < i; ++k) word.box.add(words[k].box);
      waiting = 0;
      plain.push_back(std::move(word));
      continue;
    }
    const std::int64_t before = i == 0 ? far : gap(words[i - 1].box, words[i].box);
    const std::int64_t behind = i + 1 == words.size() ? far : gap(words[i].box, words[i + 1].box);
    if (waiting == 0 && !plain.empty() && before <= behind) {
      plain.back().box.add(words[i].box);
      plain.back().behind = i + 1;
    } else {
      ++waiting;
    }
  }
  return plain;
}

std::size_t pdf_phrase_at(const std::vector<PdfPlainWord>& words, std::size_t at,
                          const PdfPhrases& phrases) {
  std::size_t longest = 0;
  for (const std::vector<std::string>& phrase : phrases) {
    if (phrase.size() <= longest || phrase.size() > words.size() - at) continue;
    if (phrase.front() != words[at].text) continue;
    const bool same = std::equal(
        phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
        [](const std::string& part, const PdfPlainWord& word) { return part == word.text; });
    if (same) longest = phrase.size();
  }
  return longest;
}

PdfPhrases parse_pdf_phrases(std::string_view text) {
  PdfPhrases phrases;
  for (const std::string_view one : split(text, '|')) {
    std::vector<std::string> phrase;
    for (const std::string_view word : split(one, ' ')) {
      std::string plain = pdf_plain_text(trimmed(word));
      if (!plain.empty()) phrase.push_back(std::move(plain));
    }
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace recoup
