// replay.cpp: gives a fuzz target every file of a folder, where there is no fuzzer: the corpus is
// part of the normal test run.
//
//   ofx_replay FOLDER
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int main(int count, char** words) {
  namespace fs = std::filesystem;
  if (count != 2 || !fs::is_directory(words[1])) {
    std::cerr << "usage: " << words[0] << " FOLDER\n";
    return 64;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(words[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> chars{std::istreambuf_iterator<char>(file),
                                  std::istreambuf_iterator<char>()};
    const std::vector<std::uint8_t> bytes(chars.begin(), chars.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  std::cout << files.size() << " files replayed\n";
  return files.empty() ? 1 : 0;
}
