// reader.hpp: cuts comma-separated text into records, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One record. Views are good until the reader goes on to the next one.
struct CsvRecord {
  std::vector<std::string_view> fields;  ///< Quotes resolved.
  std::string_view raw;                  ///< As it stands, without its line end.
  std::uint64_t line = 0;                ///< On which it begins, from 1.
  std::size_t offset = 0;                ///< Byte at which it begins.
  std::optional<Error> fault;            ///< A stray quote; the fields are then not to be trusted.
  std::deque<std::string> unescaped;     ///< Holds the fields in which a quote was doubled.
};

/// Reads RFC 4180: fields between commas, in double quotes where they hold commas, quotes or line
/// ends, lines that end in LF or CRLF, the last one perhaps in neither.
///
///   Shape   The text must outlive the reader. Blank lines are no records; they are counted.
///   Errors  A quote inside a field that does not begin with one, or text behind a closing quote,
///   is
///           a fault of the record: it is read to its end, as if the quote were a letter. A quote
///           that is never closed is a fault of the whole text, because nobody knows where the
///           record ends.
///   Cites   RFC 4180, section 2.
class CsvReader {
 public:
  /// A reader of `text`, which begins on line `line` of its document.
  explicit CsvReader(std::string_view text, std::uint64_t line = 1) : text_(text), line_(line) {}
  /// Fields between `delimiter`s, in `quote`s where there is such a character: not every bank
  /// writes commas.
  CsvReader(std::string_view text, char delimiter, std::optional<char> quote)
      : text_(text), delimiter_(delimiter), quote_(quote) {}

  /// Reads the next record into `record`; false at the end.
  ///
  /// Errors: malformed (a quote that is never closed).
  Result<bool> next(CsvRecord& record);

  [[nodiscard]] std::uint64_t blank_lines() const { return blank_lines_; }
  /// Byte of the text behind what was read, and the line on which it stands.
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  void skip_blank_lines();
  [[nodiscard]] bool at_line_end() const;
  void take_line_end();
  std::string_view take_plain(CsvRecord& record);
  Result<std::string_view> take_quoted(CsvRecord& record);

  std::string_view text_;
  char delimiter_ = ',';
  std::optional<char> quote_ = '"';
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t blank_lines_ = 0;
};

}  // namespace recoup
