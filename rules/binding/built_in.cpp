#include <algorithm>

#include "built_in_files.hpp"
#include "recoup/base/text.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

std::vector<std::string> built_in_pack_ids() {
  std::vector<std::string> ids;
  for (const BuiltInFile& file : built_in_files()) {
    if (file.path.ends_with("/pack.json"))
      ids.emplace_back(file.path.substr(0, file.path.find('/')));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

FileSet built_in_pack_files() {
  FileSet files;
  for (const BuiltInFile& file : built_in_files()) files.emplace(file.path, file.bytes);
  return files;
}

Result<Pack> built_in_pack(std::string_view id) {
  const std::string folder = std::string(id) + "/";
  FileSet files;
  for (const BuiltInFile& file : built_in_files()) {
    if (file.path.starts_with(folder)) files.emplace(file.path.substr(folder.size()), file.bytes);
  }
  if (files.empty()) return Error{ErrorCode::not_found, quoted(id), "a pack of the program", {}};
  return Pack::read(std::move(files));
}

}  // namespace recoup
