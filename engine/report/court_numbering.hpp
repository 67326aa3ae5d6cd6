// court_numbering.hpp: how parts, paragraphs, tables and figures of a document are counted.
#pragma once

#include <cstdint>
#include <string>

namespace recoup {

/// Counts through one document from its beginning.
class CourtNumbering {
 public:
  /// "1", "2" …
  std::string next_part() {
    paragraph_ = 0;
    below_ = 0;
    return std::to_string(++part_);
  }
  /// "2.1" for level 0, "2.1.1" below it.
  std::string next_paragraph(std::uint8_t level) {
    if (level == 0 || paragraph_ == 0) {
      ++paragraph_;
      below_ = 0;
      return std::to_string(part_) + "." + std::to_string(paragraph_);
    }
    return std::to_string(part_) + "." + std::to_string(paragraph_) + "." +
           std::to_string(++below_);
  }
  std::string next_table() { return std::to_string(++table_); }
  std::string next_figure() { return std::to_string(++figure_); }

 private:
  std::uint32_t part_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t below_ = 0;
  std::uint32_t table_ = 0;
  std::uint32_t figure_ = 0;
};

}  // namespace recoup
