#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"

namespace recoup {
namespace {

Error cannot_read(const std::string& path, ErrorCode code, std::string found) {
  return Error{code, std::move(found), "a file that can be read", Place{path, 0, ""}};
}

}  // namespace

Result<Document> read_document(const std::string& path) {
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
  std::string bytes(static_cast<std::size_t>(std::filesystem::file_size(path, failure)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (failure || static_cast<std::size_t>(stream.gcount()) != bytes.size()) {
    return cannot_read(path, ErrorCode::malformed, "a file that ends before its size");
  }
  return make_document(std::filesystem::path(path).filename().string(), std::move(bytes));
}

}  // namespace recoup
