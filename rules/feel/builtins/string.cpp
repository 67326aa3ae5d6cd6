// Functions of text. Characters are code points, never bytes.

#include <array>

#include "builtins.hpp"
#include "letters.hpp"

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

Value not_text(const BuiltinCall& call) {
  for (const Value& argument : call.arguments) {
    if (argument.as<std::string>() == nullptr) return wrong_type(argument, "a string");
  }
  return Value();
}

Value string_length(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  if (text == nullptr) return not_text(call);
  return Value(Decimal(static_cast<int>(character_starts(*text).size() - 1)));
}

Value substring(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  const auto* position = call.arguments[1].as<Decimal>();
  if (text == nullptr) return wrong_type(call.arguments[0], "a string");
  if (position == nullptr) return wrong_type(call.arguments[1], "a number");
  const std::vector<std::size_t> starts = character_starts(*text);
  const auto count = static_cast<Int128>(starts.size() - 1);
  const auto begin = whole_argument(call, 1);
  if (!begin || *begin == 0 || *begin > count || *begin < -count) {
    return Value::error("a position outside the text");
  }
  const Int128 first = *begin > 0 ? *begin - 1 : count + *begin;
  Int128 last = count;
  if (call.arguments.size() > 2 && !call.arguments[2].is_null()) {
    const auto* length = call.arguments[2].as<Decimal>();
    const auto whole = length == nullptr ? std::nullopt : whole_argument(call, 2);
    if (!whole || *whole < 1) return wrong_type(call.arguments[2], "a length above zero");
    if (*whole < count - first) last = first + *whole;
  }
  const std::size_t from = starts[static_cast<std::size_t>(first)];
  return Value(text->substr(from, starts[static_cast<std::size_t>(last)] - from));
}

Value upper_case(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  return text == nullptr ? not_text(call) : Value(in_upper_case(*text));
}

Value lower_case(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  return text == nullptr ? not_text(call) : Value(in_lower_case(*text));
}

enum class Where { anywhere, begin, end };

template <Where where>
Value has_part(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  const auto* part = text_argument(call, 1);
  if (text == nullptr || part == nullptr) return not_text(call);
  if (where == Where::begin) return Value(text->starts_with(*part));
  if (where == Where::end) return Value(text->ends_with(*part));
  return Value(text->find(*part) != std::string::npos);
}

template <bool before>
Value substring_beside(BuiltinCall& call) {
  const auto* text = text_argument(call, 0);
  const auto* match = text_argument(call, 1);
  if (text == nullptr || match == nullptr) return not_text(call);
  const std::size_t at = text->find(*match);
  if (at == std::string::npos) return Value("");
  return Value(before ? text->substr(0, at) : text->substr(at + match->size()));
}

/// The texts one behind the other. What is null is left out.
Value string_join(BuiltinCall& call) {
  const auto list = list_argument(call, 0);
  if (!list) return wrong_type(call.arguments[0], "a list");
  std::string separator;
  if (call.arguments.size() > 1 && !call.arguments[1].is_null()) {
    const auto* given = text_argument(call, 1);
    if (given == nullptr) return wrong_type(call.arguments[1], "a string");
    separator = *given;
  }
  std::string joined;
  bool first = true;
  for (const Value& element : *list) {
    if (element.is_unknown()) return element;
    if (element.is_null()) continue;
    const auto* part = element.as<std::string>();
    if (part == nullptr) return wrong_type(element, "a string");
    joined += (first ? "" : separator) + *part;
    first = false;
  }
  return Value(std::move(joined));
}

constexpr std::array<Builtin, 10> builtins = {{
    {"string length", "string", &string_length},
    {"substring", "string,start position,length?", &substring},
    {"upper case", "string", &upper_case},
    {"lower case", "string", &lower_case},
    {"contains", "string,match", &has_part<Where::anywhere>},
    {"starts with", "string,match", &has_part<Where::begin>},
    {"ends with", "string,match", &has_part<Where::end>},
    {"substring before", "string,match", &substring_beside<true>},
    {"string join", "list,delimiter?", &string_join},
    {"substring after", "string,match", &substring_beside<false>},
}};

}  // namespace

std::span<const Builtin> string_builtins() { return builtins; }

}  // namespace recoup
