// bai2_records.hpp: the records of a BAI2 document, with their continuations put together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One line of the document, or one piece of it where records have a fixed length.
struct Bai2Line {
  std::string_view raw;
  std::uint64_t line = 0;
};

/// A record with the continuations (88) that belong to it.
struct Bai2Record {
  std::string_view code;  ///< "01", "02", "03", "16", "49", "98", "99", or what stands there.
  /// What stands between the commas behind the code, continuations included, without the slash that
  /// ends a line.
  std::vector<std::string_view> fields;
  /// Where in `fields` each line begins; a text that begins in one line goes on in the next.
  std::vector<std::size_t> line_starts;
  std::vector<Bai2Line> lines;  ///< At least one.

  [[nodiscard]] std::uint64_t line() const { return lines.front().line; }
  [[nodiscard]] std::string_view field(std::size_t index) const {
    return index < fields.size() ? fields[index] : std::string_view();
  }
  /// The record as it stands in the document.
  [[nodiscard]] std::string text() const;
  /// Everything from field `index` on, commas included; lines are parted by a line end.
  [[nodiscard]] std::string text_from(std::size_t index) const;
};

/// The records of a text, in its order.
struct Bai2Records {
  std::vector<Bai2Record> records;
  std::vector<std::string> notes;  ///< How the lines were found.
};

/// Cuts the text into lines and puts continuations to their records. Blank lines are passed over.
///
///   Shape   Views into `text`, which must outlive the records.
///   Cites   BAI Cash Management Balance Reporting Specifications, version 2: "Physical records",
///           "88 - Continuation".
[[nodiscard]] Bai2Records bai2_records(std::string_view text);

}  // namespace recoup
