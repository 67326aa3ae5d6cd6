// text_table.hpp: aligned columns for a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recoup {

/// How a column stands: text to the left, figures to the right.
enum class Align : std::uint8_t { left, right };

/// Rows of equal length with a head; the widest cell of each column decides.
class TextTable {
 public:
  TextTable(std::vector<std::string> head, std::vector<Align> align);

  void row(std::vector<std::string> cells);
  /// Two spaces before each line; a rule below the head.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<Align> align_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace recoup
