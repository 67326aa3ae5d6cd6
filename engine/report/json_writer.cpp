#include "recoup/report/json_writer.hpp"

#include <utility>

#include "code_point.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

void append_escape(std::string& out, char32_t value) {
  switch (value) {
    case U'\b': out += "\\b"; return;
    case U'\f': out += "\\f"; return;
    case U'\n': out += "\\n"; return;
    case U'\r': out += "\\r"; return;
    case U'\t': out += "\\t"; return;
    default: break;
  }
  if (value <= 0xFFFF) {
    out += "\\u" + hexadecimal(value, 4);
    return;
  }
  // RFC 8259 section 7: above U+FFFF as the two halves of UTF-16.
  const char32_t above = value - 0x10000;
  out += "\\u" + hexadecimal(0xD800 + (above >> 10U), 4);
  out += "\\u" + hexadecimal(0xDC00 + (above & 0x3FFU), 4);
}

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  if (is_plain_ascii(value) && value.find_first_of("\"\\<") == std::string_view::npos) {
    out += value;
    out += '"';
    return;
  }
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = code_point(value, at);
    const char next = at + 1 < value.size() ? value[at + 1] : '\0';
    if (!point.is_valid) {
      out += "\\uFFFD";
    } else if (is_unseen(point.value)) {
      append_escape(out, point.value);
    } else if (point.value == U'"' || point.value == U'\\') {
      out += '\\';
      out += value[at];
    } else if (point.value == U'<' && next == '/') {
      out += "<\\/";
      ++at;
    } else if (point.value == U'<' && next == '!') {
      out += "\\u003C";
    } else {
      out += value.substr(at, point.length);
    }
    at += point.length;
  }
  out += '"';
}

}  // namespace

std::string json_text(std::string_view value) {
  std::string out;
  append_quoted(out, value);
  return out;
}

JsonWriter& JsonWriter::begin_object() { return begin('{', true); }
JsonWriter& JsonWriter::end_object() { return end('}', true); }
JsonWriter& JsonWriter::begin_array() { return begin('[', false); }
JsonWriter& JsonWriter::end_array() { return end(']', false); }

JsonWriter& JsonWriter::name(std::string_view name) {
  RECOUP_CHECK(!open_.empty() && open_.back().is_object && !named_);
  if (!open_.back().is_empty) out_ += ',';
  open_.back().is_empty = false;
  new_line();
  append_quoted(out_, name);
  out_ += layout_ == Layout::pretty ? ": " : ":";
  named_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  append_quoted(out_, value);
  return *this;
}

JsonWriter& JsonWriter::members(std::string_view member_name,
                                const std::vector<std::string>& values) {
  name(member_name).begin_array();
  for (const std::string& each : values) text(each);
  return end_array();
}

std::string JsonWriter::take() {
  RECOUP_CHECK(open_.empty() && !out_.empty());
  if (layout_ == Layout::pretty) out_ += '\n';
  return std::exchange(out_, {});
}

JsonWriter& JsonWriter::raw(std::string_view written) {
  before_value();
  out_ += written;
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket, bool is_object) {
  before_value();
  out_ += bracket;
  open_.push_back({is_object, true});
  return *this;
}

JsonWriter& JsonWriter::end(char bracket, bool is_object) {
  RECOUP_CHECK(!open_.empty() && open_.back().is_object == is_object && !named_);
  const bool was_empty = open_.back().is_empty;
  open_.pop_back();
  if (!was_empty) new_line();
  out_ += bracket;
  return *this;
}

void JsonWriter::before_value() {
  if (open_.empty()) {
    RECOUP_CHECK(out_.empty());
    return;
  }
  if (open_.back().is_object) {
    RECOUP_CHECK(named_);
    named_ = false;
    return;
  }
  if (!open_.back().is_empty) out_ += ',';
  open_.back().is_empty = false;
  new_line();
}

void JsonWriter::new_line() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
}

}  // namespace recoup
