// pdf_words_fuzz.cpp: any bytes at all, read as the words of a PDF. The PDF itself is opened by
// another program, in a sandbox.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pdf/pdf_importer.hpp"
#include "recoup/base/check.hpp"
#include "recoup/importers/canonical_writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recoup;
  std::string words(size, '\0');
  std::transform(bytes, bytes + size, words.begin(),
                 [](std::uint8_t byte) { return static_cast<char>(byte); });
  const auto import = import_pdf_words(make_document("fuzz", "%PDF-"), words, {});
  if (!import) {
    RECOUP_CHECK(!import.error().found.empty());
    return 0;
  }
  RECOUP_CHECK(!import.value().transactions.empty());
  RECOUP_CHECK(import.value().rejections.empty());
  const std::string written = write_canonical(import.value().transactions);
  const auto again = import_document(make_document("again", written), {.format = "canonical"});
  RECOUP_CHECK(again.has_value() && again.value().rejections.empty());
  RECOUP_CHECK(write_canonical(again.value().transactions) == written);
  return 0;
}
