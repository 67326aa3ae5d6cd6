#include "archive/archive.hpp"

#include <Poco/Exception.h>
#include <Poco/MemoryStream.h>
#include <Poco/Zip/ParseCallback.h>
#include <Poco/Zip/ZipLocalFileHeader.h>
#include <Poco/Zip/ZipStream.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "archive/directory.hpp"
#include "archive/entry_fields.hpp"
#include "archive/little_endian.hpp"

namespace recoup {
namespace {

constexpr std::string_view header_mark = "PK\x03\x04";
constexpr std::string_view end_mark = "PK\x05\x06";

/// Leaves the stream where the file's bytes begin.
class ReadNothing : public Poco::Zip::ParseCallback {
 public:
  bool handleZipEntry(std::istream& /*stream*/,
                      const Poco::Zip::ZipLocalFileHeader& /*header*/) override {
    return true;
  }
};

void put(std::string& out, std::uint64_t value, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) {
    out += static_cast<char>(static_cast<unsigned char>(value >> (8U * i)));
  }
}

/// The member as an archive of its own in the plainest form: a header that states what was checked,
/// and exactly the bytes that belong to it. The library then has nothing left to choose.
std::string plain_member(std::string_view bytes, const ArchiveEntry& entry) {
  constexpr std::string_view name = "member";
  std::string out(header_mark);
  put(out, 20, 2);
  put(out, 0, 2);
  put(out, entry.method, 2);
  put(out, 0, 2);
  put(out, 0x21, 2);  // 1 January 1980: the library knows no day zero.
  put(out, entry.crc, 4);
  put(out, entry.packed, 4);
  put(out, entry.unpacked, 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
  out += name;
  out +=
      bytes.substr(static_cast<std::size_t>(entry.data_at), static_cast<std::size_t>(entry.packed));
  return out;
}

Error wrong_bytes(const ArchiveEntry& entry, std::string found) {
  return of_member(entry.name, ErrorCode::malformed, std::move(found),
                   std::to_string(entry.unpacked) + " bytes with the check sum of the directory");
}

/// Unpacks one member. The stream is asked for one byte more than there should be, never for all.
Result<std::string> unpack(std::string_view bytes, const ArchiveEntry& entry) {
  const std::string plain = plain_member(bytes, entry);
  try {
    Poco::MemoryInputStream stream(plain.data(), static_cast<std::streamsize>(plain.size()));
    ReadNothing nothing;
    const Poco::Zip::ZipLocalFileHeader header(stream, false, nothing);
    stream.clear();
    Poco::Zip::ZipInputStream unpacked(stream, header, true);
    std::string out;
    std::array<char, 65536> piece{};
    while (out.size() <= entry.unpacked) {
      const std::uint64_t wanted =
          std::min<std::uint64_t>(piece.size(), entry.unpacked - out.size() + 1);
      unpacked.read(piece.data(), static_cast<std::streamsize>(wanted));
      out.append(piece.data(), static_cast<std::size_t>(unpacked.gcount()));
      if (!unpacked) break;
    }
    if (out.size() > entry.unpacked) return wrong_bytes(entry, "more bytes when unpacked");
    // The library compares the check sum with the last byte, and then hands over none of them.
    if (unpacked.bad() || !unpacked.crcValid()) {
      return wrong_bytes(entry, "bytes that are broken off or have another check sum");
    }
    if (out.size() < entry.unpacked) {
      return wrong_bytes(entry, std::to_string(out.size()) + " bytes when unpacked");
    }
    return out;
  } catch (const Poco::Exception& fault) {
    return wrong_bytes(entry, "bytes that cannot be unpacked (" + fault.displayText() + ")");
  } catch (const std::exception& fault) {
    return wrong_bytes(entry, "bytes that cannot be unpacked (" + std::string(fault.what()) + ")");
  }
}

}  // namespace

bool is_archive(std::string_view head) {
  return head.starts_with(header_mark) || head.starts_with(end_mark);
}

std::string_view first_member_name(std::string_view head) {
  if (!head.starts_with(header_mark)) return {};
  const auto length = little_endian(head, 26, 2);
  if (!length || head.size() < 30) return {};
  return head.substr(30, static_cast<std::size_t>(*length));
}

Result<std::vector<ArchiveMember>> read_archive(std::string_view bytes,
                                                const ArchiveLimits& limits) {
  if (!is_archive(bytes)) {
    return Error{
        ErrorCode::malformed, "bytes that do not begin as a ZIP archive", "a ZIP archive", {}};
  }
  RECOUP_TRY(entries, read_directory(bytes, limits));
  std::vector<ArchiveMember> members;
  for (const ArchiveEntry& entry : entries) {
    RECOUP_TRY(unpacked, unpack(bytes, entry));
    if (entry.name.ends_with('/')) {
      if (!unpacked.empty()) {
        return of_member(entry.name, ErrorCode::malformed, "a folder that holds bytes",
                         "an empty folder");
      }
      continue;
    }
    std::string name(entry.name);
    std::replace(name.begin(), name.end(), '\\', '/');
    members.push_back({std::move(name), std::move(unpacked)});
  }
  return members;
}

}  // namespace recoup
