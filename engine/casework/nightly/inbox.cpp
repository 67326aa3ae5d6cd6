#include "nightly/inbox.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <tuple>

#include "nightly/files.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

/// Whether the file begins as a case file does: JSON, with an object.
bool is_case_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(64, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  const std::string_view text = trimmed(head);
  return text.starts_with("{") && !text.starts_with("{1:");
}

bool is_ours(const fs::path& relative) {
  const std::string first = relative.begin()->string();
  return first == "done" || first == "refused" || first == "digests";
}

bool is_waiting(const fs::path& relative) {
  if (is_ours(relative) || relative.extension() == ".part") return false;
  return std::none_of(relative.begin(), relative.end(),
                      [](const fs::path& part) { return part.string().starts_with("."); });
}

}  // namespace

Result<void> Inbox::prepare() const {
  std::error_code failure;
  if (!fs::is_directory(folder_, failure)) {
    return Error{ErrorCode::no_such_file, "no such folder", "the inbox", {folder_, 0, ""}};
  }
  for (const std::string& folder : {done(), refused(), digests(), state()}) {
    fs::create_directories(folder, failure);
    if (failure)
      return Error{ErrorCode::cannot_write, failure.message(), "a folder", {folder, 0, ""}};
  }
  return {};
}

Result<std::vector<InboxFile>> Inbox::waiting() const {
  std::vector<std::tuple<bool, std::string, std::string>> found;
  std::error_code failure;
  fs::recursive_directory_iterator each(folder_, failure);
  for (; !failure && each != fs::recursive_directory_iterator(); each.increment(failure)) {
    const fs::path relative = each->path().lexically_relative(folder_);
    std::error_code unreadable;
    const bool is_folder = each->is_directory(unreadable) && !each->is_symlink(unreadable);
    if (is_folder && !is_waiting(relative)) each.disable_recursion_pending();
    if (each->is_symlink(unreadable) || !each->is_regular_file(unreadable)) continue;
    if (!is_waiting(relative)) continue;
    found.emplace_back(!is_case_file(each->path()), relative.generic_string(),
                       each->path().string());
  }
  if (failure) {
    return Error{
        ErrorCode::not_permitted, failure.message(), "a folder that can be read", {folder_, 0, ""}};
  }
  std::sort(found.begin(), found.end());
  std::vector<InboxFile> files;
  for (auto& [last, relative, path] : found)
    files.push_back({std::move(path), std::move(relative)});
  return files;
}

Result<void> Inbox::settle(const InboxFile& file, const std::string& folder,
                           const std::string& digest, std::string_view verdict) const {
  fs::path target = fs::path(folder) / file.relative;
  std::error_code failure;
  fs::create_directories(target.parent_path(), failure);
  if (fs::exists(target, failure) && !same_bytes(target.string(), file.path)) {
    target.replace_filename(target.stem().string() + "~" + digest.substr(0, 12) +
                            target.extension().string());
  }
  if (auto written = write_whole(target.string() + ".verdict.txt", verdict); !written) {
    return written;
  }
  return move_file(file.path, target.string());
}

}  // namespace recoup
