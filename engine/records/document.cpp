#include "recoup/records/document.hpp"

#include <utility>

namespace recoup {

Document make_document(std::string name, std::string bytes) {
  const Digest digest = sha256(bytes);
  return {std::move(name), std::move(bytes), digest};
}

}  // namespace recoup
