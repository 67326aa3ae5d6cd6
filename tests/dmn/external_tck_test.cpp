// The standard's conformance suite, where it lies beside the project.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "recoup/dmn/tck.hpp"

namespace recoup {
namespace {

FileSet suite_files(const std::string& level) {
  const std::filesystem::path root =
      std::filesystem::path(RECOUP_SOURCE_DIR) / "../shared/data/dmn-tck" / level;
  FileSet files;
  if (!std::filesystem::exists(root)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

/// Runs a level and returns what did not pass, as "folder node", with the reasons for a reader.
std::set<std::string> failures(const TckReport& report, std::string& reasons) {
  std::set<std::string> failed;
  for (const TckCase& one : report.cases) {
    if (one.result == TckCase::Result::passed) continue;
    failed.insert(one.file.substr(0, one.file.find('/')) + " " + one.node);
    reasons += one.file + " " + one.test + " " + one.node + ": " + one.why + "\n";
  }
  return failed;
}

TEST(ExternalTck, LevelTwoPasses) {
  const FileSet files = suite_files("compliance-level-2");
  if (files.empty()) GTEST_SKIP() << "the conformance suite is not here";
  const TckReport report = run_tck(files);
  std::string reasons;
  EXPECT_TRUE(failures(report, reasons).empty()) << reasons;
  EXPECT_GE(report.cases.size(), 82U);
}

// Functions of Java are never run.
TEST(ExternalTck, LevelThreePassesButForJava) {
  const FileSet files = suite_files("compliance-level-3");
  if (files.empty()) GTEST_SKIP() << "the conformance suite is not here";
  const TckReport report = run_tck(files);
  std::string reasons;
  for (const std::string& failed : failures(report, reasons)) {
    EXPECT_TRUE(failed.starts_with("0076-feel-external-java")) << reasons;
  }
  EXPECT_GE(report.tests, 1'960U);
  EXPECT_GE(report.tests_passed + 14, report.tests);
}

TEST(ExternalTck, TheScoreThatRecordsPrintIsTheOneMeasured) {
  KitScore measured{0, 0, kit_score.whole, kit_score.commit};
  for (const char* level : {"compliance-level-2", "compliance-level-3"}) {
    const FileSet files = suite_files(level);
    if (files.empty()) GTEST_SKIP() << "the conformance suite is not here";
    const TckReport report = run_tck(files);
    measured.passed += report.tests_passed;
    measured.run += report.tests;
  }
  EXPECT_EQ(text(measured), text(kit_score));
}

}  // namespace
}  // namespace recoup
