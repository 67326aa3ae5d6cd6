#include "checks.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <utility>

namespace recoup::tidy {
namespace {

namespace fs = std::filesystem;

// What may be included where. The first prefix that fits decides.
struct Home {
  std::string_view prefix;
  std::string_view room;  // Empty: nowhere.
};

constexpr std::array homes = {
    Home{"sqlite3", "store"},
    Home{"libpq-fe", "store"},
    // They guess dates and numbers, lose decimals, or crash on long subjects and deep documents.
    Home{"Poco/DateTimeParser", ""},
    Home{"Poco/NumberParser", ""},
    Home{"Poco/RegularExpression", ""},
    Home{"Poco/JSON/", ""},
    Home{"Poco/DOM/", ""},
    Home{"Poco/XML/", "markup"},
    Home{"Poco/SAX/", "markup"},
    Home{"Poco/Zip/", "importers"},
    Home{"nlohmann/", "markup"},
    Home{"Poco/Crypto/", "base"},
    Home{"openssl/", "base"},
    Home{"Poco/Net/", "web"},
    Home{"boost/multiprecision", "number"},
    Home{"CLI/", "cli"},
    Home{"sodium", "signing"},
    Home{"xlsxwriter", "casework"},
    // Poppler may be brought down by what it reads: only a program of its own includes it.
    Home{"poppler", ""},
    Home{"gtest/", ""},
    Home{"gmock/", ""},
};

// A word that stands in no code of ours, and what to do instead.
struct Ban {
  std::string_view word;
  enum class Form : std::uint8_t { any, call, clock_call } form;
  std::string_view instead;
};

constexpr std::string_view from_arguments = "a result depends on nothing but its arguments";
constexpr std::string_view exact_numbers = "use Money, Fraction or from_chars";
constexpr std::string_view our_dates = "use base/date.hpp";
constexpr std::string_view handed_in = "a time is handed in";
constexpr std::string_view silence = "library rooms print nothing";

constexpr std::array bans_everywhere = {
    Ban{"rand", Ban::Form::call, from_arguments},
    Ban{"srand", Ban::Form::call, from_arguments},
    Ban{"random_device", Ban::Form::any, from_arguments},
    Ban{"setlocale", Ban::Form::any, from_arguments},
    Ban{"localtime", Ban::Form::call, our_dates},
    Ban{"localtime_r", Ban::Form::call, our_dates},
    Ban{"mktime", Ban::Form::call, our_dates},
    Ban{"stod", Ban::Form::call, exact_numbers},
    Ban{"stof", Ban::Form::call, exact_numbers},
    Ban{"stold", Ban::Form::call, exact_numbers},
    Ban{"atof", Ban::Form::call, exact_numbers},
    Ban{"atoi", Ban::Form::call, exact_numbers},
    Ban{"strtod", Ban::Form::call, exact_numbers},
    Ban{"strtof", Ban::Form::call, exact_numbers},
    Ban{"strtold", Ban::Form::call, exact_numbers},
};

constexpr std::array bans_in_library_rooms = {
    Ban{"time", Ban::Form::clock_call, handed_in},  Ban{"gmtime", Ban::Form::call, our_dates},
    Ban{"system_clock", Ban::Form::any, handed_in}, Ban{"steady_clock", Ban::Form::any, handed_in},
    Ban{"printf", Ban::Form::call, silence},        Ban{"fprintf", Ban::Form::call, silence},
    Ban{"puts", Ban::Form::call, silence},          Ban{"fputs", Ban::Form::call, silence},
    Ban{"cout", Ban::Form::any, silence},           Ban{"cerr", Ban::Form::any, silence},
    Ban{"clog", Ban::Form::any, silence},
};

constexpr std::array floating_words = {
    Ban{"double", Ban::Form::any, "money and figures are exact"},
    Ban{"float", Ban::Form::any, "money and figures are exact"},
};

constexpr std::array unordered_words = {
    Ban{"unordered_map", Ban::Form::any, "no order comes out of a hash table"},
    Ban{"unordered_set", Ban::Form::any, "no order comes out of a hash table"},
    Ban{"unordered_multimap", Ban::Form::any, "no order comes out of a hash table"},
};

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether what stands behind the word makes it what the ban means.
bool is_meant(Ban::Form form, std::string_view rest) {
  const auto skip_blanks = [&rest] {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  };
  if (form == Ban::Form::any) return true;
  skip_blanks();
  if (!rest.starts_with('(')) return false;
  if (form == Ban::Form::call) return true;
  rest.remove_prefix(1);
  skip_blanks();
  // A function of ours may be called time; the clock's takes a pointer.
  return rest.starts_with("nullptr") || rest.starts_with("NULL") || rest.starts_with('0') ||
         rest.starts_with('&');
}

template <typename Visit>
void for_each_word(std::string_view line, Visit visit) {
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && is_word_character(line[end])) ++end;
    if (end > i) visit(line.substr(i, end - i), line.substr(end));
    i = end + 1;
  }
}

void find_banned(const TextFile& file, std::span<const Ban> bans, std::vector<Finding>& found) {
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    for_each_word(file.code[i], [&](std::string_view word, std::string_view rest) {
      const auto ban = std::ranges::find(bans, word, &Ban::word);
      if (ban == bans.end() || !is_meant(ban->form, rest)) return;
      found.push_back(
          {file.path, i + 1, "'" + std::string(word) + "': " + std::string(ban->instead)});
    });
  }
}

bool is_test(const TextFile& file) { return file.path.starts_with("tests/"); }

// The room of a file, or nothing for tests and for what belongs to no room yet.
const Room* library_of(const Tree& tree, const TextFile& file) {
  return is_test(file) ? nullptr : tree.room_of(file.path);
}

bool is_outer(const Room& room) {
  return room.name == "cli" || room.name == "web" || room.name == "program";
}

std::string quoted_name(std::string_view name) { return "'" + std::string(name) + "'"; }

std::string direction_fault(const Tree& tree, const Room& room, const std::string& named) {
  if (named.find("..") != std::string::npos) return "an include names no folder above it";
  const std::string_view top = "recoup/";
  if (!named.starts_with(top)) return "";
  const std::string other = named.substr(top.size(), named.find('/', top.size()) - top.size());
  if (other == room.name || room.uses.contains(other)) return "";
  const std::string_view why = tree.room_named(other) == nullptr
                                   ? ": there is no such room"
                                   : ": name it in USES, or do without";
  return quoted_name(room.name) + " may not include " + quoted_name(other) + std::string(why);
}

// The words of a CMake text, without its comments.
std::set<std::string> words_of(std::string_view cmake) {
  std::set<std::string> words;
  for (const std::string& line : lines_of(cmake)) {
    std::string text = line.substr(0, line.find('#'));
    std::ranges::replace_if(
        text, [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
    std::istringstream stream(text);
    for (std::string word; stream >> word;) words.insert(word);
  }
  return words;
}

// Room and folder of a row of the table of rooms, | level | room | `folder` | ..., or nothing.
std::pair<std::string, std::string> row_of_the_map(const std::string& line) {
  std::istringstream cells(line);
  std::string level;
  std::string room;
  std::string folder;
  if (!line.starts_with('|')) return {};
  std::getline(cells, level, '|');
  std::getline(cells, level, '|');
  std::getline(cells, room, '|');
  std::getline(cells, folder, '|');
  const auto bare = [](const std::string& cell, std::string_view wrapping) {
    const std::size_t from = cell.find_first_not_of(wrapping);
    if (from == std::string::npos) return std::string();
    return cell.substr(from, cell.find_last_not_of(wrapping) - from + 1);
  };
  if (folder.find('`') == std::string::npos) return {};
  return {bare(room, " "), bare(folder, " `")};
}

}  // namespace

std::string text(const Finding& finding) {
  const std::string line = finding.line == 0 ? "" : ":" + std::to_string(finding.line);
  return finding.path + line + ": " + finding.what;
}

bool is_allowed(const Tree& tree, const Check& check, const Finding& finding) {
  const Allowance* allowance = tree.allowance(std::string(check.name), finding.path);
  if (allowance == nullptr) return false;
  if (check.name != "length") return true;
  const std::string& reason = allowance->reason;
  std::size_t lines_max = 0;
  std::from_chars(reason.data(), reason.data() + reason.size(), lines_max);
  const auto file = std::ranges::find(tree.files(), finding.path, &TextFile::path);
  return file != tree.files().end() && file->lines.size() <= lines_max;
}

std::vector<Finding> includes_against_the_direction(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const Room* room = library_of(tree, file);
    if (room == nullptr) continue;
    for (const Include& include : includes_of(file)) {
      const std::string fault = direction_fault(tree, *room, include.named);
      if (!fault.empty()) found.push_back({file.path, include.line, fault});
    }
  }
  return found;
}

std::vector<Finding> libraries_outside_their_home(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const Room* room = library_of(tree, file);
    if (room == nullptr) continue;
    for (const Include& include : includes_of(file)) {
      const auto home = std::ranges::find_if(
          homes, [&](const Home& one) { return include.named.starts_with(one.prefix); });
      if (home == homes.end() || home->room == room->name) continue;
      const std::string where = home->room.empty() ? "is for no room of ours"
                                                   : "is at home in " + quoted_name(home->room);
      found.push_back({file.path, include.line, "<" + include.named + "> " + where});
    }
  }
  return found;
}

std::vector<Finding> floating_point(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const Room* room = library_of(tree, file);
    // A wrapper has to take what the foreign library hands over.
    if (room == nullptr || room->name == "markup" || room->name == "web") continue;
    find_banned(file, floating_words, found);
  }
  return found;
}

std::vector<Finding> banned_calls(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const Room* room = library_of(tree, file);
    if (room == nullptr) continue;
    find_banned(file, bans_everywhere, found);
    if (room->name == "report") find_banned(file, unordered_words, found);
    if (!is_outer(*room)) find_banned(file, bans_in_library_rooms, found);
  }
  return found;
}

std::vector<Finding> untidy_text(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      if (line.find('\t') != std::string::npos) found.push_back({file.path, i + 1, "a tab"});
      if (!line.empty() && (line.back() == ' ' || line.back() == '\r')) {
        found.push_back({file.path, i + 1, "a blank at the end of the line"});
      }
      if (std::ranges::any_of(file.code[i], [](char c) { return (c & 0x80) != 0; })) {
        found.push_back({file.path, i + 1, "code is ASCII outside comments and literals"});
      }
    }
  }
  return found;
}

std::vector<Finding> lines_too_long(const Tree& tree) {
  constexpr std::size_t characters_max = 100;
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::size_t length = length_in_characters(file.lines[i]);
      if (length <= characters_max) continue;
      found.push_back({file.path, i + 1, std::to_string(length) + " characters, at most 100"});
    }
  }
  return found;
}

std::vector<Finding> files_too_long(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const std::size_t lines_max = is_test(file) ? 600 : file.is_header() ? 250 : 400;
    if (file.lines.size() <= lines_max) continue;
    found.push_back({file.path, 0,
                     std::to_string(file.lines.size()) + " lines, at most " +
                         std::to_string(lines_max) + ": is it still one thing?"});
  }
  return found;
}

std::vector<Finding> open_ends(const Tree& tree) {
  // Put together here, so that this file does not hold the words.
  const std::array marks = {std::string("TO") + "DO", std::string("FIX") + "ME"};
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for_each_word(file.lines[i], [&](std::string_view word, std::string_view) {
        if (std::ranges::find(marks, word) == marks.end()) return;
        found.push_back({file.path, i + 1, quoted_name(word) + ": do it, or write it down"});
      });
    }
  }
  return found;
}

std::vector<Finding> files_that_nothing_builds(const Tree& tree) {
  std::vector<Finding> found;
  const std::set<std::string> in_root = words_of(tree.text("CMakeLists.txt"));
  for (const TextFile& file : tree.files()) {
    if (!file.path.ends_with(is_test(file) ? "_test.cpp" : ".cpp")) continue;
    bool is_named = in_root.contains(file.path);
    if (const Room* room = library_of(tree, file); room != nullptr) {
      is_named = is_named || in_root.contains(file.path.substr(room->folder.size() + 1));
    }
    // A test is named by the list of its own folder, or by one above it.
    for (fs::path top = fs::path(file.path).parent_path(); is_test(file) && !top.empty();
         top = top.parent_path()) {
      const std::string below = file.path.substr(top.generic_string().size() + 1);
      const std::string list = (top / "CMakeLists.txt").generic_string();
      is_named = is_named || (tree.exists(list) && words_of(tree.text(list)).contains(below));
    }
    if (!is_named) found.push_back({file.path, 0, "no CMakeLists.txt names it: it is not built"});
  }
  return found;
}

std::vector<Finding> headers_without_a_test(const Tree& tree) {
  std::set<std::string> included_by_tests;
  for (const TextFile& file : tree.files()) {
    if (!is_test(file) || !file.path.ends_with("_test.cpp")) continue;
    for (const Include& include : includes_of(file)) included_by_tests.insert(include.named);
  }
  std::vector<Finding> found;
  for (const TextFile& file : tree.files()) {
    const std::string_view top = "include/";
    const Room* room = library_of(tree, file);
    if (room == nullptr || !file.path.starts_with(top)) continue;
    const std::string stem = fs::path(file.path).stem().string();
    const std::string expected = "tests/" + room->name + "/" + stem + "_test.cpp";
    if (tree.exists(expected) || included_by_tests.contains(file.path.substr(top.size()))) continue;
    found.push_back({file.path, 0, "no test includes it; " + expected + " is its place"});
  }
  return found;
}

std::vector<Finding> golden_cases_without_a_why(const Tree& tree) {
  std::vector<Finding> found;
  const fs::path golden = tree.root() / "tests/golden";
  if (!fs::exists(golden)) return found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(golden)) {
    const fs::path kind = entry.path().parent_path().filename();
    if (!entry.is_directory() || (kind != "good" && kind != "bad")) continue;
    const fs::path why = entry.path() / "why.md";
    if (fs::exists(why) && fs::file_size(why) > 0) continue;
    const std::string path = fs::relative(entry.path(), tree.root()).generic_string();
    found.push_back({path, 0, "the case has no why.md"});
  }
  std::ranges::sort(found, {}, &Finding::path);
  return found;
}

std::vector<Finding> faults_of_the_map(const Tree& tree) {
  std::vector<Finding> found;
  const std::string map = "engine/README.md";
  const std::vector<std::string> lines = lines_of(tree.text(map));
  std::map<std::string, std::string> folder_of;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto [room, folder] = row_of_the_map(lines[i]);
    if (room.empty()) continue;
    folder_of[room] = folder;
    if (tree.exists(folder)) continue;
    found.push_back(
        {folder, 0, "is no folder, but " + map + ":" + std::to_string(i + 1) + " names it"});
  }
  for (const Room& room : tree.rooms()) {
    const auto named = folder_of.find(room.name);
    if (named == folder_of.end()) {
      found.push_back({map, 0, "does not name the room " + quoted_name(room.name)});
    } else if (named->second != room.folder) {
      found.push_back({map, 0,
                       "puts the room " + quoted_name(room.name) + " in " + named->second +
                           ", CMakeLists.txt in " + room.folder});
    }
  }
  return found;
}

std::vector<Finding> links_that_lead_nowhere(const Tree& tree) {
  std::vector<Finding> found;
  for (const TextFile& page : tree.pages()) {
    const fs::path folder = fs::path(page.path).parent_path();
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const std::string& line = page.lines[i];
      for (std::size_t at = line.find("]("); at != std::string::npos;
           at = line.find("](", at + 2)) {
        const std::size_t end = line.find_first_of(")#", at);
        const std::string target = line.substr(at + 2, end - at - 2);
        if (target.empty() || target.find(':') != std::string::npos) continue;
        if (tree.exists((folder / target).lexically_normal().generic_string())) continue;
        found.push_back({page.path, i + 1, quoted_name(target) + " is not there"});
      }
    }
  }
  return found;
}

}  // namespace recoup::tidy
