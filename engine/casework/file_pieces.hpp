// file_pieces.hpp: a file, read from its first byte to its last in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// A file that is open for reading.
///
///   Errors  no_such_file (not there, or a folder), not_permitted, malformed (unreadable).
class FilePieces {
 public:
  static Result<FilePieces> open(const std::string& path);

  /// Its name without the folder.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// The bytes behind those of the call before, good until the next; empty at the end.
  Result<std::string_view> next();
  /// Goes back to the first byte.
  void begin_again();

 private:
  FilePieces(const std::string& path, std::ifstream stream, std::uint64_t size);

  std::string path_;
  std::string name_;
  std::ifstream stream_;
  std::uint64_t size_;
  std::uint64_t left_;
  std::string piece_;
};

/// The digest of the whole file, which then stands at its beginning again.
[[nodiscard]] Result<Digest> digest_of(FilePieces& file);

}  // namespace recoup
