#include "written_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "recoup/base/digest.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error cannot_write(const std::string& path, std::string found) {
  return {ErrorCode::cannot_write, std::move(found), "a folder with room, that may be written",
          Place{path, 0, ""}};
}

}  // namespace

std::string safe_file_name(const std::string& identifier) {
  std::string name = identifier;
  for (char& c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_';
    if (!plain) c = '_';
  }
  // Two identifiers may come to one name; what was changed carries its digest.
  return name == identifier ? name : name + "-" + sha256(identifier).short_text();
}

Result<void> make_folder(const std::string& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return cannot_write(folder, failure.message());
  return {};
}

Result<void> write_whole_file(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path part = path.string() + ".part";
  {
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
      const std::string reason = std::strerror(errno);
      std::error_code ignored;
      std::filesystem::remove(part, ignored);
      return cannot_write(path.string(), reason);
    }
  }
  std::error_code failure;
  std::filesystem::rename(part, path, failure);
  if (failure) return cannot_write(path.string(), failure.message());
  return {};
}

}  // namespace recoup
