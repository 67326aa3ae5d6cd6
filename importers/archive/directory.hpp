// directory.hpp: the two directories of a ZIP archive, each read on its own and then compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "archive/archive.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// One file as the directory at the end of an archive describes it, checked against the header that
/// stands before its bytes.
struct ArchiveEntry {
  std::string_view name;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t header_at = 0;
  std::uint64_t data_at = 0;  ///< First of `packed` bytes.
};

/// Every entry, in the order of the directory. As `read_archive` says, but for what only shows when
/// the bytes are unpacked.
Result<std::vector<ArchiveEntry>> read_directory(std::string_view bytes,
                                                 const ArchiveLimits& limits);

}  // namespace recoup
