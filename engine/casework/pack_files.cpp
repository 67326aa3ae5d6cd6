#include "recoup/casework/pack_files.hpp"

#include <algorithm>
#include <filesystem>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {
namespace {

bool is_left_over(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.ends_with('~');
}

Result<FileSet> folder_files(const std::filesystem::path& folder) {
  FileSet files;
  std::error_code failure;
  std::filesystem::recursive_directory_iterator entry(folder, failure);
  for (; !failure && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(failure)) {
    if (is_left_over(entry->path())) {
      if (entry->is_directory(failure)) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(failure)) continue;
    RECOUP_TRY(document, read_document(entry->path().string()));
    files[entry->path().lexically_relative(folder).generic_string()] = std::move(document.bytes);
  }
  if (failure) {
    return Error{ErrorCode::not_permitted, failure.message(), "a folder that may be read",
                 Place{folder.string(), 0, ""}};
  }
  return files;
}

}  // namespace

Result<bool> runs_as_draft(const NamedPack& pack, const PackSignatures& signatures,
                           bool asks_for_draft) {
  using State = PackSignatures::State;
  if (signatures.state == State::altered || signatures.state == State::invalid) {
    return Error{ErrorCode::contradiction,
                 signature_sentence(signatures),
                 "a pack as it was signed",
                 {pack.name, 0, "pack.sig"}};
  }
  if (!pack.is_folder || signatures.state == State::reviewed) return false;
  if (asks_for_draft) return true;
  return Error{ErrorCode::usage,
               recoup::quoted(pack.name) + ", " + signature_sentence(signatures),
               "a pack signed by an author and a reviewer, or --draft",
               {}};
}

Result<NamedPack> find_pack(const std::string& path_or_id) {
  const std::vector<std::string> ids = built_in_pack_ids();
  if (std::find(ids.begin(), ids.end(), path_or_id) != ids.end()) {
    NamedPack named{path_or_id, false, {}};
    const std::string folder = path_or_id + "/";
    for (auto& [path, bytes] : built_in_pack_files()) {
      if (path.starts_with(folder)) named.files[path.substr(folder.size())] = bytes;
    }
    return named;
  }
  std::error_code failure;
  if (!std::filesystem::is_directory(path_or_id, failure)) {
    return Error{ErrorCode::not_found,
                 recoup::quoted(path_or_id),
                 "a pack of the program (recoup rules list), or a folder with a pack.json",
                 {}};
  }
  RECOUP_TRY(files, folder_files(path_or_id));
  return NamedPack{path_or_id, true, std::move(files)};
}

}  // namespace recoup
