// read_pdf.hpp: has the words of a PDF taken out by a process that can harm nobody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// What stands round the process that opens a PDF.
enum class PdfSandbox : std::uint8_t {
  bubblewrap,  ///< Sees no file but its libraries, no network, no other process; and the limits.
  limits,      ///< Limits of memory, time and files alone, for a machine without namespaces.
};

/// How a PDF is read.
struct PdfReading {
  /// Path of `recoup-pdf-words`; empty: beside the running program, or ../libexec/recoup from
  /// there.
  std::string program = {};
  PdfSandbox sandbox = PdfSandbox::bubblewrap;
  std::string bubblewrap = "/usr/bin/bwrap";
  std::size_t memory_bytes_max = std::size_t{512} << 20U;
  std::size_t output_bytes_max = std::size_t{64} << 20U;
  int processor_seconds_max = 20;
  int wall_seconds_max = 60;
};

/// The words of `pdf` as text, in the form that engine/pdf_words/README.md says.
///
///   Errors  not_found: `recoup-pdf-words` or bubblewrap is not installed. not_permitted: this
///           machine lets no sandbox be made; the sandbox is never left out unless it was asked
///           for. out_of_range: too much memory, time or text. malformed: the reader died of it.
///   Cost    One process for each call; the caller's memory grows by the text alone.
///
/// What the text says is not looked at here: it is as much a stranger's as the PDF.
[[nodiscard]] Result<std::string> read_pdf_words(std::string_view pdf, const PdfReading& reading);

}  // namespace recoup
