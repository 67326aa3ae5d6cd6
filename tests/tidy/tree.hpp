// tree.hpp: the project's own text, as the tidy tests read it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recoup::tidy {

/// A file of ours, in lines.
struct TextFile {
  std::string path;                ///< From the root of the project, with slashes.
  std::vector<std::string> lines;  ///< As they stand.
  std::vector<std::string> code;   ///< The same lines, comments and literals blanked out.

  [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
};

/// An include: where it stands, and what it names without the quotes or brackets.
struct Include {
  std::size_t line = 0;  ///< From 1.
  std::string named;
};

/// A room as the root CMakeLists.txt declares it.
struct Room {
  std::string name;
  std::string folder;
  std::set<std::string> uses;
};

/// A line of allowed.txt: "check path reason".
struct Allowance {
  std::size_t line = 0;
  std::string reason;  ///< For `length` it begins with the number of lines that is allowed.
};

/// `text` with the insides of comments, strings and character literals turned into blanks. Line
/// breaks stay, so that places stay.
[[nodiscard]] std::string code_of(std::string_view text);

/// `text` cut at its line breaks; a last line break ends the last line and begins none.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// Characters of UTF-8 text, by its leading bytes.
[[nodiscard]] std::size_t length_in_characters(std::string_view line);

[[nodiscard]] TextFile text_file(std::string path, std::string_view text);
[[nodiscard]] std::vector<Include> includes_of(const TextFile& file);

/// The recoup_room(...) calls of a CMake text, in their order.
[[nodiscard]] std::vector<Room> rooms_of(std::string_view cmake);

/// The whole tree below one folder: the C++ of ours, the rooms, and what is allowed to deviate.
class Tree {
 public:
  /// Reads the tree. Requires the folder to be the root of the project.
  explicit Tree(std::filesystem::path root);

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] const std::vector<TextFile>& files() const { return files_; }
  /// The Markdown pages; their `code` is empty.
  [[nodiscard]] const std::vector<TextFile>& pages() const { return pages_; }
  [[nodiscard]] const std::vector<Room>& rooms() const { return rooms_; }

  /// The room to which a source or a public header belongs, or nothing.
  [[nodiscard]] const Room* room_of(std::string_view path) const;
  [[nodiscard]] const Room* room_named(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view path) const;
  [[nodiscard]] bool exists(std::string_view path) const;

  /// What allowed.txt grants to `path` under `check`, or nothing.
  [[nodiscard]] const Allowance* allowance(const std::string& check, const std::string& path) const;
  [[nodiscard]] const std::map<std::pair<std::string, std::string>, Allowance>& allowed() const {
    return allowed_;
  }

 private:
  void read_files();
  void read_allowed();

  std::filesystem::path root_;
  std::vector<TextFile> files_;
  std::vector<TextFile> pages_;
  std::vector<Room> rooms_;
  std::map<std::pair<std::string, std::string>, Allowance> allowed_;
};

}  // namespace recoup::tidy
