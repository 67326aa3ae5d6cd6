#include "pattern_syntax.hpp"

#include <algorithm>
#include <vector>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view name_start = R"(:A-Z_a-z\p{L}\p{Nl})";
constexpr std::string_view name_character = R"(:\-.0-9A-Z_a-z\p{L}\p{Nl}\p{Nd}\p{M}\u00B7)";

/// The expression without the blanks outside classes, even those behind a backslash.
std::string without_blanks(std::string_view expression) {
  std::string kept;
  int classes = 0;
  bool escaped = false;
  for (const char c : expression) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank && classes == 0) continue;
    kept += c;
    if (!escaped && c == '[') ++classes;
    if (!escaped && c == ']' && classes > 0) --classes;
    escaped = !escaped && c == '\\';
  }
  return kept;
}

/// Walks an expression from left to right and writes what the library understands.
class Translator {
 public:
  Translator(std::string_view text, bool is_multiline) : text_(text), is_multiline_(is_multiline) {}

  Result<std::string> whole() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        if (auto done = escape(false); !done) return done.error();
      } else if (c == '[') {
        if (auto done = character_class(0); !done) return done.error();
      } else {
        plain(c);
      }
    }
    return out_;
  }

 private:
  Error fault(std::string_view expected) const {
    return {ErrorCode::malformed, quoted(text_.substr(at_), 20), std::string(expected), {}};
  }

  /// A sign outside classes.
  void plain(char c) {
    if (c == '(') {
      open_groups_.push_back(text_.substr(at_, 2) == "(?" ? 0 : ++groups_);
    } else if (c == ')' && !open_groups_.empty()) {
      open_groups_.pop_back();
    }
    ++at_;
    // The library's "$" stands before a line end at the very end as well.
    if (c == '$' && !is_multiline_) {
      out_ += "\\z";
    } else {
      out_ += c;
    }
  }

  Result<void> escape(bool in_class) {
    if (at_ + 1 >= text_.size()) return fault("something behind the backslash");
    const char kind = text_[at_ + 1];
    if (kind >= '1' && kind <= '9') return reference(in_class);
    if (kind == 'p' || kind == 'P') return property();
    if (kind == 'i' || kind == 'I' || kind == 'c' || kind == 'C') {
      const bool is_start = kind == 'i' || kind == 'I';
      const bool is_not = kind == 'I' || kind == 'C';
      out_ += (is_not ? "[^" : "[") + std::string(is_start ? name_start : name_character) + "]";
      at_ += 2;
      return {};
    }
    constexpr std::string_view known = R"(nrt\|.?*+(){}$-[]^sSdDwW)";
    if (known.find(kind) == std::string_view::npos) return fault("an escape of XPath");
    out_ += text_.substr(at_, 2);
    at_ += 2;
    return {};
  }

  /// "\3": as many digits as there are groups for.
  Result<void> reference(bool in_class) {
    if (in_class) return fault("no reference to a group in a class");
    std::size_t end = at_ + 2;
    int group = text_[at_ + 1] - '0';
    while (end < text_.size() && is_digit(text_[end]) &&
           group * 10 + (text_[end] - '0') <= groups_) {
      group = group * 10 + (text_[end++] - '0');
    }
    const bool open =
        std::find(open_groups_.begin(), open_groups_.end(), group) != open_groups_.end();
    if (group > groups_ || open) return fault("a reference to a group that has ended");
    // Set apart, so that a digit behind it does not become part of the number.
    out_ += "(?:\\" + std::to_string(group) + ")";
    at_ = end;
    return {};
  }

  Result<void> property() {
    std::string written;
    std::size_t end = at_ + 2;
    while (end < text_.size() && text_[end] != '}') {
      written += text_[end++];
    }
    if (end >= text_.size() || !written.starts_with("{") || written.size() < 2) {
      return fault("a property in braces");
    }
    const std::string name = written.substr(1);
    for (const char c : name) {
      const bool fits = is_digit(c) || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!fits) return fault("a property without blanks");
    }
    out_ += "\\" + std::string(1, text_[at_ + 1]) + "{" +
            (name.starts_with("Is") ? "blk=" + name.substr(2) : "gc=" + name) + "}";
    at_ = end + 1;
    return {};
  }

  /// "[a-z-[aeiou]]". Signs that mean something in a class of the library alone are escaped.
  Result<void> character_class(int depth) {
    constexpr int depth_max = 50;
    if (depth > depth_max) return fault("classes nested less deeply");
    out_ += '[';
    ++at_;
    if (at_ < text_.size() && text_[at_] == '^') {
      out_ += '^';
      ++at_;
    }
    const std::size_t first = at_;
    while (at_ < text_.size() && (text_[at_] != ']' || at_ == first)) {
      const char c = text_[at_];
      if (c == '-' && text_.substr(at_ + 1, 1) == "[") {
        out_ += "--";
        ++at_;
        if (auto done = character_class(depth + 1); !done) return done;
        if (text_.substr(at_, 1) != "]") return fault("the end of the class");
      } else if (c == '[' || c == ']') {
        return fault("a bracket behind a backslash");
      } else if (c == '\\') {
        if (auto done = escape(true); !done) return done;
      } else {
        class_sign(c, first);
      }
    }
    if (at_ >= text_.size()) return fault("\"]\"");
    out_ += ']';
    ++at_;
    return {};
  }

  void class_sign(char c, std::size_t first) {
    // A hyphen at either end is itself, and so is one behind a range ("[0-9-.]").
    const bool at_end = at_ == first || text_.substr(at_ + 1, 1) == "]";
    const bool after_range = at_ >= first + 3 && text_[at_ - 2] == '-' && at_ - 2 > first;
    const bool lone_hyphen = c == '-' && (at_end || after_range);
    constexpr std::string_view special = "&{}$:";
    if (lone_hyphen || special.find(c) != std::string_view::npos) out_ += '\\';
    out_ += c;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_multiline_;
  std::string out_{};
  int groups_ = 0;
  std::vector<int> open_groups_{};
};

}  // namespace

Result<std::string> library_syntax(std::string_view expression, bool drops_blanks,
                                   bool is_multiline) {
  const std::string kept = drops_blanks ? without_blanks(expression) : std::string(expression);
  return Translator(kept, is_multiline).whole();
}

}  // namespace recoup
