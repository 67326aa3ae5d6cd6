// what_if_names.hpp: finds in a case what the options of a hypothesis name.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// Another balance before an account's first leg.
struct SupposedOpening {
  AccountRow account{};
  Money amount;
};

/// Rows of `loaded.movements.first.in_order`, each once, in order.
///
/// Errors: not_found, usage (several movements that `names` could mean).
[[nodiscard]] Result<std::vector<std::size_t>> named_movements(
    const LoadedCase& loaded, const std::vector<std::string>& names);

/// Rows of `loaded.links.matched`, each once, in order.
///
/// Errors: not_found, usage.
[[nodiscard]] Result<std::vector<std::size_t>> named_pairs(const LoadedCase& loaded,
                                                           const std::vector<std::string>& names);

/// In the order of the options.
///
/// Errors: not_found (no such account), usage.
[[nodiscard]] Result<std::vector<SupposedOpening>> named_openings(
    const LoadedCase& loaded, const std::vector<std::string>& names);

/// "a1b2c3d4e5f6:4 (2025-01-03, 6.00 GBP, A to SHOP)".
[[nodiscard]] std::string movement_words(const Ledger& ledger, const Movement& movement);
/// "A r1 (a1b2c3d4e5f6:4)", without the reference where there is none.
[[nodiscard]] std::string leg_words(const Ledger& ledger, LegRow leg);

}  // namespace recoup
