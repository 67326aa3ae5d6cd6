#include "recoup/markup/json.hpp"

#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Hands over bytes and leaves behind how far the parser has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  friend bool operator==(const CountingIterator& one, const CountingIterator& other) {
    return one.at_ == other.at_;
  }
  friend bool operator!=(const CountingIterator& one, const CountingIterator& other) {
    return one.at_ != other.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

bool is_of_a_number(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Turns the parser's callbacks into events.
class Events final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Events(std::string_view bytes, const JsonVisitor& visit)
      : bytes_(bytes), visit_(visit), reached_(bytes.data()), counted_(bytes.data()) {}

  const char** reached() { return &reached_; }
  [[nodiscard]] std::optional<Error> take_error() { return std::move(error_); }

  bool null() override { return hand_over(JsonEvent::Kind::none, ""); }
  bool boolean(bool value) override {
    return hand_over(JsonEvent::Kind::truth, value ? "true" : "false");
  }
  bool number_integer(number_integer_t /*value*/) override { return number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return number();
  }
  bool string(string_t& value) override {
    return no_nul(value) && hand_over(JsonEvent::Kind::text, value);
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*elements*/) override {
    return deeper() && hand_over(JsonEvent::Kind::object_begin, "");
  }
  bool key(string_t& value) override {
    if (!no_nul(value)) return false;
    if (!names_.back().insert(value).second) {
      return refuse(ErrorCode::contradiction,
                    recoup::quoted(value) + " for the second time in one object", "each name once");
    }
    return hand_over(JsonEvent::Kind::key, value);
  }
  bool end_object() override {
    names_.pop_back();
    return hand_over(JsonEvent::Kind::object_end, "");
  }
  bool start_array(std::size_t /*elements*/) override {
    return deeper() && hand_over(JsonEvent::Kind::array_begin, "");
  }
  bool end_array() override {
    names_.pop_back();
    return hand_over(JsonEvent::Kind::array_end, "");
  }
  bool parse_error(std::size_t /*position*/, const std::string& last_token,
                   const nlohmann::detail::exception& fault) override {
    const std::string_view what = fault.what();
    if (what.find("number overflow") != std::string_view::npos) {
      return refuse(ErrorCode::out_of_range, last_token, "a smaller number");
    }
    if (what.find("; expected end of input") != std::string_view::npos) {
      return refuse(ErrorCode::malformed, "text behind the value", "one JSON value");
    }
    constexpr std::string_view mark = "; expected ";
    const std::size_t at = what.rfind(mark);
    const bool cut_off = what.find("unexpected end of input") != std::string_view::npos ||
                         (reached_ == bytes_.data() + bytes_.size() &&
                          what.find("missing closing quote") != std::string_view::npos);
    const bool says = at != std::string_view::npos;
    return refuse(ErrorCode::malformed,
                  cut_off ? "the end of the document" : recoup::quoted(last_token),
                  says ? std::string(what.substr(at + mark.size()))
                       : (cut_off ? "the rest of the JSON" : "well-formed JSON"));
  }

 private:
  // The parser turns whole numbers into machine numbers and drops how they were written ("-0"), so
  // the text is taken from the bytes. It has read one byte beyond the number, except at the end.
  bool number() {
    const char* const begin = bytes_.data();
    const char* end = reached_;
    if (end > begin && !is_of_a_number(end[-1])) --end;
    const char* first = end;
    while (first > begin && is_of_a_number(first[-1])) --first;
    return hand_over(JsonEvent::Kind::number, std::string(first, end));
  }

  bool deeper() {
    names_.emplace_back();
    if (names_.size() <= json_depth_max) return true;
    return refuse(ErrorCode::out_of_range, "nesting deeper than " + std::to_string(json_depth_max),
                  "at most " + std::to_string(json_depth_max) + " levels");
  }

  bool no_nul(const std::string& value) {
    if (!first_nul(value)) return true;
    return refuse(ErrorCode::malformed,
                  "a NUL character (\\u0000) in " + recoup::quoted(printable(value)),
                  "text without NUL characters");
  }

  bool hand_over(JsonEvent::Kind kind, std::string text) {
    auto taken = visit_({kind, std::move(text), line()});
    if (taken) return true;
    error_ = std::move(taken).error();
    if (error_->place.line == 0) error_->place.line = line();
    return false;
  }

  bool refuse(ErrorCode code, std::string found, std::string expected) {
    error_ = Error{code, std::move(found), std::move(expected), {"", line(), ""}};
    return false;
  }

  /// The line of the last byte that belongs to the event: a line end read ahead is not counted.
  std::uint64_t line() {
    const char* end = reached_;
    if (end > counted_ && end[-1] == '\n') --end;
    for (; counted_ < end; ++counted_) line_ += *counted_ == '\n' ? 1 : 0;
    return line_;
  }

  std::string_view bytes_;
  const JsonVisitor& visit_;
  const char* reached_;
  const char* counted_;
  std::uint64_t line_ = 1;
  std::vector<std::set<std::string>> names_;  ///< Of every open object; empty for an open array.
  std::optional<Error> error_;
};

std::uint64_t line_at(std::string_view bytes, std::size_t offset) {
  std::uint64_t line = 1;
  for (const char c : bytes.substr(0, offset)) line += c == '\n' ? 1 : 0;
  return line;
}

Result<void> check_bytes(std::string_view bytes) {
  const auto refuse = [&](std::string found, std::string expected, std::size_t at) {
    return Error{
        ErrorCode::malformed, std::move(found), std::move(expected), {"", line_at(bytes, at), ""}};
  };
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return refuse("a byte order mark", "JSON, which begins with its value (RFC 8259, 8.1)", 0);
  }
  if (const auto nul = first_nul(bytes)) {
    return refuse("a NUL at byte " + std::to_string(*nul), "text without NUL characters", *nul);
  }
  if (const auto bad = first_bad_utf8(bytes)) {
    return refuse("a byte that is not UTF-8 at byte " + std::to_string(*bad), "JSON in UTF-8",
                  *bad);
  }
  return {};
}

}  // namespace

Result<void> read_json(std::string_view bytes, const JsonVisitor& visit) {
  if (auto checked = check_bytes(bytes); !checked) return checked;
  try {
    Events events(bytes, visit);
    const CountingIterator first(bytes.data(), events.reached());
    const CountingIterator last(bytes.data() + bytes.size(), events.reached());
    const bool done = nlohmann::json::sax_parse(first, last, &events);
    if (auto error = events.take_error()) return *std::move(error);
    if (!done) return Error{ErrorCode::malformed, "something else", "JSON", {}};
    return {};
  } catch (const std::exception& fault) {
    return Error{ErrorCode::malformed, fault.what(), "JSON that can be held in memory", {}};
  }
}

}  // namespace recoup
