#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document_text.hpp"
#include "ofx/element.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Aggregates of bank, card and investment statements. An element that has no text, no closing tag
/// and children is an empty value whose neighbours were taken for its children, unless it is one
/// of these: then its closing tag is missing and nobody knows where it ends.
constexpr std::array<std::string_view, 33> aggregates = {"AVAILBAL",
                                                         "BANKACCTFROM",
                                                         "BANKACCTTO",
                                                         "BANKMSGSRSV1",
                                                         "BANKTRANLIST",
                                                         "BANKTRANLISTP",
                                                         "CCACCTFROM",
                                                         "CCACCTTO",
                                                         "CCSTMTRS",
                                                         "CCSTMTTRNRS",
                                                         "CREDITCARDMSGSRSV1",
                                                         "CURRENCY",
                                                         "FI",
                                                         "INVACCTFROM",
                                                         "INVBANKTRAN",
                                                         "INVSTMTMSGSRSV1",
                                                         "INVSTMTRS",
                                                         "INVSTMTTRNRS",
                                                         "INVTRANLIST",
                                                         "LEDGERBAL",
                                                         "LOANSTMTRS",
                                                         "OFX",
                                                         "ORIGCURRENCY",
                                                         "PAYEE",
                                                         "SECLISTMSGSRSV1",
                                                         "SIGNONMSGSRSV1",
                                                         "SIGNUPMSGSRSV1",
                                                         "SONRS",
                                                         "STATUS",
                                                         "STMTRS",
                                                         "STMTTRN",
                                                         "STMTTRNP",
                                                         "STMTTRNRS"};

bool is_name_byte(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_' ||
         c == '-';
}

std::string in_capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

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

/// Adds `raw` with its entities resolved. An ampersand that begins none stands for itself: banks
/// write "M&S" as often as "M&amp;S".
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

/// An element whose end has not been seen, and whether it has text.
struct OpenElement {
  OfxElement element;
  bool has_text = false;
};

class SgmlReader {
 public:
  explicit SgmlReader(std::string_view text) : text_(text) {}

  Result<OfxElement> read() {
    const std::size_t header = std::min(text_.find('<'), text_.size());
    move_to(header);
    while (at_ < text_.size()) {
      if (auto taken = take_next(); !taken) return std::move(taken).error();
    }
    if (!open_.empty()) return cut_off();
    if (!has_root_) return fault("no <OFX>", "an <OFX> tag");
    return std::move(root_);
  }

 private:
  Error fault(std::string found, std::string expected) const {
    return Error{ErrorCode::malformed, std::move(found), std::move(expected), {"", line_, ""}};
  }

  /// The innermost aggregate is what an investigator can look for.
  Error cut_off() const {
    const OpenElement* innermost = &open_.front();
    for (const OpenElement& open : open_) {
      if (!open.has_text) innermost = &open;
    }
    return fault("the end of the document", "</" + innermost->element.name + ">, opened on line " +
                                                std::to_string(innermost->element.line));
  }

  void move_to(std::size_t offset) {
    line_ +=
        static_cast<std::uint64_t>(std::count(text_.data() + at_, text_.data() + offset, '\n'));
    at_ = offset;
  }

  Result<void> take_next() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip("-->");
    if (rest.starts_with("<![CDATA[")) return take_literal();
    if (rest.starts_with("<!")) {
      return fault("a declaration " + quoted(rest.substr(0, rest.find('>')), 40), "tags alone");
    }
    if (rest.starts_with("<?")) return skip("?>");
    const bool closing = rest.starts_with("</");
    const std::size_t name_begin = closing ? 2 : 1;
    if (rest.front() != '<' || rest.size() <= name_begin || !is_name_byte(rest[name_begin])) {
      return rest.size() <= name_begin && rest.front() == '<' ? broken_tag() : take_text();
    }
    std::size_t name_end = name_begin;
    while (name_end < rest.size() && is_name_byte(rest[name_end])) ++name_end;
    std::size_t end = rest.find_first_not_of(" \t\r\n", name_end);
    const bool empty = !closing && end != std::string_view::npos && rest[end] == '/';
    if (empty) ++end;
    if (end >= rest.size()) return broken_tag();
    if (rest[end] != '>') return take_text();
    const std::string name = in_capitals(rest.substr(name_begin, name_end - name_begin));
    return closing ? close(name, at_ + end + 1) : open(name, at_ + end + 1, empty);
  }

  Result<void> broken_tag() const {
    if (open_.empty()) return fault("the end of the document in a tag", "an <OFX> tag");
    return cut_off();
  }

  Result<void> skip(std::string_view end_mark) {
    const std::size_t end = text_.find(end_mark, at_);
    if (end == std::string_view::npos) return fault("the end of the document", quoted(end_mark));
    move_to(end + end_mark.size());
    return {};
  }

  Result<void> take_literal() {
    constexpr std::string_view begin_mark = "<![CDATA[";
    const std::size_t begin = at_ + begin_mark.size();
    const std::size_t end = text_.find("]]>", begin);
    if (end == std::string_view::npos) return fault("the end of the document", "\"]]>\"");
    if (auto added = add(text_.substr(begin, end - begin), false); !added) return added;
    move_to(end + 3);
    return {};
  }

  /// Takes text up to the next '<'. One that begins no tag ("A < B") is text, too.
  Result<void> take_text() {
    const std::size_t end = std::min(text_.find('<', at_ + 1), text_.size());
    if (auto added = add(text_.substr(at_, end - at_), true); !added) return added;
    move_to(end);
    return {};
  }

  Result<void> add(std::string_view raw, bool resolve) {
    const bool blank = trimmed(raw).empty();
    if (open_.empty()) {
      if (blank) return {};
      return fault(quoted(trimmed(raw)), has_root_ ? "nothing behind </OFX>" : "<OFX>");
    }
    OpenElement& open = open_.back();
    if (!open.element.children.empty()) {
      if (blank) return {};
      return fault(quoted(trimmed(raw)), "tags alone in " + open.element.name);
    }
    if (resolve) {
      append_resolved(open.element.text, raw);
    } else {
      open.element.text += raw;
    }
    open.has_text = open.has_text || !blank;
    return {};
  }

  Result<void> open(const std::string& name, std::size_t end, bool empty) {
    if (open_.empty() && (has_root_ || name != "OFX")) {
      return fault("<" + name + ">", has_root_ ? "nothing behind </OFX>" : "<OFX>");
    }
    // A value ends where the next tag begins.
    if (!open_.empty() && open_.back().has_text) finish(at_);
    if (open_.size() >= ofx_depth_max) {
      Error error = fault("nesting deeper than " + std::to_string(ofx_depth_max),
                          "at most " + std::to_string(ofx_depth_max) + " levels");
      error.code = ErrorCode::out_of_range;
      return error;
    }
    OpenElement opened;
    opened.element.name = name;
    opened.element.line = line_;
    opened.element.begin = at_;
    open_.push_back(std::move(opened));
    move_to(end);
    if (empty) finish(end);
    return {};
  }

  Result<void> close(const std::string& name, std::size_t end) {
    const auto same = [&](const OpenElement& open) { return open.element.name == name; };
    if (std::none_of(open_.begin(), open_.end(), same)) {
      return fault("</" + name + ">, which closes nothing", "a closing tag of an open element");
    }
    while (open_.back().element.name != name) {
      if (auto left = leave_unclosed(); !left) return left;
    }
    move_to(end);
    finish(end);
    return {};
  }

  /// Ends the innermost element for want of a closing tag of its own.
  Result<void> leave_unclosed() {
    OfxElement& element = open_.back().element;
    const bool is_aggregate =
        std::find(aggregates.begin(), aggregates.end(), element.name) != aggregates.end();
    if (!element.children.empty() && is_aggregate) {
      return fault(
          "no </" + element.name + "> for the one opened on line " + std::to_string(element.line),
          "a closing tag for every aggregate");
    }
    std::vector<OfxElement> neighbours = std::exchange(element.children, {});
    finish(at_);
    if (open_.empty()) return fault("no <OFX>", "an <OFX> tag");
    for (OfxElement& neighbour : neighbours) {
      open_.back().element.children.push_back(std::move(neighbour));
    }
    return {};
  }

  void finish(std::size_t end) {
    OfxElement element = std::move(open_.back().element);
    open_.pop_back();
    element.text = std::string(without_layout(element.text));
    element.end = end;
    if (open_.empty()) {
      root_ = std::move(element);
      has_root_ = true;
      return;
    }
    open_.back().element.children.push_back(std::move(element));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::vector<OpenElement> open_;
  OfxElement root_;
  bool has_root_ = false;
};

}  // namespace

Result<OfxElement> read_ofx_sgml(std::string_view text) { return SgmlReader(text).read(); }

}  // namespace recoup
