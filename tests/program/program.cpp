#include "program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace recoup {
namespace {

std::string shell_word(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

Workplace::Workplace() {
  std::string pattern = (std::filesystem::temp_directory_path() / "recoup-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
}

Workplace::~Workplace() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

ProgramRun Workplace::run(const std::vector<std::string>& arguments,
                          const std::string& around) const {
  std::string command =
      around + " " + shell_word(RECOUP_PROGRAM) + " --store " + shell_word(store());
  for (const std::string& argument : arguments) command += " " + shell_word(argument);
  command += " >" + shell_word(path("out")) + " 2>" + shell_word(path("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(path("out")),
          bytes_of(path("err"))};
}

std::string Workplace::file(const std::string& name, const std::string& bytes) const {
  std::ofstream stream(folder_ / name, std::ios::binary);
  stream << bytes;
  return path(name);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sample_files(const std::string& sample) {
  std::vector<std::string> files;
  const std::filesystem::path folder =
      std::filesystem::path(RECOUP_SOURCE_DIR) / "samples" / sample;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const std::string extension = entry.path().extension().string();
    const bool is_input = extension == ".csv" || extension == ".json" || extension == ".ofx";
    if (is_input && path.find("/expected/") == std::string::npos) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string canonical(const std::vector<std::string>& lines) {
  std::string out =
      "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,"
      "description,"
      "reference\n";
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace recoup
