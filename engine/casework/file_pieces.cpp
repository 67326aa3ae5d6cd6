#include "file_pieces.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace recoup {
namespace {

/// As much as the store keeps in one row.
constexpr std::size_t piece_bytes = 1U << 20U;

Error cannot_read(const std::string& path, ErrorCode code, std::string found) {
  return Error{code, std::move(found), "a file that can be read", Place{path, 0, ""}};
}

}  // namespace

Result<FilePieces> FilePieces::open(const std::string& path) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (status.type() == std::filesystem::file_type::not_found) {
    return cannot_read(path, ErrorCode::no_such_file, "no such file");
  }
  if (failure) {
    return cannot_read(path, ErrorCode::not_permitted, failure.message());
  }
  if (status.type() == std::filesystem::file_type::directory) {
    return cannot_read(path, ErrorCode::no_such_file, "a folder");
  }
  if (status.type() != std::filesystem::file_type::regular) {
    return cannot_read(path, ErrorCode::no_such_file, "something that is no file");
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    const int reason = errno;
    const ErrorCode code = reason == EACCES ? ErrorCode::not_permitted : ErrorCode::no_such_file;
    return cannot_read(path, code, std::strerror(reason));
  }
  const auto size = std::filesystem::file_size(path, failure);
  if (failure) return cannot_read(path, ErrorCode::not_permitted, failure.message());
  return FilePieces(path, std::move(stream), size);
}

FilePieces::FilePieces(const std::string& path, std::ifstream stream, std::uint64_t size)
    : path_(path),
      name_(std::filesystem::path(path).filename().string()),
      stream_(std::move(stream)),
      size_(size),
      left_(size),
      piece_(static_cast<std::size_t>(std::min<std::uint64_t>(size, piece_bytes)), '\0') {}

Result<std::string_view> FilePieces::next() {
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left_, piece_.size()));
  stream_.read(piece_.data(), static_cast<std::streamsize>(wanted));
  if (static_cast<std::size_t>(stream_.gcount()) != wanted) {
    return cannot_read(path_, ErrorCode::malformed, "a file that ends before its size");
  }
  left_ -= wanted;
  return std::string_view(piece_).substr(0, wanted);
}

void FilePieces::begin_again() {
  stream_.clear();
  stream_.seekg(0);
  left_ = size_;
}

Result<Digest> digest_of(FilePieces& file) {
  DigestBuilder digest;
  while (true) {
    RECOUP_TRY(piece, file.next());
    if (piece.empty()) break;
    digest.add(piece);
  }
  file.begin_again();
  return digest.finish();
}

}  // namespace recoup
