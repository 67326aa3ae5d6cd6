#include "scanner.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "recoup/base/text.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 18> feel_words = {
    "and", "or",  "in",   "between", "then", "else",  "return", "satisfies", "instance",
    "if",  "for", "some", "every",   "true", "false", "null",   "function",  "external"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Every letter beyond ASCII belongs to names; the bytes of UTF-8 above 0x7F are not told apart.
bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool continues_word(char c) { return begins_word(c) || is_digit(c); }

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto push = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0U | (code_point >> 6U));
    push(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    push(0xE0U | (code_point >> 12U));
    push(0x80U | ((code_point >> 6U) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  } else {
    push(0xF0U | (code_point >> 18U));
    push(0x80U | ((code_point >> 12U) & 0x3FU));
    push(0x80U | ((code_point >> 6U) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  }
}

std::optional<std::uint32_t> hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = lower >= 'a' && lower <= 'f';
    if (!is_digit(lower) && !letter) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(letter ? lower - 'a' + 10 : lower - '0');
  }
  return value;
}

bool is_surrogate(std::uint32_t unit, std::uint32_t first) {
  return unit >= first && unit < first + 0x400;
}

}  // namespace

bool is_feel_word(std::string_view word) {
  return std::find(feel_words.begin(), feel_words.end(), word) != feel_words.end();
}

KnownName known_name(std::string_view name) {
  KnownName known{normal_name(name), {}};
  std::size_t at = 0;
  const std::string& text = known.name;
  while (at < text.size()) {
    std::size_t end = at + 1;
    if (continues_word(text[at])) {
      while (end < text.size() && continues_word(text[end])) ++end;
    }
    if (text[at] != ' ') known.parts.push_back(text.substr(at, end - at));
    at = end;
  }
  return known;
}

void Scanner::skip_blanks() {
  while (at_ < text_.size()) {
    if (is_blank(text_[at_])) {
      ++at_;
    } else if (text_.substr(at_, 2) == "//") {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (text_.substr(at_, 2) == "/*") {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      return;
    }
  }
}

bool Scanner::at_end() {
  skip_blanks();
  return at_ >= text_.size();
}

bool Scanner::at(std::string_view symbol) {
  skip_blanks();
  return text_.substr(at_, symbol.size()) == symbol;
}

bool Scanner::take(std::string_view symbol) {
  if (!at(symbol)) return false;
  at_ += symbol.size();
  return true;
}

std::size_t Scanner::word_length(std::size_t at) const {
  if (at >= text_.size() || !begins_word(text_[at])) return 0;
  std::size_t end = at + 1;
  while (end < text_.size() && continues_word(text_[end])) ++end;
  return end - at;
}

bool Scanner::at_word(std::string_view word) {
  skip_blanks();
  return text_.substr(at_, word_length(at_)) == word;
}

bool Scanner::take_word(std::string_view word) {
  if (!at_word(word)) return false;
  at_ += word.size();
  return true;
}

bool Scanner::at_digit() {
  skip_blanks();
  if (at_ >= text_.size()) return false;
  const bool point = text_[at_] == '.' && at_ + 1 < text_.size();
  return is_digit(text_[point ? at_ + 1 : at_]);
}

bool Scanner::at_name() {
  skip_blanks();
  return word_length(at_) > 0;
}

std::string_view Scanner::take_number() {
  skip_blanks();
  std::size_t end = at_;
  const auto digits = [&] {
    while (end < text_.size() && is_digit(text_[end])) ++end;
  };
  digits();
  // "1..5" is a range and no number with a point.
  if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
    ++end;
    digits();
  }
  if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < text_.size() && (text_[exponent] == '-' || text_[exponent] == '+')) ++exponent;
    if (exponent < text_.size() && is_digit(text_[exponent])) {
      end = exponent;
      digits();
    }
  }
  const std::string_view number = text_.substr(at_, end - at_);
  at_ = end;
  return number;
}

Result<std::string> Scanner::take_escape() {
  const char kind = text_[at_ + 1];
  constexpr std::string_view letters = "\"\\'nrt/";
  constexpr std::string_view meanings = "\"\\'\n\r\t/";
  if (const std::size_t i = letters.find(kind); i != std::string_view::npos) {
    at_ += 2;
    return std::string(1, meanings[i]);
  }
  const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 6 : 0;
  const std::string_view hex = text_.substr(std::min(at_ + 2, text_.size()), digits);
  auto unit = hex_value(hex);
  // A backslash before anything else stands for itself, as regular expressions are written.
  if (digits == 0) {
    ++at_;
    return std::string("\\");
  }
  if (hex.size() < digits || !unit) return error("an escape such as \\n or \\u00A3");
  at_ += 2 + digits;
  if (is_surrogate(*unit, 0xD800) && text_.substr(at_, 2) == "\\u") {
    const auto low = hex_value(text_.substr(at_ + 2, 4));
    if (low && is_surrogate(*low, 0xDC00)) {
      unit = 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00);
      at_ += 6;
    }
  }
  if (is_surrogate(*unit, 0xD800) || is_surrogate(*unit, 0xDC00) || *unit > 0x10FFFF) {
    return error("a character that exists");
  }
  std::string out;
  append_utf8(out, *unit);
  return out;
}

Result<std::string> Scanner::take_string() {
  const std::size_t begin = at_;
  if (!take("\"")) return error("a text in quotation marks");
  std::string out;
  while (at_ < text_.size() && text_[at_] != '"') {
    if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
      RECOUP_TRY(character, take_escape());
      out += character;
    } else {
      out += text_[at_++];
    }
  }
  if (at_ >= text_.size()) {
    at_ = begin;
    return error("a text with a quotation mark at its end");
  }
  ++at_;
  return out;
}

std::optional<std::size_t> Scanner::end_of(const KnownName& name) const {
  std::size_t at = at_;
  for (const std::string& part : name.parts) {
    while (at > at_ && at < text_.size() && is_blank(text_[at])) ++at;
    if (text_.substr(at, part.size()) != part) return std::nullopt;
    at += part.size();
    const bool cut = continues_word(part.back()) && at < text_.size() && continues_word(text_[at]);
    if (cut) return std::nullopt;
  }
  return at;
}

std::optional<Scanner::Match> Scanner::longest(const std::vector<KnownName>& names) {
  skip_blanks();
  std::optional<Match> best;
  for (const KnownName& name : names) {
    const auto end = end_of(name);
    if (end && !name.parts.empty() && (!best || *end > best->end)) best = Match{&name, *end};
  }
  return best;
}

std::string Scanner::take_words() {
  std::string name;
  while (at_name()) {
    const std::string_view word = text_.substr(at_, word_length(at_));
    if (!name.empty() && is_feel_word(word)) break;
    name += (name.empty() ? "" : " ") + std::string(word);
    at_ += word.size();
  }
  return name;
}

std::optional<std::string> Scanner::take_name_before(std::string_view end) {
  skip_blanks();
  const std::size_t begin = at_;
  constexpr std::string_view symbols = "./-'+*";
  const bool word_ends = begins_word(end.front());
  while (!at_end()) {
    const std::size_t length = word_length(at_);
    const std::string_view word = text_.substr(at_, length);
    const bool ends = word_ends ? word == end : at(end);
    if (ends && at_ > begin) return normal_name(text_.substr(begin, at_ - begin));
    if (length > 0) {
      at_ += length;
    } else if (at_ > begin &&
               (symbols.find(text_[at_]) != std::string_view::npos || is_digit(text_[at_]))) {
      ++at_;
    } else {
      break;
    }
  }
  at_ = begin;
  return std::nullopt;
}

Error Scanner::error(std::string_view expected) {
  skip_blanks();
  const std::string_view rest = text_.substr(std::min(at_, text_.size()));
  return Error{ErrorCode::malformed,
               rest.empty() ? "the end of the expression" : quoted(rest, 40),
               std::string(expected),
               {"", 0, "character " + std::to_string(at_ + 1)}};
}

}  // namespace recoup
