// What an investigator is told about bad documents. Every case is a folder with an input, the
// messages that are expected, and a sentence why. With RECOUP_BLESS set, the expectations are
// written anew; the difference is for a person to review.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const auto& entry :
       fs::directory_iterator(fs::path(RECOUP_TESTS_DIR) / "golden" / "importers" / "bad")) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

fs::path input_of(const fs::path& folder) {
  for (const char* name :
       {"input.csv", "input.json", "input.ofx", "input.sta", "input.qif", "input.bai"}) {
    if (fs::exists(folder / name)) return folder / name;
  }
  return {};
}

/// The refusal, or a line for each rejection and the number of records that were read.
std::string told_about(const fs::path& input) {
  const auto import = import_document(make_document(input.filename(), read_file(input)), {});
  if (!import) return "refused: " + message(import.error()) + "\n";
  std::string lines;
  for (const Rejection& refused : import.value().rejections) {
    lines += "rejected: " + message(refused.error) + "\n";
  }
  const std::size_t read = import.value().transactions.size() + import.value().seizures.size() +
                           import.value().balances.size() + import.value().facts.size();
  return lines + "read: " + std::to_string(read) + (read == 1 ? " record\n" : " records\n");
}

TEST(Golden, TellsWhatIsWrongWithEveryBadDocument) {
  const bool bless = std::getenv("RECOUP_BLESS") != nullptr;
  for (const fs::path& folder : cases()) {
    const fs::path input = input_of(folder);
    ASSERT_FALSE(input.empty()) << folder << " has no input";
    EXPECT_FALSE(read_file(folder / "why.md").empty()) << folder << " does not say why";
    const std::string told = told_about(input);
    if (bless) std::ofstream(folder / "expected.txt", std::ios::binary) << told;
    EXPECT_EQ(told, read_file(folder / "expected.txt")) << folder;
    EXPECT_TRUE(told.find("rejected: ") == 0 || told.find("refused: ") == 0) << folder;
  }
  EXPECT_GT(cases().size(), 30U);
}

}  // namespace
}  // namespace recoup
