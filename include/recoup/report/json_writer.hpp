// json_writer.hpp: writes JSON as it goes, the same bytes for the same calls.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// Builds one JSON document from calls in the order of the document.
///
///   Shape   Members stand in the order in which they were written. There is no floating point:
///           amounts are text, counts are integers.
///   Same    Equal calls give equal bytes, in every locale. Pretty output ends with a line feed,
///           compact output does not.
///   Errors  Calls that make no document (a value without a name in an object, an end without a
///           beginning, a second document) are mistakes of the caller and stop the program.
///   Cites   RFC 8259. Control characters, U+2028, U+2029 and characters that cannot be seen are
///           written as escapes, and so are "</" and "<!", so that the text may stand in a page or
///           on a terminal; a reader gets the very same value. A byte that is not UTF-8 becomes
///           U+FFFD.
///
/// Example
///   JsonWriter json(JsonWriter::Layout::compact);
///   json.begin_object().member("id", "S1").name("rows").integer(3).end_object();
///   json.take();                      // {"id":"S1","rows":3}
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { pretty, compact };

  explicit JsonWriter(Layout layout = Layout::pretty) : layout_(layout) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();

  /// The name of the next value of an object.
  JsonWriter& name(std::string_view name);

  JsonWriter& text(std::string_view value);
  template <std::integral Whole>
  requires(!std::same_as<Whole, bool>) JsonWriter& integer(Whole value) {
    return raw(std::to_string(value));
  }
  JsonWriter& truth(std::same_as<bool> auto value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }

  /// A name and its text.
  JsonWriter& member(std::string_view member_name, std::string_view value) {
    return name(member_name).text(value);
  }
  /// A name and an array of texts.
  JsonWriter& members(std::string_view member_name, const std::vector<std::string>& values);

  /// The finished document.
  ///
  /// Requires that everything that was begun has ended.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    bool is_object = false;
    bool is_empty = true;
  };

  JsonWriter& raw(std::string_view written);
  JsonWriter& begin(char bracket, bool is_object);
  JsonWriter& end(char bracket, bool is_object);
  void before_value();
  void new_line();

  Layout layout_;
  std::string out_;
  std::vector<Level> open_;
  bool named_ = false;
};

/// `value` in double quotes with escapes, as JsonWriter writes it.
[[nodiscard]] std::string json_text(std::string_view value);

}  // namespace recoup
