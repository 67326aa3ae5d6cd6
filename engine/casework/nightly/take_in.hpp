// take_in.hpp: the files of the inbox into the store, and out of the inbox.
#pragma once

#include "nightly/inbox.hpp"
#include "recoup/casework/nightly.hpp"

namespace recoup {

/// Takes in every file that waits. What became of each is kept as an `Arrival` until the digest of
/// this night has told of it.
///
/// Errors: as run_nightly.
[[nodiscard]] Result<void> take_in(const NightlyRequest& request, const Inbox& inbox,
                                   std::uint64_t night);

/// What came in the night, by file name.
[[nodiscard]] Result<std::vector<Arrival>> kept_arrivals(const Inbox& inbox, std::uint64_t night);

}  // namespace recoup
