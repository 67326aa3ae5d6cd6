#include "mt940/fields.hpp"

#include <algorithm>
#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 25> known_tags = {
    "20", "21", "25", "25P", "28",  "28C", "60",  "60F", "60M", "61",  "62",  "62F", "62M",
    "64", "65", "86", "90C", "90D", "13",  "13D", "34F", "NS",  "940", "942", "941"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

/// What stands between two colons at the front of the line: two or three digits, two digits and a
/// letter, or NS. Else "".
std::string_view tag_like(std::string_view line) {
  if (line.size() < 4 || line[0] != ':') return {};
  const std::size_t length = line[3] == ':' ? 2 : 3;
  if (line.size() < length + 2 || line[length + 1] != ':') return {};
  const std::string_view tag = line.substr(1, length);
  if (tag == "NS" || tag == "ns") return tag;
  if (!is_digit(tag[0]) || !is_digit(tag[1])) return {};
  if (length == 3 && !is_letter(tag[2]) && !is_digit(tag[2])) return {};
  return tag;
}

/// The field's name as the standard spells it, where some program wrote a small letter; else `tag`.
std::string_view as_known(std::string_view tag) {
  const auto* const found =
      std::find_if(known_tags.begin(), known_tags.end(), [&](std::string_view known) {
        return std::equal(tag.begin(), tag.end(), known.begin(), known.end(), [](char a, char b) {
          return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b);
        });
      });
  return found == known_tags.end() ? tag : *found;
}

bool is_known(std::string_view tag) {
  return std::find(known_tags.begin(), known_tags.end(), tag) != known_tags.end();
}

bool is_message_name(std::string_view tag) { return tag.size() == 3 && is_digit(tag[2]); }

bool is_blank_or_control(char c) { return static_cast<unsigned char>(c) <= ' '; }

bool is_blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(), is_blank_or_control);
}

/// Without control characters, and without the blanks of a program that indents fields.
std::string_view without_indent(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.front()) < ' ' && line.front() != '\t') {
    line.remove_prefix(1);
  }
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == 0 || begin == std::string_view::npos) return line;
  return known_mt940_tag(line.substr(begin)).empty() ? line : line.substr(begin);
}

bool is_block(std::string_view line) {
  if (line.starts_with("$")) line.remove_prefix(1);
  return line.size() >= 3 && line[0] == '{' && (is_digit(line[1]) || line[1] == 'S') &&
         line[2] == ':';
}

/// Where the first line ends. (`find_first_of` would call memchr for every character.)
std::size_t line_end_of(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '\r' && text[at] != '\n') ++at;
  return at;
}

bool names_account_or_opening(std::string_view tag) {
  return tag == "25" || tag == "25P" || tag == "28" || tag == "28C" || tag.starts_with("60");
}

}  // namespace

std::string_view known_mt940_tag(std::string_view line) {
  const std::string_view tag = as_known(tag_like(line));
  return is_known(tag) ? tag : std::string_view();
}

std::string_view Mt940Field::first_line() const {
  return trimmed(text.substr(0, line_end_of(text)));
}

std::string_view Mt940Field::further_lines() const {
  std::size_t next = line_end_of(text);
  while (next < text.size() && (text[next] == '\r' || text[next] == '\n')) ++next;
  return text.substr(next);
}

Mt940Splitter::Mt940Splitter(std::string_view text) : text_(text) {
  if (text.find('\n') == std::string_view::npos) line_end_ = '\r';
}

Mt940Splitter::Line Mt940Splitter::line_at(std::size_t at) const {
  const std::size_t end = std::min(text_.find(line_end_, at), text_.size());
  std::string_view line = text_.substr(at, end - at);
  while (line.ends_with('\r')) line.remove_suffix(1);
  return {line, std::min(end + 1, text_.size())};
}

std::string_view Mt940Splitter::next_filled_line(std::size_t at) const {
  while (at < text_.size()) {
    const Line line = line_at(at);
    if (!is_blank(line.text)) return without_indent(line.text);
    at = line.next;
  }
  return {};
}

/// A lone hyphen may stand in the words of an entry: there it ends the message only where no more
/// words follow. Behind a closing balance banks also write "-XXX", or "}" in their own alphabet.
bool Mt940Splitter::is_end(const Line& line) const {
  if (!line.text.starts_with('-')) return false;
  if (line.text.starts_with("-}")) return true;
  constexpr std::size_t decoration_max = 4;
  const std::string_view behind = line.text.substr(1);
  if (closed_ && behind.size() <= decoration_max) return true;
  if (!is_blank(behind)) return false;
  if (!in_words_ || closed_) return true;
  const std::string_view next = next_filled_line(line.next);
  return next.empty() || is_block(next) || !known_mt940_tag(next).empty();
}

/// ":20:37 Uhr" within the words of an entry is half of a time that a line end cut in two.
bool Mt940Splitter::is_time(std::string_view tag, std::string_view text, std::size_t next) const {
  if (!in_words_ || !has_entry_ || closed_ || ended_) return false;
  if (tag != "20" && tag != "21" && tag != "25" && tag != "28" && tag != "13") return false;
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return false;
  if (text.size() > 2 && is_digit(text[2])) return false;
  if (tag != "20") return true;
  const std::string_view follower = known_mt940_tag(next_filled_line(next));
  return follower != "21" && !follower.starts_with("25") && !follower.starts_with("28");
}

bool Mt940Splitter::begins_statement(std::string_view tag, const Mt940Part& part) const {
  if (tag == "20" || header_) return true;
  if (closed_ || part.stray) return ended_ || names_account_or_opening(tag);
  return false;
}

void Mt940Splitter::take_header(std::string_view text) {
  header_ = true;
  ended_ = true;
  const std::size_t block = text.find("{2:");
  constexpr std::size_t type_length = 3;
  if (block != std::string_view::npos && text.size() >= block + 4 + type_length &&
      (text[block + 3] == 'I' || text[block + 3] == 'O')) {
    message_type_ = text.substr(block + 4, type_length);
  }
}

void Mt940Splitter::take_field(std::string_view tag, std::string_view text, Mt940Part& part) {
  if (part.fields.empty()) {
    part.line = line_;
    part.stray = closed_ && ended_ && !header_ && tag != "20" && !names_account_or_opening(tag);
    part.message_type = message_type_;
    closed_ = has_entry_ = false;
  } else if (ended_ && part.continued == 0) {
    part.continued = line_;
  }
  header_ = ended_ = false;
  closed_ = closed_ || tag.starts_with("62") || tag.starts_with("90");
  has_entry_ = has_entry_ || tag == "61";
  in_words_ = tag == "86" || tag == "NS";
  const std::size_t begin = tag.size() + 2;
  part.fields.push_back({tag, text.substr(begin), text, line_});
}

/// A line without a tag: more of the last field, or nothing that belongs to a message.
void Mt940Splitter::take_other(std::string_view text, Mt940Part& part) {
  if (ended_ || part.fields.empty()) {
    if (text != "$") outside_.push_back({text, line_});
    return;
  }
  Mt940Field& last = part.fields.back();
  const char* const end = text.data() + text.size();
  last.text = {last.text.data(), static_cast<std::size_t>(end - last.text.data())};
  last.record = {last.record.data(), static_cast<std::size_t>(end - last.record.data())};
}

std::string_view Mt940Splitter::tag_of(const Line& line) {
  const std::string_view tag = as_known(tag_like(line.text));
  if (tag.empty()) return tag;
  const bool in_words = in_words_ && !ended_;
  if (is_known(tag)) {
    if (!is_time(tag, line.text.substr(tag.size() + 2), line.next)) return tag;
  } else if (!in_words && !is_message_name(tag)) {
    return tag;
  }
  tags_in_words_.push_back({line.text, line_});
  return {};
}

bool Mt940Splitter::next(Mt940Part& part) {
  part = {std::move(part.fields), {}, false, 0, 0};
  part.fields.clear();
  while (at_ < text_.size()) {
    Line line = line_at(at_);
    line.text = without_indent(line.text);
    if (is_block(line.text) || is_end(line)) {
      const bool is_header = is_block(line.text) || line.text.find("{1:") != std::string_view::npos;
      ended_ = true;
      in_words_ = false;
      if (is_header) take_header(line.text);
      const std::size_t body = is_header ? line.text.find("{4:") : std::string_view::npos;
      line.text.remove_prefix(body == std::string_view::npos ? line.text.size() : body + 3);
    }
    const std::string_view tag = tag_of(line);
    if (is_message_name(tag) && is_known(tag)) {
      message_type_ = tag;
      header_ = ended_ = true;
    } else if (!tag.empty()) {
      if (!part.fields.empty() && begins_statement(tag, part)) return true;
      take_field(tag, line.text, part);
    } else if (!is_blank(line.text)) {
      take_other(line.text, part);
    }
    at_ = line.next;
    ++line_;
  }
  return !part.fields.empty();
}

}  // namespace recoup
