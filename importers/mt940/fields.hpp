// fields.hpp: cuts the text of MT940 messages into statements, and these into fields.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recoup {

/// A field of a message: ":61:2503040304D12,50NTRFNONREF" and the lines that belong to it.
struct Mt940Field {
  std::string_view tag;     ///< "61", "60F", "NS".
  std::string_view text;    ///< Behind the tag, with its line ends; no blank lines at its end.
  std::string_view record;  ///< Tag and text.
  std::uint64_t line = 0;

  [[nodiscard]] std::string_view first_line() const;
  /// The lines behind the first, with their line ends.
  [[nodiscard]] std::string_view further_lines() const;
};

/// The fields of one statement.
struct Mt940Part {
  std::vector<Mt940Field> fields;
  std::string_view message_type;  ///< "940" where a block 2 says so, else empty.
  bool stray = false;             ///< Behind the end of a message, and no new one begun.
  std::uint64_t line = 0;
  std::uint64_t continued = 0;  ///< Line on which it goes on behind a premature end, or 0.
};

/// A line that belongs to no field.
struct Mt940Outside {
  std::string_view text;
  std::uint64_t line = 0;
};

/// Walks through the text once.
///
/// A statement begins with :20:, with a block header, or with :25:, :28: or :60: behind a closing
/// balance. It ends there, or with a line "-" or "-}". A line that begins like a field within the
/// words of an entry, and can only be the minutes of a time, belongs to the words.
///
///   Shape   Views into `text`, which must outlive them.
///   Cites   SWIFT Standards MT, category 9: MT940, MT941, MT942, MT950.
class Mt940Splitter {
 public:
  explicit Mt940Splitter(std::string_view text);

  /// Puts the next statement into `part`; false where there is none.
  bool next(Mt940Part& part);

  /// Lines outside of all fields that are no block headers, in their order.
  [[nodiscard]] const std::vector<Mt940Outside>& outside() const { return outside_; }
  /// Lines that look like a field of an unknown name and were taken as words.
  [[nodiscard]] const std::vector<Mt940Outside>& tags_in_words() const { return tags_in_words_; }

 private:
  struct Line {
    std::string_view text;
    std::size_t next = 0;
  };

  [[nodiscard]] Line line_at(std::size_t at) const;
  [[nodiscard]] std::string_view next_filled_line(std::size_t at) const;
  [[nodiscard]] bool is_end(const Line& line) const;
  [[nodiscard]] bool is_time(std::string_view tag, std::string_view text, std::size_t next) const;
  [[nodiscard]] bool begins_statement(std::string_view tag, const Mt940Part& part) const;
  void take_header(std::string_view text);
  void take_field(std::string_view tag, std::string_view text, Mt940Part& part);
  void take_other(std::string_view text, Mt940Part& part);
  [[nodiscard]] std::string_view tag_of(const Line& line);

  std::string_view text_;
  char line_end_ = '\n';
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::string_view message_type_;
  bool header_ = false;     ///< A block header since the last field.
  bool ended_ = false;      ///< An end of a message, or a header, since the last field.
  bool closed_ = false;     ///< The statement has its closing balance or its totals.
  bool has_entry_ = false;  ///< The statement has a :61:.
  bool in_words_ = false;   ///< The last field is free text.
  std::vector<Mt940Outside> outside_;
  std::vector<Mt940Outside> tags_in_words_;
};

/// The tag of a line that begins with a field of these messages, or "".
[[nodiscard]] std::string_view known_mt940_tag(std::string_view line);

}  // namespace recoup
