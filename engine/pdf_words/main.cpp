// main.cpp: recoup-pdf-words, which takes the words out of a PDF.
//
// It reads a PDF on its standard input and writes text on its standard output; it opens no file and
// knows nothing of statements. It is a program of its own because a PDF may be made to harm its
// reader: recoup runs it without files, without a network and with little memory, and reads what it
// wrote as it reads any other document. engine/pdf_words/README.md has the form of the text.
//
// Poppler gives places as floating point; they end here, as whole hundredths of a point.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t pdf_bytes_max = 256U << 20U;
constexpr int pages_max = 5000;

/// What stands in the way of reading, by a word that the reader of the text knows.
struct Refusal {
  std::string word;
};

/// A place in hundredths of a point, within what any sheet of paper needs.
std::int64_t hundredths(double points) {
  constexpr double largest = 1e6;
  if (!std::isfinite(points)) return 0;
  return std::llround(std::clamp(points, -largest, largest) * 100.0);
}

/// Text in one line: a backslash doubled, control characters as \xHH.
std::string escaped(const poppler::ustring& text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text.to_utf8()) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\') {
      out += "\\\\";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out;
}

bool write(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

std::optional<std::vector<char>> read_input() {
  std::vector<char> bytes;
  std::vector<char> piece(1U << 16U);
  while (true) {
    const std::size_t got = std::fread(piece.data(), 1, piece.size(), stdin);
    if (got == 0) break;
    if (bytes.size() + got > pdf_bytes_max) return std::nullopt;
    bytes.insert(bytes.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
  }
  if (std::ferror(stdin) != 0) return std::nullopt;
  return bytes;
}

/// Whether the first letter is of a font without shapes, as text recognition lays it under a scan.
bool is_recognised(const poppler::text_box& word) {
  return word.has_font_info() && word.get_font_name(0).find("GlyphLess") != std::string::npos;
}

/// Whether nothing at all is painted on the page: a small picture of it is white all over.
bool is_blank(const poppler::page& page) {
  constexpr double dots_an_inch = 36;
  constexpr double dots_max = 1000;
  constexpr double points_an_inch = 72;
  if (!poppler::page_renderer::can_render()) return false;
  const poppler::rectf sheet = page.page_rect();
  const double longer = std::max({sheet.width(), sheet.height(), 1.0});
  const double dots = std::min(dots_an_inch, dots_max * points_an_inch / longer);
  const poppler::image picture = poppler::page_renderer().render_page(&page, dots, dots);
  if (!picture.is_valid()) return false;
  const std::size_t bytes = static_cast<std::size_t>(picture.bytes_per_row()) *
                            static_cast<std::size_t>(picture.height());
  const std::string_view dots_read(picture.const_data(), bytes);
  return bytes > 0 && dots_read.find_first_not_of('\xFF') == std::string_view::npos;
}

std::string word_line(int page, const poppler::text_box& word) {
  const poppler::rectf box = word.bbox();
  std::string line = std::to_string(page);
  for (const double edge : {box.left(), box.top(), box.right(), box.bottom()}) {
    line += " " + std::to_string(hundredths(edge));
  }
  return line + " " + std::to_string(word.rotation()) + " " + escaped(word.text()) + "\n";
}

/// Writes one page; the number of its words, or nothing where it cannot be read or written.
std::optional<std::size_t> write_page(const poppler::document& document, int number) {
  const std::unique_ptr<poppler::page> page(document.create_page(number - 1));
  if (page == nullptr) return std::nullopt;
  const auto words = page->text_list(poppler::page::text_list_include_font);
  const auto recognised = std::any_of(words.begin(), words.end(), is_recognised);
  const poppler::rectf sheet = page->page_rect();
  const char* const state = recognised                         ? " recognised\n"
                            : words.empty() && is_blank(*page) ? " blank\n"
                                                               : " printed\n";
  std::string text =
      "page " + std::to_string(number) + " " + std::to_string(hundredths(sheet.width())) + " " +
      std::to_string(hundredths(sheet.height())) + " " + std::to_string(words.size()) + state;
  for (const poppler::text_box& word : words) text += word_line(number, word);
  if (!write(text)) return std::nullopt;
  return words.size();
}

/// Errors are words; what was written before one is worth nothing without the line `end`.
std::optional<Refusal> run() {
  auto bytes = read_input();
  if (!bytes) return Refusal{"too-large"};
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_data(&*bytes));
  if (document == nullptr) return Refusal{"broken"};
  if (document->is_locked()) return Refusal{"locked"};
  const int pages = document->pages();
  if (pages < 1) return Refusal{"no-pages"};
  if (pages > pages_max) return Refusal{"too-many-pages"};
  bool written = write("recoup-pdf-words 1 pages=" + std::to_string(pages) +
                       " encrypted=" + (document->is_encrypted() ? "yes" : "no") +
                       " producer=" + escaped(document->get_producer()) + "\n");
  std::size_t words = 0;
  for (int number = 1; number <= pages && written; ++number) {
    const auto count = write_page(*document, number);
    if (!count) return Refusal{"page-" + std::to_string(number)};
    words += *count;
  }
  written = written && write("end " + std::to_string(words) + "\n");
  if (!written) return Refusal{"cannot-write"};
  return std::nullopt;
}

}  // namespace

int main() {
  constexpr int no_memory = 3;
  try {
    const auto refusal = run();
    if (refusal && !write("refused " + refusal->word + "\n")) return 2;
  } catch (const std::bad_alloc&) {
    return no_memory;
  }
  return std::fflush(stdout) == 0 ? 0 : 2;
}
