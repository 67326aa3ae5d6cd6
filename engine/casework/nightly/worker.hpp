// worker.hpp: does dangerous work in a process of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "recoup/base/result.hpp"

namespace recoup {

/// Work on files of the outside, one after another, each of which may hang or crash.
struct RiskyWork {
  std::size_t count = 0;
  /// Does one piece, in the child process. An Error ends all of it.
  std::function<Result<void>(std::size_t piece)> work;
  /// How long one piece may take.
  std::function<std::chrono::seconds(std::size_t piece)> patience;
  /// Called in this process for a piece at which the child was lost, with the reason in words.
  std::function<Result<void>(std::size_t piece, const std::string& why)> lost;
  /// Called in this process when a piece is done or lost.
  std::function<void(std::size_t piece)> told;
};

/// Does every piece in a child process; where the child is lost, a new one goes on behind the piece
/// that it was lost at. The child ends when this process does.
///
/// Requires that this process has no other thread and no open store.
/// Errors: what `work` and `lost` answer; cannot_write (no process can be made).
[[nodiscard]] Result<void> do_apart(const RiskyWork& risky);

}  // namespace recoup
