// json.hpp: reads foreign JSON as a row of events, each with its line, numbers as they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// A step through a JSON document.
struct JsonEvent {
  enum class Kind : std::uint8_t {
    object_begin,
    object_end,
    array_begin,
    array_end,
    key,     ///< `text` is the name of the member that follows.
    text,    ///< `text` is the string, escapes resolved.
    number,  ///< `text` is the number as it was written: "1000.50", "-0", "1e3".
    truth,   ///< `text` is "true" or "false".
    none     ///< null.
  };

  Kind kind = Kind::none;
  std::string text;
  std::uint64_t line = 0;  ///< Line on which it ends, from 1.
};

/// Takes one event. An Error ends the reading and is handed on.
using JsonVisitor = std::function<Result<void>(const JsonEvent&)>;

/// The deepest nesting that is read.
constexpr std::size_t json_depth_max = 64;

/// Reads one JSON value and hands every step to `visit` in the order of the document.
///
///   Exact   A number is never turned into a machine's number.
///   Errors  malformed: not JSON, broken off, text behind the value, a byte order mark, a NUL
///           (escaped or not), not UTF-8. contradiction: one name twice in one object.
///           out_of_range: deeper than `json_depth_max`. Each with its line.
///   Cost    One pass; memory for the names of the objects that are open.
///   Cites   RFC 8259.
Result<void> read_json(std::string_view bytes, const JsonVisitor& visit);

}  // namespace recoup
