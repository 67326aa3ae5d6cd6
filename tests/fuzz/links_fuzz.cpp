// links_fuzz.cpp: any bytes at all, read as links.
#include <cstddef>
#include <cstdint>

#include "importer_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  recoup::read_any_bytes(bytes, size, "links");
  return 0;
}
