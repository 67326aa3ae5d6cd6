// child_process.hpp: runs one program on given input, within limits, and collects what it writes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// What to run, and what it may use.
struct ChildCommand {
  std::vector<std::string> words;  ///< The program's path, never searched for, and its arguments.
  std::size_t memory_bytes_max = 0;
  std::size_t output_bytes_max = 0;
  int processor_seconds_max = 0;
  int wall_seconds_max = 0;
};

/// What became of it.
struct ChildOutcome {
  std::string out;
  std::string err;  ///< As much of it as an explanation needs.
  int status = 0;   ///< 128 and the signal, where one ended it.
  bool too_much = false;
  bool too_long = false;
};

/// Runs the command with `input` as its standard input, an empty environment and no other file of
/// this process. No shell is involved.
///
/// Errors: cannot_write (no memory, no processes or no file handles left on this machine).
[[nodiscard]] Result<ChildOutcome> run_child(const ChildCommand& command, std::string_view input);

}  // namespace recoup
