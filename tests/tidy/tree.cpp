#include "tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace recoup::tidy {
namespace {

namespace fs = std::filesystem;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The end of the literal or comment that begins at `from`: the first place behind it.
std::size_t end_of_quoted(std::string_view text, std::size_t from) {
  const char quote = text[from];
  for (std::size_t i = from + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

std::size_t end_of_raw_string(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t end_of(std::string_view text, std::size_t from, std::string_view mark) {
  const std::size_t end = text.find(mark, from);
  return end == std::string_view::npos ? text.size() : end + mark.size();
}

// The first place behind the literal or comment that begins at `i`, or `i` where none does.
std::size_t end_of_text_at(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  if (rest.starts_with("//")) return std::min(text.size(), text.find('\n', i));
  if (rest.starts_with("/*")) return end_of(text, i + 2, "*/");
  const bool after_word = i > 0 && is_word(text[i - 1]);
  if (rest.starts_with("R\"") && !after_word) return end_of_raw_string(text, i + 1);
  if (rest.starts_with("\"")) return end_of_quoted(text, i);
  // In 1'000 the quote parts digits.
  if (rest.starts_with("'") && !after_word) return end_of_quoted(text, i);
  return i;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_code(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

bool is_inside(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

std::string code_of(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_text_at(text, i);
    for (std::size_t k = i; k < end; ++k) {
      if (code[k] != '\n') code[k] = ' ';
    }
    i = std::max(i + 1, end);
  }
  return code;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t length_in_characters(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

TextFile text_file(std::string path, std::string_view text) {
  return {std::move(path), lines_of(text), lines_of(code_of(text))};
}

std::vector<Include> includes_of(const TextFile& file) {
  std::vector<Include> includes;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    // A commented include is blank in the code; the name, a literal, stands in the line alone.
    const std::string& code = file.code[i];
    const std::size_t hash = code.find_first_not_of(' ');
    if (hash == std::string::npos || code[hash] != '#') continue;
    const std::size_t word = code.find("include", hash);
    if (word == std::string::npos) continue;
    const std::size_t open = file.lines[i].find_first_of("\"<", word);
    if (open == std::string::npos) continue;
    const std::size_t close = file.lines[i].find_first_of("\">", open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({i + 1, file.lines[i].substr(open + 1, close - open - 1)});
  }
  return includes;
}

std::vector<Room> rooms_of(std::string_view cmake) {
  std::string text;
  for (const std::string& line : lines_of(cmake)) text += line.substr(0, line.find('#')) + "\n";
  std::vector<Room> rooms;
  const std::string_view call = "recoup_room(";
  for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
    const std::size_t open = at + call.size();
    std::istringstream words(text.substr(open, text.find(')', open) - open));
    Room room;
    words >> room.name;
    std::string keyword;
    for (std::string word; words >> word;) {
      if (word == "FOLDER" || word == "USES" || word == "SOURCES" || word == "PRIVATE_LIBRARIES") {
        keyword = word;
      } else if (keyword == "FOLDER") {
        room.folder = word;
      } else if (keyword == "USES") {
        room.uses.insert(word);
      }
    }
    rooms.push_back(std::move(room));
  }
  return rooms;
}

Tree::Tree(fs::path root) : root_(std::move(root)) {
  rooms_ = rooms_of(text("CMakeLists.txt"));
  read_files();
  read_allowed();
}

void Tree::read_files() {
  // Below these names stands everything of ours; a build folder or a hidden one does not.
  std::vector<fs::path> paths = {root_ / "README.md", root_ / "CHANGELOG.md"};
  for (const char* top : {"engine", "importers", "include", "rules", "samples", "tests"}) {
    if (!exists(top)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root_ / top)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  for (const fs::path& path : paths) {
    const std::string name = fs::relative(path, root_).generic_string();
    if (is_code(path)) files_.push_back(text_file(name, bytes_of(path)));
    if (path.extension() == ".md") pages_.push_back({name, lines_of(bytes_of(path)), {}});
  }
}

void Tree::read_allowed() {
  const std::vector<std::string> lines = lines_of(text("tests/tidy/allowed.txt"));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || lines[i].front() == '#') continue;
    std::istringstream words(lines[i]);
    std::string check;
    std::string path;
    Allowance allowance{i + 1, {}};
    words >> check >> path >> std::ws;
    std::getline(words, allowance.reason);
    allowed_[{check, path}] = std::move(allowance);
  }
}

const Room* Tree::room_of(std::string_view path) const {
  const Room* found = nullptr;
  for (const Room& room : rooms_) {
    if (is_inside(path, "include/recoup/" + room.name)) return &room;
    // importers may stand beside a room in a folder of it: the longest folder is the room's.
    const bool is_longer = found == nullptr || room.folder.size() > found->folder.size();
    if (is_inside(path, room.folder) && is_longer) found = &room;
  }
  return found;
}

const Room* Tree::room_named(std::string_view name) const {
  const auto found = std::ranges::find(rooms_, name, &Room::name);
  return found == rooms_.end() ? nullptr : &*found;
}

std::string Tree::text(std::string_view path) const { return bytes_of(root_ / path); }

bool Tree::exists(std::string_view path) const { return fs::exists(root_ / path); }

const Allowance* Tree::allowance(const std::string& check, const std::string& path) const {
  const auto found = allowed_.find({check, path});
  return found == allowed_.end() ? nullptr : &found->second;
}

}  // namespace recoup::tidy
