// error.hpp: what a fault of the data looks like.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recoup {

/// A place in a document. (Never called a source: in this project a source is tainted money.)
struct Place {
  std::string document;    ///< As it was handed in, e.g. "2019-03.ofx".
  std::uint64_t line = 0;  ///< From 1; 0 where the document has no lines.
  std::string field;       ///< E.g. "amount" or "STMTTRN/TRNAMT"; empty for the whole line.

  friend bool operator==(const Place&, const Place&) = default;
};

/// Why something was refused. The command line turns each into an exit status.
enum class ErrorCode : std::uint8_t {
  malformed,      ///< Not written as the format says.
  out_of_range,   ///< Well formed, and too large or too small to be held exactly.
  contradiction,  ///< Two statements of the data cannot both be true.
  not_found,      ///< No such case, account, movement or pack.
  no_such_file,   ///< The file is not there, or is a folder.
  not_permitted,  ///< The file is there and may not be read or written.
  cannot_write,   ///< Disk full, read-only, or a write that failed.
  busy,           ///< Another process holds the store.
  usage,          ///< The command was put wrongly.
  defect,         ///< Two ways of this program to one answer differ: never a fault of the data.
};

/// A fault of the data. Says enough for the person who has the document on the desk to find the
/// character that is wrong.
struct Error {
  ErrorCode code = ErrorCode::malformed;
  std::string found;     ///< What stands there, quoted from the document.
  std::string expected;  ///< What could stand there.
  Place place;           ///< Filled in by the first caller that knows it.

  friend bool operator==(const Error&, const Error&) = default;
};

/// The one layout of every message: `document:line: field: found …; expected …`. Control
/// characters of the document are escaped, so that no document can forge a line.
[[nodiscard]] std::string message(const Error& error);

}  // namespace recoup
