#include "archive/entry_fields.hpp"

#include <algorithm>

#include "archive/little_endian.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::uint16_t zip64_part = 1;

bool is_step_up(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

bool is_absolute(std::string_view name) {
  const bool has_drive = name.size() >= 2 && name[1] == ':';
  return name.front() == '/' || name.front() == '\\' || has_drive;
}

/// The part of `extra` with this number, or nothing in it.
std::string_view part_of(std::string_view extra, std::uint16_t wanted) {
  while (extra.size() >= 4) {
    const std::uint64_t length = number_at(extra, 2, 2);
    if (length > extra.size() - 4) return {};
    if (number_at(extra, 0, 2) == wanted) {
      return extra.substr(4, static_cast<std::size_t>(length));
    }
    extra.remove_prefix(4 + static_cast<std::size_t>(length));
  }
  return {};
}

}  // namespace

Error of_member(std::string_view name, ErrorCode code, std::string found, std::string expected) {
  return Error{code, std::move(found), std::move(expected), {"", 0, printable(name)}};
}

Result<void> check_member_name(std::string_view name) {
  if (name.empty()) {
    return of_member(name, ErrorCode::malformed, "a member without a name", "a name");
  }
  if (first_bad_utf8(name) || std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      })) {
    return of_member(name, ErrorCode::malformed, quoted(printable(name)),
                     "names in UTF-8 without control characters");
  }
  if (is_absolute(name)) {
    return of_member(name, ErrorCode::malformed, quoted(name) + ", an absolute path",
                     "paths inside the archive");
  }
  if (is_step_up(name)) {
    return of_member(name, ErrorCode::malformed, quoted(name) + ", a path out of the archive",
                     "paths inside the archive");
  }
  return {};
}

Result<void> take_zip64(std::string_view extra, std::uint64_t& unpacked, std::uint64_t& packed,
                        std::uint64_t* header_at) {
  std::string_view part = part_of(extra, zip64_part);
  for (std::uint64_t* figure : {&unpacked, &packed, header_at}) {
    if (figure == nullptr || *figure != in_zip64) continue;
    const auto large = little_endian(part, 0, 8);
    if (!large) {
      return Error{ErrorCode::malformed,
                   "a size that is to be in a ZIP64 field, and no such field",
                   "the ZIP64 field",
                   {}};
    }
    *figure = *large;
    part.remove_prefix(8);
  }
  return {};
}

}  // namespace recoup
