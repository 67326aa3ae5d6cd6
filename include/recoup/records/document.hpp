// document.hpp: a file as it was handed in.
#pragma once

#include <string>

#include "recoup/base/digest.hpp"

namespace recoup {

/// The bytes of a file, never changed and never re-encoded in place.
struct Document {
  std::string name;  ///< As it was handed in, without its folder.
  std::string bytes;
  Digest digest;  ///< SHA-256 of `bytes`; what the document is known by.
};

/// The document made of `bytes`, with its digest.
[[nodiscard]] Document make_document(std::string name, std::string bytes);

/// Where a record stands: which document, which line.
struct RecordPlace {
  Digest document;
  std::uint64_t line = 0;  ///< From 1.

  friend auto operator<=>(const RecordPlace&, const RecordPlace&) = default;
};

}  // namespace recoup
