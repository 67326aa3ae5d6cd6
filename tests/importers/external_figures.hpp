// external_figures.hpp: files from outside, where they are beside the project, and the figures that
// were computed from them by other means.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/importers/importer.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

namespace fs = std::filesystem;

inline const fs::path& figures_folder() {
  static const fs::path folder = fs::path(RECOUP_SOURCE_DIR).parent_path() / "shared" / "data";
  return folder;
}

inline std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Every value of a JSON document by its path: "files\tname\tstatements\t0\tsum".
inline std::map<std::string, std::string> flat_figures(std::string_view json) {
  struct Level {
    std::string path;
    int index = -1;  ///< Of the next element of a list; -1 in an object.
  };
  std::map<std::string, std::string> values;
  std::vector<Level> levels{{"", -1}};
  std::string key;
  const auto path = [&] {
    Level& level = levels.back();
    if (level.index >= 0) return level.path + "\t" + std::to_string(level.index++);
    return level.path.empty() ? key : level.path + "\t" + key;
  };
  EXPECT_TRUE(read_json(json, [&](const JsonEvent& event) -> Result<void> {
    using Kind = JsonEvent::Kind;
    switch (event.kind) {
      case Kind::key: key = event.text; break;
      case Kind::object_begin: levels.push_back({path(), -1}); break;
      case Kind::array_begin: levels.push_back({path(), 0}); break;
      case Kind::object_end:
      case Kind::array_end: levels.pop_back(); break;
      default: values[path()] = event.kind == Kind::none ? "null" : event.text;
    }
    return {};
  }));
  return values;
}

/// A decimal of any length up to twelve decimals, as units of the twelfth.
inline std::optional<Int128> figure_units(std::string_view text) {
  std::string digits;
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string decimals(text.substr(std::min(point + 1, text.size())));
  decimals.resize(12, '0');
  const auto value = parse_int128(std::string(text.substr(0, point)) + decimals);
  if (!value || text.empty()) return std::nullopt;
  return negative ? -*value : *value;
}

}  // namespace recoup
