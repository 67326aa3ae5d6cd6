#include "pdf/lines.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 9> loose_fronts = {
    "\xC2\xA3",  "\xE2\x82\xAC", "$",           "-", "+", "-\xC2\xA3",
    "+\xC2\xA3", "\xE2\x88\x92", "\xE2\x80\x93"};
constexpr std::array<std::string_view, 9> loose_ends = {"CR", "DR", "OD", "Cr", "Dr",
                                                        "cr", "dr", "D",  "C"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Digits with marks between them, perhaps behind a sign and a symbol.
bool ends_in_digits(std::string_view word) {
  return word.size() >= 3 && is_digit(word.back()) &&
         (word[word.size() - 3] == '.' || word[word.size() - 3] == ',');
}

bool begins_with_amount(std::string_view word) {
  const std::size_t digit = word.find_first_of("0123456789");
  return digit != std::string_view::npos && digit <= 4 &&
         word.find_first_of(".,") != std::string_view::npos;
}

void join(PdfWord& word, const PdfWord& next, std::string_view between) {
  word.text += std::string(between) + next.text;
  word.box.add(next.box);
}

/// Puts the parts of an amount together that stand apart by less than a blank.
std::vector<PdfWord> with_whole_amounts(const std::vector<PdfWord>& words) {
  std::vector<PdfWord> whole;
  bool front = false;
  for (const PdfWord& word : words) {
    if (whole.empty()) {
      whole.push_back(word);
      front = holds(loose_fronts, word.text);
      continue;
    }
    PdfWord& last = whole.back();
    const std::int64_t gap = word.box.left - last.box.right;
    const bool near = gap * 2 <= word.box.height();
    if (near && front && (begins_with_amount(word.text) || holds(loose_fronts, word.text))) {
      join(last, word, "");
      front = holds(loose_fronts, word.text);
    } else if (gap <= word.box.height() && holds(loose_ends, word.text) &&
               ends_in_digits(last.text)) {
      join(last, word, " ");
      front = false;
    } else {
      whole.push_back(word);
      front = holds(loose_fronts, word.text);
    }
  }
  return whole;
}

/// Whether the word's middle is within two fifths of a height of the line's.
bool stands_on(const PdfBox& line, const PdfBox& word) {
  const std::int64_t apart = word.middle() - line.middle();
  const std::int64_t height = std::min(line.height(), word.height());
  return (apart < 0 ? -apart : apart) * 5 <= height * 2;
}

}  // namespace

std::string PdfLine::text() const {
  std::string all;
  for (const PdfWord& word : words) {
    if (!all.empty()) all += ' ';
    all += word.text;
  }
  return all;
}

std::vector<PdfLine> pdf_lines(const PdfText& text) {
  std::vector<PdfWord> words = text.words;
  const auto place = [](const PdfWord& word) {
    return std::tuple(word.page, word.box.middle(), word.box.left, word.box.top);
  };
  std::stable_sort(words.begin(), words.end(), [&](const PdfWord& one, const PdfWord& other) {
    return place(one) < place(other);
  });
  std::vector<PdfLine> lines;
  PdfBox reference;
  for (PdfWord& word : words) {
    const bool same =
        !lines.empty() && lines.back().page == word.page && stands_on(reference, word.box);
    if (!same) {
      reference = word.box;
      lines.push_back({word.page, lines.size() + 1, word.box, {}, {}});
    }
    lines.back().box.add(word.box);
    lines.back().words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(
        line.words.begin(), line.words.end(),
        [](const PdfWord& one, const PdfWord& other) { return one.box.left < other.box.left; });
    line.words = with_whole_amounts(line.words);
    line.plain = pdf_plain_words(line.words);
  }
  return lines;
}

}  // namespace recoup
