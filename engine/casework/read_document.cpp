#include <utility>

#include "file_pieces.hpp"
#include "recoup/casework/import_files.hpp"

namespace recoup {

Result<Document> read_document(const std::string& path) {
  RECOUP_TRY(file, FilePieces::open(path));
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(file.size()));
  while (true) {
    RECOUP_TRY(piece, file.next());
    if (piece.empty()) break;
    bytes += piece;
  }
  return make_document(file.name(), std::move(bytes));
}

}  // namespace recoup
