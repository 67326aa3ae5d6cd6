// exit_status.hpp: how the program ends.
#pragma once

#include "recoup/base/error.hpp"

namespace recoup {

/// Exit statuses that others script against; numbers from 64 on are those of sysexits.h.
enum class ExitStatus : int {
  done = 0,
  needs_person = 1,  ///< Done, and something needs a person.
  usage = 64,
  bad_input = 65,
  no_such_file = 66,
  defect = 70,
  cannot_write = 73,
  busy = 75,
  not_permitted = 77,
};

[[nodiscard]] constexpr ExitStatus exit_status(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::malformed:
    case ErrorCode::out_of_range:
    case ErrorCode::contradiction: return ExitStatus::bad_input;
    case ErrorCode::not_found:
    case ErrorCode::no_such_file: return ExitStatus::no_such_file;
    case ErrorCode::not_permitted: return ExitStatus::not_permitted;
    case ErrorCode::cannot_write: return ExitStatus::cannot_write;
    case ErrorCode::busy: return ExitStatus::busy;
    case ErrorCode::usage: return ExitStatus::usage;
    case ErrorCode::defect: return ExitStatus::defect;
  }
  return ExitStatus::defect;
}

}  // namespace recoup
