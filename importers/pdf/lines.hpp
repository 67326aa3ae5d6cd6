// lines.hpp: the words of a PDF as printed lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/phrases.hpp"
#include "pdf/words.hpp"

namespace recoup {

/// Words that stand on one line of one page, from left to right.
struct PdfLine {
  std::uint32_t page = 0;    ///< From 1.
  std::uint64_t number = 0;  ///< Over the whole document, from 1.
  PdfBox box;
  std::vector<PdfWord> words;
  std::vector<PdfPlainWord> plain;  ///< The same for comparison: pdf_plain_words(words).

  /// The words with a blank between each two.
  [[nodiscard]] std::string text() const;
};

/// The lines of all pages, from top to bottom. A sign or a currency's symbol that stands alone in
/// front of an amount, and CR, DR, OD, D or C behind one, become one word with it.
[[nodiscard]] std::vector<PdfLine> pdf_lines(const PdfText& text);

}  // namespace recoup
