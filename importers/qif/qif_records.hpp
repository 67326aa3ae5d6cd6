// qif_records.hpp: the sections, records and fields of a QIF document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// One line: a letter, and what stands behind it.
struct QifField {
  char letter = 0;
  std::string_view value;
  std::uint64_t line = 0;
};

/// The fields up to the caret that ends them.
struct QifRecord {
  std::vector<QifField> fields;  ///< At least one.
  bool closed = true;            ///< Whether the caret is there.

  [[nodiscard]] std::uint64_t line() const { return fields.front().line; }
  /// The first field of that letter, or nothing.
  [[nodiscard]] const QifField* field(char letter) const;
  /// Its value without blanks at its ends; "" where there is none.
  [[nodiscard]] std::string_view value(char letter) const;
  /// The lines of the record as they stand in the document.
  [[nodiscard]] std::string text() const;
};

/// What kind of records a section holds.
enum class QifSectionKind : std::uint8_t {
  entries,      ///< Bank, Cash, CCard, Oth A, Oth L.
  accounts,     ///< !Account.
  investments,  ///< Invst, Port.
  lists,        ///< Cat, Class, Memorized, Prices, Security and so on.
  option,       ///< !Option:…, !Clear:…
  unknown
};

struct QifSection {
  QifSectionKind kind = QifSectionKind::unknown;
  std::string_view header;  ///< As written: "!Type:Bank".
  std::uint64_t line = 0;
  std::vector<QifRecord> records;
};

/// The kind of section that the header line begins.
[[nodiscard]] QifSectionKind qif_section_kind(std::string_view header);

/// The sections of the text, which must outlive them. Records before the first header stand in a
/// section without one, of the kind `unknown`. Lines end in LF, CRLF or CR; blank lines are passed
/// over.
[[nodiscard]] std::vector<QifSection> qif_sections(std::string_view text);

}  // namespace recoup
