// profile_fuzz.cpp: any bytes at all, read as a profile and then used on a small table.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "recoup/base/check.hpp"
#include "recoup/importers/importer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string text(size, '\0');
  std::transform(bytes, bytes + size, text.begin(),
                 [](std::uint8_t byte) { return static_cast<char>(byte); });
  const recoup::Document document = recoup::make_document(
      "fuzz", "Day;Words;Out;In;Rest\n01/02/2025;A;1,50;;8,50\n02/02/2025;B;;2,00;10,50\n");
  const auto import =
      recoup::import_document(document, {.format = std::string("csv"), .profile = text + "\n"});
  if (!import) RECOUP_CHECK(!import.error().found.empty());
  return 0;
}
