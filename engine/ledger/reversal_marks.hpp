// reversal_marks.hpp: which debit a credit gives back, by what the bank says of both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/ledger/population.hpp"

namespace recoup {

/// A credit that its statement marks as a reversal.
struct MarkedEntry {
  std::size_t credit = 0;            ///< Its place in the population.
  std::optional<std::size_t> debit;  ///< The earlier debit that it gives back, where one fits.
  std::string why;                   ///< In words: why this debit, or why none.
};

/// Every marked credit with the earlier debit that bears one of its references; of several the one
/// whose amount it has. Equal amounts alone tie nothing.
///
///   Shape  In the order of the entries.
[[nodiscard]] std::vector<MarkedEntry> marked_reversals(const Population& population);

}  // namespace recoup
