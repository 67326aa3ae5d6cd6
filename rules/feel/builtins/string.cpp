// Functions of text. Characters are code points, never bytes.

#include <array>

#include "builtins.hpp"

namespace recoup {
namespace {

/// Byte offsets at which the characters begin, and the end.
std::vector<std::size_t> character_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

const std::string* text_at(const BuiltinCall& call, std::size_t index) {
  return call.arguments[index].as<std::string>();
}

Value not_text(const BuiltinCall& call) {
  for (const Value& argument : call.arguments) {
    if (argument.as<std::string>() == nullptr) return wrong_type(argument, "a string");
  }
  return Value();
}

Value string_length(BuiltinCall& call) {
  const auto* text = text_at(call, 0);
  if (text == nullptr) return not_text(call);
  return Value(Decimal(static_cast<int>(character_starts(*text).size() - 1)));
}

Value substring(BuiltinCall& call) {
  const auto* text = text_at(call, 0);
  const auto* position = call.arguments[1].as<Decimal>();
  if (text == nullptr) return wrong_type(call.arguments[0], "a string");
  if (position == nullptr) return wrong_type(call.arguments[1], "a number");
  const std::vector<std::size_t> starts = character_starts(*text);
  const auto count = static_cast<Int128>(starts.size() - 1);
  const auto begin = position->whole();
  if (!begin || *begin == 0 || *begin > count || *begin < -count) {
    return Value::error("a position outside the text");
  }
  const Int128 first = *begin > 0 ? *begin - 1 : count + *begin;
  Int128 last = count;
  if (call.arguments.size() > 2 && !call.arguments[2].is_null()) {
    const auto* length = call.arguments[2].as<Decimal>();
    const auto whole = length == nullptr ? std::nullopt : length->whole();
    if (!whole || *whole < 1) return wrong_type(call.arguments[2], "a length above zero");
    if (*whole < count - first) last = first + *whole;
  }
  const std::size_t from = starts[static_cast<std::size_t>(first)];
  return Value(text->substr(from, starts[static_cast<std::size_t>(last)] - from));
}

/// ASCII letters alone; letters beyond them stay as they are.
Value in_case(BuiltinCall& call, char first, char last, char first_wanted) {
  const auto* text = text_at(call, 0);
  if (text == nullptr) return not_text(call);
  std::string out = *text;
  for (char& c : out) {
    if (c >= first && c <= last) c = static_cast<char>(c - first + first_wanted);
  }
  return Value(std::move(out));
}

Value upper_case(BuiltinCall& call) { return in_case(call, 'a', 'z', 'A'); }
Value lower_case(BuiltinCall& call) { return in_case(call, 'A', 'Z', 'a'); }

enum class Where { anywhere, begin, end };

template <Where where>
Value has_part(BuiltinCall& call) {
  const auto* text = text_at(call, 0);
  const auto* part = text_at(call, 1);
  if (text == nullptr || part == nullptr) return not_text(call);
  if (where == Where::begin) return Value(text->starts_with(*part));
  if (where == Where::end) return Value(text->ends_with(*part));
  return Value(text->find(*part) != std::string::npos);
}

template <bool before>
Value substring_beside(BuiltinCall& call) {
  const auto* text = text_at(call, 0);
  const auto* match = text_at(call, 1);
  if (text == nullptr || match == nullptr) return not_text(call);
  const std::size_t at = text->find(*match);
  if (at == std::string::npos) return Value("");
  return Value(before ? text->substr(0, at) : text->substr(at + match->size()));
}

constexpr std::array<Builtin, 9> builtins = {{
    {"string length", "string", &string_length},
    {"substring", "string,start position,length?", &substring},
    {"upper case", "string", &upper_case},
    {"lower case", "string", &lower_case},
    {"contains", "string,match", &has_part<Where::anywhere>},
    {"starts with", "string,match", &has_part<Where::begin>},
    {"ends with", "string,match", &has_part<Where::end>},
    {"substring before", "string,match", &substring_beside<true>},
    {"substring after", "string,match", &substring_beside<false>},
}};

}  // namespace

std::span<const Builtin> string_builtins() { return builtins; }

}  // namespace recoup
