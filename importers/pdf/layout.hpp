// layout.hpp: the columns of a table on a page.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pdf/lines.hpp"
#include "pdf/pdf_profile.hpp"

namespace recoup {

/// A column, by what stands at its head.
struct PdfColumn {
  PdfLabel label = PdfLabel::date;
  PdfBox box;  ///< Of its head.

  [[nodiscard]] bool holds_amounts() const;
};

/// The heads of a table, from left to right, and how many lines they take.
struct PdfHeader {
  std::vector<PdfColumn> columns;
  std::size_t lines = 1;

  [[nodiscard]] bool has(PdfLabel label) const;
};

/// The heads that stand on line `at`, or on it and the next.
///
/// Heads are a date and amounts, either one column of them or money out and money in; all but two
/// of their words must be heads, so that no sentence is taken for some.
[[nodiscard]] std::optional<PdfHeader> pdf_header_at(const std::vector<PdfLine>& lines,
                                                     std::size_t at, const PdfProfile& profile);

/// The amounts' column under whose head the word stands: its left, middle or right is in line with
/// the head's. None where it is too far from all of them.
[[nodiscard]] std::optional<std::size_t> pdf_column_of(const PdfHeader& header, const PdfBox& word);

}  // namespace recoup
