// phrases.hpp: finds the words of a profile in a printed line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/words.hpp"

namespace recoup {

/// A word for comparison: small letters, without marks and currency symbols at its ends.
struct PdfPlainWord {
  std::string text;
  PdfBox box;             ///< With the symbols beside it.
  std::size_t first = 0;  ///< The printed words that it stands for: first, and one behind the last.
  std::size_t behind = 0;
};

/// Phrases that mean one thing, each a list of plain words.
using PdfPhrases = std::vector<std::vector<std::string>>;

/// `text` in small letters without marks and symbols at its ends; empty where nothing is left.
[[nodiscard]] std::string pdf_plain_text(std::string_view text);

/// The words of a line as plain words. One of which nothing is left, "(£)", belongs to the nearer
/// of its neighbours.
[[nodiscard]] std::vector<PdfPlainWord> pdf_plain_words(const std::vector<PdfWord>& words);

/// How many words from `at` the longest phrase takes that stands there; 0 where none does.
[[nodiscard]] std::size_t pdf_phrase_at(const std::vector<PdfPlainWord>& words, std::size_t at,
                                        const PdfPhrases& phrases);

/// "money out | paid out" as phrases.
[[nodiscard]] PdfPhrases parse_pdf_phrases(std::string_view text);

}  // namespace recoup
