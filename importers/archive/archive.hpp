// archive.hpp: takes the members out of a ZIP archive that nobody vouches for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One file of an archive.
struct ArchiveMember {
  std::string name;  ///< As both of the archive's directories have it, with "/" between folders.
  std::string bytes;
};

/// How much an archive may hold. What is larger is refused before it is unpacked.
struct ArchiveLimits {
  std::size_t entries_max = 10'000;
  std::uint64_t member_bytes_max = std::uint64_t{512} << 20U;
  std::uint64_t total_bytes_max = std::uint64_t{2} << 30U;
  /// Unpacked bytes for one packed byte; asked only of what is above a MiB when unpacked.
  std::uint64_t ratio_max = 200;
};

/// Whether the bytes begin as a ZIP archive does.
[[nodiscard]] bool is_archive(std::string_view head);

/// The name of the first member, or "" where the bytes are no archive.
[[nodiscard]] std::string_view first_member_name(std::string_view head);

/// The files of the archive, in the order of its directory; folders are left out.
///
///   Promise  Every reader of the archive sees the same files: its two directories (the one at the
///            end, and the header before each file) say the same of every file, the files lie one
///            behind the other from the first byte to the directory, and nothing stands between
///            or behind them. Sizes and check sums are those of the bytes.
///   Errors   malformed: no archive, broken off, bytes that belong to no file, encrypted, packed in
///            another way than "deflate", a check sum or size that is wrong, a name that is empty,
///            absolute, leads out of the archive or holds control characters, more than one disk.
///            contradiction: the directories differ, one name twice, files that overlap.
///            out_of_range: above `limits`. The field of each names the member.
///   Cites    PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5; methods 0 and 8, with ZIP64.
Result<std::vector<ArchiveMember>> read_archive(std::string_view bytes,
                                                const ArchiveLimits& limits = {});

}  // namespace recoup
