// What the standard's own suite leaves open, as tests in its format.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "recoup/dmn/tck.hpp"

namespace recoup {
namespace {

TEST(Conformance, EdgesThatTheSuiteLeavesOpenPass) {
  FileSet files;
  const std::filesystem::path root =
      std::filesystem::path(RECOUP_SOURCE_DIR) / "tests/dmn/conformance";
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  const TckReport report = run_tck(files);
  for (const TckCase& one : report.cases) {
    EXPECT_EQ(one.result, TckCase::Result::passed) << one.test << ": " << one.why;
  }
  EXPECT_EQ(report.cases.size(), 15U);
}

}  // namespace
}  // namespace recoup
