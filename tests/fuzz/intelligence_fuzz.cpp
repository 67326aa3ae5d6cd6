// intelligence_fuzz.cpp: any bytes at all, read as intelligence.
#include <cstddef>
#include <cstdint>

#include "importer_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  recoup::read_any_bytes(bytes, size, "intelligence");
  return 0;
}
