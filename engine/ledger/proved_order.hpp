// proved_order.hpp: of which entries of an account nothing proves the order.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "recoup/ledger/population.hpp"

namespace recoup {

/// Entries [first, end) of a population.
struct EntryRun {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// Runs of entries booked at one moment (a date alone is its midnight) whose order nothing proves.
///
///   Shape  In order; each of two entries at least.
///   Exact  An entry that prints its balance, or that stands behind a gap, holds its place. The
///          lines of a format that states a sequence prove the order of the entries that they show.
[[nodiscard]] std::vector<EntryRun> unordered_runs(const Population& population,
                                                   const std::vector<StatementPart>& parts,
                                                   const std::set<std::size_t>& behind_gaps);

}  // namespace recoup
