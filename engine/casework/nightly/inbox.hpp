// inbox.hpp: the folder that files are put into, and what is in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// A file that waits in the inbox.
struct InboxFile {
  std::string path;      ///< Where it is.
  std::string relative;  ///< Below the inbox, with "/" between the folders.
};

/// The folder that a nightly run works on.
///
///   Shape  INBOX/…           what came, in folders or not; `*.part` and names that begin with a
///                            point are still being written, or none of ours, and stay
///          INBOX/done/…      what was taken in, beside `NAME.verdict.txt`
///          INBOX/refused/…   what was not, beside `NAME.verdict.txt`
///          INBOX/digests/…   what each run found
///          INBOX/.recoup/…   what a run must know of the one before it
class Inbox {
 public:
  explicit Inbox(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::string done() const { return folder_ + "/done"; }
  [[nodiscard]] std::string refused() const { return folder_ + "/refused"; }
  [[nodiscard]] std::string digests() const { return folder_ + "/digests"; }
  [[nodiscard]] std::string state() const { return folder_ + "/.recoup"; }
  /// Where what came is kept until the digest of this number has told of it.
  [[nodiscard]] std::string arrivals(std::uint64_t night) const {
    return state() + "/arrivals/" + std::to_string(night);
  }

  /// Makes the folders that are not there. Errors: no_such_file (no inbox), cannot_write.
  [[nodiscard]] Result<void> prepare() const;

  /// Regular files, case files first (a statement may lie in a folder named after a case), then by
  /// name in byte order. Links are not followed.
  [[nodiscard]] Result<std::vector<InboxFile>> waiting() const;

  /// Moves a file, with its verdict beside it, to `folder`. Where another file of that name is
  /// there already, the first twelve digits of the digest part the two.
  ///
  ///   Promise  The verdict is on the disk before the file moves; the same call again, after a
  ///            crash at any point, ends in the same place.
  [[nodiscard]] Result<void> settle(const InboxFile& file, const std::string& folder,
                                    const std::string& digest, std::string_view verdict) const;

 private:
  std::string folder_;
};

}  // namespace recoup
