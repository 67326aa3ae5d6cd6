// changed_links.hpp: what is linked, as it would be without some pairs or legs.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "recoup/matching/links.hpp"

namespace recoup {

/// The pairs, as rows of Links::matched, that are one reading with `pair`: itself, and where it is
/// a part of a leg, every pair that shares a leg with one of them. In order.
[[nodiscard]] std::vector<std::size_t> pairs_of_reading(const Links& links, std::size_t pair);

/// The links without these pairs (rows of Links::matched). A leg that is in no other pair is
/// unmatched.
[[nodiscard]] Links without_pairs(const Links& links, const std::vector<std::size_t>& pairs);

/// The links of a ledger in which legs have other rows, or none (LedgerWithout::rows). What names a
/// leg that has none goes; a leg that is in no other pair is unmatched. Nothing is matched anew.
[[nodiscard]] Links links_on_rows(const Links& links,
                                  const std::vector<std::optional<LegRow>>& rows);

}  // namespace recoup
