// xml_places.hpp: where in the bytes each event of a parser stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recoup {

/// Walks through a document beside its parser, from tag to tag.
///
///   Shape  `to_...` is called for every event, in their order, as soon as the parser has found it:
///          up to there the document is well formed, and has no DOCTYPE.
///   Cost   A search for the next bracket. The parser's own count of lines and columns looks at
///          every byte.
class XmlPlaces {
 public:
  /// The parser sees `bytes`, which must outlive it, from `start` on.
  XmlPlaces(std::string_view bytes, std::size_t start)
      : bytes_(bytes), at_(start), next_line_feed_(bytes.find('\n')) {}

  void to_opening_tag(bool has_attributes);
  /// The end of an empty tag ("<a/>") stands where it begins.
  void to_closing_tag();
  /// Goes to the first byte of the text in front of the next tag.
  void to_text();

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] std::size_t end_of_tag() const { return at_; }  ///< Behind the last one.
  [[nodiscard]] std::uint64_t line() const { return line_; }    ///< From 1, by line feeds.

 private:
  [[nodiscard]] bool passes(std::string_view begin, std::string_view end);
  [[nodiscard]] bool is_at_no_tag() const;
  void to_tag();
  void set(std::size_t offset);

  std::string_view bytes_;
  std::size_t at_;
  std::size_t offset_ = 0;
  std::uint64_t line_ = 1;
  std::size_t next_line_feed_;  ///< The first one from `offset_` on.
  bool is_empty_tag_ = false;
};

}  // namespace recoup
