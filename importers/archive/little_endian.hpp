// little_endian.hpp: whole numbers as ZIP archives write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace recoup {

/// The number in `width` bytes at `at`, lowest byte first, or nothing where the bytes end before.
[[nodiscard]] inline std::optional<std::uint64_t> little_endian(std::string_view bytes,
                                                                std::uint64_t at,
                                                                std::size_t width) {
  if (at > bytes.size() || bytes.size() - at < width) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) + i]);
  }
  return value;
}

/// The same, where the caller has made sure that the bytes are there.
[[nodiscard]] inline std::uint64_t number_at(std::string_view bytes, std::uint64_t at,
                                             std::size_t width) {
  return little_endian(bytes, at, width).value_or(0);
}

}  // namespace recoup
