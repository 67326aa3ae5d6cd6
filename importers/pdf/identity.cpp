#include "pdf/identity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::vector<std::string_view> texts_from(const std::vector<PdfWord>& words, std::size_t at) {
  std::vector<std::string_view> texts;
  constexpr std::size_t enough = 5;
  for (std::size_t i = at; i < words.size() && texts.size() < enough; ++i) {
    texts.push_back(words[i].text);
  }
  return texts;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  return digits;
}

bool only_digits_and(std::string_view marks, std::string_view text) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_digit(c) || marks.find(c) != std::string_view::npos;
  });
}

/// The printed words behind the label on line `at`, or those below it on the next line.
struct Behind {
  std::vector<std::string> same_line;
  std::vector<std::string> below;
};

std::optional<Behind> behind_label(const std::vector<PdfLine>& lines, std::size_t at,
                                   const PdfPhrases& phrases) {
  const std::vector<PdfPlainWord>& plain = lines[at].plain;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::size_t length = pdf_phrase_at(plain, i, phrases);
    if (length == 0) continue;
    Behind behind;
    PdfBox label = plain[i].box;
    for (std::size_t k = i; k < i + length; ++k) label.add(plain[k].box);
    for (std::size_t k = i + length; k < plain.size() && k < i + length + 3; ++k) {
      behind.same_line.push_back(plain[k].text);
    }
    if (at + 1 < lines.size() && lines[at + 1].page == lines[at].page) {
      for (const PdfWord& word : lines[at + 1].words) {
        if (word.box.left <= label.right && label.left <= word.box.right) {
          behind.below.push_back(pdf_plain_text(word.text));
        }
      }
    }
    return behind;
  }
  return std::nullopt;
}

/// The first of the words, or of two or three of them together, that `fits`.
template <typename Fits>
std::string first_that(const std::vector<std::string>& words, Fits fits) {
  for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    std::string together;
    for (std::size_t i = 0; i < count && i < words.size(); ++i) together += words[i];
    if (words.size() >= count && fits(together)) return together;
  }
  return "";
}

template <typename Fits>
std::string value_of(const std::vector<PdfLine>& lines, std::size_t at, const PdfPhrases& phrases,
                     Fits fits) {
  const auto behind = behind_label(lines, at, phrases);
  if (!behind) return "";
  const std::string same = first_that(behind->same_line, fits);
  return same.empty() ? first_that(behind->below, fits) : same;
}

bool is_sort_code(std::string_view text) {
  return only_digits_and("-", text) && digits_of(text).size() == 6;
}

bool is_account_number(std::string_view text) {
  const std::size_t digits = digits_of(text).size();
  return only_digits_and("-", text) && digits >= 6 && digits <= 12 && !is_sort_code(text);
}

bool is_british_iban(std::string_view text) {
  return text.size() == 22 && text.starts_with("gb") && digits_of(text.substr(8)).size() == 14;
}

bool is_statement_number(std::string_view text) {
  return !text.empty() && text.size() <= 12 && is_digit(text.front()) &&
         only_digits_and("/-", text);
}

std::string sort_code_text(std::string_view text) {
  const std::string digits = digits_of(text);
  return digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" + digits.substr(4, 2);
}

bool joins_a_period(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {
      "to", "-", "until", "till", "through", "\xE2\x80\x93", "\xE2\x80\x94"};
  return std::find(words.begin(), words.end(), ascii_lower(word)) != words.end();
}

/// The number of a day alone, in front of "- 31 January 2025".
std::optional<PdfDay> bare_day(std::string_view word, const PdfDay& end) {
  if (word.size() > 2 || !only_digits_and("", word) || word.empty()) return std::nullopt;
  unsigned day = 0;
  for (const char c : word) day = day * 10 + static_cast<unsigned>(c - '0');
  return PdfDay{end.year, end.month, day, 1};
}

struct Period {
  Date from;
  Date until;
};

std::optional<Period> period_from(const std::vector<PdfWord>& words, std::size_t at,
                                  PdfDateOrder order) {
  auto begin = read_pdf_day(texts_from(words, at), order);
  const std::size_t taken = begin ? begin->words : 1;
  if (at + taken + 1 >= words.size() || !joins_a_period(words[at + taken].text)) {
    return std::nullopt;
  }
  const auto end = read_pdf_day(texts_from(words, at + taken + 1), order);
  if (!end || !end->year) return std::nullopt;
  if (!begin) begin = bare_day(words[at].text, *end);
  if (!begin) return std::nullopt;
  const bool year_before = std::pair(begin->month, begin->day) > std::pair(end->month, end->day);
  const auto from = begin->in(year_before ? *end->year - 1 : *end->year);
  const auto until = end->in(0);
  if (!from || !until || *from > *until) return std::nullopt;
  return Period{*from, *until};
}

std::optional<Period> period_of(const PdfLine& line, PdfDateOrder order) {
  for (std::size_t at = 0; at < line.words.size(); ++at) {
    if (auto period = period_from(line.words, at, order)) return period;
  }
  return std::nullopt;
}

/// The day behind the label, or nothing.
std::optional<Date> day_behind(const PdfLine& line, const PdfPhrases& phrases, PdfDateOrder order) {
  const std::vector<PdfPlainWord>& plain = line.plain;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::size_t length = pdf_phrase_at(plain, i, phrases);
    if (length == 0) continue;
    const auto day = read_pdf_day(texts_from(line.words, plain[i + length - 1].behind), order);
    if (day && day->year) return day->in(0);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> small_count(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::uint32_t largest = 100'000;
  if (fault != std::errc() || end != text.data() + text.size() || value > largest) {
    return std::nullopt;
  }
  return value;
}

/// Sort code and number of one line, put together as the project names British accounts.
void add_account(const std::vector<PdfLine>& lines, std::size_t at, const PdfProfile& profile,
                 std::string& sort_code, std::string& number) {
  if (sort_code.empty()) {
    sort_code = value_of(lines, at, profile.of(PdfLabel::sort_code), is_sort_code);
  }
  if (number.empty()) {
    number = value_of(lines, at, profile.of(PdfLabel::account), is_account_number);
  }
  if (!sort_code.empty() || !number.empty()) return;
  std::string iban = value_of(lines, at, profile.of(PdfLabel::iban), is_british_iban);
  if (iban.empty()) {
    const auto behind = behind_label(lines, at, profile.of(PdfLabel::iban));
    if (!behind) return;
    const std::vector<PdfPlainWord>& plain = lines[at].plain;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      if (!plain[i].text.starts_with("gb")) continue;
      for (std::size_t k = i; k < plain.size() && iban.size() < 22; ++k) iban += plain[k].text;
      break;
    }
  }
  if (!is_british_iban(iban)) return;
  sort_code = iban.substr(8, 6);
  number = iban.substr(14);
}

}  // namespace

std::optional<PdfPageNumber> pdf_page_number(const PdfLine& line) {
  const std::vector<PdfPlainWord>& plain = line.plain;
  for (std::size_t i = 0; i + 3 < plain.size(); ++i) {
    const bool is_it = plain[i].text == "page" && plain[i + 2].text == "of";
    if (!is_it) continue;
    const auto page = small_count(plain[i + 1].text);
    const auto of = small_count(plain[i + 3].text);
    if (page && of && *page >= 1 && *page <= *of) return PdfPageNumber{*page, *of};
  }
  return std::nullopt;
}

std::string pdf_account_number(const std::vector<PdfLine>& lines, std::size_t at,
                               const PdfProfile& profile) {
  return value_of(lines, at, profile.of(PdfLabel::account), is_account_number);
}

PdfIdentity read_pdf_identity(const std::vector<PdfLine>& lines, const PdfProfile& profile) {
  PdfIdentity identity;
  std::string sort_code;
  std::string number;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    add_account(lines, at, profile, sort_code, number);
    if (identity.number.empty()) {
      identity.number =
          value_of(lines, at, profile.of(PdfLabel::statement_number), is_statement_number);
    }
    if (!identity.from) {
      if (const auto period = period_of(lines[at], profile.date_order)) {
        identity.from = period->from;
        identity.until = period->until;
      }
    }
    if (!identity.dated) {
      identity.dated =
          day_behind(lines[at], profile.of(PdfLabel::statement_date), profile.date_order);
    }
    if (at == 0 || lines[at].page != lines[at - 1].page) ++identity.pages_seen;
    if (const auto page = pdf_page_number(lines[at])) {
      if (!identity.first_page) identity.first_page = page->page;
      identity.last_page = page->page;
      identity.pages = page->of;
    }
  }
  if (!number.empty()) {
    identity.account = sort_code.empty() ? number : sort_code_text(sort_code) + " " + number;
  }
  return identity;
}

}  // namespace recoup
