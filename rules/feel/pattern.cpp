#include "pattern.hpp"

#include <unicode/regex.h>

#include "pattern_syntax.hpp"
#include "recoup/base/text.hpp"

namespace recoup {

struct CompiledPattern {
  std::unique_ptr<icu::RegexPattern> pattern;
};

namespace {

// The library counts thousands of steps, and bytes of its stack.
constexpr std::int32_t time_max = 2000;
constexpr std::int32_t stack_max = 4'000'000;

Error not_a_pattern(std::string_view expression) {
  return {ErrorCode::malformed, quoted(expression), "a regular expression", {}};
}

Error too_much() {
  return {ErrorCode::out_of_range, "a search without end", "a simpler regular expression", {}};
}

/// A search through one text.
struct Search {
  icu::UnicodeString text;
  std::unique_ptr<icu::RegexMatcher> matcher;
  UErrorCode status = U_ZERO_ERROR;

  Search(const CompiledPattern& compiled, const std::string& utf8)
      : text(icu::UnicodeString::fromUTF8(utf8)) {
    matcher.reset(compiled.pattern->matcher(text, status));
    if (matcher == nullptr) return;
    matcher->setTimeLimit(time_max, status);
    matcher->setStackLimit(stack_max, status);
  }

  bool next() { return U_SUCCESS(status) && matcher->find(status) != 0; }
  std::string part(std::int32_t begin, std::int32_t end) const {
    std::string out;
    text.tempSubStringBetween(begin, end).toUTF8String(out);
    return out;
  }
  std::string group(std::int32_t number) {
    std::string out;
    matcher->group(number, status).toUTF8String(out);
    return out;
  }
};

Error bad_replacement(std::string_view replacement) {
  return {ErrorCode::malformed, quoted(replacement), "$0 to $9 and \\$ alone", {}};
}

/// What the replacement stands for at the place that the search has found.
Result<std::string> expanded(std::string_view replacement, Search& search) {
  std::string out;
  const int groups = search.matcher->groupCount();
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    if (c != '$' && c != '\\') {
      out += c;
      continue;
    }
    if (++i >= replacement.size()) return bad_replacement(replacement);
    if (c == '\\') {
      if (replacement[i] != '\\' && replacement[i] != '$') return bad_replacement(replacement);
      out += replacement[i];
      continue;
    }
    if (!is_digit(replacement[i])) return bad_replacement(replacement);
    int number = replacement[i] - '0';
    // As many digits as there are groups for.
    while (i + 1 < replacement.size() && is_digit(replacement[i + 1]) &&
           number * 10 + (replacement[i + 1] - '0') <= groups) {
      number = number * 10 + (replacement[++i] - '0');
    }
    if (number <= groups) out += search.group(number);
  }
  return out;
}

}  // namespace

Result<Pattern> Pattern::read(std::string_view expression, std::string_view flags) {
  std::uint32_t options = 0;
  bool drops_blanks = false;
  Pattern made;
  for (const char flag : flags) {
    switch (flag) {
      case 's': options |= UREGEX_DOTALL; break;
      case 'm': options |= UREGEX_MULTILINE; break;
      case 'i': options |= UREGEX_CASE_INSENSITIVE; break;
      case 'x': drops_blanks = true; break;
      case 'q': made.is_literal_ = true; break;
      default: return Error{ErrorCode::malformed, quoted(flags), "the flags s, m, i, x and q", {}};
    }
  }
  if (made.is_literal_) options |= UREGEX_LITERAL;
  std::string text(expression);
  if (!made.is_literal_) {
    RECOUP_TRY(translated,
               library_syntax(expression, drops_blanks, (options & UREGEX_MULTILINE) != 0));
    text = std::move(translated);
  }
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(text), options, place, status));
  if (U_FAILURE(status) || pattern == nullptr) return not_a_pattern(expression);
  made.compiled_ = std::make_shared<const CompiledPattern>(CompiledPattern{std::move(pattern)});
  return made;
}

Result<bool> Pattern::meets(const std::string& text) const {
  Search search(*compiled_, text);
  const bool found = search.next();
  if (U_FAILURE(search.status)) return too_much();
  return found;
}

Result<std::string> Pattern::replaced(const std::string& text, std::string_view replacement) const {
  Search search(*compiled_, text);
  std::string out;
  std::int32_t behind = 0;
  while (search.next()) {
    out += search.part(behind, search.matcher->start(search.status));
    if (is_literal_) {
      out += replacement;
    } else {
      RECOUP_TRY(put, expanded(replacement, search));
      out += put;
    }
    behind = search.matcher->end(search.status);
  }
  if (U_FAILURE(search.status)) return too_much();
  return out + search.part(behind, search.text.length());
}

Result<std::vector<std::string>> Pattern::split(const std::string& text) const {
  Search search(*compiled_, text);
  std::vector<std::string> parts;
  std::int32_t behind = 0;
  while (search.next()) {
    const std::int32_t end = search.matcher->end(search.status);
    // What is met without a sign parts nothing.
    if (end == search.matcher->start(search.status)) continue;
    parts.push_back(search.part(behind, search.matcher->start(search.status)));
    behind = end;
  }
  if (U_FAILURE(search.status)) return too_much();
  parts.push_back(search.part(behind, search.text.length()));
  return parts;
}

}  // namespace recoup
