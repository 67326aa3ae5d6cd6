// xlsx_fuzz.cpp: any bytes at all, read as a workbook, and as the sheet of a sound one: a fuzzer
// hardly ever gets past the check sums of an archive.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "importer_fuzz.hpp"
#include "xlsx/sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  recoup::read_any_bytes(bytes, size, "xlsx");
  const std::vector<std::string> strings = {"a", "b"};
  const std::vector<recoup::CellShape> shapes = {recoup::CellShape::number,
                                                 recoup::CellShape::date};
  const std::string text(bytes, bytes + size);
  const auto sheet = recoup::read_sheet(text, "S", {&strings, &shapes, {}});
  if (!sheet) RECOUP_CHECK(!sheet.error().found.empty());
  return 0;
}
