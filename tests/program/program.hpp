// program.hpp: runs the program as its user does, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recoup {

/// What one run left behind.
struct ProgramRun {
  int status = -1;
  std::string out;
  std::string err;
};

/// A temporary folder with a store in it. Files written here are what a command is given.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  /// Runs `recoup --store STORE ARGUMENTS…`; `around` is put before it, e.g. "ulimit -f 1;".
  [[nodiscard]] ProgramRun run(const std::vector<std::string>& arguments,
                               const std::string& around = {}) const;
  /// Writes a file and returns its path.
  std::string file(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  [[nodiscard]] std::string store() const { return path("case.db"); }

 private:
  std::filesystem::path folder_;
};

/// The bytes of a file; empty where there is none.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);

/// Every statement, case file and seizure file of a sample, in order of path.
[[nodiscard]] std::vector<std::string> sample_files(const std::string& sample);

/// A canonical CSV document of these lines.
[[nodiscard]] std::string canonical(const std::vector<std::string>& lines);

}  // namespace recoup
