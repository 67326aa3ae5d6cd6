#include "ofx/element.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

void append_code_point(std::string& out, std::uint32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12U));
    out += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18U));
    out += static_cast<char>(0x80U | ((code_point >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  out += static_cast<char>(0x80U | (code_point & 0x3FU));
}

/// The character that "#163" or "#xA3" names, where it is one that a text may hold.
std::optional<std::uint32_t> numbered_character(std::string_view name) {
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : ascii_lower(digits)) {
    const bool letter = hexadecimal && c >= 'a' && c <= 'f';
    if (!is_digit(c) && !letter) return std::nullopt;
    value = value * (hexadecimal ? 16U : 10U) +
            static_cast<std::uint32_t>(letter ? c - 'a' + 10 : c - '0');
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < 0x20 || value > 0x10FFFF || surrogate) return std::nullopt;
  return value;
}

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

bool is_layout(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

}  // namespace

const OfxElement* OfxElement::child(std::string_view child_name) const {
  for (const OfxElement* one = first_child; one != nullptr; one = one->next) {
    if (one->name == child_name) return one;
  }
  return nullptr;
}

std::string_view OfxElement::value(std::string_view child_name) const {
  const OfxElement* const element = child(child_name);
  return element == nullptr ? std::string_view() : trimmed(element->text);
}

OfxElement& OfxTree::add() {
  if (used_ == block_size) {
    blocks_.push_back(std::make_unique_for_overwrite<std::array<OfxElement, block_size>>());
    used_ = 0;
  }
  return (*blocks_.back())[used_++];
}

std::string_view OfxTree::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

std::string_view without_layout(std::string_view text) {
  std::size_t first = 0;
  bool breaks = false;
  for (; first < text.size() && is_layout(text[first]); ++first) {
    breaks = breaks || is_line_end(text[first]);
  }
  if (first == text.size()) return {};
  std::size_t end = text.size();
  while (is_layout(text[end - 1])) --end;
  while (end < text.size() && !is_line_end(text[end])) ++end;
  const std::size_t begin = breaks ? first : 0;
  return text.substr(begin, end - begin);
}

void append_resolved(std::string& out, std::string_view raw) {
  constexpr std::array<std::pair<std::string_view, char>, 6> entities = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"nbsp", ' '}, {"apos", '\''}, {"quot", '"'}}};
  constexpr std::size_t name_max = 9;
  while (!raw.empty()) {
    const std::size_t ampersand = std::min(raw.find('&'), raw.size());
    out += raw.substr(0, ampersand);
    raw.remove_prefix(ampersand);
    if (raw.empty()) return;
    const std::size_t end = raw.substr(0, name_max + 2).find(';');
    const std::string_view name = end == std::string_view::npos ? "" : raw.substr(1, end - 1);
    const auto* const known = std::find_if(
        entities.begin(), entities.end(), [&](const auto& entity) { return entity.first == name; });
    const auto numbered =
        name.starts_with("#") ? numbered_character(name) : std::optional<std::uint32_t>();
    if (known != entities.end()) {
      out += known->second;
    } else if (numbered) {
      append_code_point(out, *numbered);
    } else {
      out += raw.front();
      raw.remove_prefix(1);
      continue;
    }
    raw.remove_prefix(end + 1);
  }
}

}  // namespace recoup
