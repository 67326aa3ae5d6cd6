#include "pdf/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view first_words = "recoup-pdf-words 1 ";

Error bad_words(std::string_view line) {
  return Error{ErrorCode::malformed,
               quoted(line) + " among the words of the PDF",
               "the text of recoup-pdf-words, version 1, whole",
               {}};
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::int64_t largest = 1'000'000'000;
  const bool fits = fault == std::errc() && end == text.data() + text.size();
  if (!fits || text.empty() || value < -largest || value > largest) return std::nullopt;
  return value;
}

/// The next word of `line`, which is taken away from it.
std::string_view take(std::string_view& line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, blank);
  line.remove_prefix(std::min(blank + 1, line.size()));
  return word;
}

/// The text with doubled backslashes made single. A control character stays \xHH, for a reader.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\\\\") ++i;
    out += text[i];
  }
  return out;
}

struct Reason {
  std::string_view word;
  std::string_view found;
  std::string_view expected;
};

constexpr std::array<Reason, 5> reasons = {{
    {"locked", "a PDF that asks for a password", "a PDF that opens without a password"},
    {"broken", "a PDF that is broken or cut off", "a whole PDF"},
    {"no-pages", "a PDF without pages", "a PDF with a statement on its pages"},
    {"too-large", "a PDF of more than 256 MiB", "a PDF of at most 256 MiB"},
    {"too-many-pages", "a PDF of more than 5,000 pages", "a PDF of at most 5,000 pages"},
}};

Error refusal(std::string_view word) {
  for (const Reason& reason : reasons) {
    if (reason.word == word) {
      return Error{
          ErrorCode::malformed, std::string(reason.found), std::string(reason.expected), {}};
    }
  }
  return Error{ErrorCode::malformed,
               "a PDF that cannot be read (" + printable(quoted(word, 40)) + ")",
               "a PDF every page of which can be read",
               {}};
}

/// "page 2", "pages 2 and 3", "pages 2, 3 and 5".
std::string name_pages(const std::vector<std::uint32_t>& pages) {
  std::string names = pages.size() == 1 ? "page " : "pages ";
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) names += i + 1 == pages.size() ? " and " : ", ";
    names += std::to_string(pages[i]);
  }
  return names;
}

/// Reads the text line by line, and counts what it was promised.
class WordsReader {
 public:
  Result<PdfText> read(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    if (!lines.front().starts_with(first_words)) {
      if (lines.front().starts_with("refused ")) return refusal(lines.front().substr(8));
      return bad_words(lines.front());
    }
    if (auto header = read_header(lines.front()); !header) return header.error();
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (closed_) {
        if (lines[i].empty() && i + 1 == lines.size()) break;
        return bad_words(lines[i]);
      }
      if (auto line = read_line(lines[i]); !line) return line.error();
    }
    if (!closed_) return bad_words("no closing line");
    return finish();
  }

 private:
  Result<void> read_header(std::string_view line) {
    std::string_view rest = line.substr(first_words.size());
    const std::string_view pages = take(rest);
    const std::string_view encrypted = take(rest);
    const auto count = pages.starts_with("pages=") ? whole_number(pages.substr(6)) : std::nullopt;
    if (!count || *count < 1 || !encrypted.starts_with("encrypted=") ||
        !rest.starts_with("producer=")) {
      return bad_words(line);
    }
    text_.pages = static_cast<std::uint32_t>(*count);
    text_.encrypted = encrypted == "encrypted=yes";
    text_.producer = printable(unescaped(rest.substr(9)));
    return {};
  }

  Result<void> read_line(std::string_view line) {
    if (line.starts_with("refused ")) return refusal(line.substr(8));
    if (line.starts_with("end ")) {
      const auto words = whole_number(line.substr(4));
      closed_ = words && *words == seen_ && page_ == text_.pages && left_on_page_ == 0;
      return closed_ ? Result<void>() : bad_words(line);
    }
    return line.starts_with("page ") ? read_page(line) : read_word(line);
  }

  Result<void> read_page(std::string_view line) {
    std::string_view rest = line.substr(5);
    std::array<std::int64_t, 4> numbers{};
    for (std::int64_t& number : numbers) {
      const auto value = whole_number(take(rest));
      if (!value) return bad_words(line);
      number = *value;
    }
    const bool in_turn = numbers[0] == static_cast<std::int64_t>(page_) + 1;
    if (!in_turn || numbers[0] > text_.pages || left_on_page_ != 0 || numbers[1] < 1 ||
        numbers[2] < 1 || numbers[3] < 0) {
      return bad_words(line);
    }
    page_ = static_cast<std::uint32_t>(numbers[0]);
    sheet_ = PdfBox{0, 0, numbers[1], numbers[2]};
    left_on_page_ = numbers[3];
    if (left_on_page_ == 0) (rest == "blank" ? blank_ : empty_).push_back(page_);
    if (rest == "recognised") recognised_.push_back(page_);
    return {};
  }

  Result<void> read_word(std::string_view line) {
    std::string_view rest = line;
    std::array<std::int64_t, 6> numbers{};
    for (std::int64_t& number : numbers) {
      const auto value = whole_number(take(rest));
      if (!value) return bad_words(line);
      number = *value;
    }
    if (numbers[0] != static_cast<std::int64_t>(page_) || left_on_page_ == 0 || rest.empty() ||
        first_bad_utf8(rest)) {
      return bad_words(line);
    }
    --left_on_page_;
    ++seen_;
    const PdfBox box{numbers[1], numbers[2], numbers[3], numbers[4]};
    if (numbers[5] != 0) {
      ++turned_;
    } else if (box.right < 0 || box.bottom < 0 || box.left > sheet_.right ||
               box.top > sheet_.bottom) {
      ++outside_;
    } else if (box.height() < readable_height) {
      ++tiny_;
    } else {
      text_.words.push_back({page_, box, printable(unescaped(rest))});
    }
    return {};
  }

  Result<PdfText> finish() {
    if (!empty_.empty()) {
      return Error{ErrorCode::malformed,
                   name_pages(empty_) + (empty_.size() == 1 ? " holds" : " hold") +
                       " no text: scanned pages are not read",
                   "a PDF whose every page holds text",
                   {}};
    }
    if (!recognised_.empty()) {
      return Error{ErrorCode::malformed,
                   "text on " + name_pages(recognised_) +
                       " that was recognised in a picture: scanned pages are not read",
                   "a PDF with the bank's own text",
                   {}};
    }
    if (!blank_.empty()) {
      text_.notes.push_back(name_pages(blank_) + (blank_.size() == 1 ? " is blank" : " are blank"));
    }
    note(turned_, "that stand on their side");
    note(outside_, "outside the edges of their page");
    note(tiny_, "less than two points high");
    return std::move(text_);
  }

  void note(std::size_t count, std::string_view what) {
    if (count == 0) return;
    text_.notes.push_back("words " + std::string(what) +
                          " were not read: " + std::to_string(count));
  }

  static constexpr std::int64_t readable_height = 200;

  PdfText text_;
  PdfBox sheet_;
  std::uint32_t page_ = 0;
  std::int64_t left_on_page_ = 0;
  std::int64_t seen_ = 0;
  bool closed_ = false;
  std::vector<std::uint32_t> empty_;  ///< Without words, and yet something is on them.
  std::vector<std::uint32_t> blank_;
  std::vector<std::uint32_t> recognised_;
  std::size_t turned_ = 0;
  std::size_t outside_ = 0;
  std::size_t tiny_ = 0;
};

}  // namespace

void PdfBox::add(const PdfBox& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

std::string PdfBox::text() const {
  return std::to_string(left) + "," + std::to_string(top) + "," + std::to_string(right) + "," +
         std::to_string(bottom);
}

Result<PdfText> parse_pdf_text(std::string_view text) { return WordsReader().read(text); }

}  // namespace recoup
