#include "archive/directory.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "archive/entry_fields.hpp"
#include "archive/little_endian.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view header_mark = "PK\x03\x04";
constexpr std::string_view entry_mark = "PK\x01\x02";
constexpr std::string_view end_mark = "PK\x05\x06";
constexpr std::string_view end64_mark = "PK\x06\x06";
constexpr std::string_view locator64_mark = "PK\x06\x07";
constexpr std::string_view sizes_mark = "PK\x07\x08";
constexpr std::size_t header_length = 30;
constexpr std::size_t entry_length = 46;
constexpr std::size_t end_length = 22;
constexpr std::size_t end64_length = 56;
constexpr std::size_t locator64_length = 20;
constexpr std::size_t remark_max = 0xFFFF;

/// Where the directory stands and how many entries it has.
struct DirectoryPlace {
  std::uint64_t at = 0;
  std::uint64_t length = 0;
  std::uint64_t entries = 0;
  std::uint64_t end = 0;  ///< First byte behind it.
};

Error broken(std::string found, std::string expected) {
  return Error{ErrorCode::malformed, std::move(found), std::move(expected), {}};
}

bool stands_at(std::string_view bytes, std::uint64_t at, std::string_view mark) {
  return at <= bytes.size() && bytes.substr(static_cast<std::size_t>(at)).starts_with(mark);
}

/// The place of the end record, whose remark must reach to the last byte.
Result<std::uint64_t> find_end(std::string_view bytes) {
  std::optional<std::uint64_t> found;
  const std::size_t first = bytes.size() > end_length + remark_max
                                ? bytes.size() - end_length - remark_max
                                : std::size_t{0};
  for (std::size_t at = bytes.find(end_mark, first); at != std::string_view::npos;
       at = bytes.find(end_mark, at + 1)) {
    const auto remark = little_endian(bytes, at + 20, 2);
    if (!remark || at + end_length + *remark != bytes.size()) continue;
    if (found) return broken("two records that end the archive", "one");
    found = at;
  }
  if (!found) {
    return broken(
        "a ZIP archive whose directory is not at its end: it is broken off, or something "
        "stands behind it",
        "a whole ZIP archive");
  }
  return *found;
}

/// Figures of the end record that do not fit it stand in a larger one before it.
Result<void> take_end64(std::string_view bytes, std::uint64_t end, DirectoryPlace& place) {
  if (end < locator64_length || !stands_at(bytes, end - locator64_length, locator64_mark)) {
    return broken("a figure that is to be in the ZIP64 record, and no such record",
                  "the ZIP64 record");
  }
  const std::uint64_t at = number_at(bytes, end - locator64_length + 8, 8);
  const auto length = little_endian(bytes, at, 4) ? little_endian(bytes, at + 4, 8) : std::nullopt;
  if (!length || !stands_at(bytes, at, end64_mark) || *length > bytes.size() ||
      *length + 12 < end64_length || at + 12 + *length != end - locator64_length) {
    return broken("a ZIP64 record that is not where the archive says", "the ZIP64 record");
  }
  place.entries = number_at(bytes, at + 32, 8);
  place.length = number_at(bytes, at + 40, 8);
  place.at = number_at(bytes, at + 48, 8);
  place.end = at;
  return {};
}

Result<DirectoryPlace> find_directory(std::string_view bytes) {
  RECOUP_TRY(end, find_end(bytes));
  DirectoryPlace place;
  place.entries = number_at(bytes, end + 10, 2);
  place.length = number_at(bytes, end + 12, 4);
  place.at = number_at(bytes, end + 16, 4);
  place.end = end;
  const std::uint64_t disks = number_at(bytes, end + 4, 2) | number_at(bytes, end + 6, 2);
  const std::uint64_t here = number_at(bytes, end + 8, 2);
  const bool is_large = here == 0xFFFF || place.length == in_zip64 || place.at == in_zip64;
  const bool has_large =
      end >= locator64_length && stands_at(bytes, end - locator64_length, locator64_mark);
  if (!is_large && !has_large && (disks != 0 || here != place.entries)) {
    return broken("a part of an archive on several disks", "an archive in one piece");
  }
  if (is_large || has_large) {
    if (auto taken = take_end64(bytes, end, place); !taken) return taken.error();
  }
  if (place.at > place.end || place.length != place.end - place.at) {
    return broken("a directory of " + std::to_string(place.length) + " bytes at byte " +
                      std::to_string(place.at) + ", which does not reach to the end record at " +
                      std::to_string(place.end),
                  "a directory that ends there");
  }
  return place;
}

/// One entry of the directory at the end; `at` goes on to the next.
Result<ArchiveEntry> take_entry(std::string_view bytes, const DirectoryPlace& place,
                                std::uint64_t& at) {
  if (place.end - at < entry_length || !stands_at(bytes, at, entry_mark)) {
    return broken("a directory that ends at byte " + std::to_string(at),
                  std::to_string(place.entries) + " entries");
  }
  const std::uint64_t name = number_at(bytes, at + 28, 2);
  const std::uint64_t extra = number_at(bytes, at + 30, 2);
  const std::uint64_t remark = number_at(bytes, at + 32, 2);
  if (place.end - at < entry_length + name + extra + remark) {
    return broken("an entry of the directory that is cut off at byte " + std::to_string(at),
                  "a whole entry");
  }
  ArchiveEntry entry;
  entry.name =
      bytes.substr(static_cast<std::size_t>(at) + entry_length, static_cast<std::size_t>(name));
  entry.flags = static_cast<std::uint16_t>(number_at(bytes, at + 8, 2));
  entry.method = static_cast<std::uint16_t>(number_at(bytes, at + 10, 2));
  entry.crc = static_cast<std::uint32_t>(number_at(bytes, at + 16, 4));
  entry.packed = number_at(bytes, at + 20, 4);
  entry.unpacked = number_at(bytes, at + 24, 4);
  entry.header_at = number_at(bytes, at + 42, 4);
  const std::string_view more = bytes.substr(static_cast<std::size_t>(at + entry_length + name),
                                             static_cast<std::size_t>(extra));
  if (auto large = take_zip64(more, entry.unpacked, entry.packed, &entry.header_at); !large) {
    Error error = large.error();
    error.place.field = printable(entry.name);
    return error;
  }
  at += entry_length + name + extra + remark;
  return entry;
}

Result<void> check_entry(const ArchiveEntry& entry, const ArchiveLimits& limits) {
  constexpr std::uint64_t harmless = std::uint64_t{1} << 20U;
  if (auto checked = check_member_name(entry.name); !checked) return checked;
  if ((entry.flags & encrypted_flag) != 0) {
    return of_member(entry.name, ErrorCode::malformed, "an encrypted member",
                     "an archive without a password");
  }
  if (entry.method != 0 && entry.method != 8) {
    return of_member(entry.name, ErrorCode::malformed,
                     "packing method " + std::to_string(entry.method),
                     "members that are stored (0) or deflated (8)");
  }
  if (entry.method == 0 && entry.packed != entry.unpacked) {
    return of_member(entry.name, ErrorCode::contradiction,
                     std::to_string(entry.packed) + " bytes that are " +
                         std::to_string(entry.unpacked) + " when unpacked",
                     "one size of a member that is not packed");
  }
  if (entry.unpacked > limits.member_bytes_max) {
    return of_member(entry.name, ErrorCode::out_of_range,
                     std::to_string(entry.unpacked) + " bytes when unpacked",
                     "at most " + std::to_string(limits.member_bytes_max) + " bytes a member");
  }
  if (entry.unpacked > harmless && entry.unpacked / limits.ratio_max > entry.packed) {
    return of_member(entry.name, ErrorCode::out_of_range,
                     std::to_string(entry.packed) + " bytes that are " +
                         std::to_string(entry.unpacked) + " when unpacked",
                     "at most " + std::to_string(limits.ratio_max) + " bytes from one");
  }
  return {};
}

Error differs(const ArchiveEntry& entry, std::string_view what) {
  return of_member(entry.name, ErrorCode::contradiction,
                   std::string(what) + " that is another in the directory than before the file",
                   "directories that agree");
}

/// Whether `length` bytes at `at` are sizes behind the file that say what the directory says.
bool are_sizes_behind(std::string_view bytes, std::uint64_t at, std::uint64_t length,
                      const ArchiveEntry& entry) {
  if (length == 16 || length == 24) {
    if (!stands_at(bytes, at, sizes_mark)) return false;
    at += sizes_mark.size();
    length -= sizes_mark.size();
  }
  if (length != 12 && length != 20) return false;
  const std::size_t width = length == 12 ? 4 : 8;
  return number_at(bytes, at, 4) == entry.crc && number_at(bytes, at + 4, width) == entry.packed &&
         number_at(bytes, at + 4 + width, width) == entry.unpacked;
}

/// Holds the header before the file against the directory; `next` is where the next file begins.
Result<void> check_header(std::string_view bytes, ArchiveEntry& entry, std::uint64_t next) {
  const std::uint64_t at = entry.header_at;
  if (next - at < header_length || !stands_at(bytes, at, header_mark)) {
    return of_member(entry.name, ErrorCode::contradiction, "no file at byte " + std::to_string(at),
                     "the file of this name");
  }
  const std::uint64_t name = number_at(bytes, at + 26, 2);
  const std::uint64_t extra = number_at(bytes, at + 28, 2);
  const std::uint64_t data_at = at + header_length + name + extra;
  if (data_at > next || entry.packed > next - data_at) {
    return of_member(entry.name, ErrorCode::contradiction,
                     "a file that reaches into what stands behind it", "files that do not overlap");
  }
  const auto text = [&](std::uint64_t from, std::uint64_t length) {
    return bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(length));
  };
  if (text(at + header_length, name) != entry.name) return differs(entry, "a name");
  if (number_at(bytes, at + 6, 2) != entry.flags) return differs(entry, "a set of flags");
  if (number_at(bytes, at + 8, 2) != entry.method) return differs(entry, "a packing method");
  const std::uint64_t crc = number_at(bytes, at + 14, 4);
  std::uint64_t packed = number_at(bytes, at + 18, 4);
  std::uint64_t unpacked = number_at(bytes, at + 22, 4);
  if (packed == in_zip64 || unpacked == in_zip64) {
    auto large = take_zip64(text(at + header_length + name, extra), unpacked, packed, nullptr);
    if (!large) return differs(entry, "a size");
  }
  const bool behind = (entry.flags & sizes_behind_flag) != 0;
  if (crc != entry.crc && !(behind && crc == 0)) return differs(entry, "a check sum");
  if (packed != entry.packed && !(behind && packed == 0)) return differs(entry, "a packed size");
  if (unpacked != entry.unpacked && !(behind && unpacked == 0)) return differs(entry, "a size");
  entry.data_at = data_at;
  const std::uint64_t rest = next - data_at - entry.packed;
  const bool is_closed = behind ? are_sizes_behind(bytes, next - rest, rest, entry) : rest == 0;
  if (is_closed) return {};
  return of_member(entry.name, ErrorCode::malformed,
                   std::to_string(rest) + " bytes behind the file that are not what belongs there",
                   "files one behind the other");
}

/// The files must lie one behind the other from the first byte to the directory.
Result<void> check_headers(std::string_view bytes, std::uint64_t directory_at,
                           std::vector<ArchiveEntry>& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return entries[a].header_at < entries[b].header_at;
  });
  if (!order.empty() && entries[order.front()].header_at != 0) {
    return broken(std::to_string(entries[order.front()].header_at) +
                      " bytes before the first file of the archive",
                  "an archive that begins with its first file");
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint64_t next =
        i + 1 < order.size() ? entries[order[i + 1]].header_at : directory_at;
    if (next < entries[order[i]].header_at || next > directory_at) {
      return of_member(entries[order[i]].name, ErrorCode::contradiction,
                       "a file that begins behind the directory", "files before the directory");
    }
    if (auto checked = check_header(bytes, entries[order[i]], next); !checked) return checked;
  }
  return {};
}

}  // namespace

Result<std::vector<ArchiveEntry>> read_directory(std::string_view bytes,
                                                 const ArchiveLimits& limits) {
  RECOUP_TRY(place, find_directory(bytes));
  if (place.entries > limits.entries_max) {
    return Error{ErrorCode::out_of_range,
                 "an archive of " + std::to_string(place.entries) + " members",
                 "at most " + std::to_string(limits.entries_max),
                 {}};
  }
  std::vector<ArchiveEntry> entries;
  std::set<std::string> names;
  std::uint64_t total = 0;
  std::uint64_t at = place.at;
  for (std::uint64_t i = 0; i < place.entries; ++i) {
    RECOUP_TRY(entry, take_entry(bytes, place, at));
    if (auto checked = check_entry(entry, limits); !checked) return checked.error();
    std::string name(entry.name);
    std::replace(name.begin(), name.end(), '\\', '/');
    if (!names.insert(std::move(name)).second) {
      return of_member(entry.name, ErrorCode::contradiction, quoted(entry.name) + " twice",
                       "one member of a name");
    }
    total += entry.unpacked;
    if (total > limits.total_bytes_max) {
      return Error{ErrorCode::out_of_range,
                   "an archive of more than " + std::to_string(limits.total_bytes_max) +
                       " bytes when unpacked",
                   "a smaller archive",
                   {}};
    }
    entries.push_back(entry);
  }
  if (at != place.end) {
    return broken("bytes in the directory behind its " + std::to_string(place.entries) + " entries",
                  "nothing behind them");
  }
  if (entries.empty() && place.at != 0) {
    return broken("an archive without members that holds bytes all the same", "nothing in it");
  }
  if (auto checked = check_headers(bytes, place.at, entries); !checked) return checked.error();
  return entries;
}

}  // namespace recoup
