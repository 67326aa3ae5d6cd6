// zip_builder.hpp: builds ZIP archives for tests, sound ones and such as no honest program writes.
#pragma once

#include <Poco/Checksum.h>
#include <Poco/DeflatingStream.h>
#include <zlib.h>

#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// One member, with everything about it that can be made to lie.
struct ZipPart {
  std::string name;
  std::string bytes;
  bool deflated = true;
  bool sizes_behind = false;
  std::uint16_t extra_flags = 0;
  std::optional<std::uint16_t> method = {};
  std::optional<std::string> local_name = {};      ///< Instead of `name`, before the file.
  std::optional<std::uint32_t> crc = {};           ///< Instead of the right one.
  std::optional<std::uint32_t> unpacked = {};      ///< Instead of the right size.
  std::optional<std::string> packed_bytes = {};    ///< Instead of what deflating gives.
  std::optional<std::uint32_t> central_size = {};  ///< Instead of `unpacked`, at the end alone.
};

inline void put_number(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(i < 8 ? value >> (8 * i) : 0);
}

inline std::string deflate_raw(const std::string& bytes) {
  std::ostringstream out;
  Poco::DeflatingOutputStream packing(out, -15, Z_DEFAULT_COMPRESSION);
  packing.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  packing.close();
  return out.str();
}

/// The archive of the parts.
class ZipBuilder {
 public:
  ZipBuilder& add(const ZipPart& part) {
    Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
    sum.update(part.bytes.data(), static_cast<unsigned>(part.bytes.size()));
    const std::uint32_t crc = part.crc.value_or(static_cast<std::uint32_t>(sum.checksum()));
    const std::string packed =
        part.packed_bytes.value_or(part.deflated ? deflate_raw(part.bytes) : part.bytes);
    const auto unpacked = part.unpacked.value_or(static_cast<std::uint32_t>(part.bytes.size()));
    const auto flags = static_cast<std::uint16_t>(part.extra_flags | (part.sizes_behind ? 8U : 0U));
    const std::uint16_t method = part.method.value_or(part.deflated ? 8 : 0);
    const auto at = archive_.size();
    const std::string local_name = part.local_name.value_or(part.name);
    archive_ += "PK\x03\x04";
    put_common(archive_, flags, method);
    put_number(archive_, part.sizes_behind ? 0 : crc, 4);
    put_number(archive_, part.sizes_behind ? 0 : packed.size(), 4);
    put_number(archive_, part.sizes_behind ? 0 : unpacked, 4);
    put_number(archive_, local_name.size(), 2);
    put_number(archive_, 0, 2);
    archive_ += local_name + packed;
    if (part.sizes_behind) {
      archive_ += "PK\x07\x08";
      put_number(archive_, crc, 4);
      put_number(archive_, packed.size(), 4);
      put_number(archive_, unpacked, 4);
    }
    directory_ += "PK\x01\x02";
    put_number(directory_, 20, 2);
    put_common(directory_, flags, method);
    put_number(directory_, crc, 4);
    put_number(directory_, packed.size(), 4);
    put_number(directory_, part.central_size.value_or(unpacked), 4);
    put_number(directory_, part.name.size(), 2);
    put_number(directory_, 0, 12);
    put_number(directory_, at, 4);
    directory_ += part.name;
    ++entries_;
    return *this;
  }

  /// Bytes that no directory knows of.
  ZipBuilder& add_raw(std::string_view bytes) {
    archive_ += bytes;
    return *this;
  }

  [[nodiscard]] std::string archive(std::string_view remark = "") const {
    std::string out = archive_ + directory_;
    out += "PK\x05\x06";
    put_number(out, 0, 4);
    put_number(out, entries_, 2);
    put_number(out, entries_, 2);
    put_number(out, directory_.size(), 4);
    put_number(out, archive_.size(), 4);
    put_number(out, remark.size(), 2);
    return out + std::string(remark);
  }

 private:
  static void put_common(std::string& out, std::uint16_t flags, std::uint16_t method) {
    put_number(out, 20, 2);
    put_number(out, flags, 2);
    put_number(out, method, 2);
    put_number(out, 0x00215821, 4);
  }

  std::string archive_;
  std::string directory_;
  std::size_t entries_ = 0;
};

/// The archive of files as they are.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  ZipBuilder builder;
  for (const auto& [name, bytes] : files) builder.add({.name = name, .bytes = bytes});
  return builder.archive();
}

}  // namespace recoup
