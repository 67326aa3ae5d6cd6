#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "recoup/dmn/tck.hpp"

namespace recoup {
namespace {

/// The standard's conformance suite, level 2, where it lies beside the project.
TEST(ExternalTck, LevelTwoPasses) {
  const std::filesystem::path root =
      std::filesystem::path(RECOUP_SOURCE_DIR) / "../shared/data/dmn-tck/compliance-level-2";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "the conformance suite is not here";
  FileSet files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  const TckReport report = run_tck(files);
  std::string failures;
  for (const TckCase& one : report.cases) {
    if (one.result != TckCase::Result::passed) {
      failures += one.file + " " + one.test + " " + one.node + ": " + one.why + "\n";
    }
  }
  EXPECT_GE(report.cases.size(), 82U);
  EXPECT_EQ(report.passed, report.cases.size()) << failures;
}

}  // namespace
}  // namespace recoup
