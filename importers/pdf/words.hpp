// words.hpp: the words of a PDF with their places, as recoup-pdf-words writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// A rectangle on a page.
///
///   Unit  Hundredths of a point, from the upper left corner.
struct PdfBox {
  std::int64_t left = 0;
  std::int64_t top = 0;
  std::int64_t right = 0;
  std::int64_t bottom = 0;

  [[nodiscard]] std::int64_t height() const { return bottom - top; }
  [[nodiscard]] std::int64_t middle() const { return top + (bottom - top) / 2; }
  /// Grows to hold `other` as well.
  void add(const PdfBox& other);
  /// "left,top,right,bottom", as an entry's detail has it.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const PdfBox&, const PdfBox&) = default;
};

/// One word. Control characters stand in its text as \xHH.
struct PdfWord {
  std::uint32_t page = 0;  ///< From 1.
  PdfBox box;
  std::string text;
};

/// Everything that stands in a PDF.
struct PdfText {
  std::uint32_t pages = 0;
  bool encrypted = false;
  std::string producer;
  std::vector<PdfWord> words;      ///< Upright and on the page; in the order of the PDF.
  std::vector<std::string> notes;  ///< What was left out: words on their side, outside the page.
};

/// Reads the text of `recoup-pdf-words`.
///
///   Errors  malformed: the text is not whole or of another version; the PDF is locked or broken;
///           a page holds no text, or text that was recognised in a picture.
///   Cites   engine/pdf_words/README.md.
Result<PdfText> parse_pdf_text(std::string_view text);

}  // namespace recoup
