#include "xlsx/parts.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace recoup {
namespace {

constexpr std::size_t escape_length = 7;

std::optional<std::uint32_t> escaped_unit(std::string_view text) {
  if (text.size() < escape_length || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  std::uint32_t unit = 0;
  const auto [end, failure] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (failure != std::errc() || end != text.data() + 6) return std::nullopt;
  return unit;
}

void append_utf8(std::string& out, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

/// The character that begins at the front of `text`, and how many bytes say so; nothing where it is
/// no escape that stands for one.
std::optional<std::pair<std::uint32_t, std::size_t>> escaped_point(std::string_view text) {
  const auto unit = escaped_unit(text);
  if (!unit || *unit == 0) return std::nullopt;
  if (*unit < 0xD800 || *unit > 0xDFFF) return std::pair{*unit, escape_length};
  const auto second = escaped_unit(text.substr(escape_length));
  if (*unit > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
  return std::pair{0x10000 + ((*unit - 0xD800) << 10U) + (*second - 0xDC00), 2 * escape_length};
}

}  // namespace

bool is_spreadsheet(const XmlEvent& event) {
  return event.namespace_uri == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
         event.namespace_uri == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

std::optional<std::string> attribute(const XmlEvent& event, std::string_view name) {
  for (const XmlAttribute& one : event.attributes) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> number_of(const XmlEvent& event, std::string_view name) {
  const auto text = attribute(event, name);
  if (!text) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (failure != std::errc() || end != text->data() + text->size()) return std::nullopt;
  return value;
}

bool is_set(const XmlEvent& event, std::string_view name) {
  const auto text = attribute(event, name);
  return text && (*text == "1" || *text == "true");
}

std::string unescaped_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find("_x"), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    if (const auto point = escaped_point(text)) {
      append_utf8(out, point->first);
      text.remove_prefix(point->second);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

void StringItem::take(const XmlEvent& event) {
  const bool starts = event.kind == XmlEvent::Kind::start;
  if (event.kind == XmlEvent::Kind::text) {
    if (in_text_ && !in_phonetic_) text_ += event.text;
  } else if (event.name == "t") {
    in_text_ = starts;
  } else if (event.name == "rPh") {
    in_phonetic_ = starts;
  }
}

std::string StringItem::finish() {
  in_text_ = false;
  in_phonetic_ = false;
  return unescaped_text(std::exchange(text_, {}));
}

Result<std::vector<std::string>> read_shared_strings(std::string_view xml) {
  std::vector<std::string> strings;
  StringItem item;
  auto read = read_xml(xml, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind != XmlEvent::Kind::text && !is_spreadsheet(event)) return {};
    if (event.name == "si") {
      std::string text = item.finish();
      if (event.kind == XmlEvent::Kind::end) strings.push_back(std::move(text));
    } else {
      item.take(event);
    }
    return {};
  });
  if (!read) return std::move(read).error();
  return strings;
}

}  // namespace recoup
