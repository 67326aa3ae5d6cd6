// Reads PDF statements that nobody on this project wrote, where they are present beside the
// project, and compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "recoup/casework/read_pdf.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

const fs::path& shared_folder() {
  static const fs::path folder = fs::path(RECOUP_SOURCE_DIR).parent_path() / "shared" / "data";
  return folder;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What is expected of each file: fields by name, lists as their values with blanks between.
std::map<std::string, std::map<std::string, std::string>> expectations(const std::string& json) {
  std::map<std::string, std::map<std::string, std::string>> files;
  std::vector<std::string> path;
  std::string key;
  EXPECT_TRUE(read_json(json, [&](const JsonEvent& event) -> Result<void> {
    using Kind = JsonEvent::Kind;
    switch (event.kind) {
      case Kind::key: key = event.text; break;
      case Kind::object_begin: path.push_back(key); break;
      case Kind::object_end: path.pop_back(); break;
      case Kind::array_begin:
      case Kind::array_end: break;
      default:
        if (path.size() != 3) break;
        std::string& value = files[path.back()][key];
        value += (value.empty() ? "" : " ") + event.text;
    }
    return {};
  }));
  return files;
}

void compare(const std::string& name, const std::map<std::string, std::string>& expected) {
  ImportOptions options;
  options.read_pdf = [](std::string_view pdf) {
    PdfReading reading;
    reading.program = RECOUP_PDF_WORDS;
    reading.sandbox = PdfSandbox::limits;
    return read_pdf_words(pdf, reading);
  };
  const auto import = import_document(
      make_document(fs::path(name).filename(), read_file(shared_folder() / name)), options);
  if (!expected.contains("rows_expected")) {
    EXPECT_FALSE(import) << name << ": " << expected.at("expect");
    return;
  }
  ASSERT_TRUE(import) << name << ": " << message(import.error());
  Money sum(0, gbp);
  std::string balances;
  for (const Transaction& entry : import.value().transactions) {
    sum = sum.plus(entry.amount).value();
    ASSERT_TRUE(entry.balance.has_value()) << name;
    balances += (balances.empty() ? "" : " ") + entry.balance->plain();
  }
  EXPECT_EQ(std::to_string(import.value().transactions.size()), expected.at("rows_expected"));
  EXPECT_EQ(sum.plain(), expected.at("sum")) << name;
  EXPECT_EQ(balances, expected.at("stated_balances")) << name;
}

TEST(ExternalPdf, AgreesWithIndependentFigures) {
  const fs::path path = shared_folder() / "expected" / "pdf.json";
  if (!fs::exists(path)) {
    GTEST_SKIP() << "skipped: there is no " << path
                 << "; the outside files are not beside the project";
  }
  std::size_t files = 0;
  for (const auto& [name, expected] : expectations(read_file(path))) {
    compare(name, expected);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
