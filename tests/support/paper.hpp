// paper.hpp: statements on paper, as a PDF and as the words that stand in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// Pages with lines of text on them. Places are points from the upper left corner, as a reader
/// measures; sizes are those of Helvetica 10, whose digits are all of one width.
class Paper {
 public:
  Paper() { page(); }

  /// Begins a page; the first is there already.
  Paper& page() {
    pages_.emplace_back();
    return *this;
  }
  /// A page that holds a picture and no words.
  Paper& picture() {
    page();
    pictures_.push_back(pages_.size() - 1);
    return *this;
  }
  /// Words that begin at `x`, on the line whose foot is at `y`.
  Paper& left(int x, int y, std::string_view text) {
    pages_.back().push_back({x * 1000, y * 1000, std::string(text)});
    return *this;
  }
  /// Words that end at `x`.
  Paper& right(int x, int y, std::string_view text) {
    pages_.back().push_back({x * 1000 - width(text), y * 1000, std::string(text)});
    return *this;
  }

  /// The words as recoup-pdf-words would write them.
  [[nodiscard]] std::string words() const {
    std::string body;
    std::size_t all = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      std::string lines;
      std::size_t count = 0;
      for (const Piece& piece : pages_[i]) count += add_words(piece, i + 1, lines);
      body += "page " + std::to_string(i + 1) + " 59500 84200 " + std::to_string(count) +
              (pages_[i].empty() && !is_picture(i) ? " blank\n" : " printed\n") + lines;
      all += count;
    }
    return "recoup-pdf-words 1 pages=" + std::to_string(pages_.size()) +
           " encrypted=no producer=paper\n" + body + "end " + std::to_string(all) + "\n";
  }

  /// The same as a PDF. `root` is added to the catalogue: an action, an attachment.
  [[nodiscard]] std::string pdf(std::string_view root = {}) const {
    std::vector<std::string> objects;
    std::string kids;
    constexpr std::size_t first_page = 4;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      kids += std::to_string(first_page + 2 * i) + " 0 R ";
    }
    objects.push_back("<< /Type /Catalog /Pages 2 0 R " + std::string(root) + " >>");
    objects.push_back("<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [ " +
                      kids + "] >>");
    objects.emplace_back(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      objects.push_back(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
          "<< /F1 3 0 R >> >> /Contents " +
          std::to_string(first_page + 2 * i + 1) + " 0 R >>");
      objects.push_back(stream(is_picture(i) ? "0.9 g 100 100 200 300 re f" : content(pages_[i])));
    }
    return file_of(objects);
  }

  /// A stream object that holds `bytes`.
  [[nodiscard]] static std::string stream(const std::string& bytes) {
    return "<< /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
  }

  /// A PDF of these objects, numbered from 1; the first is the catalogue.
  [[nodiscard]] static std::string file_of(const std::vector<std::string>& objects,
                                           std::string_view trailer = {}) {
    std::string file = "%PDF-1.4\n";
    std::string table =
        "xref\n0 " + std::to_string(objects.size() + 1) + "\n" + "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const std::string at = std::to_string(file.size());
      table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
      file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(file.size());
    return file + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) +
           " /Root 1 0 R " + std::string(trailer) + " >>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  /// Thousandths of a point.
  struct Piece {
    int x = 0;
    int y = 0;
    std::string text;
  };

  static constexpr int height = 10000;

  [[nodiscard]] bool is_picture(std::size_t page) const {
    return std::find(pictures_.begin(), pictures_.end(), page) != pictures_.end();
  }

  static int width(std::string_view text) {
    int all = 0;
    for (const char c : text) {
      const bool narrow = c == ' ' || c == '.' || c == ',' || c == '/' || c == ':';
      const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
      all += continues ? 0 : narrow ? 2780 : c == '-' || c == '(' || c == ')' ? 3330 : 5560;
    }
    return all;
  }

  static std::size_t add_words(const Piece& piece, std::size_t page, std::string& lines) {
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < piece.text.size()) {
      const std::size_t end = std::min(piece.text.find(' ', at), piece.text.size());
      if (end > at) {
        const std::string word = piece.text.substr(at, end - at);
        const int from = piece.x + width(std::string_view(piece.text).substr(0, at));
        lines += std::to_string(page) + " " + std::to_string(from / 10) + " " +
                 std::to_string((piece.y - height) / 10) + " " +
                 std::to_string((from + width(word)) / 10) + " " + std::to_string(piece.y / 10) +
                 " 0 " + word + "\n";
        ++count;
      }
      at = end + 1;
    }
    return count;
  }

  static std::string content(const std::vector<Piece>& pieces) {
    std::string text = "BT /F1 10 Tf\n";
    for (const Piece& piece : pieces) {
      text += "1 0 0 1 " + decimal(piece.x) + " " + decimal(842000 - piece.y) + " Tm (";
      for (const char c : piece.text) {
        // The pound sign is the one character of ours that WinAnsi writes otherwise than UTF-8.
        if (c == '\xC2') continue;
        if (c == '(' || c == ')' || c == '\\') text += '\\';
        text += c;
      }
      text += ") Tj\n";
    }
    return text + "ET";
  }

  static std::string decimal(int thousandths) {
    std::string fraction = std::to_string(thousandths % 1000);
    return std::to_string(thousandths / 1000) + "." + std::string(3 - fraction.size(), '0') +
           fraction;
  }

  std::vector<std::vector<Piece>> pages_;
  std::vector<std::size_t> pictures_;
};

}  // namespace recoup
