// files.hpp: files that are there whole or not at all, whenever the machine stops.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// Writes a file under another name, forces its bytes to the disk and renames it. That the new name
/// outlives a loss of power is for `make_last`, once for many files.
///
/// Errors: cannot_write.
[[nodiscard]] Result<void> write_whole(const std::string& path, std::string_view bytes);

/// The bytes of a small file; empty where it is not there.
[[nodiscard]] std::string read_whole(const std::string& path);

/// Moves a file, across file systems too. Errors: cannot_write.
[[nodiscard]] Result<void> move_file(const std::string& from, const std::string& to);

/// Forces every change so far on the file system of a folder to the disk. Errors: cannot_write.
[[nodiscard]] Result<void> make_last(const std::string& folder);

/// Whether two files hold the same bytes.
[[nodiscard]] bool same_bytes(const std::string& one, const std::string& other);

/// Holds a file against other processes for as long as it lives.
class FileLock {
 public:
  FileLock() = default;
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  /// Errors: busy (another process holds it), cannot_write.
  [[nodiscard]] static Result<FileLock> take(const std::string& path);

 private:
  explicit FileLock(int file) : file_(file) {}

  int file_ = -1;
};

}  // namespace recoup
