#include <map>
#include <optional>
#include <sstream>

#include "checks.hpp"

namespace recoup::tidy {
namespace {

/// The type that a line of code defines at the left edge, or nothing. A declaration ahead and a
/// specialisation define no new name.
std::optional<std::string> defined_type(const std::string& line) {
  std::istringstream words(line);
  std::string word;
  if (line.empty() || line.front() == ' ' || !(words >> word)) return std::nullopt;
  if (word == "enum") words >> word;
  if (word != "struct" && word != "class") return std::nullopt;
  std::string name;
  while (words >> name && name.starts_with("[[")) {
  }
  if (name.empty() || name.back() == ';' || name.find('<') != std::string::npos)
    return std::nullopt;
  const std::size_t colon = name.find(':');
  return colon == std::string::npos ? name : name.substr(0, colon);
}

}  // namespace

std::vector<Finding> names_defined_twice(const Tree& tree) {
  std::map<std::string, std::string> first;
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    if (!file.is_header() || tree.room_of(file.path) == nullptr) continue;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
      const auto name = defined_type(file.code[i]);
      if (!name) continue;
      const auto [at, is_new] = first.try_emplace(*name, file.path);
      if (is_new || at->second == file.path) continue;
      found.push_back(
          {file.path, i + 1,
           *name + " is defined in " + at->second + " as well: one namespace, one name"});
    }
  }
  return found;
}

}  // namespace recoup::tidy
