// importer_fuzz.hpp: what must hold for any bytes at all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "recoup/base/check.hpp"
#include "recoup/importers/canonical_writer.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// Reads the bytes. Either they are refused with a reason, or every entry that was read can be
/// written as canonical CSV and comes back the same.
inline void read_any_bytes(const std::uint8_t* bytes, std::size_t size, const char* format) {
  std::string text(size, '\0');
  std::transform(bytes, bytes + size, text.begin(),
                 [](std::uint8_t byte) { return static_cast<char>(byte); });
  const Document document = make_document("fuzz", std::move(text));
  RECOUP_CHECK(!looks_like(document).empty());
  const auto import = import_document(document, {.format = std::string(format)});
  if (!import) {
    RECOUP_CHECK(!import.error().found.empty());
    return;
  }
  for (const Rejection& refused : import.value().rejections) {
    RECOUP_CHECK(refused.error.place.line > 0);
    RECOUP_CHECK(!refused.error.found.empty());
  }
  const std::string written = write_canonical(import.value().transactions);
  const auto again =
      import_document(make_document("again", written), {.format = std::string("canonical")});
  RECOUP_CHECK(again.has_value());
  RECOUP_CHECK(again.value().rejections.empty());
  RECOUP_CHECK(write_canonical(again.value().transactions) == written);
}

}  // namespace recoup
