#include "nightly/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace recoup {
namespace {

namespace fs = std::filesystem;

Error cannot_write(const std::string& path, int reason) {
  return {
      ErrorCode::cannot_write, std::strerror(reason), "a file that can be written", {path, 0, ""}};
}

Result<void> write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t done = write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return cannot_write(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (fsync(file) != 0) return cannot_write(path, errno);
  return {};
}

}  // namespace

Result<void> write_whole(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part";
  const int file = open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) return cannot_write(part, errno);
  auto written = write_all(file, bytes, part);
  close(file);
  if (!written) return written;
  if (rename(part.c_str(), path.c_str()) != 0) return cannot_write(path, errno);
  return {};
}

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Result<void> move_file(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return {};
  if (errno != EXDEV) return cannot_write(to, errno);
  std::error_code failure;
  fs::copy_file(from, to + ".part", fs::copy_options::overwrite_existing, failure);
  if (!failure) fs::rename(to + ".part", to, failure);
  if (!failure) fs::remove(from, failure);
  if (failure) {
    return Error{
        ErrorCode::cannot_write, failure.message(), "a file that can be moved", {from, 0, ""}};
  }
  return {};
}

Result<void> make_last(const std::string& folder) {
  const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return cannot_write(folder, errno);
  const int failed = syncfs(file);
  const int reason = errno;
  close(file);
  return failed == 0 ? Result<void>() : cannot_write(folder, reason);
}

bool same_bytes(const std::string& one, const std::string& other) {
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(other, std::ios::binary);
  return first && second &&
         std::equal(std::istreambuf_iterator<char>(first), std::istreambuf_iterator<char>(),
                    std::istreambuf_iterator<char>(second), std::istreambuf_iterator<char>());
}

Result<FileLock> FileLock::take(const std::string& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return cannot_write(path, errno);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    close(file);
    return Error{ErrorCode::busy,
                 "another run that is at work here",
                 "an inbox that is free",
                 {path, 0, ""}};
  }
  return FileLock(file);
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FileLock::~FileLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace recoup
