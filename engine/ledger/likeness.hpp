// likeness.hpp: what two lines of an account have in common.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recoup/records/transaction.hpp"

namespace recoup {

/// Amount and currency, by which lines of one day are put beside each other.
using LineValue = std::pair<MinorUnits, Currency>;
[[nodiscard]] LineValue line_value(const Transaction& entry);

/// Whether two lines agree in everything that a format shows.
[[nodiscard]] bool are_alike(const Transaction& one, const Transaction& other);
/// Whether a line carries a reference or a balance.
[[nodiscard]] bool tells_itself_apart(const Transaction& entry);
/// Whether both print a balance, and not the same.
[[nodiscard]] bool balances_differ(const Transaction& one, const Transaction& other);

/// The batch of which the line is one detail, as its document names it; or empty.
[[nodiscard]] std::string batch_of(const Transaction& entry);
/// What lines of one currency add up to; nothing where they are of several, or too large.
[[nodiscard]] std::optional<Money> sum_of_lines(const std::vector<const Transaction*>& entries);

/// How alike the words of two lines are: the words that both have.
[[nodiscard]] std::size_t words_in_common(const Transaction& one, const Transaction& other);

}  // namespace recoup
