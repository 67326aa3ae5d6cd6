// entry_fields.hpp: the parts that both directories of a ZIP archive share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/directory.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

constexpr std::uint32_t in_zip64 = 0xFFFFFFFFU;  ///< Stands where the figure is in the extra field.
constexpr std::uint16_t encrypted_flag = 1U;
constexpr std::uint16_t sizes_behind_flag = 1U << 3U;

/// What is wrong with the name of a file, or nothing.
Result<void> check_member_name(std::string_view name);

/// Takes what is in the ZIP64 part of `extra` for those figures that are `in_zip64`, in the order
/// unpacked size, packed size, place of the header.
///
/// Errors: malformed (there is no such part, or it is too short).
Result<void> take_zip64(std::string_view extra, std::uint64_t& unpacked, std::uint64_t& packed,
                        std::uint64_t* header_at);

/// An error of the member called `name`.
[[nodiscard]] Error of_member(std::string_view name, ErrorCode code, std::string found,
                              std::string expected);

}  // namespace recoup
