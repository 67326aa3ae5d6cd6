#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

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

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether `next`, or its closing tag, shows that a list of entries ended without one of its own.
bool ends_list(std::string_view next, bool closing) {
  return closing ? is_among(next, {"STMTRS", "CCSTMTRS"})
                 : is_among(next, {"LEDGERBAL", "AVAILBAL", "BALLIST", "BANKTRANLISTP"});
}

/// Letters, digits, '.', '_' and '-'.
constexpr std::array<bool, 256> name_bytes = [] {
  std::array<bool, 256> known{};
  for (unsigned c = 0; c < known.size(); ++c) {
    known[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '.' || c == '_' || c == '-';
  }
  return known;
}();

bool is_name_byte(char c) { return name_bytes[static_cast<unsigned char>(c)]; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// A tag as it stands behind its '<'.
struct OfxTag {
  std::string_view name;
  std::size_t end = 0;  ///< Behind its '>'; 0 where this is no tag.
  bool closing = false;
  bool empty = false;  ///< "<NAME/>"
  bool cut = false;    ///< The document ends in it.
};

std::size_t name_end_from(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name_byte(text[at])) ++at;
  return at;
}

/// The tag with which `text` begins. Attributes (of XML) are passed over.
OfxTag tag_of(std::string_view text) {
  OfxTag tag;
  tag.closing = text.starts_with("</");
  std::size_t begin = tag.closing ? 2 : 1;
  if (begin >= text.size()) return {{}, 0, false, false, true};
  std::size_t at = name_end_from(text, begin);
  if (at == begin) return {};
  if (at + 1 < text.size() && text[at] == ':' && is_name_byte(text[at + 1])) {
    begin = at + 1;
    at = name_end_from(text, begin);
  }
  tag.name = text.substr(begin, at - begin);
  if (at < text.size() && is_blank(text[at])) {
    const std::size_t stop = text.find_first_of("<>", at);
    if (stop == std::string_view::npos) return {{}, 0, false, false, true};
    const std::string_view between = trimmed(text.substr(at, stop - at));
    const bool attributes = between.find("=\"") != std::string_view::npos ||
                            between.find("='") != std::string_view::npos;
    if (text[stop] != '>' || !(between.empty() || between == "/" || attributes)) return {};
    at = between.ends_with("/") ? text.rfind('/', stop) : stop;
  }
  tag.empty = !tag.closing && at < text.size() && text[at] == '/';
  if (tag.empty) ++at;
  if (at >= text.size()) return {{}, 0, false, false, true};
  if (text[at] != '>') return {};
  tag.end = at + 1;
  return tag;
}

/// An element whose end has not been seen.
struct OpenOfxElement {
  OfxElement* element = nullptr;
  OfxElement* last_child = nullptr;
  bool has_text = false;
};

class OfxTagReader {
 public:
  explicit OfxTagReader(std::string_view text)
      : text_(text),
        line_end_(text.find('\n') == std::string_view::npos ? '\r' : '\n'),
        next_line_end_(text.find(line_end_)) {}

  Result<OfxTree> read() {
    move_to(std::min(text_.find('<'), text_.size()));
    while (at_ < text_.size()) {
      if (auto taken = take_next(); !taken) return std::move(taken).error();
    }
    if (!open_.empty() && lacks_only_its_end()) {
      tree_.open_end = line_;
      while (!open_.empty()) finish(at_);
    }
    if (!open_.empty()) return cut_off();
    if (tree_.root == nullptr) return fault("no <OFX>", "an <OFX> tag");
    return std::move(tree_);
  }

 private:
  Error fault(std::string found, std::string expected) const {
    return Error{ErrorCode::malformed, std::move(found), std::move(expected), {"", line_, ""}};
  }

  /// The innermost aggregate is what an investigator can look for.
  Error cut_off() const {
    const OpenOfxElement* innermost = &open_.front();
    for (const OpenOfxElement& open : open_) {
      if (!open.has_text) innermost = &open;
    }
    return fault("the end of the document", "</" + std::string(innermost->element->name) +
                                                ">, opened on line " +
                                                std::to_string(innermost->element->line));
  }

  /// Whether every statement is closed, and only what is around the statements is not.
  bool lacks_only_its_end() const {
    for (const OpenOfxElement& open : open_) {
      const std::string_view name = open.element->name;
      if (open.has_text || (name != "OFX" && !name.ends_with("MSGSRSV1"))) return false;
    }
    return open_.back().element->has_children();
  }

  void move_to(std::size_t offset) {
    while (next_line_end_ < offset) {
      ++line_;
      next_line_end_ = text_.find(line_end_, next_line_end_ + 1);
    }
    at_ = offset;
  }

  Result<void> take_next() {
    if (text_[at_] != '<') return take_text();
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip("-->");
    if (rest.starts_with("<![CDATA[")) return take_literal();
    if (rest.starts_with("<!")) {
      return fault("a declaration " + quoted(rest.substr(0, rest.find('>')), 40), "tags alone");
    }
    if (rest.starts_with("<?")) return skip("?>");
    const OfxTag tag = tag_of(rest);
    if (tag.cut) return broken_tag();
    if (tag.end == 0) return take_text();
    const std::string_view name = in_capitals(tag.name);
    return tag.closing ? close(name, at_ + tag.end) : open(name, at_ + tag.end, tag.empty);
  }

  std::string_view in_capitals(std::string_view name) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::none_of(name.begin(), name.end(), is_small)) return name;
    std::string out(name);
    for (char& c : out) {
      if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
    }
    return tree_.keep(std::move(out));
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
      return fault(quoted(trimmed(raw)), tree_.root != nullptr ? "nothing behind </OFX>" : "<OFX>");
    }
    OpenOfxElement& open = open_.back();
    if (open.element->has_children()) {
      if (blank) return {};
      return fault(quoted(trimmed(raw)), "tags alone in " + std::string(open.element->name));
    }
    open.has_text = open.has_text || !blank;
    const bool as_it_is = !resolve || raw.find('&') == std::string_view::npos;
    if (as_it_is && open.element->text.empty() && composed_.empty()) {
      open.element->text = raw;
      return {};
    }
    // Only the innermost element has text that still grows, so one place to put it together does.
    if (composed_.empty()) composed_ = open.element->text;
    if (resolve) {
      append_resolved(composed_, raw);
    } else {
      composed_ += raw;
    }
    return {};
  }

  Result<void> open(std::string_view name, std::size_t end, bool empty) {
    if (open_.empty() && (tree_.root != nullptr || name != "OFX")) {
      return fault("<" + std::string(name) + ">",
                   tree_.root != nullptr ? "nothing behind </OFX>" : "<OFX>");
    }
    // A value ends where the next tag begins.
    if (!open_.empty() && open_.back().has_text) finish_unclosed();
    end_list_before(name, false);
    if (open_.size() >= ofx_depth_max) {
      Error error = fault("nesting deeper than " + std::to_string(ofx_depth_max),
                          "at most " + std::to_string(ofx_depth_max) + " levels");
      error.code = ErrorCode::out_of_range;
      return error;
    }
    if (!open_.empty()) open_.back().element->text = {};
    composed_.clear();
    OfxElement& element = tree_.add();
    element.name = name;
    element.line = line_;
    element.begin = at_;
    open_.push_back({&element, nullptr, false});
    move_to(end);
    if (empty) finish(end);
    return {};
  }

  Result<void> close(std::string_view name, std::size_t end) {
    const auto same = [&](const OpenOfxElement& open) { return open.element->name == name; };
    if (std::none_of(open_.rbegin(), open_.rend(), same)) {
      return fault("</" + std::string(name) + ">, which closes nothing",
                   "a closing tag of an open element");
    }
    while (open_.back().element->name != name) {
      if (end_list_before(name, true)) continue;
      if (auto left = leave_unclosed(); !left) return left;
    }
    move_to(end);
    finish(end);
    return {};
  }

  /// Ends the innermost list of entries where its closing tag is missing: no balance stands in it.
  bool end_list_before(std::string_view next, bool closing) {
    if (open_.empty() || open_.back().element->name != "BANKTRANLIST") return false;
    if (!open_.back().element->has_children() || !ends_list(next, closing)) return false;
    tree_.lists_without_end.push_back({open_.back().element, line_});
    finish_unclosed();
    return true;
  }

  /// Ends the innermost element for want of a closing tag of its own.
  Result<void> leave_unclosed() {
    OfxElement& element = *open_.back().element;
    const bool is_aggregate =
        std::find(aggregates.begin(), aggregates.end(), element.name) != aggregates.end();
    if (element.has_children() && is_aggregate) {
      return fault("no </" + std::string(element.name) + "> for the one opened on line " +
                       std::to_string(element.line),
                   "a closing tag for every aggregate");
    }
    const OfxElement* const neighbours = std::exchange(element.first_child, nullptr);
    OfxElement* const last = open_.back().last_child;
    finish_unclosed();
    if (open_.empty()) return fault("no <OFX>", "an <OFX> tag");
    if (neighbours == nullptr) return {};
    open_.back().last_child->next = neighbours;
    open_.back().last_child = last;
    return {};
  }

  void finish_unclosed() {
    if (tree_.first_unclosed == nullptr) tree_.first_unclosed = open_.back().element;
    finish(at_);
  }

  void finish(std::size_t end) {
    OfxElement& element = *open_.back().element;
    open_.pop_back();
    if (!composed_.empty()) element.text = tree_.keep(std::exchange(composed_, {}));
    element.text = without_layout(element.text);
    element.end = end;
    if (open_.empty()) {
      tree_.root = &element;
      return;
    }
    OpenOfxElement& parent = open_.back();
    (parent.last_child == nullptr ? parent.element->first_child : parent.last_child->next) =
        &element;
    parent.last_child = &element;
  }

  std::string_view text_;
  char line_end_;
  std::size_t next_line_end_;  ///< The first one from `at_` on.
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::vector<OpenOfxElement> open_;
  std::string composed_;
  OfxTree tree_;
};

}  // namespace

Result<OfxTree> read_ofx_tags(std::string_view text) { return OfxTagReader(text).read(); }

}  // namespace recoup
