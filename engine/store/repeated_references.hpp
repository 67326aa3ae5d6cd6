// repeated_references.hpp: on which accounts of a document a reference stands twice.
#pragma once

#include <cstdint>
#include <vector>

#include "sqlite.hpp"

namespace recoup {

/// An account by its number in a document, with the number of its entries there.
struct CountedAccount {
  std::uint32_t number = 0;
  std::uint64_t entries = 0;
};

/// Those of `suspects` on which a reference stands twice, or on which two references leave the same
/// mark of 44 bits or more. Requires them in the order of their numbers.
///
///   Shape   Memory of 8 bytes for an entry, of about a million entries at a time or of the one
///           account that has more.
///   Errors  As `visit_entries`.
[[nodiscard]] Result<std::vector<std::uint32_t>> with_repeated_references(
    const SqliteConnection& connection, std::int64_t document_id,
    const std::vector<CountedAccount>& suspects);

}  // namespace recoup
