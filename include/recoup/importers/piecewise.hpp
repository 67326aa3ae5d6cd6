// piecewise.hpp: reads a document piece by piece, whatever its size.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/record_sink.hpp"

namespace recoup {

/// Reads one document from its first byte to its last.
///
///   Shape   Memory for one piece and one record, whatever the document's size.
///   Same    However the bytes are cut into pieces, the sink gets the records that
///           `import_document` makes of them.
///   Errors  Of the whole document, as `import_document`; what the sink got before counts for
///           nothing.
class PiecewiseImporter {
 public:
  PiecewiseImporter() = default;
  PiecewiseImporter(const PiecewiseImporter&) = delete;
  PiecewiseImporter& operator=(const PiecewiseImporter&) = delete;
  virtual ~PiecewiseImporter() = default;

  /// Takes the bytes behind those of the call before.
  virtual Result<void> take(std::string_view piece) = 0;
  /// Tells that there are no more. What it answers has no records: they went to the sink.
  virtual Result<Import> finish() = 0;
};

/// An importer of `format` for the document called `name`, with the sink, which
/// must outlive it. Nothing where documents of the format are read as a whole.
[[nodiscard]] std::unique_ptr<PiecewiseImporter> piecewise_importer(std::string_view format,
                                                                    std::string name,
                                                                    RecordSink& sink);

/// Whether documents of the format can be read piece by piece.
[[nodiscard]] bool is_read_piecewise(std::string_view format);

/// As `detect_format`, of a document that begins with `head`.
[[nodiscard]] std::string detect_format_of_head(std::string_view head);

/// As much of a document as `detect_format_of_head` looks at.
inline constexpr std::size_t format_head_bytes = 1U << 16U;

}  // namespace recoup
