// formats.hpp: the formats, and for each how it is recognised and read.
#pragma once

#include <span>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// A format that is read.
struct Format {
  std::string_view name;   ///< Of the command line and of `Import::format`.
  std::string_view words;  ///< What it looks like, for a person: "an OFX statement".
  /// Whether a document that begins with `head` is of this format. The head has no byte order mark
  /// and is at most 64 KiB.
  bool (*recognises)(std::string_view head);
  Result<Import> (*read)(const Document& document, const ImportOptions& options);
};

/// Every format, in the order in which they are asked: the first that recognises a document has it.
[[nodiscard]] std::span<const Format> all_formats();

}  // namespace recoup
