// golden.hpp: whole outputs that a person has looked at.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace recoup::golden {

/// What `file` of a golden case should hold. With RECOUP_BLESS set in the environment, `actual`
/// becomes what it holds: the difference is then reviewed as any other change.
inline std::string expected(const std::string& file, const std::string& actual) {
  const std::string path = std::string(RECOUP_TESTS_DIR) + "/golden/report/good/" + file;
  if (std::getenv("RECOUP_BLESS") != nullptr) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << actual;
  }
  std::ostringstream held;
  held << std::ifstream(path, std::ios::binary).rdbuf();
  return held.str();
}

}  // namespace recoup::golden
